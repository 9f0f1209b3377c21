"""From a file to a draft: what was read, what was chosen of it, and what is still to be looked at."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.edit.carry import Carry
from pbeditor.model.document import Document, Indicator, Project, Section, Target
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Note
from pbeditor.store.project_file import save
from pbeditor.work.importing import (
    Import,
    begun,
    doubts,
    finished,
    notes_of,
    read_file,
    read_pasted,
    told_of_amounts,
)
from pbeditor.work.opening import Opened

TWO_WAYS = (Target("≥", "90", "3次"), Target("≥", "903", "次"))
DOUBT = Note("项目1第1行", "guessed", "请核对", "≥903次", "projects/a/indicators/r/target", TWO_WAYS)
LEFT_OUT = Note("正文", "ignored", "未导入", "附件")
ABOUT_SECTION = Note("第二部分", "guessed", "请核对", "乙", "overall/1/text")
DOCUMENT = Document(
    "hebei-2020",
    2020,
    "2020年部门预算绩效信息",
    overall=(Section("甲", "一"), Section("乙", "二")),
    projects=(Project("a", indicators=(Indicator("r", target=TWO_WAYS[0]),)), Project("b")),
)


@pytest.fixture
def found(hebei: Form) -> Import:
    return begun("去年.docx", Opened(DOCUMENT, hebei, (DOUBT, LEFT_OUT, ABOUT_SECTION)))


def test_at_first_everything_is_taken(found: Import) -> None:
    assert found.document == DOCUMENT
    assert notes_of(found) == found.opened.notes


def test_what_a_file_hides_is_not_taken_at_first_unless_there_is_nothing_else(hebei: Form) -> None:
    some = begun("甲.xlsx", Opened(DOCUMENT, hebei, hidden={"a": "旧稿"}))
    assert some.projects == {"b"}
    every = begun("甲.xlsx", Opened(DOCUMENT, hebei, hidden={"a": "旧稿", "b": "旧稿"}))
    assert every.projects == {"a", "b"}


def test_what_is_not_taken_is_not_in_the_document_nor_in_the_report(found: Import) -> None:
    less = replace(found, projects=frozenset("b"), sections=frozenset({1}))

    assert [project.id for project in less.document.projects] == ["b"]
    assert [section.heading for section in less.document.overall] == ["乙"]
    assert doubts(less) == ()
    assert notes_of(less) == (LEFT_OUT, replace(ABOUT_SECTION, place="overall/0/text"))


def test_a_note_on_a_part_that_was_left_out_goes_with_it(found: Import) -> None:
    assert ABOUT_SECTION not in notes_of(replace(found, sections=frozenset({0})))


def test_a_confirmed_reading_is_in_the_document_and_out_of_the_report(found: Import) -> None:
    read = replace(found, readings={DOUBT.place: TWO_WAYS[1]})

    assert read.document.projects[0].indicators[0].target == TWO_WAYS[1]
    assert DOUBT not in notes_of(read)


def test_what_the_draft_does_not_have_is_out_of_the_report(found: Import) -> None:
    places = ("budget/total", "plan/0", "code", "indicators/r/target", "indicators", "goals", "")
    notes = tuple(Note("项目1", "guessed", "请核对", place=f"projects/a/{place}".rstrip("/")) for place in places)
    left_out = Note("项目1", "ignored", "未导入", "其他", "projects/a/budget/total")
    of = replace(found, opened=replace(found.opened, notes=(*notes, left_out, ABOUT_SECTION)))
    everything = Carry(2021, amounts="keep")
    nothing = Carry(2021, plans=False, values=False, codes=False)

    assert notes_of(replace(of, carry=everything)) == of.opened.notes
    assert notes_of(replace(of, carry=nothing)) == (*notes[4:], left_out, ABOUT_SECTION)
    assert notes_of(of) == of.opened.notes


def test_a_doubt_about_a_value_that_was_cleared_is_not_offered(found: Import) -> None:
    opened = finished(replace(found, carry=Carry(2021, values=False)))
    assert opened.document.projects[0].indicators[0].target == Target()
    assert not any(note.choices for note in opened.notes)


def test_the_year_of_the_file_can_be_corrected(found: Import) -> None:
    guess = Note("全文", "guessed", "请核对年度", place="year")
    document = replace(DOCUMENT, year=2018, projects=(Project("a", goals="2020年完成"),))
    of = replace(found, opened=replace(found.opened, document=document, notes=(guess, LEFT_OUT)))

    assert notes_of(of) == (guess, LEFT_OUT)
    right = replace(of, year=2020, carry=Carry(2021))
    assert right.document.year == 2020
    assert notes_of(right) == (LEFT_OUT,)
    draft = finished(right).document
    assert (draft.title, draft.projects[0].goals) == ("2021年部门预算绩效信息", "2021年完成")
    assert draft.last_year is not None
    assert draft.last_year.year == 2020


def test_the_draft_keeps_what_was_taken_as_last_year(found: Import) -> None:
    opened = finished(replace(found, projects=frozenset("a"), carry=Carry(2021)))

    assert opened.document.year == 2021
    assert opened.document.last_year is not None
    assert [project.id for project in opened.document.last_year.projects] == ["a"]
    assert not opened.is_project


def test_the_draft_is_in_the_form_that_was_chosen(found: Import) -> None:
    assert finished(replace(found, carry=Carry(2021, "mof-2021"))).form.id == "mof-2021"


def test_without_carrying_over_the_document_is_as_it_was_read(found: Import) -> None:
    assert finished(found).document == DOCUMENT


def test_a_file_of_any_kind_is_read(tmp_path: Path) -> None:
    save(DOCUMENT, tmp_path / "去年.pbproj")

    assert read_file(tmp_path / "去年.pbproj").document == DOCUMENT


def test_what_was_copied_is_read_as_a_table() -> None:
    rows = (
        ("项目名称", "培训经费"),
        ("预算数", "15.00"),
        ("一级指标", "二级指标", "三级指标", "指标值"),
        ("产出指标", "数量指标", "培训人数", "≥100人"),
    )
    found = read_pasted("\n".join(map("\t".join, rows)))

    assert [row.name for project in found.document.projects for row in project.indicators] == ["培训人数"]


@pytest.mark.parametrize(
    ("carry", "sentence"),
    [
        (Carry(2021), "清空"),
        (Carry(2021, amounts="keep"), "沿用"),
        (Carry(2021, amounts="scale", percent="105%"), "105%"),
    ],
)
def test_what_became_of_the_amounts_is_told(carry: Carry, sentence: str) -> None:
    assert sentence in told_of_amounts(carry)

"""Running text: what is a title and what is a line of a section."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Section
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import WENT_ON
from pbeditor.sheet.sheet import WORKSHEET, Block, Paragraph
from tests.sheet.test_interpret import GRID, HEAD, read, table

SECTION = (Paragraph("（一）总体绩效目标："), Paragraph("做好工作。"))


@pytest.mark.parametrize("after", [("其他。",), ("（二）分项绩效目标：",), ("第二部分 预算项目绩效目标",)])
def test_a_line_that_speaks_of_a_table_of_goals_does_not_end_its_section(after: tuple[str, ...], hebei: Form) -> None:
    line = "（1）详见项目绩效目标表"
    document, notes = read(hebei, *SECTION, Paragraph(line), *map(Paragraph, after), table(*HEAD), table(*GRID))
    more = after if after == ("其他。",) else ()
    assert document.overall[0] == Section("总体绩效目标", "\n".join(("做好工作。", line, *more)))
    assert (document.projects[0].name, notes) == ("甲项目", ())


@pytest.mark.parametrize("title", ["1、完善制度项目绩效目标表", "1、甲绩效目标表"])
@pytest.mark.parametrize("between", [(), ("",), ("单位：万元",), ("（2020年度）",)])
def test_a_title_over_a_table_ends_the_section(title: str, between: tuple[str, ...], hebei: Form) -> None:
    document, _ = read(hebei, *SECTION, Paragraph(title), *map(Paragraph, between), table(*GRID))
    assert document.overall == (Section("总体绩效目标", "做好工作。"),)
    assert [project.name for project in document.projects] == [title[2:].removesuffix("绩效目标表")]


def test_the_name_of_a_worksheet_ends_a_section_and_is_the_title_only_where_no_line_is(hebei: Form) -> None:
    name = Paragraph("2020年绩效指标", WORKSHEET)
    lines = (Paragraph("（一）总体绩效目标："), Paragraph("做好。"), Paragraph("第2页", WORKSHEET))
    document, notes = read(hebei, name, *lines)
    assert (document.title, document.overall[0].text) == ("2020年绩效指标", "做好。")
    assert [note.original for note in notes if note.kind == "ignored"] == ["第2页"]
    titled, _ = read(hebei, name, Paragraph("某局2020年绩效信息"), *lines)
    assert titled.title == "某局2020年绩效信息"


def test_before_the_name_of_a_worksheet_a_line_stays_in_its_section(hebei: Form) -> None:
    line = "（1）详见项目绩效目标表"
    document, _ = read(hebei, *SECTION, Paragraph(line), Paragraph("第2页", WORKSHEET), table(*HEAD), table(*GRID))
    assert document.overall == (Section("总体绩效目标", f"做好工作。\n{line}"),)
    assert document.projects[0].name == "甲项目"


OTHER_TABLE = table(("科目", "金额"), ("办公费", "3.00"))


@pytest.mark.parametrize(
    "between",
    [
        (OTHER_TABLE,),
        (OTHER_TABLE, Paragraph("注：按上年口径，含结转。"), OTHER_TABLE, Paragraph("— 3 —")),
        (OTHER_TABLE, Paragraph("单位：万元")),
        (Paragraph("Sheet2", WORKSHEET),),
        (Paragraph("目标（2）", WORKSHEET), OTHER_TABLE),
    ],
)
def test_a_section_goes_on_behind_a_table_of_no_project_and_in_the_next_worksheet(
    between: tuple[Block, ...], hebei: Form
) -> None:
    after = (
        Paragraph("其中重点工作，一是甲。"),
        Paragraph("二是乙"),
        Paragraph("（二）分项绩效目标："),
        Paragraph("丙"),
    )
    document, notes = read(hebei, Paragraph("目标", WORKSHEET), *SECTION, *between, *after, table(*HEAD), table(*GRID))
    text = "做好工作。\n其中重点工作，一是甲。\n二是乙"
    assert document.overall == (Section("总体绩效目标", text), Section("分项绩效目标", "丙"))
    (note,) = (note for note in notes if note.place == "overall/0/text")
    assert (note.message, note.original) == (WENT_ON.format("总体绩效目标"), "其中重点工作，一是甲。")


@pytest.mark.parametrize(
    "between",
    [
        (table(*HEAD), table(*GRID)),
        (OTHER_TABLE, Paragraph("名词解释")),
        (Paragraph("填报说明", WORKSHEET),),
        (Paragraph("Sheet2", WORKSHEET), Paragraph("第三部分 名词解释")),
    ],
)
def test_what_follows_a_project_or_a_heading_of_something_else_is_no_text_of_a_section(
    between: tuple[Block, ...], hebei: Form
) -> None:
    document, notes = read(hebei, Paragraph("目标", WORKSHEET), *SECTION, *between, Paragraph("甲，指乙。"))
    assert document.overall == (Section("总体绩效目标", "做好工作。"),)
    assert "甲，指乙。" in [note.original for note in notes if note.kind == "ignored"]


def test_the_letter_that_comes_with_a_document_gives_no_title(hebei: Form) -> None:
    letter = "某局关于报送2023年绩效信息的报告"
    document, notes = read(hebei, Paragraph(letter), Paragraph("2023年部门预算绩效信息"), table(*HEAD), table(*GRID))
    assert document.title == "2023年部门预算绩效信息"
    assert [note.original for note in notes] == [letter]


def test_a_label_with_what_it_announces_gives_no_title(hebei: Form) -> None:
    document, notes = read(hebei, Paragraph("绩效目标：做好甲。"), table(*HEAD), table(*GRID))
    assert document.title == ""
    assert [note.original for note in notes] == ["绩效目标：做好甲。"]


def test_the_last_line_of_all_stays_in_its_section_for_no_table_follows(hebei: Form) -> None:
    line = "（1）详见项目绩效目标表"
    document, notes = read(hebei, table(*HEAD), table(*GRID), *SECTION, Paragraph(line), Paragraph(""))
    assert (document.overall, notes) == ((Section("总体绩效目标", f"做好工作。\n{line}"),), ())


def test_a_line_before_what_is_hidden_stays_in_its_section(hebei: Form) -> None:
    line = "（1）详见项目绩效目标表"
    hidden = (replace(table(*rows), hidden="旧稿") for rows in (HEAD, GRID))
    document, _ = read(hebei, OTHER_TABLE, *SECTION, Paragraph(line), *hidden)
    assert document.overall == (Section("总体绩效目标", f"做好工作。\n{line}"),)


def test_a_hidden_worksheet_gives_the_title_where_one_sees_nothing_of_the_document(hebei: Form) -> None:
    hidden = (replace(table(*rows), hidden="绩效信息") for rows in (HEAD, GRID))
    document, _ = read(hebei, OTHER_TABLE, Paragraph("绩效信息", WORKSHEET), *hidden)
    assert (document.title, [project.name for project in document.projects]) == ("绩效信息", ["甲项目"])

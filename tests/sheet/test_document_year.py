"""The year of a file of other hands, from wherever it is told."""

import pytest

from pbeditor.model.document import Document, Indicator, Project, Section
from pbeditor.model.form import Form
from pbeditor.sheet.document_year import PLACE, without_year, year_of
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.remainder import NO_PLACE, NO_PROJECT
from pbeditor.sheet.sheet import Block, Note, Paragraph, Sheet, Table, row_of

HEAD = (("项目编码", "203-0401-JBN-0001", "项目名称", "甲项目"), ("绩效目标", "做好甲事项。"))


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(row_of(row) for row in rows))


def year(form: Form, *blocks: Block | str, source: str = "") -> tuple[int, tuple[Note, ...]]:
    sheet = Sheet(tuple(Paragraph(one) if isinstance(one, str) else one for one in blocks), source=source)
    return year_of(sheet, form, interpret(sheet, form)[0])


@pytest.mark.parametrize(
    "lines",
    [
        ("2019年部门预算绩效信息",),
        ("某某局", "2019年部门预算", "绩效目标文本"),
        ("绩效填报说明", "2019年部门预算绩效信息"),
        ("部门预算绩效信息", "2018年12月", "（2019年度）"),
        ("2019年度项目支出绩效目标申报表",),
        ("项目支出绩效目标申报表（2019年度）",),
        ("部门预算绩效信息", "填报年度：2019"),
        ("绩效目录", "1、2018年某大赛绩效目标表........3", "2019年部门预算"),
    ],
)
def test_the_lines_at_the_top_tell_the_year(lines: tuple[str, ...], hebei: Form) -> None:
    assert year(hebei, *lines, table(*HEAD)) == (2019, ())


def test_a_long_line_at_the_top_tells_of_more_than_the_year(hebei: Form) -> None:
    line = "2018年预算执行情况表明，绩效目标需要进一步细化，各单位应当按照要求逐项填报，不得遗漏任何内容。"
    assert year(hebei, "部门绩效", line, table(*HEAD), source="2019") == (2019, ())


def test_the_text_of_the_sections_is_not_the_top(hebei: Form) -> None:
    lines = ("部门绩效", "（一）总体绩效目标：", "按2018年预算安排。")
    assert year(hebei, *lines, table(*HEAD), source="2019年预算") == (2019, ())


@pytest.mark.parametrize("cell", ["（2019年度）", "2019年度"])
def test_a_row_in_the_table_tells_the_year(cell: str, hebei: Form) -> None:
    assert year(hebei, table(("项目支出绩效目标表", ""), ("填报单位：甲", cell), *HEAD)) == (2019, ())


def test_a_label_and_its_year_in_two_cells_tell_the_year(hebei: Form) -> None:
    assert year(hebei, table(("资金性质", "一般公共预算", "预算年度", "2019"), *HEAD)) == (2019, ())


def test_a_row_that_compares_years_tells_none(hebei: Form) -> None:
    found, notes = year(hebei, table(("项目支出绩效目标表", "", ""), ("收入", "2018年", "2019年"), *HEAD))
    assert (found, [note.place for note in notes]) == (hebei.year, [PLACE])


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("2019年部门预算", True),
        ("某局_2019_报送", True),
        ("203002某局19年预算绩效", True),
        ("绩效目标20191201", False),
        ("2018年12月报送", False),
        ("绩效目标", False),
    ],
)
def test_the_name_of_the_file_tells_the_year_where_the_file_does_not(name: str, known: bool, hebei: Form) -> None:
    found, notes = year(hebei, table(*HEAD), source=name)
    assert (found, bool(notes)) == ((2019, False) if known else (hebei.year, True))


def test_the_year_most_named_in_the_texts_is_a_guess(hebei: Form) -> None:
    rows = (Indicator("r", name="2018年次数", description="2019年"), Indicator("s", basis="2019年计划"))
    project = Project("p", name="甲", goals="依据〔2017〕3号，2019年完成", indicators=rows)
    document = Document("hebei-2020", 2020, overall=(Section("总体", "自2018年起"),), projects=(project,))
    found, (note,) = year_of(Sheet(), hebei, document)
    assert (found, note.kind, note.place) == (2019, "guessed", PLACE)
    assert "2019" in note.message


def test_of_years_named_as_often_the_latest_is_taken(hebei: Form) -> None:
    document = Document("hebei-2020", 2020, overall=(Section("总体", "2018年和2019年"),))
    assert year_of(Sheet(), hebei, document)[0] == 2019


def test_the_year_of_the_form_is_the_last_resort_and_said(hebei: Form) -> None:
    found, (note,) = year(hebei, table(*HEAD))
    assert (found, note.kind, note.place) == (hebei.year, "guessed", PLACE)
    assert str(hebei.year) in note.message


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("（2023年度）", False),
        ("2023年", False),
        ("2023年项目绩效目标表", False),
        ("项目支出绩效目标申报表（2023年度）", False),
        ("项目支出绩效目标表", False),
        ("（2022年度）", True),
        ("2022年项目绩效目标表", True),
        ("2023年某大赛绩效目标表", True),
        ("2023年部门预算", True),
        ("请于月底前报送", True),
    ],
)
def test_the_years_own_lines_and_titles_of_forms_are_no_text_left_out(text: str, is_told: bool) -> None:
    notes = [Note("正文", "ignored", message, text) for message in (NO_PLACE, NO_PROJECT)]
    other = Note("正文", "ignored", "这一格没有对应的栏目，未导入", text)
    assert list(without_year([*notes, other], 2023)) == [*notes * is_told, other]

"""Which cell of a grid's head stands for which field."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.sheet.columns import columns_of, header_row, is_side_head
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Table, row_of
from tests.sheet.test_interpret import HEAD, read, table

SIDE = ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值")
LINES = (("", "产出指标", "数量指标", "座数", "≥3座"), ("", "", "质量指标", "合格率", "≥95%"))
TWICE = ("一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值")
BOTH = ("产出指标", "数量指标", "三年座数", "≥30座", "数量指标", "座数", "≥3座")


def cells(*texts: str) -> list[Cell]:
    return [Cell((Run(text),) if text else (), place) for place, text in enumerate(texts)]


def placed(form: Form, *rows: tuple[str, ...], header: int = 0) -> dict[str, int]:
    found = columns_of(Grid(table(*rows)), header, Labels(form)).placed
    return {field: cell.column for field, cell in found.items()}


def test_the_forms_own_word_for_a_column_goes_before_another_word_for_it(hebei: Form) -> None:
    assert placed(hebei, SIDE, *LINES) == {"name": 3, "level1": 1, "level2": 2, "target": 4}


def test_a_head_that_reaches_down_beside_the_rows_heads_no_column(hebei: Form) -> None:
    """Though nothing else in the head is called the same."""
    head = cells("绩效指标", "一级指标", "二级指标", "指标", "指标值")
    side = Cell((Run("绩效指标"),), 0, rows=2)
    grid = Grid(Table((Row((side, *head[1:])), Row(tuple(cells(*LINES[0])[1:])))))
    labels = Labels(hebei)
    assert [is_side_head(grid, 0, cell, labels) for cell in grid.rows[0].cells] == [True, False, False, False, False]
    assert "name" not in columns_of(grid, 0, labels).placed


def test_a_side_head_that_is_repeated_in_each_row_leaves_no_note(hebei: Form) -> None:
    document, notes = read(hebei, table(*HEAD), table(SIDE, *(("绩效指标", *line[1:]) for line in LINES)))
    assert ([row.name for row in document.projects[0].indicators], notes) == (["座数", "合格率"], ())


def test_of_columns_called_alike_that_of_the_later_year_counts(hebei: Form) -> None:
    head = ("一级指标", "二级指标", "三级指标", "指标值（2018年）", "指标值（2019年）")
    assert placed(hebei, head, ("产出指标", "数量指标", "座数", "≥1座", "≥3座"))["target"] == 4


def test_a_head_that_begins_with_a_year_is_seen_and_the_later_one_counts(hebei: Form) -> None:
    head = ("一级指标", "二级指标", "三级指标", "2018年指标值", "2019年度指标值")
    document, notes = read(hebei, table(*HEAD), table(head, ("产出指标", "数量指标", "座数", "≥1座", "≥3座")))
    assert [row.target for row in document.projects[0].indicators] == [Target("≥", "3", "座")]
    assert [(note.kind, note.original) for note in notes] == [
        ("ignored", "2018年指标值：≥1座"),
        ("guessed", "2019年度指标值、2018年指标值"),
    ]


def test_a_level_that_reaches_down_beside_groups_of_heads_is_a_column(hebei: Form) -> None:
    """It is one, too, for a table that goes on with the rows."""
    tall, groups = Cell((Run("一级指标"),), rows=2), (Cell((Run("年度"),), 1, 3), Cell((Run("中期指标"),), 4, 3))
    heads = Row(tuple(Cell((Run(text),), place) for place, text in enumerate(TWICE[1:], 1)))
    rows = (row_of(("产出指标", "数量指标", "座数", "≥3座", "数量指标", "座数", "≥9座")),)
    more = table(("效果指标", "社会效益指标", "知晓率", "≥9%", "社会效益指标", "知晓率", "≥95%"))
    whole = Table((*table(*HEAD).rows, Row((tall, *groups)), heads, *rows))
    document, notes = read(hebei, whole, more)
    assert [(row.level1, row.name, row.target.number) for row in document.projects[0].indicators] == [
        ("产出指标", "座数", "3"),
        ("效果指标", "知晓率", "9"),
    ]
    assert not [note for note in notes if "金额和目标" in note.message]


def test_a_side_head_leaves_no_note(hebei: Form) -> None:
    document, notes = read(hebei, table(*HEAD), table(SIDE, *LINES))
    assert [(row.level2, row.name) for row in document.projects[0].indicators] == [
        ("数量指标", "座数"),
        ("质量指标", "合格率"),
    ]
    assert notes == ()


def test_of_columns_that_come_once_for_more_years_those_of_the_year_are_taken_with_a_note(hebei: Form) -> None:
    document, notes = read(hebei, table(*HEAD), table(TWICE, BOTH))
    row = document.projects[0].indicators[0]
    assert (row.level1, row.level2, row.name, row.target) == ("产出指标", "数量指标", "座数", Target("≥", "3", "座"))
    assert [note.original for note in notes if note.kind == "guessed"] == ["二级指标、三级指标、指标值"]
    assert [note.original for note in notes if note.kind == "ignored"] == [
        "二级指标：数量指标",
        "三级指标：三年座数",
        "指标值：≥30座",
    ]


@pytest.mark.parametrize(
    ("above", "column"),
    [
        (("", "年度目标", "", "", "中期目标", "", ""), 3),
        (("", "", "", "年度", "", "", "中期"), 3),
        (("", "", "", "中期", "", "", "年度"), 6),
    ],
)
def test_what_stands_above_tells_which_columns_are_those_of_the_year(
    above: tuple[str, ...], column: int, hebei: Form
) -> None:
    wide = Row(tuple(Cell(cell.runs, cell.column, 3) for cell in row_of(above).cells if cell.text and cell.column < 5))
    rows = (row_of(above), row_of(TWICE)) if above[3] else (wide, row_of(TWICE))
    found = columns_of(Grid(Table((*rows, row_of(BOTH)))), 1, Labels(hebei)).placed
    assert found["target"].column == column


def test_two_whole_lists_side_by_side_are_no_span_of_years(hebei: Form) -> None:
    found = columns_of(Grid(table(SIDE[1:] * 2, BOTH)), 0, Labels(hebei))
    assert ({field: cell.column for field, cell in found.placed.items()}, found.doubt) == (
        {"level1": 0, "level2": 1, "name": 2, "target": 3},
        "",
    )


@pytest.mark.parametrize(
    ("below", "column", "doubted"),
    [
        (("2018年", "2019年"), 4, "2019年、2018年"),
        (("2020年", "2019年"), 3, "2020年、2019年"),
        (("上年", "本年"), 4, "本年、上年"),
        (("年度", "2019—2021年"), 3, "年度、2019—2021年"),
        (("目标值", "完成值"), 3, ""),
    ],
)
def test_of_values_of_several_years_the_one_nearest_to_the_document_is_taken_with_a_note(
    below: tuple[str, str], column: int, doubted: str, hebei: Form
) -> None:
    values = dict(zip((3, 4), ("≥1座", "≥3座"), strict=True))
    wide = Row((*cells("一级指标", "二级指标", "三级指标"), Cell((Run("指标值"),), 3, columns=2)))
    line = row_of(("产出指标", "数量指标", "座数", *values.values()))
    document, notes = read(hebei, table(*HEAD), Table((wide, row_of(("", "", "", *below)), line)))
    assert [row.target.text for row in document.projects[0].indicators] == ["座"]
    assert document.projects[0].indicators[0].target.number == values[column].strip("≥座")
    assert [note.original for note in notes if note.kind == "guessed"] == ([doubted] if doubted else [])


@pytest.mark.parametrize("second", ["指标值", ""])
@pytest.mark.parametrize("beside", [("", "", ""), ("一级指标", "二级指标", "三级指标")])
def test_a_head_repeated_over_years_or_beside_a_blank_is_as_good_as_a_wide_one(
    beside: tuple[str, ...], second: str, hebei: Form
) -> None:
    head = ("一级指标", "二级指标", "三级指标", "指标值", second)
    rows = (head, (*beside, "2018年", "2019年"), ("产出指标", "数量指标", "座数", "≥1座", "≥3座"))
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert [row.target for row in document.projects[0].indicators] == [Target("≥", "3", "座")]
    assert [note.original for note in notes] == ["2018年：≥1座", "2019年、2018年"]


@pytest.mark.parametrize("second", ["指标值", ""])
def test_a_head_repeated_over_parts_of_the_value_or_beside_a_blank_is_as_good_as_a_wide_one(
    second: str, hebei: Form
) -> None:
    head = ("一级指标", "二级指标", "三级指标", "指标值", second)
    rows = (head, ("", "", "", "符号", "数值"), ("产出指标", "数量指标", "座数", "≥", "3"))
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert ([row.target for row in document.projects[0].indicators], notes) == ([Target("≥", "3", "")], ())


@pytest.mark.parametrize(
    ("row", "usual", "explained"),
    [
        (("一级指标", "三级指标", "指标值"), 1, 1),
        (("三级指标", "指标值"), None, 1),
        (("三级指标", "次数"), None, None),
        (("一级指标", "二级指标", "绩效指标描述", "指标值确定依据"), None, None),
        (("一级指标", "二级指标", "三级指标"), 1, 1),
        (("一级指标", "二级指标", "数值"), 1, 1),
    ],
)
def test_labels_enough_with_a_name_or_a_value_among_them_make_a_head(
    row: tuple[str, ...], usual: int | None, explained: int | None, hebei: Form
) -> None:
    """Fewer are enough in a layout that a person has explained."""
    grid = Grid(table(("题目",), row))
    forms = (hebei, replace(hebei, base="mof-2021"))
    assert [header_row(grid, Labels(form)) for form in forms] == [usual, explained]


def test_heads_that_are_each_as_wide_as_the_texts_below_them_are_no_groups(hebei: Form) -> None:
    def wide(texts: tuple[str, ...]) -> Row:
        return Row(tuple(Cell((Run(text),), 2 * place, columns=2) for place, text in enumerate(texts)))

    heads, row = ("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "次数", "≥3次")
    document, notes = read(hebei, table(*HEAD), Table((wide(heads), wide(row), wide(row))))
    assert [each.name for each in document.projects[0].indicators] == ["次数", "次数"]
    assert notes == ()


@pytest.mark.parametrize(
    ("title", "years", "taken", "told"),
    [
        (
            "某局2024年部门预算绩效目标",
            ("2023年完成值", "2024年目标值", "2025年目标值"),
            "2",
            "已取本年度的“2024年目标值”",
        ),
        ("某局2024年部门预算绩效目标", ("2024年", "2025年", "2026年"), "1", "已取本年度的“2024年”"),
        (
            "某局2024年部门预算绩效目标",
            ("2022年目标值", "2023年目标值", ""),
            "2",
            "没有本年度的，已取年份最近的“2023年目标值”",
        ),
        ("某局部门预算绩效目标", ("2024年目标值", "2025年目标值", ""), "2", "没有写明年度，已取最晚的“2025年目标值”"),
    ],
)
def test_of_columns_of_several_years_that_of_the_documents_year_is_taken_and_why_is_said(
    title: str, years: tuple[str, ...], taken: str, told: str, hebei: Form
) -> None:
    grid = table(("一级指标", "二级指标", "三级指标", *years), ("产出指标", "数量指标", "座数", "≥1座", "≥2座", "≥3座"))
    document, notes = read(hebei, Paragraph(title), table(*HEAD), grid)
    assert document.projects[0].indicators[0].target.number == taken
    assert [told in note.message for note in notes if note.kind == "guessed"] == [True]


@pytest.mark.parametrize("head", ["本年目标值", "全年目标值", "2025年度指标值", "本年度指标值（%）"])
def test_a_head_that_says_which_year_its_values_are_for_is_one_of_values_and_leaves_no_note(
    head: str, hebei: Form
) -> None:
    rows = (("一级指标", "二级指标", "三级指标", head), ("产出指标", "数量指标", "座数", "≥3座"))
    document, notes = read(hebei, table(*HEAD), table(*rows))
    assert ([row.target for row in document.projects[0].indicators], notes) == ([Target("≥", "3", "座")], ())

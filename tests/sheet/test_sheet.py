"""How a table is built: all of it but its texts."""

from msgspec.structs import replace

from pbeditor.sheet.sheet import (
    COVER,
    PROJECT,
    TITLE,
    VALUE,
    Cell,
    Paragraph,
    Row,
    Run,
    Sheet,
    Table,
    row_of,
    texts_at_once,
)

TABLE = Table((row_of(("一", "二")), row_of(("三", "四"))), (10.0, 20.0))


def with_first(cell: Cell) -> Table:
    first, *others = TABLE.rows
    return replace(TABLE, rows=(replace(first, cells=(cell, *first.cells[1:])), *others))


def test_tables_that_differ_in_their_texts_alone_are_built_alike() -> None:
    cell = TABLE.rows[0].cells[0]
    assert with_first(replace(cell, runs=(Run("五"), Run("六")))).build is TABLE.build
    for other in ({"columns": 2}, {"rows": 2}, {"role": VALUE}, {"align": "right"}, {"frame": False}, {"column": 1}):
        assert with_first(replace(cell, **other)).build != TABLE.build


def test_tables_of_other_widths_or_rows_are_built_otherwise() -> None:
    cells = tuple(cell for row in TABLE.rows for cell in row.cells)
    assert replace(TABLE, widths=(20.0, 10.0)).build != TABLE.build
    assert replace(TABLE, rows=(Row(cells),)).build != TABLE.build
    assert replace(TABLE, rows=(replace(TABLE.rows[0], header=True), TABLE.rows[1])).build != TABLE.build


def test_a_table_that_was_asked_how_it_is_built_equals_one_that_was_not() -> None:
    assert TABLE.build
    assert Table(TABLE.rows, TABLE.widths) == TABLE


def test_the_texts_of_cells_at_once_are_those_of_each() -> None:
    cells = [Cell(), Cell((Run("一"),)), Cell((Run("一"), Run("二")))]
    assert texts_at_once(cells) == [cell.text for cell in cells] == ["", "一", "一二"]


def test_a_file_is_called_by_its_title_else_by_its_cover_or_its_first_project() -> None:
    title, cover = Paragraph("题", TITLE), Paragraph("封", COVER)
    projects = Paragraph("1、甲", PROJECT), Paragraph("2、乙", PROJECT)
    assert Sheet((cover, title, *projects)).title == "题"
    assert Sheet((cover, *projects)).title == "封"
    assert Sheet(projects).title == "1、甲"
    assert Sheet((TABLE,)).title == ""

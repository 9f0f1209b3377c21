"""The text layout of document converters, and pasted tables."""

from pbeditor.exchange.text_in import read_text
from pbeditor.sheet.sheet import Paragraph, Table
from tests.exchange.builders import grid, texts


def shape(text: str) -> list[str | list[list[str]]]:
    """Paragraphs as their text, tables as rows of texts."""
    return [
        block.text if isinstance(block, Paragraph) else [[cell[0] for cell in row] for row in grid(block)]
        for block in read_text(text).blocks
    ]


def test_a_tab_starts_a_cell_and_a_blank_line_ends_the_row() -> None:
    assert shape("\t甲\n\t乙\n\n\t丙\n\t丁\n\n") == [[["甲", "乙"], ["丙", "丁"]]]


def test_further_lines_go_on_with_the_cell() -> None:
    assert shape("\t绩效目标\n\t1、甲\n2、乙\n\n") == [[["绩效目标", "1、甲\n2、乙"]]]


def test_a_line_of_blanks_between_two_tables_keeps_them_apart() -> None:
    assert shape("\t甲\n\n\n \n\t一级指标\n\n\n乙\n\t丙") == [[["甲"]], "", [["一级指标"]], "乙", [["丙"]]]


def test_blank_cells_keep_their_places() -> None:
    assert shape("\t\n\t数量指标\n\t\n") == [[["", "数量指标", ""]]]


def test_the_residue_of_a_bookmark_becomes_the_anchor() -> None:
    found = read_text("[bookmark: _Toc39]1、甲绩效目标表\n乙[bookmark: x]丙")
    assert found.blocks == (Paragraph("1、甲绩效目标表", anchor="_Toc39"), Paragraph("乙丙", anchor="x"))


def test_lines_of_several_cells_are_rows_as_from_a_spreadsheet() -> None:
    assert shape("一级指标\t二级指标\n\t数量指标\t3次\n产出\t\n正文") == [
        [["一级指标", "二级指标"], ["", "数量指标", "3次"], ["产出", ""]],
        "正文",
    ]


def test_all_line_ends_count() -> None:
    assert shape("甲\r\n\t乙\r\n\t丙\r\r丁") == ["甲", [["乙", "丙"]], "丁"]


def test_a_table_may_end_the_text() -> None:
    assert isinstance(read_text("\t甲").blocks[0], Table)
    assert texts(read_text("")) == []


def test_a_text_that_a_spreadsheet_saved_is_read_by_its_quotes() -> None:
    assert shape('标题\n绩效目标\t"1、甲\n2、乙"\n\t丙\n') == ["标题", [["绩效目标", "1、甲\n2、乙"], ["", "丙"]]]

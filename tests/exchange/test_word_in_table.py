"""Cells stand at their exact grid places, however the table is merged."""

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Run, Table
from tests.exchange.builders import docx, grid, p, r, tbl, tc

BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def read(table: str) -> Table:
    found = read_sheet(docx(table), "甲.docx").blocks[0]
    assert isinstance(found, Table)
    return found


def test_a_cell_over_several_columns_moves_its_neighbours() -> None:
    assert grid(read(tbl(tc("甲", span(3)) + tc("乙")))) == [[("甲", 0, 3, 1), ("乙", 3, 1, 1)]]


def test_a_cell_over_several_rows_is_one_cell() -> None:
    table = tbl(tc("甲", BEGIN) + tc("乙"), tc("", GO_ON) + tc("丙"), tc("", GO_ON) + tc("丁"))
    assert grid(read(table)) == [[("甲", 0, 1, 3), ("乙", 1, 1, 1)], [("丙", 1, 1, 1)], [("丁", 1, 1, 1)]]


def test_a_merge_that_fits_nothing_above_is_a_cell_of_its_own() -> None:
    table = tbl(tc("甲", BEGIN) + tc("乙"), tc("丙", GO_ON + span(2)))
    assert grid(read(table)) == [[("甲", 0, 1, 1), ("乙", 1, 1, 1)], [("丙", 0, 2, 1)]]


def test_two_merges_one_under_the_other_stay_apart() -> None:
    table = tbl(tc("甲", BEGIN), tc("", GO_ON), tc("乙", BEGIN), tc("", GO_ON), tc("丙"))
    assert grid(read(table)) == [[("甲", 0, 1, 2)], [], [("乙", 0, 1, 2)], [], [("丙", 0, 1, 1)]]


def test_old_merges_across_are_joined() -> None:
    table = tbl(tc("甲", '<w:hMerge w:val="restart"/>') + tc("", "<w:hMerge/>") + tc("乙"))
    assert grid(read(table)) == [[("甲", 0, 2, 1), ("乙", 2, 1, 1)]]


def test_a_row_that_begins_further_right_keeps_its_places() -> None:
    table = tbl("<w:trPr><w:gridBefore w:val='2'/><w:gridAfter w:val='1'/></w:trPr>" + tc("甲"), tc("乙") + tc("丙"))
    assert grid(read(table)) == [[("甲", 2, 1, 1)], [("乙", 0, 1, 1), ("丙", 1, 1, 1)]]


def test_a_deleted_row_is_left_out_and_a_header_row_is_known() -> None:
    table = read(tbl("<w:trPr><w:tblHeader/></w:trPr>" + tc("甲"), "<w:trPr><w:del/></w:trPr>" + tc("乙"), tc("丙")))
    assert [(row.cells[0].text, row.header) for row in table.rows] == [("甲", True), ("丙", False)]


def test_rows_and_cells_in_content_controls_are_found() -> None:
    cell = f"<w:sdt><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell}{tc('乙')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert grid(read(table)) == [[("甲", 0, 1, 1), ("乙", 1, 1, 1)]]


def test_the_paragraphs_of_a_cell_are_its_lines() -> None:
    assert grid(read(tbl(tc(p("甲") + p("") + p("<w:r><w:t>乙</w:t><w:br/><w:t>丙 </w:t></w:r>"))))) == [
        [("甲\n\n乙\n丙", 0, 1, 1)]
    ]


def test_a_table_in_a_cell_comes_after_and_the_cell_keeps_its_text() -> None:
    blocks = read_sheet(docx(tbl(tc(p("甲") + tbl(tc("内")) + p("乙")) + tc("丙"))), "甲.docx").blocks
    assert [grid(block) for block in blocks] == [[[("甲\n乙", 0, 1, 1), ("丙", 1, 1, 1)]], [[("内", 0, 1, 1)]]]


def test_runs_of_our_styles_keep_apart_and_others_join() -> None:
    number, words = '<w:rStyle w:val="pbNumber"/>', '<w:rStyle w:val="pbWords"/>'
    cell = read(tbl(tc(p(r("9", number) + r("0", number) + r("0%", words) + r("及", words))))).rows[0].cells[0]
    assert cell.runs == (Run("90", sheet.NUMBER), Run("0%及", sheet.WORDS))


def test_cells_without_any_border_have_no_frame() -> None:
    nil = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
    half = '<w:tcBorders><w:top w:val="nil"/><w:left w:val="single"/></w:tcBorders>'
    cells = read(tbl(tc("甲", f"<w:tcBorders>{nil}</w:tcBorders>") + tc("乙", half) + tc("丙"))).rows[0].cells
    assert [cell.frame for cell in cells] == [False, True, True]


def test_absurd_numbers_are_borne() -> None:
    table = tbl(tc("甲", span(999_999_999)) + tc("乙", span(0)) + tc("丙", '<w:gridSpan w:val="-1x"/>'))
    assert [cell.text for cell in read(table).rows[0].cells] == ["甲", "乙", "丙"]


def test_spans_that_cover_more_than_any_table_are_refused() -> None:
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read(tbl(*[tc("甲", span(16_000))] * 100))


def test_widths_are_taken_where_they_fit_the_cells() -> None:
    widths = '<w:tblGrid><w:gridCol w:w="567"/><w:gridCol w:w="1134"/></w:tblGrid>'
    assert read(tbl(tc("甲", span(2))).replace("<w:tr>", f"{widths}<w:tr>", 1)).widths == (10.0, 20.0)
    assert read(tbl(tc("甲", span(3))).replace("<w:tr>", f"{widths}<w:tr>", 1)).widths == ()

"""What is pasted becomes the same document as the file it was copied from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.exchange.pasted import pasted_sheet
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.sheet import Paragraph, Sheet, Table
from tests.corpus.cases_content import fillers
from tests.corpus.cases_shape import joined, repeated, titles_inside
from tests.corpus.cases_value import torn
from tests.corpus.make import reading
from tests.corpus.office import OPENING, TOURS, document
from tests.corpus.paper import Blocks, as_page, as_text, placed
from tests.exchange.builders import grid
from tests.exchange.shown import seen

CLIPBOARD = Path(__file__).resolve().parents[1] / "data" / "clipboard"


def copied(blocks: Blocks) -> str:
    """Tab-separated text as a spreadsheet puts it on the clipboard: a cell with a line break stands in quotes."""
    lines = []
    for block in blocks:
        rows = [[one.cell.text * (not one.covered) for one in row] for row in placed(block)] if block in TABLES else []
        lines += ["\t".join(map(quoted, row)) for row in rows] or [str(block)]
    return "\r\n".join(lines) + "\r\n"


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text else text


TABLES = [block for block in repeated() if isinstance(block, list)]


def understood(sheet: Sheet, form: Form) -> Any:
    return reading(interpret(sheet, form)[0], ())["document"]


def test_a_table_with_quoted_cells_is_read_as_the_file_is(hebei: Form) -> None:
    expected = reading(document(OPENING, TOURS), ())["document"]
    assert understood(pasted_sheet(copied(repeated())), hebei) == expected


@pytest.mark.parametrize("blocks", [joined, repeated, titles_inside, torn, fillers])
def test_marked_up_tables_are_read_as_the_page_is(blocks: Callable[[], Blocks], hebei: Form) -> None:
    made = blocks()
    page = as_page(made).decode("gb18030")
    header = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000170\r\n"
    assert pasted_sheet("", header + page) == pasted_sheet("whatever", page)
    assert understood(pasted_sheet("", page), hebei) == understood(pasted_sheet(as_text(made).decode()), hebei)


@pytest.mark.parametrize("program", ["excel", "wps"])
def test_merged_cells_of_a_spreadsheet_keep_their_spans(program: str) -> None:
    html = (CLIPBOARD / f"{program}.html").read_text("utf-8")
    text = (CLIPBOARD / f"{program}.tsv").read_text("utf-8")
    (table,) = [block for block in pasted_sheet(text, html).blocks if isinstance(block, Table)]
    assert grid(table)[0][0] == ("产出指标", 0, 1, 2)
    (plain,) = pasted_sheet(text).blocks
    assert isinstance(plain, Table)
    assert plain.rows[0].cells[3].text == "全年举办培训\n分四季度进行"


def test_plain_paragraphs_are_paragraphs() -> None:
    sheet = Sheet((Paragraph("甲"), Paragraph("乙")))
    assert pasted_sheet("甲\r\n乙") == sheet
    assert pasted_sheet("甲\r\n乙", "<p><b>甲</b></p><p>乙</p>") == sheet
    assert pasted_sheet("", "<p>甲</p><p>乙</p>") == sheet
    assert pasted_sheet("", "") == Sheet()


def test_lines_around_a_quoted_table_are_paragraphs() -> None:
    blocks = pasted_sheet('标题\n"甲\n乙"\t丙\n尾').blocks
    assert seen(blocks) == ["标题", [[("甲\n乙", 0, 1, 1), ("丙", 1, 1, 1)]], "尾"]


@given(text=st.text('甲"\t\n <td>', max_size=30), html=st.text("<table>d/r甲&;\0 =span9", max_size=40))
def test_whatever_is_pasted_is_read(text: str, html: str) -> None:
    assert isinstance(pasted_sheet(text, html), Sheet)

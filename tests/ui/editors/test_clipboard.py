"""Blocks of cells travel to and from Excel, WPS and our own grid."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from pbeditor.exchange.delimited import parse_text, tab_separated
from pbeditor.model.document import Target
from pbeditor.ui.clipboard_sight import CELLS
from pbeditor.ui.editors.clipboard import Block, copied, pasted

TEXTS = [
    ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
    ('"一\n二"\tb', [["一\n二", "b"]]),
    ('"a ""b""\tc"\td', [['a "b"\tc', "d"]]),
    ('"甲"乙\tb', [['"甲"乙', "b"]]),
    ('"甲"\tb', [['"甲"', "b"]]),
    ('"open\tb', [['"open', "b"]]),
    ("a\n\nb\n", [["a"], [""], ["b"]]),
    ("\tb", [["", "b"]]),
    ("a\t", [["a", ""]]),
    ("\n", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "rows"), TEXTS)
def test_tab_separated_text_is_read_as_spreadsheets_write_it(text: str, rows: list[list[str]]) -> None:
    assert parse_text(text) == rows


def test_a_quote_needs_quotes_only_where_it_begins_a_cell() -> None:
    assert tab_separated([['24" 屏', '"甲"', "一\n二"]]) == '24" 屏\t"""甲"""\t"一\n二"'


def foreign(text: str, html: str = "") -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


CELL = st.text(alphabet='甲a"\n\t1≥ ', max_size=5)


@given(st.integers(1, 3).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1)))
def test_what_is_copied_pastes_as_the_same_cells_elsewhere(block: list[list[str]]) -> None:
    if block != [[""]] and block[-1] != [""]:
        assert pasted(foreign(copied(block).text())) == block


def test_a_value_keeps_its_three_parts_in_our_own_grid() -> None:
    block: Block = [["甲", Target("≥", "90", "3次")]]
    data = copied(block)
    assert pasted(data) == block
    assert data.text() == "甲\t≥903次"


def test_a_broken_block_of_our_own_falls_back_to_text() -> None:
    data = foreign("a\tb")
    data.setData(CELLS, b"[[{")
    assert pasted(data) == [["a", "b"]]


def test_merged_cells_are_filled_from_the_html_and_lines_from_the_text(qtbot: QtBot) -> None:
    html = (
        "<table><tr><td rowspan=2>产出</td><td>一 二</td></tr><tr><td>b</td></tr><tr><td colspan=2>c</td></tr></table>"
    )
    data = foreign('产出\t"一\n二"\n\tb\nc\t\n', html)
    assert pasted(data) == [["产出", "一\n二"], ["产出", "b"], ["c", ""]]


def test_html_gives_the_cells_where_the_text_was_cut_into_other_rows(qtbot: QtBot) -> None:
    html = "<p>x</p><table><tr><td>一<br>二</td><td>a</td></tr><tr><td>三</td><td>b</td></tr></table>"
    assert pasted(foreign("一\n二\ta\n三\tb\n", html)) == [["一\n二", "a"], ["三", "b"]]


def test_html_without_a_table_leaves_the_text(qtbot: QtBot) -> None:
    assert pasted(foreign("a\nb\tc", "<p>a<br>b c</p>")) == [["a", ""], ["b", "c"]]


def test_the_html_of_a_copy_is_a_table_with_lines_kept_in_their_cell() -> None:
    html = copied([["一\n二<", "b"]]).html()
    assert "<td>一<br style='mso-data-placement:same-cell'>二&lt;</td><td>b</td>" in html


def test_an_empty_clipboard_has_no_rows() -> None:
    assert pasted(None) == [] == pasted(QMimeData())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file that blocks whoever opens it")
def test_what_html_names_is_not_opened(tmp_path: Path) -> None:
    named = tmp_path / "named.css"
    os.mkfifo(named)  # opening it would wait for ever
    html = (
        f"<link rel='stylesheet' href='{named.as_uri()}'><style>@import url('{named.as_uri()}');</style>"
        f"<img src='{named.as_uri()}'><table><tr><td rowspan=2>产出</td><td>a</td></tr><tr><td>b</td></tr></table>"
    )
    assert pasted(foreign("产出\ta\n\tb\n", html)) == [["产出", "a"], ["产出", "b"]]


def test_a_table_that_is_larger_than_any_leaves_the_text() -> None:
    html = "<table><tr><td colspan=16000>a</td></tr>" + "<tr><td>x</td></tr>" * 600 + "</table>"
    assert pasted(foreign("a\tb\nc\n", html)) == [["a", "b"], ["c", ""]]

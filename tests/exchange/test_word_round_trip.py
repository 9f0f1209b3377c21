"""What we write to Word comes back the same."""

import pytest
from hypothesis import given

from pbeditor.exchange.reading import read_sheet
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.sheet import LINES, MARGIN, Sheet
from pbeditor.sheet.style import Style
from pbeditor.work.exporting import Wish, exported
from tests.builders import documents
from tests.exchange.builders import sheets


@given(block_sheet=sheets())
def test_any_sheet_comes_back_from_word_the_same(block_sheet: Sheet, hebei: Form, reference: bytes) -> None:
    assert read_sheet(word_bytes(block_sheet, hebei.layout, reference), "x.docx") == block_sheet


@given(block_sheet=sheets())
def test_a_sheet_read_from_word_and_written_again_is_the_same_file(
    block_sheet: Sheet, hebei: Form, reference: bytes
) -> None:
    once = word_bytes(block_sheet, hebei.layout, reference)
    assert word_bytes(read_sheet(once, "x.docx"), hebei.layout, reference) == once


@pytest.mark.parametrize(
    "style",
    [
        Style(),
        Style(cover=True, draft=True),
        Style(contents=False, markup=MARGIN),
        Style(cover=True, markup=LINES),
    ],
)
@given(document=documents())
def test_any_document_comes_back_from_word_in_every_style_that_says_all(
    style: Style, document: Document, hebei: Form
) -> None:
    form = hebei.with_periods(document.periods)
    data = exported(document, form, "甲.docx", no_pdf, Wish(style=style))
    assert interpret(read_sheet(data, "甲.docx"), hebei)[0] == document


def no_pdf(_sheet: Sheet, _form: Form) -> bytes:
    raise AssertionError

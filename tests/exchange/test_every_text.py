"""Every text of a document is in the Word file and in the workbook that are made of it."""

import re
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from msgspec import Struct
from msgspec.structs import fields
from openpyxl import load_workbook

from pbeditor.exchange import number_formats
from pbeditor.exchange.excel_out import excel_bytes
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out

_UNPRINTED = {"id", "form", "periods"}  # what is for the program alone, or said by the form


def texts_of(value: Any) -> set[str]:
    """The texts in a value, without their blanks."""
    if isinstance(value, str):
        return {"".join(value.split())} - {""}
    if isinstance(value, Struct):
        value = [getattr(value, field.name) for field in fields(value) if field.name not in _UNPRINTED]
    return set().union(*map(texts_of, value)) if isinstance(value, (list, tuple)) else set()


def wanted(document: Document) -> set[str]:
    printed = (document.title, document.overall, document.projects)
    texts = set().union(*map(texts_of, printed))
    assert len(texts) > 3 * len(document.projects)
    return texts


def test_every_text_is_in_the_word_file(document: Document, hebei: Form, reference: bytes) -> None:
    data = word_bytes(lay_out(document, hebei), hebei.layout, reference)
    body = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    # A paragraph after another is a text's line break.
    shown = "".join("".join(map(unescape, re.findall(r"<w:t[^>]*>([^<]*)</w:t>", body))).split())
    assert sorted(text for text in wanted(document) if text not in shown) == []


def test_every_text_is_in_the_workbook(document: Document, hebei: Form) -> None:
    book = load_workbook(BytesIO(excel_bytes(document, lay_out(document, hebei), hebei)))
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts = [
        number_formats.shown(float(cell.value), cell.number_format).text
        if isinstance(cell.value, (int, float))
        else str(cell.value)
        for cell in cells
    ]
    shown = "".join("".join(texts).split())
    assert sorted(text for text in wanted(document) if text not in shown) == []

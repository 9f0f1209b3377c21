"""Workbooks out and in, against the library alone with the same texts, and against unzipping and parsing."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl import Workbook

from pbeditor.exchange.excel_out import excel_bytes
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Sheet, Table
from tests.bench.rows import Row

PAIRS = 3


def excel_rows(document: Document, form: Form) -> Iterator[Row]:
    """Both directions for one document."""
    sheet = lay_out(document, form)
    data = excel_bytes(document, sheet, form)
    yield Row(
        "Excel out",
        "openpyxl, the forms' texts alone",
        lambda: excel_bytes(document, sheet, form),
        lambda: _written(sheet),
        PAIRS,
    )
    yield Row(
        "Excel in", "unzipping and parsing its XML", lambda: read_sheet(data, "a.xlsx"), lambda: _parsed(data), PAIRS
    )


def _written(sheet: Sheet) -> bytes:
    workbook = Workbook()
    for number, table in enumerate(block for block in sheet.blocks if isinstance(block, Table)):
        if number % 2 == 0:
            worksheet = workbook.create_sheet()
        for row in table.rows:
            worksheet.append([cell.text for cell in row.cells])
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def _parsed(data: bytes) -> None:
    archive = ZipFile(BytesIO(data))
    for part in archive.namelist():
        if part.endswith(".xml"):
            etree.fromstring(archive.read(part))

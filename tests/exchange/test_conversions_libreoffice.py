"""Files of one content in many formats, made by LibreOffice, are read as one document."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.sheet import Block, Paragraph, Row, Run, Sheet, Table
from pbeditor.store.resources import resource
from tests.exchange.conversions import NUMBERS, SAME, conversions, differences
from tests.exchange.libreoffice import converted
from tests.exchange.shown import seen

pytestmark = pytest.mark.libreoffice
WORD_FORMATS = ("doc", "rtf", "odt", "html")


def tables(sheet: Sheet) -> list[list[list[str]]]:
    """The texts of all cells."""
    found = (block for block in sheet.blocks if isinstance(block, Table))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def texts(sheet: Sheet) -> Iterator[str]:
    """All texts in their order, numbers without the zeros that spreadsheets do not keep, without blanks."""
    for block in sheet.blocks:
        cells = (
            [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row.cells]
        )
        yield from ("".join(plain(text).split()) for text in cells if text)


def plain(text: str) -> str:
    try:
        return f"{float(text):g}"
    except ValueError:
        return text


def understood(sheet: Sheet, form: Form) -> Any:
    """The document in a sheet, without the ids that each reading gives."""
    document = msgspec.to_builtins(interpret(sheet, form)[0])
    for project in document["projects"]:
        for part in (project, *project["indicators"]):
            part.pop("id")
    return document


def foreign(sheet: Sheet) -> Sheet:
    """The sheet without what only our own Word files tell."""
    return Sheet(tuple(map(without_roles, sheet.blocks)))


def without_roles(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(block.text)
    rows = (tuple(replace(cell, runs=(Run(cell.text),), role="") for cell in row.cells) for row in block.rows)
    return Table(tuple(map(Row, rows)))


@pytest.mark.parametrize("kind", WORD_FORMATS)
def test_the_real_document_keeps_every_cell(kind: str, real_folder: Path, tmp_path: Path, hebei: Form) -> None:
    data = (real_folder / "2020.docx").read_bytes()
    as_word = read_sheet(data, "2020.docx")
    other = read_sheet(converted(data, tmp_path, kind).read_bytes(), f"2020.{kind}")
    assert tables(other) == tables(as_word)
    assert understood(other, hebei) == understood(as_word, hebei)


@pytest.mark.parametrize("kind", WORD_FORMATS)
def test_the_sample_is_the_same_document_in_every_format(kind: str, tmp_path: Path, hebei: Form) -> None:
    data = resource("samples", "示例单位2020.docx").read_bytes()
    as_word = foreign(read_sheet(data, "示例"))
    other = read_sheet(converted(data, tmp_path, kind).read_bytes(), "示例")
    assert tables(other) == tables(as_word)
    assert understood(other, hebei) == understood(as_word, hebei)


def test_the_real_document_keeps_every_text_as_a_workbook(real_folder: Path, tmp_path: Path) -> None:
    data = (real_folder / "2020.docx").read_bytes()
    page = converted(data, tmp_path, "html").read_bytes()
    workbook = converted(page, tmp_path, "xlsx", opened_as="HTML (StarCalc)").read_bytes()
    sheets = [read_sheet(workbook, "2020.xlsx")]
    sheets += [read_sheet(converted(workbook, tmp_path, kind).read_bytes(), f"2020.{kind}") for kind in ("xls", "ods")]
    assert list(texts(sheets[0])) == list(texts(read_sheet(data, "2020.docx")))
    assert [seen(sheet.blocks) for sheet in sheets[1:]] == [seen(sheets[0].blocks)] * 2


def test_the_real_document_is_the_expected_one_in_every_format(real_folder: Path) -> None:
    """Spreadsheets keep amounts and percentages as numbers, so 22.00 comes back as 22; all else is the same."""
    expected = json.loads((real_folder / "expected.json").read_bytes())
    numbers = {"total", "fiscal", "other", "plan"}
    for kind, data in conversions(real_folder):
        found = differences(data, kind, expected)
        assert {field for field, said in found.items() if said not in (SAME, NUMBERS)} == set(), kind
        lost = {field for field, said in found.items() if said == NUMBERS}
        assert lost <= (numbers if kind in ("xlsx", "xls", "ods") else set()), kind

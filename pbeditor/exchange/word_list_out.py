"""A plain list as a Word document: a title, a line below it and one table, for reports that are no form."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_DATED = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's properties have no zone; a fixed date keeps exports equal


class Listing(Struct, frozen=True):
    """Texts of a list: `rows` under `heads`, columns `widths` mm wide."""

    title: str
    note: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def list_bytes(listing: Listing, reference: bytes) -> bytes:
    """The list as .docx on the paper of a reference document; texts are written as they are."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = docx.Document(BytesIO(reference))
    document.core_properties.title = listing.title
    document.core_properties.created = document.core_properties.modified = _DATED
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(title, listing.title, size=18, bold=True)
    _write(document.add_paragraph(), listing.note, size=10.5)
    _add_table(document, listing)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _add_table(document: "WordDocument", listing: Listing) -> None:
    table = document.add_table(0, len(listing.heads))
    table.autofit = False
    _frame(table)
    for texts, bold in ((listing.heads, True), *((row, False) for row in listing.rows)):
        _fill(table.add_row().cells, texts, listing.widths, bold=bold)
    _repeat(table.rows[0])


def _fill(cells: Iterable[Any], texts: Iterable[str], widths: Iterable[float], *, bold: bool) -> None:
    from docx.shared import Mm

    for cell, text, width in zip(cells, texts, widths, strict=True):
        cell.width = Mm(width)
        _write(cell.paragraphs[0], text, size=10, bold=bold)


def _write(paragraph: Any, text: str, *, size: float, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    # python-docx sets only the Latin font by itself, and Chinese text takes another one.
    run.font.name = "宋体"
    run._element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")  # noqa: SLF001 - it has no public way to the East Asian font


def _frame(table: Any) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    # The schema wants the borders before the layout and the look of the table.
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # noqa: SLF001


def _repeat(row: Any) -> None:
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001

"""A plain list as a Word document: a title, a line below it and one table, for reports that are no form."""

from collections.abc import Container, Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from pbeditor.exchange.archive import Package, pack
from pbeditor.exchange.relations import STYLES, related
from pbeditor.exchange.twips import twips
from pbeditor.exchange.word_out_reference import NAME, main_part
from pbeditor.exchange.word_out_styles import styles_part
from pbeditor.model.form import Layout

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_AIR = 0.8  # mm above and below a text
_DATED = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's properties have no zone; a fixed date keeps exports equal


class Listing(Struct, frozen=True):
    """Texts of a list: `rows` under `heads`, columns `widths` mm wide."""

    title: str
    note: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    centred: frozenset[int] = frozenset()  # the columns whose texts stand in the middle


def list_bytes(listing: Listing, reference: bytes, layout: Layout) -> bytes:
    """The list as .docx on the paper of a reference document; texts are written as they are.

    The page number at the foot has the style of the form's `layout`.
    """
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    document = docx.Document(BytesIO(_with_styles(reference, layout)))
    document.core_properties.title = listing.title
    document.core_properties.created = document.core_properties.modified = _DATED
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Mm(3 * _AIR)
    _write(title, listing.title, size=18, bold=True)
    note = document.add_paragraph()
    note.paragraph_format.space_after = Mm(2 * _AIR)
    _write(note, listing.note, size=10.5)
    _add_table(document, listing)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _with_styles(reference: bytes, layout: Layout) -> bytes:
    """The reference document with the styles that its footer names."""
    package = Package(reference, NAME)
    styles = related(package, main_part(package)).get(STYLES, "")
    parts = ((name, package.read(name)) for name in package.parts())
    return pack((name, styles_part(data, layout) if name == styles else data) for name, data in parts)


def _add_table(document: "WordDocument", listing: Listing) -> None:
    table = document.add_table(0, len(listing.heads))
    table.autofit = False
    _frame(table)
    _set_widths(table, listing.widths)
    for texts, is_head in ((listing.heads, True), *((row, False) for row in listing.rows)):
        row = table.add_row()
        centred = range(len(texts)) if is_head else listing.centred
        _fill(row.cells, texts, listing.widths, centred, bold=is_head)
        _say(row, "w:cantSplit")
    _say(table.rows[0], "w:tblHeader")


def _fill(
    cells: Iterable[Any], texts: Iterable[str], widths: Iterable[float], centred: Container[int], *, bold: bool
) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    for place, (cell, text, width) in enumerate(zip(cells, texts, widths, strict=True)):
        cell.width = Mm(width)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        if place in centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Mm(_AIR)
        _write(paragraph, text, size=10, bold=bold)


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


def _set_widths(table: Any, widths: tuple[float, ...]) -> None:
    """The grid and the whole: programs believe one or the other, and the cells are to agree with both."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    whole = table._tbl.tblPr.find(qn("w:tblW"))  # noqa: SLF001
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(sum(twips(width) for width in widths)))


def _say(row: Any, name: str) -> None:
    """A setting of a row that needs no value."""
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001

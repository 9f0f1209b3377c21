"""PDF files: pages drawn by Qt, finished with true text, an outline and links."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from pbeditor.exchange.pdf_out import Bookmark, Extras, Link, Spot, finished
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form, Layout
from pbeditor.model.progress import DRAWING, WRITING, tick
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import paper_size, pitch
from pbeditor.sheet.page import TEXT, Page
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import Paragraph, Sheet
from pbeditor.ui.machine import NO_FONT, has_chinese_font
from pbeditor.ui.paper.glyphs import Glyphs
from pbeditor.ui.paper.measure import UNITS_AN_INCH, QtMeasure, Replacement, replaced_fonts
from pbeditor.ui.paper.painter import PagePainter


def pdf_bytes(block_sheet: Sheet, form: Form) -> bytes:
    """The sheet as a PDF file; `form` is styled as the sheet is. Works without a window and without a screen."""
    _application()
    measure = QtMeasure()
    pages = paginate(block_sheet, form.layout, measure)
    return pages_as_pdf(pages, form.layout, measure, title=title_of(block_sheet), draft=block_sheet.draft)


def pages_as_pdf(
    pages: Sequence[Page],
    layout: Layout,
    measure: QtMeasure,
    *,
    title: str = "",
    draft: bool = False,
    grey: bool = False,
) -> bytes:
    """Pages that are laid out already as a PDF file. Another thread's `measure` must not be used.

    Raises UnwritableError where nothing Chinese can be shown; where there is no font at all, Qt would crash.
    """
    if not has_chinese_font():
        raise UnwritableError("PDF", f"不能生成：{NO_FONT}")
    glyphs = Glyphs()
    drawn = _drawn(pages, layout, PagePainter(layout, measure, glyphs), draft=draft, grey=grey)
    spots = {anchor.name: Spot(number, anchor.y) for number, page in enumerate(pages) for anchor in page.anchors}
    tick(WRITING)
    bookmarks, links = tuple(_bookmarks(pages)), tuple(_links(pages, layout, spots))
    data = finished(drawn, Extras(title, glyphs.faces, bookmarks, links))
    tick(WRITING)  # the last moment at which nothing has been written
    return data


def title_of(block_sheet: Sheet) -> str:
    """What the file is called in a viewer: its title, or the first project's where only projects are printed."""
    texts = {block.role: block.text for block in reversed(block_sheet.blocks) if isinstance(block, Paragraph)}
    return texts.get(sheet.TITLE) or texts.get(sheet.COVER) or texts.get(sheet.PROJECT, "")


def fonts_replaced(layout: Layout) -> tuple[Replacement, ...]:
    """Which fonts of the form are missing here; as `pdf_bytes` it needs no window."""
    _application()
    return replaced_fonts(layout)


@lru_cache(maxsize=1)
def _application() -> QCoreApplication:
    """The program's application; the command line, which has none, gets one that needs no screen."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    # Elsewhere than on Linux the platform of the screen is also the one that knows the fonts.
    offscreen = ["-platform", "offscreen"] if sys.platform == "linux" and "QT_QPA_PLATFORM" not in os.environ else []
    return QGuiApplication(["pbeditor", *offscreen])


def _drawn(pages: Sequence[Page], layout: Layout, drawing: PagePainter, *, draft: bool, grey: bool) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_AN_INCH)
    writer.setPageSize(QPageSize(QSizeF(*paper_size(layout.page)), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    if grey:
        writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
    painter = QPainter(writer)
    try:
        for number, page in enumerate(pages):
            tick(DRAWING, number, len(pages))
            if number:
                writer.newPage()
            drawing.draw(painter, page, draft=draft)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _bookmarks(pages: Sequence[Page]) -> Iterator[Bookmark]:
    for number, page in enumerate(pages):
        for anchor in page.anchors:
            yield Bookmark(anchor.text, Spot(number, anchor.y), level=int(anchor.role == sheet.PROJECT))


def _links(pages: Sequence[Page], layout: Layout, spots: dict[str, Spot]) -> Iterator[Link]:
    """An area for each entry of the contents, from its first word to its page number."""
    for number, page in enumerate(pages):
        for text in page.texts:
            if text.target in spots and text.kind == TEXT:
                bottom = text.y + text.count * pitch(layout, text.role)
                box = (text.x, text.y, layout.page.left + text.width, bottom)
                yield Link(number, box, spots[text.target])

"""PDF files of pages, with an outline and links. Works without a window and without a screen."""

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from pbeditor.exchange.pdf_fonts import Fonts
from pbeditor.exchange.pdf_out import Bookmark, Contents, Extras, Link, Spot, pdf_file
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form, Layout
from pbeditor.model.progress import DRAWING, WRITING, tick
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import paper_size, pitch
from pbeditor.sheet.page import TEXT, Page
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import Sheet
from pbeditor.ui.machine import has_chinese_font, no_font
from pbeditor.ui.paper.faces import FaceName, Faces
from pbeditor.ui.paper.fonts import told_of_fonts
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.pen import Pen


def pdf_bytes(block_sheet: Sheet, form: Form) -> bytes:
    """The sheet as a PDF file; `form` is styled as the sheet is. Works without a window and without a screen."""
    _application()
    measure = QtMeasure()
    pages = paginate(block_sheet, form.layout, measure)
    return pages_as_pdf(pages, form.layout, measure, title=block_sheet.title, draft=block_sheet.draft)


def pages_as_pdf(
    pages: Sequence[Page],
    layout: Layout,
    measure: QtMeasure,
    *,
    title: str = "",
    draft: bool = False,
) -> bytes:
    """Pages that are laid out already as a PDF file, all in shades of grey. Another thread has its own `measure`.

    Raises UnwritableError where nothing Chinese can be shown; where there is no font at all, Qt would crash.
    """
    if not has_chinese_font():
        raise UnwritableError("PDF", f"不能生成：{no_font()}")
    faces, contents = _drawn(pages, layout, measure, draft=draft)
    file = faces.file()
    if refused := faces.refused(file):
        faces, contents = _drawn(pages, layout, measure, draft=draft, refused=refused)
        file = faces.file()
    tick(WRITING)
    spots = {anchor.name: Spot(number, anchor.y) for number, page in enumerate(pages) for anchor in page.anchors}
    extras = Extras(title, tuple(_bookmarks(pages)), tuple(_links(pages, layout, spots)))
    data = pdf_file(contents, Fonts(file, {face.name: tuple(face.signs) for face in faces.embedded}), extras)
    tick(WRITING)  # the last moment at which nothing has been written
    return data


def told_of_missing_fonts(layout: Layout) -> str:
    """As `told_of_fonts`, but as `pdf_bytes` it needs no window."""
    _application()
    return told_of_fonts(layout)


@lru_cache(maxsize=1)
def _application() -> QCoreApplication:
    """The program's application; the command line, which has none, gets one that needs no screen."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    # Elsewhere than on Linux the platform of the screen is also the one that knows the fonts.
    offscreen = ["-platform", "offscreen"] if sys.platform == "linux" and "QT_QPA_PLATFORM" not in os.environ else []
    return QGuiApplication(["pbeditor", *offscreen])


def _drawn(
    pages: Sequence[Page], layout: Layout, measure: QtMeasure, *, draft: bool, refused: Collection[FaceName] = ()
) -> tuple[Faces, Contents]:
    faces = Faces(refused)
    pen = Pen(layout, measure, faces)
    drawn = []
    for number, page in enumerate(pages):
        tick(DRAWING, number, len(pages))
        drawn.append(pen.content(page))
    return faces, Contents(paper_size(layout.page), tuple(drawn), pen.watermark() if draft else b"")


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

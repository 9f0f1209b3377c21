"""草稿 as it lies under each page: a path, so that it is no part of the text that search and copy find."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from pbeditor.model.form import Layout, Text
from pbeditor.sheet.geometry import text_of
from pbeditor.ui.paper.fonts import font_of

GREY = 236  # of 255
ANGLE = -52.0
_TEXT = "草  稿"
_SIZE = 130.0  # pt


def watermark_path(layout: Layout) -> QPainterPath:
    """In twips about the middle, to be turned by ANGLE."""
    path = QPainterPath()
    path.addText(QPointF(), font_of(Text(text_of(layout, "part").fonts, _SIZE)), _TEXT)
    path.translate(-path.boundingRect().center())
    return path

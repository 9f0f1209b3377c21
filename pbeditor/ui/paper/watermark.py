"""草稿 as it lies under each page: a path, so that it is no part of the text that search and copy find."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from pbeditor.model.form import Layout, Text
from pbeditor.sheet.draft import WATERMARK, WATERMARK_BOX
from pbeditor.sheet.geometry import text_of
from pbeditor.ui.paper.fonts import UNITS_A_POINT, font_of


def watermark_path(layout: Layout) -> QPainterPath:
    """In twips about the middle, to be turned by ANGLE."""
    width, height = (length * UNITS_A_POINT for length in WATERMARK_BOX)
    path = QPainterPath()
    path.addText(QPointF(), font_of(Text(text_of(layout, "part").fonts, WATERMARK_BOX[1])), WATERMARK)
    box = path.boundingRect()
    to_middle = QTransform.fromTranslate(-box.center().x(), -box.center().y())
    return (to_middle * QTransform.fromScale(width / box.width(), height / box.height())).map(path)

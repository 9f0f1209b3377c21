"""Draws the line of a hit, or of a change, with the part that matters bold, underlined and tinted."""

from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle

from pbeditor.ui.editors.inputs import utf16
from pbeditor.ui.models.hit_table import Excerpt
from pbeditor.ui.theme import accent, faint
from pbeditor.ui.widgets.place_text import elided_place
from pbeditor.ui.widgets.signs import blended
from pbeditor.ui.widgets.tick_delegate import TickDelegate

Index = QModelIndex | QPersistentModelIndex
_FRONT = 0.4  # of the width, at most, for what stands before a hit


class Excerpts(Protocol):
    """A model some of whose cells are a line with a part that matters."""

    def excerpt(self, index: Index, /) -> Excerpt | None:
        """The line and the part, None for any other cell."""


class HitDelegate(TickDelegate):
    """Text is drawn as it is, never read as markup. `option` is Any: PySide's stubs do not know its fields."""

    def __init__(self, model: Excerpts, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        text, option.text = option.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        excerpt = self._model.excerpt(index)
        painter.save()
        painter.setPen(option.palette.color(ink) if excerpt else faint(option.palette))
        painter.setFont(option.font)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, option.widget) + 1
        box = box.adjusted(margin, 0, -margin, 0)
        if excerpt:
            _draw(painter, box, excerpt, option.palette)
        else:
            shown = elided_place(text, QFontMetrics(option.font), box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def fitted(excerpt: Excerpt, font: QFont, room: int) -> Excerpt:
    """The excerpt in `room` px: the hit is seen whatever stands before it, and a sign stands for what is left out."""
    metrics, bold = QFontMetrics(font), QFont(font)
    bold.setBold(True)
    front = metrics.elidedText(excerpt.text[: excerpt.start], Qt.TextElideMode.ElideLeft, round(room * _FRONT))
    hit = excerpt.text[excerpt.start : excerpt.end]
    left = room - metrics.horizontalAdvance(front) - QFontMetrics(bold).horizontalAdvance(hit)
    rest = metrics.elidedText(excerpt.text[excerpt.end :], Qt.TextElideMode.ElideRight, max(left, 0))
    return Excerpt(front + hit + rest, len(front), len(front) + len(hit))


def _draw(painter: QPainter, box: QRect, excerpt: Excerpt, palette: QPalette) -> None:
    excerpt = fitted(excerpt, painter.font(), box.width())
    layout = QTextLayout(excerpt.text, painter.font())
    mark: Any = QTextLayout.FormatRange()  # whose fields the stubs do not know
    mark.start = utf16(excerpt.text, excerpt.start)
    mark.length = utf16(excerpt.text, excerpt.end) - mark.start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    look.setUnderlineColor(accent(palette))
    look.setBackground(blended(palette.color(QPalette.ColorRole.Base), accent(palette), 0.2))
    mark.format = look
    layout.setFormats([mark])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    painter.setClipRect(box)
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))

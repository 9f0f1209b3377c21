"""Draws an entry of the library as two lines: name and value above, category and description below."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from pbeditor.model.library import Entry
from pbeditor.model.target import printed
from pbeditor.ui.models.entry_tree import EntryTree
from pbeditor.ui.theme import XS, M, S, faint

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SMALL = 0.9  # of the font
_VALUE = 0.4  # of the line, at most


class EntryDelegate(QStyledItemDelegate):
    """Sources stand out by weight. `option` is Any for want of stubs."""

    def __init__(self, model: EntryTree) -> None:
        super().__init__(model)
        self._model = model
        self._font = QFont()
        self._sizes = (QSize(), QSize())

    def sizeHint(self, option: Any, index: Index) -> QSize:
        """Asked for each of thousands of lines: there are two answers, until the font changes."""
        if not self._sizes[0].isValid() or self._font != option.font:
            self._font = QFont(option.font)
            name, rest = QFontMetrics(self._font).height(), QFontMetrics(_smaller(self._font)).height()
            self._sizes = QSize(0, name + S + XS), QSize(0, name + rest + S + XS)
        return self._sizes[self._model.is_entry(index)]

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        entry = self._model.entry(index)
        self.initStyleOption(option, index)
        if entry is None:
            option.font.setWeight(QFont.Weight.DemiBold)
        else:
            option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if entry is not None:
            painter.save()
            self._paint_entry(painter, option, entry)
            painter.restore()

    def _paint_entry(self, painter: QPainter, option: Any, entry: Entry) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        height = QFontMetrics(option.font).height()
        above = QRect(option.rect.left() + S, option.rect.top() + XS, option.rect.width() - S - M, height)
        small = _smaller(option.font)
        value = QFontMetrics(small).elidedText(
            printed(entry.target), Qt.TextElideMode.ElideRight, round(above.width() * _VALUE)
        )
        room = QFontMetrics(small).horizontalAdvance(value)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(ink))
        _draw(painter, above.adjusted(0, 0, -room - M if room else 0, 0), entry.name)
        painter.setFont(small)
        painter.setPen(faint(option.palette))
        painter.drawText(above, _RIGHT, value)
        below = above.translated(0, height)
        below.setHeight(QFontMetrics(small).height())
        _draw(painter, below, " · ".join(filter(None, (entry.level2 or entry.level1, entry.description))))


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def _draw(painter: QPainter, box: QRect, text: str) -> None:
    line = text.replace("\n", " ")
    shown = QFontMetrics(painter.font()).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, shown)

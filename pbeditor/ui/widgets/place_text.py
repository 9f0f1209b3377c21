"""Places such as 项目6“干部培训”绩效指标第1行 in a narrow column: the name gives way, number and row stay."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

_MIDDLE, _RIGHT = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight


def elided_place(text: str, metrics: QFontMetrics, room: int) -> str:
    """The place in no more than `room` px; where the name's leaving is not enough, it is cut in the middle."""
    before, opening, rest = text.partition("“")
    name, closing, behind = rest.rpartition("”")
    left = room - metrics.horizontalAdvance(f"{before}{opening}{closing}{behind}")
    if metrics.horizontalAdvance(text) <= room or not closing or left < metrics.horizontalAdvance("…"):
        return metrics.elidedText(text, _MIDDLE, room)
    return f"{before}{opening}{metrics.elidedText(name, _RIGHT, left)}{closing}{behind}"


class PlaceDelegate(QStyledItemDelegate):
    """For a column of places. `option` is Any for want of stubs."""

    def initStyleOption(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if option.widget is None or not option.rect.isValid():  # how large the cell wants to be is asked
            return
        style = option.widget.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, option.widget) + 1
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget).width() - 2 * margin
        option.text = elided_place(option.text, option.fontMetrics, room)

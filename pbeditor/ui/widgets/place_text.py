"""Places such as 项目6“干部培训”绩效指标第1行 in a narrow column: the name gives way, number and row stay."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

_LEFT, _RIGHT = Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight
_PROJECT, _ROWS = "项目", "绩效指标第"


def elided_place(text: str, metrics: QFontMetrics, room: int) -> str:
    """The place in no more than `room` px; a project without room for its name is told by its number."""
    before, opening, rest = text.partition("“")
    name, closing, behind = rest.rpartition("”")
    if metrics.horizontalAdvance(text) <= room or not closing:
        return metrics.elidedText(text, _RIGHT, room)
    if not before.startswith(_PROJECT):  # the heading of a section is what tells it from others
        return metrics.elidedText(text, _LEFT, room)
    left = room - metrics.horizontalAdvance(f"{before}{opening}{closing}{behind}")
    if left >= metrics.horizontalAdvance(f"{name[:2]}…"):
        return f"{before}{opening}{metrics.elidedText(name, _RIGHT, left)}{closing}{behind}"
    where = behind.removeprefix(_ROWS[:-1]) if behind.startswith(_ROWS) else behind.lstrip()
    told = f"{before} {where}"
    if metrics.horizontalAdvance(told) > room and not where.startswith(_ROWS[-1]):
        told = f"{before} {where.rpartition(' ')[2]}"  # the period of a plan, without what it is a period of
    return metrics.elidedText(told, _RIGHT, room)


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

"""Draws the lines of a list whose boxes to tick can be seen on every ground."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate

from pbeditor.ui.theme import outlined


class TickDelegate(QStyledItemDelegate):
    """For lists only: a palette for the whole view would draw its frame and its grid as strongly as the boxes."""

    def initStyleOption(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.palette = outlined(option.palette)

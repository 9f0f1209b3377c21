"""What lists of the lower panel share: no frame, one line each, columns that fill the width."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from pbeditor.ui.letters import wide


def dress_list(view: QTreeView, model: QAbstractItemModel, name: str, widths: Iterable[int]) -> None:
    """Give `view` its model, its spoken name and the widths of its columns in px at the usual size; 0 takes all."""
    view.setModel(model)
    view.setAccessibleName(name)
    view.setFrameShape(QTreeView.Shape.NoFrame)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionsMovable(False)
    for column, width in enumerate(widths):
        if width:
            header.resizeSection(column, wide(width))
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

"""What lists and tables share: whole lines are chosen, and columns fill the width."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView

from pbeditor.ui.letters import wide
from pbeditor.ui.theme import M


def dress_list(
    view: QTreeView, model: QAbstractItemModel, name: str, widths: Iterable[int], *, is_in_dialog: bool = False
) -> None:
    """Give `view` its model, its spoken name, one line each, and columns as wide as `size_columns` says.

    In a dialog it has a frame, and nothing opens below its lines.
    """
    view.setModel(model)
    view.setAccessibleName(name)
    view.setFrameShape(QTreeView.Shape.StyledPanel if is_in_dialog else QTreeView.Shape.NoFrame)
    view.setRootIsDecorated(not is_in_dialog)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionsMovable(False)
    size_columns(header, widths)


def dress_table(view: QTableView, name: str, *, is_wrapped: bool = False) -> None:
    """Give `view` its spoken name; Tab leaves it, and no grid is drawn. Unless `is_wrapped` each row is one line."""
    view.setAccessibleName(name)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setWordWrap(is_wrapped)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    if not is_wrapped:
        header.setHighlightSections(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + M)


def size_columns(header: QHeaderView, widths: Iterable[int]) -> None:
    """Make columns so many px wide at the usual size of letters; 0 takes what is left."""
    for column, width in enumerate(widths):
        if width:
            header.resizeSection(column, wide(width))
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

"""Models announce how their rows change, in exact spans and without resets."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from pbeditor.ui.models.row_changes import RowChange, row_changes, spans


def become(
    model: QAbstractItemModel,
    parent: QModelIndex,
    rows: list[Any],
    new: Sequence[Any],
    old_keys: Sequence[Hashable],
    new_keys: Sequence[Hashable],
) -> None:
    """Turn `rows`, which `model` shows below `parent`, into `new`; another object under an old key has changed."""
    for change in row_changes(old_keys, new_keys):
        announce(model, parent, rows, new, change)
    changed = [row for row, item in enumerate(new) if rows[row] is not item]
    rows[:] = new
    last_column = model.columnCount(parent) - 1
    for first, last in spans(changed):
        model.dataChanged.emit(model.index(first, 0, parent), model.index(last, last_column, parent))


def announce(
    model: QAbstractItemModel, parent: QModelIndex, rows: list[Any], new: Sequence[Any], change: RowChange
) -> None:
    """Make one change to `rows`, on the way to `new`, and let the model tell it."""
    span = slice(change.first, change.last + 1)
    if change.kind == "insert":
        model.beginInsertRows(parent, change.first, change.last)
        rows[change.first : change.first] = new[span]
        model.endInsertRows()
    elif change.kind == "remove":
        model.beginRemoveRows(parent, change.first, change.last)
        del rows[span]
        model.endRemoveRows()
    else:
        model.beginMoveRows(parent, change.first, change.last, parent, change.to)
        block = rows[span]
        del rows[span]
        rows[change.to : change.to] = block
        model.endMoveRows()

"""Models announce how their rows change, in exact spans and without resets."""

from collections.abc import Hashable, Iterable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from pbeditor.model.differing import differing
from pbeditor.ui.models.row_changes import RowChange, row_changes, spans

MANY = 24  # moves or changed spans; beyond, one for all is quicker


def become(
    model: QAbstractItemModel,
    parent: QModelIndex,
    rows: list[Any],
    new: Sequence[Any],
    old_keys: Sequence[Hashable],
    new_keys: Sequence[Hashable],
) -> None:
    """Turn `rows`, which `model` shows below `parent`, into `new`; another object under an old key has changed."""
    if old_keys != new_keys:
        _rearrange(model, parent, rows, new, old_keys, new_keys)
    changed = differing(rows, new)
    rows[:] = new
    last_column = model.columnCount(parent) - 1
    several = list(spans(changed))
    # A view looks at its whole layout for each span: one that covers what has not changed too is quicker than many.
    for first, last in several if len(several) <= MANY else [(changed[0], changed[-1])]:
        model.dataChanged.emit(model.index(first, 0, parent), model.index(last, last_column, parent))


def _rearrange(
    model: QAbstractItemModel,
    parent: QModelIndex,
    rows: list[Any],
    new: Sequence[Any],
    old_keys: Sequence[Hashable],
    new_keys: Sequence[Hashable],
) -> None:
    """Take rows away, put new ones in and move the others, until their keys are `new_keys`."""
    moves = (change for change in row_changes(old_keys, new_keys) if change.kind == "move")
    if next(islice(moves, MANY, None), None):
        _reorder(model, parent, rows, old_keys, new_keys)
        old_keys = _kept(new_keys, old_keys)
    for change in row_changes(old_keys, new_keys):
        announce(model, parent, rows, new, change)


def _reorder(
    model: QAbstractItemModel,
    parent: QModelIndex,
    rows: list[Any],
    old_keys: Sequence[Hashable],
    new_keys: Sequence[Hashable],
) -> None:
    """Take away what goes and put what stays in its new order as one change: views lay out anew after each."""
    kept = _kept(old_keys, new_keys)
    for change in row_changes(old_keys, kept):
        announce(model, parent, rows, (), change)
    places = {key: place for place, key in enumerate(_kept(new_keys, old_keys))}
    model.layoutAboutToBeChanged.emit()
    before = [index for index in model.persistentIndexList() if index.parent() == parent]
    by_key = dict(zip(kept, rows, strict=True))
    rows[:] = [by_key[key] for key in places]
    after = [model.index(places[kept[index.row()]], index.column(), parent) for index in before]
    model.changePersistentIndexList(before, after)
    model.layoutChanged.emit()


def _kept(keys: Sequence[Hashable], others: Iterable[Hashable]) -> list[Hashable]:
    """Those of `keys` that `others` have too."""
    common = set(others)
    return [key for key in keys if key in common]


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

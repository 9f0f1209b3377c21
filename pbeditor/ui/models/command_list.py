"""All commands as a list that narrows as one types."""

from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QAction

from pbeditor.model.initials import find_initials, has_initials
from pbeditor.model.text import fold
from pbeditor.ui.actions import Action, Actions, bare, native
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.roles import DISPLAY, NOTHING, SPOKEN, TIP, Index
from pbeditor.ui.widgets.signs import tip


class Command(Struct, frozen=True):
    """A line of the list: what the command is called, in which menu it is, and its keys."""

    title: str
    menu: str
    keys: str
    action: QAction


class CommandList(QAbstractListModel):
    """The commands that fit what was typed, the best first; those that cannot run now come after their equals."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._shown: list[Command] = []

    def look_for(self, typed: str) -> None:
        """Show what fits; everything for a blank."""
        known = (_command(record, self._actions[record.name]) for record in self._actions.table)
        ranked = [(rank, command) for command in known if (rank := fit(command, typed)) is not None]
        self.beginResetModel()
        order = sorted(ranked, key=lambda pair: (pair[0], not pair[1].action.isEnabled()))
        self._shown = [command for _, command in order]
        self.endResetModel()

    def command(self, index: Index) -> Command:
        """The command of a line."""
        return self._shown[index.row()]

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        can_run = index.isValid() and self.command(index).action.isEnabled()
        return item_flags.LEAF if can_run else item_flags.NONE

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        command = self.command(index)
        if role == DISPLAY:
            return command.title
        if role == SPOKEN:
            return "，".join(part for part in (command.title, command.menu, command.keys) if part)
        return tip("现在不能用") if role == TIP and not command.action.isEnabled() else None


def fit(command: Command, typed: str) -> int | None:
    """How well a command fits every word typed, 0 the best; None where it does not."""
    ranks = [_rank(command, fold(word)) for word in typed.split()]
    known = [rank for rank in ranks if rank is not None]
    return max(known, default=0) if len(known) == len(ranks) else None


def _rank(command: Command, word: str) -> int | None:
    title = fold(command.title)
    initials = find_initials(command.title, word)
    tests = (
        title.startswith(word),
        word in title,
        initials == 0,
        initials > 0,
        word in fold(command.keys),
        word in fold(command.menu) or has_initials(command.menu, word),
        _runs_through(word, title),
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)


def _runs_through(word: str, text: str) -> bool:
    """Whether the characters of `word` come in `text` in this order."""
    rest = iter(text)
    return all(character in rest for character in word)


def _command(record: Action, action: QAction) -> Command:
    path = " › ".join(bare(part) for part in record.menu.split("/"))
    return Command(bare(action.text()), path, native(record.shortcut), action)

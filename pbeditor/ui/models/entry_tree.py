"""The indicator library as a tree: a line for each source, below it its entries."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt

from pbeditor.edit.library import find_entries
from pbeditor.model.form import Form
from pbeditor.model.library import Entry, Library
from pbeditor.model.target import printed
from pbeditor.ui.editors.entry_mime import FORMAT, carried
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.announcing import become
from pbeditor.ui.models.roles import DISPLAY, NOTHING, SPOKEN, TIP, Index
from pbeditor.ui.shelf import Source
from pbeditor.ui.widgets.signs import tip

LIMIT = 500  # entries of one source; who has more types what he looks for
GROUP = 0  # the node number of a source's line; an entry's is the number of its source, from 1


class EntryTree(QAbstractItemModel):
    """Shows the entries that were looked for; a change of the library keeps the lines that stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles: list[str] = []
        self._lines: list[list[Entry]] = []
        self._counts: list[int] = []
        self._wanted: tuple[object, ...] = ()

    def show(self, sources: Sequence[Source], text: str, form: Form, category: tuple[str, str] = ("", "")) -> None:
        """Show what `text` finds in `sources`, in the category given or in all."""
        every = [find_entries(Library(source.entries), text, form, *category) for source in sources]
        found, self._counts = [entries[:LIMIT] for entries in every], [len(entries) for entries in every]
        wanted, titles = (text, form.id, category), [source.title for source in sources]
        if (wanted, titles) != (self._wanted, self._titles):
            self.beginResetModel()
            self._wanted, self._titles, self._lines = wanted, titles, [list(entries) for entries in found]
            self.endResetModel()
            return
        for row, entries in enumerate(found):
            lines = self._lines[row]
            if len(lines) == len(entries) and all(a is b for a, b in zip(lines, entries, strict=True)):
                continue
            keys = [entry.key for entry in lines], [entry.key for entry in entries]
            become(self, self.index(row, 0), lines, entries, *keys)
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def entry(self, index: Index) -> Entry | None:
        """The entry at `index`, None for a source's line."""
        if not self.is_entry(index):
            return None
        return self._lines[index.internalId() - 1][index.row()]

    def is_entry(self, index: Index) -> bool:
        """Whether an entry stands at `index`, not a source."""
        return index.isValid() and index.internalId() != GROUP

    def source(self, index: Index) -> str:
        """The title of the source at or above `index`."""
        return self._titles[index.row() if index.internalId() == GROUP else index.internalId() - 1]

    def count(self) -> int:
        """How many entries are shown."""
        return sum(map(len, self._lines))

    def index(self, row: int, column: int, parent: Index = NOTHING) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else GROUP)

    def parent(self, index: Index = NOTHING) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, GROUP)

    def rowCount(self, parent: Index = NOTHING) -> int:
        if not parent.isValid():
            return len(self._titles)
        return len(self._lines[parent.row()]) if parent.internalId() == GROUP and parent.column() == 0 else 0

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return item_flags.NONE
        return Qt.ItemFlag.ItemIsEnabled if index.internalId() == GROUP else item_flags.DRAGGED

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or role not in (DISPLAY, TIP, SPOKEN):
            return None
        entry = self.entry(index)
        if entry is None:
            return None if role == TIP else self._summed_up(index.row())
        if role == DISPLAY:
            return entry.name
        described = told(entry)
        return tip("\n".join(described)) if role == TIP else "，".join(described)

    def _summed_up(self, row: int) -> str:
        count = self._counts[row]
        return (
            f"{self._titles[row]}（{count}）" if count <= LIMIT else f"{self._titles[row]}（{count}，显示前 {LIMIT}）"
        )

    def mimeTypes(self) -> list[str]:
        return [FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return carried([entry for index in indexes if (entry := self.entry(index))])

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def told(entry: Entry) -> list[str]:
    """All that an entry says, a line each."""
    category = " › ".join(filter(None, (entry.level1, entry.level2)))
    value, basis, source = printed(entry.target), entry.basis, entry.source
    facts = (("指标值：", value), ("依据：", basis), ("来源：", source))
    return [entry.name, *filter(None, (category, entry.description)), *(word + fact for word, fact in facts if fact)]

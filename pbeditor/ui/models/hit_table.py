"""The hits of a search as a table: the text, what it becomes, and where it stands."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from pbeditor.edit.place_name import place_name
from pbeditor.edit.search import Hit
from pbeditor.model.document import Document
from pbeditor.model.place import lasting_place
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.announcing import become
from pbeditor.ui.models.roles import DISPLAY, NOTHING, SPOKEN, TICK, TIP, Index
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.signs import tip

Key = tuple[str, int]
TEXT, AFTER, PLACE = range(3)
LIMIT = 2000  # lines; a person reads no more, and each update stays quick
BEFORE, BEHIND = 14, 120  # characters shown around a hit
_WHOLE = "横跨符号、数值或文字，不能替换；请到该处修改。"


class Excerpt(Struct, frozen=True):
    """A line of text around a hit, which is `text[start:end]`."""

    text: str
    start: int
    end: int


class HitTable(QAbstractTableModel):
    """Shows the first `LIMIT` hits. While replacing each has a tick, which stays with its place as others change.

    So have those that are not shown.
    """

    ticked = Signal()  # another number of hits is ticked

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document
        self._hits: list[Hit] = []
        self._rest: list[Hit] = []  # those that are not shown
        self._keys: list[Key] = []
        self._left_out: set[Key] = set()
        self.replacement: str | None = None

    def show(self, hits: Sequence[Hit], document: Document, *, afresh: bool) -> None:
        """Show these hits in `document`; `afresh` when they are those of another search."""
        shown = hits[:LIMIT]
        keys = _keys(shown, document)
        self._rest = list(hits[LIMIT:])
        if afresh:
            self.beginResetModel()
            self._hits, self._keys, self._left_out, self._document = list(shown), keys, set(), document
            self.endResetModel()
        else:
            old, self._keys, self._document = self._keys, keys, document
            become(self, NOTHING, self._hits, shown, old, keys)
        self.ticked.emit()

    def replace_with(self, text: str | None) -> None:
        """Show what `text` would make of each hit; None ends replacing."""
        was, self.replacement = self.replacement, text
        if (was is None) != (text is None):
            self._left_out = set()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, TEXT, TEXT)
        self._announce_all()

    def hit(self, row: int) -> Hit:
        """The hit of a row."""
        return self._hits[row]

    def excerpt(self, index: Index) -> Excerpt | None:
        """What a row shows of its text, before or after replacing; None in the column of places."""
        hit = self._hits[index.row()]
        if index.column() == TEXT:
            return _excerpt(hit, hit.text[hit.start : hit.end])
        return _excerpt(hit, self.replacement or "") if index.column() == AFTER and hit.is_replaceable else None

    def chosen(self) -> list[Hit]:
        """The ticked hits."""
        hits = [*self._hits, *self._rest]
        if not self._left_out:
            return [hit for hit in hits if hit.is_replaceable]
        return [
            hit
            for hit, key in zip(hits, self._all_keys(), strict=True)
            if hit.is_replaceable and key not in self._left_out
        ]

    def count_replaceable(self) -> int:
        """How many hits have a tick."""
        return sum(hit.is_replaceable for hit in (*self._hits, *self._rest))

    def tick_all(self, ticked: bool) -> None:
        """Tick every hit, or none."""
        before, self._left_out = self._left_out, set() if ticked else set(self._all_keys())
        if before != self._left_out:
            self._announce_all()

    def _all_keys(self) -> list[Key]:
        return _keys([*self._hits, *self._rest], self._document) if self._rest else self._keys

    def _announce_all(self) -> None:
        if self._hits:
            self.dataChanged.emit(self.index(0, TEXT), self.index(len(self._hits) - 1, AFTER))
        self.ticked.emit()

    def _place(self, hit: Hit) -> str:
        return place_name(self._document, self._session.form, hit.path)

    def _text(self, index: Index) -> str:
        hit = self._hits[index.row()]
        if index.column() == PLACE:
            return self._place(hit)
        excerpt = self.excerpt(index)
        return excerpt.text if excerpt else _WHOLE

    def _tip(self, index: Index) -> str:
        hit = self._hits[index.row()]
        if index.column() == AFTER:
            return (
                hit.text[: hit.start] + (self.replacement or "") + hit.text[hit.end :] if hit.is_replaceable else _WHOLE
            )
        return self._place(hit) if index.column() == PLACE else hit.text

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return item_flags.NONE
        can_tick = self.replacement is not None and index.column() == TEXT and self._hits[index.row()].is_replaceable
        return item_flags.TICKED if can_tick else item_flags.LEAF

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == DISPLAY:
            return self._text(index)
        if role == TICK and self.flags(index) is item_flags.TICKED:
            is_ticked = self._keys[index.row()] not in self._left_out
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == SPOKEN:
            return f"{self._text(index)}，{self._place(self._hits[index.row()])}"
        return tip(self._tip(index)) if role == TIP else None

    def setData(self, index: Index, value: Any, role: int = TICK) -> bool:
        if role != TICK or self.flags(index) is not item_flags.TICKED:
            return False
        key = self._keys[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role != DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return ("内容" if self.replacement is None else "替换前", "替换后", "位置")[section]


def _keys(hits: Sequence[Hit], document: Document) -> list[Key]:
    """What tells hits apart while projects and rows move: the lasting place, and the how-manieth hit there."""
    seen: Counter[str] = Counter()
    keys = []
    for hit in hits:
        place = lasting_place(document, hit.path)
        keys.append((place, seen[place]))
        seen[place] += 1
    return keys


def _excerpt(hit: Hit, middle: str) -> Excerpt:
    start = max(hit.start - BEFORE, 0)
    front = ("…" if start else "") + hit.text[start : hit.start]
    text = front + middle + hit.text[hit.end : hit.end + BEHIND]
    return Excerpt(text.replace("\n", " "), len(front), len(front) + len(middle))

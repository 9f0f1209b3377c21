"""What a person has set aside: muted rules, confirmed findings, and confirmations that match nothing any more."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from pbeditor.check.checked import Checked
from pbeditor.edit.place_name import place_name
from pbeditor.model.document import Confirmed, Muted
from pbeditor.ui.models import item_flags
from pbeditor.ui.models.announcing import become
from pbeditor.ui.models.roles import DISPLAY, NOTHING, TIP, Index
from pbeditor.ui.widgets.signs import tip

KIND, TEXT, PLACE, REASON = range(4)
MUTED, CONFIRMED, OUTDATED = "已静音", "已核实", "已过时"
HEADERS = ("类别", "内容", "位置", "原因")


class Aside(Struct, frozen=True):
    """One line; `path` leads to a confirmed finding, "" where there is none to go to."""

    record: Muted | Confirmed
    texts: tuple[str, str, str, str]
    path: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this line apart from all others."""
        record = self.record
        return (record.rule,) if isinstance(record, Muted) else record.finding


class AsideTable(QAbstractTableModel):
    """Shows what `Checked` says was set aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Aside] = []

    def show(self, checked: Checked) -> None:
        """Follow the findings."""
        rows = list(_asides(checked))
        become(self, NOTHING, self._rows, rows, [row.key for row in self._rows], [row.key for row in rows])

    def aside(self, row: int) -> Aside:
        """What stands in a row."""
        return self._rows[row]

    def counts(self) -> Counter[str]:
        """How many lines there are of each kind."""
        return Counter(row.texts[KIND] for row in self._rows)

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return item_flags.LEAF if index.isValid() else item_flags.NONE

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        text = self._rows[index.row()].texts[index.column()]
        if role == DISPLAY:
            return text
        return tip(text) if role == TIP else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        return HEADERS[section] if role == DISPLAY and orientation == Qt.Orientation.Horizontal else None


def _asides(checked: Checked) -> Iterator[Aside]:
    for muted in checked.muted:
        group, reason = muted.group, muted.record.reason
        yield Aside(muted.record, (MUTED, group.title, f"{group.count} 条", reason))
    for confirmed in checked.confirmed:
        record, problem = confirmed.record, confirmed.problem
        where = place_name(checked.document, checked.form, problem.path)
        yield Aside(record, (CONFIRMED, problem.message, where, record.reason), problem.path)
    for gone in checked.outdated:
        yield Aside(gone, (OUTDATED, gone.message, "此处已修改或删除", gone.reason))

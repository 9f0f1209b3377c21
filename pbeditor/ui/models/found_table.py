"""What was found in an unknown layout, a row each, with what it is taken for."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from pbeditor.model.form import Form
from pbeditor.sheet.mapping_findings import (
    CATEGORY,
    COLUMN,
    COLUMN_FIELDS,
    LABEL_FIELDS,
    Findings,
    Found,
    Key,
    with_choice,
)
from pbeditor.ui.models.roles import DISPLAY, EDIT, NOTHING, TIP, Index
from pbeditor.ui.widgets.signs import tip

HEADS = ("类别", "文件中的名称", "内容示例", "读作")
READ_AS = 3  # the column that can be changed
KINDS = {COLUMN: "指标表的列", "label": "项目的栏目", CATEGORY: "指标类别"}
NOT_READ, AS_IT_IS = "（不导入，列入报告）", "（保留原文字）"


class FoundModel(QAbstractTableModel):
    """Holds what a person chose beside the guesses."""

    chosen_changed = Signal()

    def __init__(self, form: Form, findings: Findings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.findings = findings
        self.chosen: dict[Key, str] = {}

    def found(self, row: int) -> Found:
        """What the row shows."""
        return self.findings.found[row]

    def field(self, row: int) -> str:
        """What the row is taken for, "" for nothing."""
        found = self.found(row)
        return self.chosen.get(found.key, found.guess)

    def choices(self, row: int) -> tuple[tuple[str, str], ...]:
        """What the row can be taken for, each with its words; nothing comes first."""
        kind = self.found(row).kind
        if kind == CATEGORY:
            parents = ((each.name, each.name) for each in self._form.categories)
            children = (
                (f"{each.name}/{child.name}", f"{each.name} → {child.name}")
                for each in self._form.categories
                for child in each.children
            )
            return (("", AS_IT_IS), *parents, *children)
        return (("", NOT_READ), *(COLUMN_FIELDS if kind == COLUMN else LABEL_FIELDS).items())

    def choose(self, row: int, field: str) -> None:
        """Take the row for `field`; another column that had it has nothing then."""
        if field != self.field(row):
            self.chosen = with_choice(self.findings, self.chosen, self.found(row), field)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, READ_AS))
            self.chosen_changed.emit()

    def show_findings(self, findings: Findings) -> None:
        """Show other findings of the same sheet; what was chosen stays."""
        if findings != self.findings:
            self.beginResetModel()
            self.findings = findings
            self.endResetModel()

    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.findings.found)

    def columnCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or role not in (DISPLAY, TIP, EDIT):
            return None
        found, column = self.found(index.row()), index.column()
        if role == EDIT:
            return self.field(index.row()) if column == READ_AS else None
        texts = (KINDS[found.kind], found.text, "、".join(found.samples), self._told(index.row()))
        return tip(texts[column]) if role == TIP else texts[column].replace("\n", " ")

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        if not index.isValid() or role != EDIT or index.column() != READ_AS:
            return False
        self.choose(index.row(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == READ_AS else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role != DISPLAY:
            return None
        return HEADS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def _told(self, row: int) -> str:
        """The words of the choice, and whether it is but a guess."""
        found, field = self.found(row), self.field(row)
        words = dict(self.choices(row)).get(field, field)
        is_guess = field and not found.is_known and found.key not in self.chosen
        return f"{words}　（猜测）" if is_guess else words

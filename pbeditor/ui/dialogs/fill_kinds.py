"""What 批量填写 can fill in: each a small form that gives a change of a project and says what a project has now."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from pbeditor.edit.fill import (
    Change,
    satisfaction,
    satisfaction_row,
    with_basis,
    with_plan,
    with_satisfaction,
    with_unit,
)
from pbeditor.edit.plans import DECIMALS, head, ready_plans, tidied_percentage
from pbeditor.edit.units import by_unit, unit_name
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Indicator, Project, Target, Unit
from pbeditor.model.form import Form
from pbeditor.model.target import canonical_operator, printed
from pbeditor.model.text import clean_line
from pbeditor.ui.session import Session
from pbeditor.ui.theme import L, M, S
from pbeditor.ui.widgets.calm import CalmComboBox

BLANK = "（空）"


class FillKind(QWidget):
    """One tab of the dialog."""

    title = ""
    changed = Signal()

    def __init__(self, session: Session, projects: Sequence[Project]) -> None:
        super().__init__()
        self._session, self._form = session, session.form
        self._fields = QFormLayout(self)
        self._fields.setContentsMargins(L, L, L, L)
        self._fields.setHorizontalSpacing(M)
        self._fields.setVerticalSpacing(S)
        self._build(projects)

    def change(self) -> Change | None:
        """What to do with each project; None as long as something is missing."""
        raise NotImplementedError

    def told(self, project: Project) -> str:
        """What stands in the project now, in words."""
        raise NotImplementedError

    def _build(self, projects: Sequence[Project]) -> None:
        raise NotImplementedError

    def _line(self, label: str, text: str = "") -> QLineEdit:
        field = QLineEdit(text)
        field.textChanged.connect(self.changed)
        self._fields.addRow(label, field)
        return field

    def _choice(self, label: str, texts: Iterable[str], text: str = "") -> CalmComboBox:
        box = CalmComboBox()
        box.setEditable(True)
        box.addItems(list(texts))
        box.setCurrentText(text)
        box.currentTextChanged.connect(self.changed)
        self._fields.addRow(label, box)
        return box


class PlanFill(FillKind):
    """The spending plan."""

    title = "资金支出计划"

    def _build(self, projects: Sequence[Project]) -> None:
        plan = next((project.plan for project in projects if any(project.plan)), ())
        row = QHBoxLayout()
        row.setSpacing(M)
        self.periods: list[QLineEdit] = []
        for place, label in enumerate(self._form.periods):
            field = QLineEdit(plan[place] if place < len(plan) else "")
            field.setPlaceholderText("%")
            field.setAccessibleName(f"{label}支出进度（%）")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.textChanged.connect(self.changed)
            column = QFormLayout()
            column.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
            column.addRow(label, field)
            row.addLayout(column)
            self.periods.append(field)
        self._fields.addRow(head(self._form), row)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for text, ready in ready_plans(self._form).items():
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, ready=ready: self._put(ready))
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._fields.addRow("", buttons)

    def change(self) -> Change | None:
        unit = self._session.document.money_unit
        plan = tuple(tidied_percentage(clean_line(field.text()), "", unit, DECIMALS) for field in self.periods)
        return with_plan(plan) if any(plan) else None

    def told(self, project: Project) -> str:
        return " / ".join(text or BLANK for text in project.plan) or BLANK

    def _put(self, plan: Sequence[str]) -> None:
        for field, text in zip(self.periods, plan, strict=True):
            field.setText(text)


class BasisFill(FillKind):
    """Where the values of the indicators come from."""

    title = "指标值确定依据"

    def _build(self, projects: Sequence[Project]) -> None:
        self.basis = self._choice("依据(&J)", self._form.bases, next(iter(self._form.bases), ""))
        self.only_blank = QCheckBox("只填空白的，已有的不改(&K)")
        self.only_blank.setChecked(True)
        self.only_blank.toggled.connect(self.changed)
        self._fields.addRow("", self.only_blank)

    def change(self) -> Change | None:
        basis = clean_line(self.basis.currentText())
        return with_basis(basis, only_blank=self.only_blank.isChecked()) if basis else None

    def told(self, project: Project) -> str:
        counts = Counter(row.basis or BLANK for row in project.indicators)
        return "，".join(f"{basis} {count} 行" for basis, count in counts.items()) or "没有指标"


class SatisfactionFill(FillKind):
    """The 满意度 row of the indicators."""

    title = "满意度指标"

    def _build(self, projects: Sequence[Project]) -> None:
        rows = (row for project in projects if (row := satisfaction_row(project, self._form)) is not None)
        row = next(rows, Indicator(""))
        self.name = self._line("三级指标(&N)", row.name)
        self.description = self._line("绩效指标描述(&M)", row.description)
        self.operator = self._choice("符号(&H)", self._form.operators, row.target.operator or "≥")
        self.number = self._line("数值(&Z)", row.target.number)
        self.text = self._line("文字(&W)", row.target.text)

    def change(self) -> Change | None:
        name, description = clean_line(self.name.text()), clean_line(self.description.text())
        operator = clean_line(self.operator.currentText())
        texts = clean_line(self.number.text()), clean_line(self.text.text())
        if not name or not any(texts):
            return None
        target = cleaned(Target(canonical_operator(operator) or operator, *texts))
        return with_satisfaction(name, description, target, self._form, self._session.new_ids())

    def told(self, project: Project) -> str:
        row = satisfaction_row(project, self._form)
        return " ".join(filter(None, (row.name, printed(row.target), row.description))) if row else "没有这一行"


class UnitFill(FillKind):
    """The unit that the projects belong to."""

    title = "单位"

    def _build(self, projects: Sequence[Project]) -> None:
        document = self._session.document
        known = dict.fromkeys((document.department, *by_unit(document.projects)))
        self._known = [unit for unit in known if unit.code or unit.name]
        first = next(iter(self._known), Unit())
        self.known = CalmComboBox()
        self.known.addItems([unit_name(unit) for unit in self._known])
        self.known.activated.connect(self._take)
        self._fields.addRow("已有单位(&Y)", self.known)
        self.code, self.name = self._line("单位代码(&D)", first.code), self._line("单位名称(&M)", first.name)

    def change(self) -> Change | None:
        unit = Unit(clean_line(self.code.text()), clean_line(self.name.text()))
        return with_unit(unit) if unit.name else None

    def told(self, project: Project) -> str:
        return unit_name(project.unit) or BLANK

    def _take(self, place: int) -> None:
        self.code.setText(self._known[place].code)
        self.name.setText(self._known[place].name)


def kinds_of(form: Form) -> tuple[type[FillKind], ...]:
    """What can be filled in documents of this form."""
    return (PlanFill, BasisFill, *((SatisfactionFill,) if satisfaction(form) else ()), UnitFill)

"""资金支出计划: percentages by period, the amounts they mean, and their curve."""

from decimal import Decimal
from itertools import pairwise, product

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pbeditor.edit.amounts import rounded
from pbeditor.edit.place import get
from pbeditor.edit.plans import DECIMALS, Portion, head, portions, ready_plans, tidied_percentage
from pbeditor.edit.projects import change_project
from pbeditor.model.document import Project
from pbeditor.ui.editors.fields import LineField
from pbeditor.ui.editors.foot import Foot
from pbeditor.ui.editors.foot_row import FootRow
from pbeditor.ui.editors.page_tab import ProjectTab
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XL, L, M
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.parts import scrolled
from pbeditor.ui.widgets.plan_curve import PlanCurve, PlanPoint


class PlanTab(ProjectTab):
    """One row a period; the periods are the form's, and further ones that the project has."""

    title = "资金支出计划"
    hint = "填到各时点为止累计的百分比；也可以填金额，写上“元”或“万元”就会换算。"
    parts = ("plan",)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._path = session, ""
        self.amounts: list[tuple[QLabel, QLabel]] = []
        self._rows, self._table = QWidget(), QGridLayout()
        self._heads = tuple(plain() for _ in range(4))
        self.curve, self.foot = PlanCurve(), Foot(session, self)
        self._budget = plain()
        self.ready = {text: QPushButton(text) for text in ready_plans(session.form)}
        self.trim = QPushButton("去掉多出的期")
        self._arrange()
        listen(self, session, changed=self._refresh, problems_changed=self._mark)

    def bind(self, path: str) -> None:
        self._path = path
        self._refresh()
        super().bind(path)
        self._mark()

    def _refresh(self, *_: object) -> None:
        project = self._project()
        form = self._session.form
        count = max(len(form.periods), len(project.plan)) if project else len(form.periods)
        if count != len(self.amounts):
            self._make_rows(count)
            super().bind(self._path)
        self._show(project or Project(""))

    def _project(self) -> Project | None:
        try:
            project: Project = get(self._session.document, self._path)
        except (LookupError, ValueError):
            return None
        return project

    def _show(self, project: Project) -> None:
        form, unit = self._session.form, self._session.document.money_unit
        filled = (*project.plan, *[""] * (len(self.amounts) - len(project.plan)))
        parts = portions(filled, project.budget.total, cumulative=form.cumulative)
        for (reached, step), part in zip(self.amounts, parts, strict=True):
            reached.setText(self._money(part.reached_amount))
            step.setText(self._money(part.step_amount))
        heads = ("时点", head(form), f"累计金额（{unit}）", f"本期金额（{unit}）")
        for label, text in zip(self._heads, heads, strict=True):
            label.setText(text)
        self._budget.setText(f"预算数：{project.budget.total or '未填写'} {unit if project.budget.total else ''}")
        self.trim.setVisible(len(project.plan) > len(form.periods))
        self.curve.show_points([_point(form.period(n), part) for n, part in enumerate(parts)])

    def _money(self, amount: Decimal | None) -> str:
        return "—" if amount is None else rounded(amount, self._session.form.decimals)

    def _mark(self) -> None:
        self.foot.tell(self._session.checked.at(f"{self._path}/plan") if self._path else ())

    def _tidy(self, text: str) -> str:
        project = self._project()
        total = project.budget.total if project else ""
        return tidied_percentage(text, total, self._session.document.money_unit, DECIMALS)

    def _make_rows(self, count: int) -> None:
        """Rows are added or taken away at the end; those that stay keep focus and cursor."""
        while len(self.amounts) > count:
            last = len(self.amounts) - 1
            for row, column in product((_line(last), _line(last) + 1), range(4)):
                item = self._table.itemAtPosition(row, column)
                if item is not None and (widget := item.widget()):
                    self._table.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
            del self.fields[f"plan/{last}"]
            self.amounts.pop()
        for index in range(len(self.amounts), count):
            self._add_row(index)
        self._order()

    def _order(self) -> None:
        """Rows made later come last for Tab, and the tab would begin with a button that overwrites the plan."""
        fields = (field.editor for field in self.fields.values())
        for before, after in pairwise((*fields, *self.ready.values(), self.trim)):
            self.setTabOrder(before, after)

    def _add_row(self, index: int) -> None:
        label = self._session.form.period(index)
        field = LineField(self._session, "", f"{label}支出进度", tidy=self._tidy, parent=self._rows).align_right()
        amounts = plain(parent=self._rows), plain(parent=self._rows)
        self.fields[f"plan/{index}"] = field
        self.amounts.append(amounts)
        line = _line(index)
        self._table.addWidget(field.caption(label), line, 0)
        self._table.addWidget(field, line, 1)
        self._table.addWidget(FootRow([field], self._rows), line + 1, 1, 1, 3)
        for column, amount in enumerate(amounts, 2):
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            amount.setContentsMargins(0, 5, 0, 0)
            self._table.addWidget(amount, line, column)

    def _fill(self, label: str, plan: tuple[str, ...]) -> None:
        project = self._project()
        if project is not None:
            edit = lambda old: old if old.plan == plan else replace(old, plan=plan)  # noqa: E731
            self._session.apply(label, lambda document: change_project(document, project.id, edit))

    def _trim_plan(self) -> None:
        project = self._project()
        if project is not None:
            self._fill(self.trim.text(), project.plan[: len(self._session.form.periods)])

    def _arrange(self) -> None:
        self._arrange_table()
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self._budget)
        left.addWidget(self._rows)
        left.addLayout(self._buttons())
        left.addWidget(self.foot)
        left.addStretch()
        inner = QWidget()
        both = QHBoxLayout(inner)
        both.setContentsMargins(L, M, XL, M)
        both.setSpacing(XL)
        both.addLayout(left, 5)
        right = QVBoxLayout()
        right.addWidget(self.curve, 1)
        right.addStretch()
        both.addLayout(right, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def _arrange_table(self) -> None:
        for column, label in enumerate(self._heads):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._table.addWidget(label, 0, column)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setHorizontalSpacing(L)
        self._table.setVerticalSpacing(1)
        self._table.setColumnStretch(1, 1)
        self._rows.setLayout(self._table)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        for text, plan in ready_plans(self._session.form).items():
            self.ready[text].clicked.connect(lambda _=False, text=text, plan=plan: self._fill(text, plan))
            buttons.addWidget(self.ready[text])
        self.trim.clicked.connect(self._trim_plan)
        buttons.addWidget(self.trim)
        buttons.addStretch()
        return buttons


def _line(index: int) -> int:
    """The line of the table in which a period stands; the next one has the room for what is wrong with it."""
    return 2 * index + 1


def _point(label: str, part: Portion) -> PlanPoint:
    return PlanPoint(label, None if part.reached is None else float(part.reached))

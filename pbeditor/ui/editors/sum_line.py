"""The line below the amounts: their sum as it stands, and one click that completes it."""

from decimal import Decimal

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pbeditor.edit.place import get
from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.model.document import Budget
from pbeditor.model.form import Form
from pbeditor.model.sums import completion, gap, sources_sum, written
from pbeditor.ui.icons import icon
from pbeditor.ui.letters import wide
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.theme import S
from pbeditor.ui.widgets.labels import ElidedLabel, plain

SIGN = 14  # px


class SumLine(QWidget):
    """Follows one project's budget while it is typed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._path = session, ""
        self._seen: tuple[Budget, str, Form] | None = None
        self._sign, self._sentence = plain(), ElidedLabel()
        self._sentence.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button = QPushButton("填")  # for its height: a font that stands in for Chinese may be taller than Qt's own
        keeping = self.button.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # or all below moves up and down while an amount is typed
        self.button.setSizePolicy(keeping)
        self.button.clicked.connect(self._complete)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, S)
        for part in (self._sign, self._sentence, self.button):
            row.addWidget(part)
        row.addStretch()
        listen(self, session, changed=self.refresh)

    def bind(self, path: str) -> None:
        """Follow the budget of the project at `path`."""
        self._path = path
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Work the sum out again, where it can be another one."""
        session, budget = self._session, self._budget()
        seen, self._seen = self._seen, (budget, session.document.money_unit, session.form)
        if seen != self._seen:
            self._show(budget)

    def _show(self, budget: Budget) -> None:
        self._sentence.say(self._told(budget))
        missing = completion(budget, self._session.form.decimals)
        self.button.setVisible(missing is not None)
        if missing is not None:
            self.button.setText(f"{BUDGET_PARTS[missing[0]]}填 {missing[1]}")
        agrees = gap(budget) == 0 and bool(sources_sum(budget))
        self._sign.setPixmap(icon("done").pixmap(wide(SIGN)))
        self._sign.setVisible(agrees)

    def sentence(self) -> str:
        """What the line says now."""
        return self._sentence.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._show(self._budget())

    def _budget(self) -> Budget:
        try:
            budget: Budget = get(self._session.document, f"{self._path}/budget")
        except (LookupError, ValueError):
            return Budget()
        return budget

    def _told(self, budget: Budget) -> str:
        total, missing = sources_sum(budget), gap(budget)
        unit, decimals = self._session.document.money_unit, self._session.form.decimals
        if total is None or missing is None:
            return "金额中有不是数字的内容，无法合计"
        text = f"财政资金＋其他资金 ＝ {written(total, decimals)} {unit}"
        if missing:
            return f"{text}，与预算数相差 {written(abs(missing), decimals)}"
        return f"{text}，与预算数一致" if total != Decimal(0) else text

    def _complete(self) -> None:
        missing = completion(self._budget(), self._session.form.decimals)
        if missing is not None:
            self._session.write(f"补全{BUDGET_PARTS[missing[0]]}", f"{self._path}/budget/{missing[0]}", missing[1])

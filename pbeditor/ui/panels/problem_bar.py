"""Above the findings: which of them are shown, and what that leaves out."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from pbeditor.check.checked import Checked
from pbeditor.check.problem import SEVERITIES, SEVERITY_NAMES, Severity
from pbeditor.ui.models.problem_choice import EVERYTHING, Choice, counts, told, within
from pbeditor.ui.theme import XS, M, S
from pbeditor.ui.widgets.labels import ElidedLabel
from pbeditor.ui.widgets.signs import sign_icon


class ProblemBar(QWidget):
    """Three switches with counts, all projects or the current one, and what was set aside."""

    chosen = Signal(object)  # Choice
    aside_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = ""
        self.severities = {severity: QToolButton(self) for severity in SEVERITIES}
        self.here, self.all, self.aside = QToolButton(self), QToolButton(self), QToolButton(self)
        self.said = ElidedLabel(self)  # the first to give way in a narrow window
        self.said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._dress()
        self._arrange()
        self._tint()

    def choice(self) -> Choice:
        """What is switched on."""
        wanted = frozenset(severity for severity in SEVERITIES if self.severities[severity].isChecked())
        return Choice(wanted, self.project if self.here.isChecked() else "")

    def set_project(self, project: str) -> None:
        """The project of this id is current; it stays so while something else than a project is shown."""
        if project and project != self.project:
            self.project = project
            self.here.setEnabled(True)
            if self.here.isChecked():
                self._choose()

    def tell(self, checked: Checked) -> None:
        """Show the counts and what the choice leaves out."""
        choice = self.choice()
        for severity, number in counts(within(checked, choice.project)).items():
            button = self.severities[severity]
            button.setText(f"{SEVERITY_NAMES[severity]} {number}")
            button.setAccessibleName(f"显示{SEVERITY_NAMES[severity]}，{number} 条")
        self.said.say(told(checked, choice))
        self.all.setVisible(choice != EVERYTHING)
        number = len(checked.muted) + len(checked.confirmed) + len(checked.outdated)
        self.aside.setText(f"已静音与已核实 {number}" if number else "已静音与已核实")

    def show_all(self) -> None:
        """Take every restriction back."""
        self._set(frozenset(SEVERITIES))

    def begin_with(self, severities: frozenset[Severity]) -> None:
        """Another document is open."""
        self.project = ""
        self.here.setEnabled(False)
        self._set(severities)

    def forget_project(self) -> None:
        """The current project has gone."""
        self.project = ""
        self.here.setChecked(False)
        self.here.setEnabled(False)

    def _set(self, severities: frozenset[Severity]) -> None:
        states = {button: severity in severities for severity, button in self.severities.items()}
        for button, is_on in (*states.items(), (self.here, False)):
            button.blockSignals(True)
            button.setChecked(is_on)
            button.blockSignals(False)
        self._choose()

    def _choose(self) -> None:
        self.chosen.emit(self.choice())

    def _dress(self) -> None:
        for severity, button in self.severities.items():
            button.setToolTip(f"显示或隐藏{SEVERITY_NAMES[severity]}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button, text, explained in (
            (self.here, "当前项目", "只列出当前项目的问题"),
            (self.aside, "已静音与已核实", "列出已静音的检查和已核实的问题，可重新显示"),
            (self.all, "显示全部", "不再隐藏任何问题"),
        ):
            button.setText(text)
            button.setToolTip(explained)
        for button in (*self.severities.values(), self.here, self.aside):
            button.setCheckable(True)
        for button in (*self.severities.values(), self.here, self.aside, self.all):
            button.setAutoRaise(button is not self.all)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for button in self.severities.values():
            button.setChecked(True)
            button.toggled.connect(self._choose)
        self.here.setEnabled(False)
        self.here.toggled.connect(self._choose)
        self.all.clicked.connect(self.show_all)
        self.aside.toggled.connect(self.aside_wanted)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(M, 0, M, XS)
        row.setSpacing(S)
        for button in (*self.severities.values(), self.here):
            row.addWidget(button)
        row.addWidget(self.said)
        row.addWidget(self.all)
        row.addStretch()
        row.addWidget(self.aside)

    def _tint(self) -> None:
        for severity, button in self.severities.items():
            button.setIcon(sign_icon(severity, self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A dock that is being destroyed leaves its window first, and its palette with it: the parts are gone by then.
        if event.type() == QEvent.Type.PaletteChange and isValid(self.here):
            self._tint()

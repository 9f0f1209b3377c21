"""Beside the findings: the whole sentence of the current one, why it matters, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pbeditor.model.text import clean_line
from pbeditor.ui.models.hit_table import Excerpt
from pbeditor.ui.theme import XS, M, S
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.ui.widgets.parts import scrolled

NARROWEST, WIDEST = 335, 400  # px; four buttons have to fit


class ProblemDetail(QFrame):
    """Says, offers, and asks for a reason where one is wanted; the panel does what is wished."""

    fix_wanted = Signal()
    fix_all_wanted = Signal()
    confirm_wanted = Signal()
    mute_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.place, self.why, self.change = plain(), aside(), aside(), plain()
        self.fix, self.fix_all, self.confirm, self.mute = (QToolButton(self) for _ in range(4))
        self.ask = ReasonLine(self)
        self._foot = QStackedWidget(self)
        self._dress()
        self._arrange()
        self.ask.ended.connect(lambda: self._foot.setCurrentIndex(0))
        self.say("", "", "")
        self.offer_fix(None, 0)

    def say(self, text: str, place: str, why: str) -> None:
        """Show a finding with its place, or a rule."""
        self.text.setText(text)
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self.why.setText(f"为什么：{why}" if why else "")

    def offer_fix(self, change: tuple[Excerpt, Excerpt] | None, mendable: int, where: str = "") -> None:
        """What the fix makes of the text, as (before, after), `where` it is that of another field; how many there are.

        Those are the findings of the rule that can be mended.
        """
        self.change.setText(f"{where}原文“{change[0].text}”\n→ 改为“{change[1].text}”" if change else "")
        self.change.setVisible(change is not None)
        self.fix.setVisible(change is not None)
        self.fix_all.setVisible(mendable > 1)
        self.fix_all.setText(f"全部改正 {mendable} 处…")

    def offer(self, *, finding: bool, rule: bool) -> None:
        """What can be set aside: one finding, the whole rule."""
        self.confirm.setVisible(finding)
        self.mute.setVisible(rule)
        if not rule:
            self.ask.give_up()

    def ask_why(self, what: str, then: Callable[[str], None]) -> None:
        """Let the user give a reason for `what`, then go on with it."""
        self._foot.setCurrentIndex(1)
        self.ask.begin(what, then)

    def _dress(self) -> None:
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        for label in (self.text, self.change):
            label.setWordWrap(True)
        for label in (self.text, self.place, self.why, self.change):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for button, text, explained, wish in (
            (self.fix, "改正", "照此改正这一处（Ctrl+F8）", self.fix_wanted),
            (self.fix_all, "全部改正…", "先列出每一处原文和改后的文字", self.fix_all_wanted),
            (self.confirm, "已核实…", "这一处已核实无误，不再提示", self.confirm_wanted),
            (self.mute, "静音此类…", "这份文件不再做这项检查", self.mute_wanted),
        ):
            button.setText(text)
            button.setToolTip(explained)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(wish)

    def _arrange(self) -> None:
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(M, 0, M, 0)
        column.setSpacing(S)
        for label in (self.text, self.change, self.why, self.place):
            column.addWidget(label)
        column.addStretch()
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(M, 0, M, 0)
        row.setSpacing(S)
        for button in (self.fix, self.fix_all, self.confirm, self.mute):
            row.addWidget(button)
        row.addStretch()
        self._foot.addWidget(buttons)
        self._foot.addWidget(self.ask)
        self._foot.setFixedHeight(self.ask.sizeHint().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, S)
        layout.setSpacing(S)
        layout.addWidget(scrolled(words), 1)
        layout.addWidget(self._foot)


class ReasonLine(QWidget):
    """Asks for a reason on the spot: Enter goes on, also without one; Esc gives up."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.go, self.no = QLineEdit(self), QPushButton(self), QPushButton("取消", self)
        self._then: Callable[[str], None] | None = None
        self._came_from: QWidget | None = None
        self.text.setAcceptDrops(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, 0, M, 0)
        row.setSpacing(XS)
        for part in (self.text, self.go, self.no):
            row.addWidget(part)
        for button in (self.go, self.no):
            button.setAutoDefault(False)
        self.text.returnPressed.connect(self._go_on)
        self.go.clicked.connect(self._go_on)
        self.no.clicked.connect(self.give_up)

    def begin(self, what: str, then: Callable[[str], None]) -> None:
        """Ask, with `what` on the button that goes on."""
        self._came_from, self._then = self.window().focusWidget(), then
        self.go.setText(what)
        self.text.clear()
        self.text.setPlaceholderText("原因（可不填）")
        self.text.setAccessibleName(f"{what}的原因，可不填")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Ask no more."""
        if self._then is not None:
            had_focus = any(part.hasFocus() for part in (self.text, self.go, self.no))
            self._then = None
            self.ended.emit()
            if had_focus and self._came_from is not None and self._came_from.isVisible():
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        then, reason = self._then, clean_line(self.text.text())
        self.give_up()
        if then is not None:
            then(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

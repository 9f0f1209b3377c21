"""The left side of 查找和替换: the two texts, how to compare, and what to do."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from pbeditor.edit.search import Query
from pbeditor.ui.icons import icon
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.labels import plain

WIDTH = 344  # px
_OPTIONS = (
    ("case", "区分大小写", "A 与 a 算作不同"),
    ("width", "区分全半角", "２ 与 2、（ 与 ( 算作不同"),
    ("word", "全字匹配", "找 20 时不找 2020；汉字不受影响"),
)


class FindForm(QWidget):
    """Tells what the user wants; `step_wanted` is 1 or -1. No letters after Alt: the menus have them."""

    query_changed = Signal()
    replacement_changed = Signal()
    step_wanted = Signal(int)
    all_ticked = Signal(bool)
    replace_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_replacing = False
        self.text, self.other = _Line("查找", self), _Line("替换为", self)
        self.switch, self.next, self.previous = QToolButton(self), QToolButton(self), QToolButton(self)
        self.options = {name: QCheckBox(text, self) for name, text, _ in _OPTIONS}
        self.all, self.do = QCheckBox("全选", self), QPushButton("替换所选", self)
        self._said, self._other_label = plain("", self), plain("替换为", self)
        self._dress()
        self._arrange()
        self._listen()
        self.set_replacing(False)
        self.offer(0, 0)

    def query(self) -> Query:
        """What to look for."""
        case, width, word = (self.options[name].isChecked() for name in ("case", "width", "word"))
        return Query(self.text.text(), not case, not width, word)

    def replacement(self) -> str:
        """The text to put in place of the hits, as a field of one line would keep it."""
        return self.other.text()

    def set_text(self, text: str) -> None:
        """Look for `text`."""
        self.text.setText(text)

    def set_replacing(self, replacing: bool) -> None:
        """Show what replacing needs, or hide it."""
        self.is_replacing = replacing
        for part in (self._other_label, self.other, self.all, self.do):
            part.setVisible(replacing)
        self.switch.setChecked(replacing)
        self.replacement_changed.emit()

    def take_focus(self) -> None:
        """Let the user type."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def has_focus(self) -> bool:
        """Whether the user types here."""
        return self.text.hasFocus() or self.other.hasFocus()

    def say(self, text: str) -> None:
        """How the search went."""
        self._said.setText(text)

    def offer(self, ticked: int, count: int) -> None:
        """How many are to be replaced, of all hits that can be."""
        self.do.setText(f"替换所选 {ticked} 处" if ticked else "替换所选")
        self.do.setEnabled(ticked > 0)
        self.all.setEnabled(count > 0)
        partly = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if count and ticked == count else partly)

    def _dress(self) -> None:
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.text.setClearButtonEnabled(True)
        self.other.setPlaceholderText("留空即删除")
        self.switch.setText("替换")
        self.switch.setCheckable(True)
        self.switch.setToolTip("显示或隐藏替换（Ctrl+H）")
        self.do.setAutoDefault(False)
        self.do.setToolTip("把打勾的各处一次替换，可以撤销（Ctrl+Enter）")
        self.all.setAccessibleName("全选查找结果")
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for name, _, explained in _OPTIONS:
            self.options[name].setToolTip(explained)
        for button, text, keys in ((self.previous, "查找上一个", "Shift+F3"), (self.next, "查找下一个", "F3")):
            button.setToolTip(f"{text}（{keys}）")
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in (self.switch, self.previous, self.next):
            button.setAutoRaise(True)
        self.tint()

    def tint(self) -> None:
        """Draw the icons in the present palette."""
        self.previous.setIcon(icon("previous"))
        self.next.setIcon(icon("next"))

    def _arrange(self) -> None:
        options, doing = QHBoxLayout(), QHBoxLayout()
        options.setSpacing(M)
        doing.setSpacing(S)
        for option in self.options.values():
            options.addWidget(option)
        options.addStretch()
        for part in (self.all, self.do, self._said):
            doing.addWidget(part)
        doing.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(M, S, M, S)
        grid.setSpacing(S)
        grid.addWidget(plain("查找", self), 0, 0)
        grid.addWidget(self.text, 0, 1)
        for column, button in enumerate((self.previous, self.next, self.switch), 2):
            grid.addWidget(button, 0, column)
        grid.addWidget(self._other_label, 1, 0)
        grid.addWidget(self.other, 1, 1, 1, 4)
        grid.addLayout(options, 2, 0, 1, 5)
        grid.addLayout(doing, 3, 0, 1, 5)
        grid.setRowStretch(4, 1)
        parts = (self.text, self.other, *self.options.values(), self.all, self.do)
        for before, after in pairwise((*parts, self.previous, self.next, self.switch)):
            self.setTabOrder(before, after)

    def _listen(self) -> None:
        self.text.textChanged.connect(self.query_changed)
        for option in self.options.values():
            option.toggled.connect(self.query_changed)
        self.text.entered.connect(self.step_wanted)
        self.other.entered.connect(self.step_wanted)
        self.other.textChanged.connect(self.replacement_changed)
        self.text.confirmed.connect(self._confirm)
        self.other.confirmed.connect(self._confirm)
        self.switch.clicked.connect(self.set_replacing)
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.all.clicked.connect(self._tick)
        self.do.clicked.connect(self.replace_wanted)

    def _confirm(self) -> None:
        if self.do.isVisible() and self.do.isEnabled():
            self.replace_wanted.emit()

    def _tick(self) -> None:
        self.all_ticked.emit(self.all.checkState() != Qt.CheckState.Unchecked)


class _Line(QLineEdit):
    """A text to type. Enter goes to the next hit, Shift+Enter to the previous one, Ctrl+Enter replaces."""

    entered = Signal(int)
    confirmed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
        else:
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

"""What the window shows while nothing is open: the ways to begin, and the files one worked on last."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pbeditor.ui import letters
from pbeditor.ui.icons import accent_icon, icon
from pbeditor.ui.listening import listen
from pbeditor.ui.memory import Memory
from pbeditor.ui.pages.first_steps import FirstSteps
from pbeditor.ui.presence import Presence
from pbeditor.ui.theme import XL, XS, L, M, S
from pbeditor.ui.widgets.labels import Heading, aside, plain
from pbeditor.ui.widgets.parts import scrolled
from pbeditor.ui.widgets.signs import tip

# The commands offered, the icon of each and what it is for.
WAYS = (
    ("last_year", "last-year", "选上年的文件，什么格式都可以，一步步变成新一年的草稿"),
    ("open", "open", "打开绩效文件，或导入 Word、Excel 等文件"),
    ("new", "new", "从空白开始，逐项填写"),
    ("sample", "sample", "看一份虚构单位的完整示例"),
)
PATH = int(Qt.ItemDataRole.UserRole)


class StartPage(QWidget):
    """Big buttons on the left, recent files on the right; missing ones are grey. Without any, what there is to do."""

    file_wanted = Signal(Path)

    def __init__(self, actions: Mapping[str, QAction], memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory, self._presence = memory, Presence(self)
        self.recent = QListWidget(self)
        self.steps, self._files = FirstSteps(actions, self), QWidget(self)
        columns = QHBoxLayout()
        columns.setSpacing(XL * 2)
        columns.addLayout(self._ways(actions), 2)
        for part in (self._files, self.steps):
            columns.addWidget(part, 3)
        self._list_files()
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(XL * 3, XL * 2, XL * 3, XL * 2)
        layout.setSpacing(S)
        layout.addWidget(Heading("部门预算绩效信息", 2.0))
        layout.addWidget(aside("编辑、检查、打印和导出项目绩效目标表。也可以把文件拖到窗口里。"))
        layout.addSpacing(XL)
        layout.addLayout(columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        listen(self, memory, changed=self._follow)
        self._presence.changed.connect(self.refresh)
        self.refresh()

    def begin(self) -> None:
        """Give the focus to the file one worked on last, or without one to the first way to begin."""
        self._choose_last()
        has_one = self.recent.currentRow() >= 0
        (self.recent if has_one else self.findChildren(_WayButton)[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def tint(self) -> None:
        """Draw the icons in the present palette."""
        for button in self.findChildren(_WayButton):
            button.tint()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presence.look(self._paths())

    def refresh(self) -> None:
        """List the recent files, and say which are no longer there, as far as is known."""
        chosen = self.recent.currentRow()
        self.recent.clear()
        for path in self._paths():
            exists = self._presence.has(path)
            item = QListWidgetItem(
                f"{path.name}\n{path.parent if exists else f'已不在原处：{path.parent}'}", self.recent
            )
            item.setData(PATH, str(path))
            item.setToolTip(tip(str(path)))
            item.setIcon(icon("document"))
            if not exists:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.recent.setCurrentRow(chosen)
        if chosen >= 0 and not _is_there(self.recent.item(chosen)):  # as is known only now
            self._choose_last()
        self._files.setVisible(self.recent.count() > 0)
        self.steps.setVisible(self.recent.count() == 0)

    def _choose_last(self) -> None:
        rows = range(self.recent.count())
        self.recent.setCurrentRow(next((row for row in rows if _is_there(self.recent.item(row))), -1))

    def _follow(self) -> None:
        self.refresh()
        if self.isVisible():
            self._presence.look(self._paths())

    def _paths(self) -> tuple[Path, ...]:
        return tuple(map(Path, self._memory.settings.recent))

    def _ways(self, actions: Mapping[str, QAction]) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(M)
        layout.addWidget(Heading("开始", 1.15))
        for name, picture, purpose in WAYS:
            layout.addWidget(_WayButton(actions[name], picture, purpose, self))
        layout.addStretch(1)
        return layout

    def _list_files(self) -> None:
        self.recent.setAccessibleName("最近打开的文件")
        self.recent.setFrameShape(QListWidget.Shape.NoFrame)
        letters.size_icons(self.recent, 20)
        self.recent.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.recent.setSpacing(S // 2)
        self.recent.itemActivated.connect(self._want)
        self.recent.itemClicked.connect(self._want)
        layout = QVBoxLayout(self._files)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(Heading("最近打开", 1.15))
        layout.addWidget(self.recent, 1)

    def _want(self, item: QListWidgetItem) -> None:
        self.file_wanted.emit(Path(item.data(PATH)))


def _is_there(item: QListWidgetItem | None) -> bool:
    return item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)


class _WayButton(QPushButton):
    """A command with a line that says what it is for."""

    def __init__(self, action: QAction, picture: str, purpose: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(action.iconText())
        self.setAccessibleDescription(purpose)
        self.clicked.connect(action.trigger)
        self._name, self._picture = picture, plain()
        self._inside = grid = QGridLayout(self)
        grid.setContentsMargins(L, M, L, M)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(XS)
        grid.addWidget(self._picture, 0, 0, 2, 1)
        grid.addWidget(Heading(action.iconText(), 1.1), 0, 1)
        grid.addWidget(aside(purpose), 1, 1)
        grid.setColumnStretch(1, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tint()

    def tint(self) -> None:
        """Draw the icon in the present accent colour."""
        self._picture.setPixmap(accent_icon(self._name).pixmap(letters.wide(32)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does: outside of dialogs Qt leaves that to the program."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.tint()

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

"""命令查找: type a few characters of a command, Enter runs it."""

from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from pbeditor.ui.actions import Actions
from pbeditor.ui.models.command_list import CommandList
from pbeditor.ui.models.roles import Index
from pbeditor.ui.panes import still_there
from pbeditor.ui.theme import XL, L, M, S, faint
from pbeditor.ui.widgets.labels import aside
from pbeditor.ui.widgets.search_line import SearchLine

WIDTH, LINES, GAP = 560, 12, 40  # px, lines shown at most, px from the top of the window
_WALKING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_STAY = Qt.FocusReason.PopupFocusReason  # what is being edited below stays open


class CommandFinder(QFrame):
    """Lies over the window while it is used; a window of its own would keep input methods out on some systems."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._came_from: QWidget | None = None
        self.model = CommandList(actions, self)
        self.line = SearchLine("输入命令名称或拼音首字母，例如“导出”或 dc", "查找命令", self)
        self.list = QListView(self)
        self.nothing = aside("没有这样的命令。")
        self._arrange()
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self._run)
        self.list.clicked.connect(self._run)
        self.line.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def ask(self) -> None:
        """Come up, empty; what has the focus now gets it back."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
            self._actions.refresh()
        self.line.clear()
        self._look("")
        self._stand()
        self.show()
        self.raise_()
        self.line.setFocus(_STAY)

    def leave(self) -> None:
        """Go away and give the focus back."""
        came_from, self._came_from = still_there(self._came_from), None
        if came_from is not None:
            came_from.setFocus(_STAY)
        self.hide()

    def _look(self, typed: str) -> None:
        self.model.look_for(typed)
        can_run = (self.model.index(row) for row in range(self.model.rowCount()))
        first = next((index for index in can_run if index.flags() & Qt.ItemFlag.ItemIsEnabled), QModelIndex())
        self.list.setCurrentIndex(first)
        self.nothing.setHidden(bool(self.model.rowCount()))
        self.list.scrollToTop()
        self._stand()

    def _run(self) -> None:
        index = self.list.currentIndex()
        action: QAction | None = self.model.command(index).action if index.isValid() else None
        if action is not None and action.isEnabled():
            self.leave()
            action.trigger()

    def _stand(self) -> None:
        """As high as its lines, in the middle of the window's upper edge."""
        lines = min(max(self.model.rowCount(), 1), LINES)
        self.list.setFixedHeight(lines * self.list.sizeHintForRow(0) if self.model.rowCount() else 0)
        width = min(WIDTH, self.window().width() - 2 * L)
        self.setGeometry((self.window().width() - width) // 2, GAP, width, self.sizeHint().height())

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(XL)
        shadow.setOffset(0, S)
        self.setGraphicsEffect(shadow)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CommandDelegate(self.model))
        self.list.setAccessibleName("命令")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)

    def _answer(self, event: QKeyEvent) -> bool:
        if event.key() in _WALKING:
            QApplication.sendEvent(self.list, event)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.line:
            if kind == QEvent.Type.KeyPress:
                return self._answer(cast("QKeyEvent", event))
            if kind == QEvent.Type.FocusOut and self.isVisible() and QApplication.activeWindow() is self.window():
                self.hide()
        elif kind == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return False


class CommandDelegate(QStyledItemDelegate):
    """Name and menu at the left, keys at the right; pale what cannot run now. `option` is Any for want of stubs."""

    def __init__(self, model: CommandList) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: Any, index: Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + M)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        command = self._model.command(index)
        group = QPalette.ColorGroup.Active if command.action.isEnabled() else QPalette.ColorGroup.Disabled
        ink = option.palette.color(group, QPalette.ColorRole.Text)
        aside = faint(option.palette) if command.action.isEnabled() else ink
        metrics = QFontMetrics(option.font)
        title = ("✓ " if command.action.isChecked() else "") + command.title
        box = QRect(option.rect).adjusted(M, 0, -M, 0)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(aside)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, command.keys)
        box.setRight(box.right() - metrics.horizontalAdvance(command.keys) - L)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(ink)
        painter.drawText(box, left, shown)
        box.setLeft(box.left() + metrics.horizontalAdvance(shown) + L)
        painter.setPen(aside)
        painter.drawText(box, left, metrics.elidedText(command.menu, Qt.TextElideMode.ElideRight, box.width()))
        painter.restore()

"""The handbook's window: contents and search at the left, the page at the right."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pbeditor.ui import letters
from pbeditor.ui.handbook.browser import HelpBrowser
from pbeditor.ui.handbook.contents import PAGES, page_for, words
from pbeditor.ui.icons import icon
from pbeditor.ui.pages.stack import PageStack
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.labels import plain

WAYS = (
    ("后退", "back", QKeySequence.StandardKey.Back),
    ("前进", "forward", QKeySequence.StandardKey.Forward),
)
KEY = int(Qt.ItemDataRole.UserRole)


class HelpWindow(QWidget):
    """Stays beside the main window while one works."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("使用手册")
        letters.resize(self, 1040, 700)
        self.search, self.list, self.browser = QLineEdit(self), QListWidget(self), HelpBrowser(self)
        self._none, self._buttons = plain("没有找到。换一个词试试。", self), [QToolButton(self) for _ in WAYS]
        self._arrange()
        self._listen()
        self._tint()
        self._look_for("")

    def show_page(self, page: str) -> None:
        """Bring the window up with this page."""
        self.search.clear()
        self.browser.setSource(QUrl(page))
        self._follow()
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self.search.setPlaceholderText("在手册中查找（Ctrl+F）")
        self.search.setAccessibleName("在手册中查找")
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName("目录")
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        side, bar = QWidget(self), QHBoxLayout()
        for button, (text, _, keys) in zip(self._buttons, WAYS, strict=True):
            button.setAutoRaise(True)
            button.setAccessibleName(text)
            button.setToolTip(f"{text}（{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}）")
            bar.addWidget(button)
        bar.addStretch()
        column = QVBoxLayout(side)
        column.setContentsMargins(M, M, S, M)
        column.addLayout(bar)
        for part in (self.search, self._none, self.list):
            column.addWidget(part)
        column.setStretchFactor(self.list, 1)
        column.addStretch(0)
        splitter = QSplitter(self)
        splitter.addWidget(side)
        splitter.addWidget(self.browser)
        splitter.setSizes([250, 790])
        splitter.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self._open_first)
        self.list.currentItemChanged.connect(self._open)
        # Not sourceChanged, which comes before `source` tells the new page.
        self.browser.historyChanged.connect(self._follow)
        for button, (_, name, keys) in zip(self._buttons, WAYS, strict=True):
            go = self.browser.backward if name == "back" else self.browser.forward
            button.clicked.connect(go)
            self._key(QKeySequence(keys), go)
        self.browser.backwardAvailable.connect(self._buttons[0].setEnabled)
        self.browser.forwardAvailable.connect(self._buttons[1].setEnabled)
        for button in self._buttons:
            button.setEnabled(False)
        self._key(QKeySequence("Ctrl+F"), partial(self.search.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self._key(QKeySequence("Esc"), self.close)

    def _key(self, keys: QKeySequence, run: object) -> None:
        action = QAction(self)
        action.setShortcut(keys)
        action.triggered.connect(run)
        self.addAction(action)

    def _look_for(self, text: str) -> None:
        """List the pages that hold the words; the page that is shown stays."""
        found = [(page, title) for page, title in PAGES if text.casefold() in words(page).casefold()]
        self.list.blockSignals(True)
        self.list.clear()
        for page, title in found:
            item = QListWidgetItem(title, self.list)
            item.setData(KEY, page)
        self.list.blockSignals(False)
        self._none.setVisible(not found)
        self._follow()

    def _open_first(self) -> None:
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.browser.mark(self.search.text())

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY) != self.browser.page():
            self.browser.setSource(QUrl(item.data(KEY)))

    def _follow(self) -> None:
        """The list shows which page is open, and the page where the words stand."""
        self.list.blockSignals(True)
        pages = [self.list.item(row).data(KEY) for row in range(self.list.count())]
        self.list.setCurrentRow(pages.index(self.browser.page()) if self.browser.page() in pages else -1)
        self.list.blockSignals(False)
        self.browser.mark(self.search.text())

    def _tint(self) -> None:
        for button, (_, name, _keys) in zip(self._buttons, WAYS, strict=True):
            button.setIcon(icon(name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
            self.browser.wear()


def show_handbook(window: QWidget) -> None:
    """Show the page that fits where the focus is."""
    pages = window.findChild(PageStack)
    page = page_for(QApplication.focusWidget(), pages.currentWidget() if pages else None)
    (window.findChild(HelpWindow) or HelpWindow(window)).show_page(page)

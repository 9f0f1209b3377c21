"""All pages as they will print, with the choice of what to print."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pbeditor.ui import letters
from pbeditor.ui.dialogs.style_dialog import StyleDialog, ask_style
from pbeditor.ui.memory import Memory
from pbeditor.ui.paper.fonts import told_of_fonts
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.page_bar import PageBar
from pbeditor.ui.paper.page_view import WHOLE, PageView
from pbeditor.ui.paper.pdf_line import PdfLine
from pbeditor.ui.paper.previewed_pages import PreviewedPages
from pbeditor.ui.paper.print_panel import PrintPanel
from pbeditor.ui.paper.print_scope import PrintScope
from pbeditor.ui.paper.printing import DONE, PDF, Order, print_pages
from pbeditor.ui.paper.printout import Printout
from pbeditor.ui.paper.thumbnails import Thumbnails
from pbeditor.ui.paper.zoom_bar import ZoomBar
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.parts import scrolled

_SIZE = 1240, 720  # px
_LIST_WIDTH, _PICTURES_WIDTH, _PANEL_WIDTH = 240, 136, 270
_NOTHING = "请在左侧勾选要打印的项目。"
_SETTING = "正在排版… {share:.0%}"


class PrintPreviewDialog(QDialog):
    """Shows the document as it is when the dialog opens; `selected` are the ids of the projects the user is at."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        selected: Sequence[str] = (),
        memory: Memory | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = memory or Memory(self)
        measure = QtMeasure()
        self._pages = PreviewedPages(session, measure, self)
        self._wanted_page = 0
        self.view, self.thumbnails = PageView(measure, self), Thumbnails(measure, self)
        self.scope = PrintScope(session, self, selected)
        self.draft = QCheckBox("草稿水印(&W)", self)
        self.draft.setChecked(session.style.draft)
        self.style_button = QPushButton("版式(&L)…", self)
        self.style_button.setAutoDefault(False)
        self.panel = PrintPanel(self._memory.settings.printing, self, told_of_fonts(session.form.layout))
        self.page_bar, self.pdf_line = PageBar(self.view, self), PdfLine(self._memory, self)
        self.buttons = QDialogButtonBox(self)
        self.print_button = self.buttons.addButton("打印(&P)", QDialogButtonBox.ButtonRole.AcceptRole)
        self.system_button = self.buttons.addButton("更多打印选项(&O)…", QDialogButtonBox.ButtonRole.ActionRole)
        self.pdf_button = self.buttons.addButton("导出 PDF(&E)…", QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        self.printout = Printout((), session.form.layout, measure)
        self._build()
        self._connect()
        self._show_draft(self.draft.isChecked())
        self.view.fit(WHOLE)
        self.refresh()
        self.view.setFocus()

    def refresh(self, page: int = 0) -> None:
        """Break and show the chosen pages, this one at first; where they are many, the window goes on meanwhile."""
        self._wanted_page = page
        self.view.canvas.hint = _NOTHING
        self._pages.begin(self.scope.wanted())

    def print(self, *, ask: bool = False) -> None:
        """Print what is shown, after the system's dialog where `ask`; the dialog closes when that is done."""
        self._remember()
        order = Order(self.printout, self.panel.numbers(), self.panel.choices(), self.panel.copies.value())
        outcome = print_pages(order, self, ask=ask)
        if outcome == DONE:
            self.accept()
        elif outcome == PDF:
            self.save_pdf()

    def save_pdf(self) -> None:
        """Write the chosen pages to a PDF file beside the window, which goes on."""
        self._remember()
        numbers = frozenset(self.panel.numbers())
        pages = tuple(page for page in self.printout.pages if page.number in numbers)
        self.pdf_line.save(replace(self.printout, pages=pages))

    def _show_other_pages(self) -> None:
        self._show_pages()
        last = len(self.printout.pages) - 1
        self.view.go_to_page(max(min(self._wanted_page, last), 0))
        self.page_bar.refresh()

    def _show_pages(self) -> None:
        printout = self.printout = self._pages.printout(self.panel.choices(), draft=self.draft.isChecked())
        self.view.canvas.show_pages(printout.pages, printout.layout)
        self.thumbnails.show_pages(printout.pages, printout.layout)
        self.thumbnails.show_page(self.view.page)
        self.panel.set_count(len(printout.pages))
        self._follow()

    def _follow(self) -> None:
        """Leave to do only what can be done."""
        ready = bool(self.panel.numbers()) and not self._pages.is_busy
        for button in (self.print_button, self.system_button):
            button.setEnabled(ready)
        self.pdf_button.setEnabled(ready and not self.pdf_line.is_busy)

    def _show_draft(self, draft: bool) -> None:
        self.view.canvas.set_draft(draft)
        self.thumbnails.set_draft(draft)
        self.printout = replace(self.printout, draft=draft)

    def _show_share(self, share: float) -> None:
        self.view.canvas.hint = _SETTING.format(share=share)
        self.view.canvas.update()

    def _remember(self) -> None:
        self._memory.remember(printing=self.panel.choices())

    def _build(self) -> None:
        self.setWindowTitle("打印预览")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        split = QSplitter(self)
        for part in (self.scope.projects, self.thumbnails, self.view, self._scrolled_panel()):
            split.addWidget(part)
        around = _LIST_WIDTH + _PICTURES_WIDTH + _PANEL_WIDTH
        split.setSizes([_LIST_WIDTH, _PICTURES_WIDTH, _SIZE[0] - around, _PANEL_WIDTH])
        split.setStretchFactor(2, 1)
        split.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, S, 0, S)
        box.setSpacing(S)
        box.addLayout(self._bar())
        box.addWidget(split, 1)
        box.addLayout(self._foot())
        letters.resize(self, *_SIZE)

    def _scrolled_panel(self) -> QScrollArea:
        """The panel, which with large letters is taller than a low screen; it is to scroll down and never sideways."""
        area = scrolled(self.panel)
        area.setMinimumWidth(self.panel.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        return area

    def _bar(self) -> QHBoxLayout:
        label = plain("打印范围(&S)：", self)
        label.setBuddy(self.scope.choice)
        row = QHBoxLayout()
        row.setContentsMargins(M, 0, M, 0)
        row.setSpacing(S)
        for widget in (label, self.scope.choice, self.draft, self.style_button):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.page_bar)
        row.addStretch()
        row.addWidget(ZoomBar(self.view, self))
        return row

    def _foot(self) -> QHBoxLayout:
        self.print_button.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(M, 0, M, 0)
        row.setSpacing(M)
        row.addWidget(self.pdf_line)
        row.addStretch()
        row.addWidget(self.buttons)
        return row

    def _connect(self) -> None:
        self.scope.changed.connect(self.refresh)
        self.draft.toggled.connect(self._show_draft)
        self.style_button.clicked.connect(lambda _checked: self._change_style())
        self.panel.changed.connect(self._follow)
        self.panel.pages_changed.connect(self._show_pages)
        self.thumbnails.page_wanted.connect(self.view.go_to_page)
        self.view.page_reached.connect(self.thumbnails.show_page)
        self._pages.paused.connect(self._show_share)
        self._pages.changed.connect(self._show_other_pages)
        self.pdf_line.changed.connect(self._follow)
        self.buttons.rejected.connect(self.reject)
        self.print_button.clicked.connect(lambda _checked: self.print())
        self.system_button.clicked.connect(lambda _checked: self.print(ask=True))
        self.pdf_button.clicked.connect(lambda _checked: self.save_pdf())

    def _change_style(self) -> None:
        page, shown = self.view.page, replace(self._session.style, draft=self.draft.isChecked())
        style = ask_style(StyleDialog(self._session.form, shown, self))
        if style:
            self._session.dress(style)
            self.draft.setChecked(style.draft)
            self.refresh(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the focus has no use for turn pages and change their size, so that one need not go there first."""
        if not self.view.take_key(event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._remember()
        self._pages.stop()
        self.pdf_line.cancel()
        super().done(result)

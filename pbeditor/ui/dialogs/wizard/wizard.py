"""The dialog that leads from a file to this year's draft, page by page; Back works everywhere and forgets nothing."""

from collections.abc import Callable, Hashable, Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from pbeditor.edit.carry import Carry
from pbeditor.ui import letters
from pbeditor.ui.dialogs import questions
from pbeditor.ui.dialogs.wizard.carry_page import CarryPage
from pbeditor.ui.dialogs.wizard.changes_page import ChangesPage
from pbeditor.ui.dialogs.wizard.decisions_page import DecisionsPage
from pbeditor.ui.dialogs.wizard.doubts_page import DoubtsPage
from pbeditor.ui.dialogs.wizard.found_page import FoundPage
from pbeditor.ui.dialogs.wizard.page import WizardPage
from pbeditor.ui.dialogs.wizard.source_page import SourcePage
from pbeditor.ui.theme import L, M
from pbeditor.ui.widgets.labels import Heading, aside
from pbeditor.ui.widgets.parts import rule
from pbeditor.work.importing import Import

SIZE = 940, 600  # px
NEXT, LAST = "下一步(&N)", ("生成草稿(&N)", "打开(&N)")


class Wizard(QDialog):
    """`is_draft` says whether this year's draft is proposed, or opening the file as it is.

    A file of a year before `working_year` is proposed for a draft all the same: few import one to leave it as it is.
    `may_finish` is asked at the end, whether the document that is open may go.
    """

    finished_with = Signal(object)  # the Import as it was chosen

    def __init__(
        self,
        folder: Callable[[], Path],
        may_finish: Callable[[], bool],
        parent: QWidget | None = None,
        *,
        is_draft: bool = True,
        working_year: int = 0,
    ) -> None:
        super().__init__(parent)
        self._is_draft, self._working_year, self._may_finish = is_draft, working_year, may_finish
        self._so_far: Import | None = None
        self._known: dict[Hashable, bool] = {}
        self.source = SourcePage(folder, self)
        self.source.heading = "选择上年的文件" if is_draft else "选择要导入的文件"
        self.found, self.carry = FoundPage(self), CarryPage(self)
        self.pages: tuple[WizardPage, ...] = (
            self.source,
            self.found,
            DoubtsPage(self),
            self.carry,
            ChangesPage(self),
            DecisionsPage(self),
        )
        self.stack = QStackedWidget(self)
        self._heading, self._purpose, self._step = Heading(), aside(), aside()
        self.back = QPushButton("上一步(&B)", self)
        self.next = QPushButton(NEXT, self)
        self.leave = QPushButton("取消", self)
        self._arrange()
        self._listen()
        self._show(self.source)

    @property
    def page(self) -> WizardPage:
        """The page that is shown."""
        return self.pages[self.stack.currentIndex()]

    def read_path(self, path: Path) -> None:
        """Begin with this file."""
        self.source.read_path(path)

    def _begin(self, found: Import) -> None:
        document = found.opened.document
        self._known.clear()
        is_draft = self._is_draft or 0 < document.year < self._working_year
        self._so_far = replace(found, carry=Carry(document.year + 1, document.form) if is_draft else None)
        if self.page is self.source:
            self._go_on()
        else:
            self.page.show_import(self._so_far)
            self._follow()

    def _read_again(self) -> None:
        self._show(self.source)
        self.source.read_again()

    def _go_on(self) -> None:
        if self._so_far is None or not self.page.is_complete:
            return
        self._so_far = self.page.chosen(self._so_far)
        following = next(self._needed(self.pages[self.stack.currentIndex() + 1 :]), None)
        if following:
            following.show_import(self._so_far)
            self._show(following)
        elif self._may_finish() and isValid(self):  # whoever ends the program while it asks closes the wizard too
            self.accept()
            self.finished_with.emit(self._so_far)

    def _go_back(self) -> None:
        if self._so_far is not None:
            self._so_far = self.page.chosen(self._so_far)
        before = [self.source, *self._needed(self.pages[1 : self.stack.currentIndex()])]
        if self.page is not self.source:
            self._show(before[-1])

    def _needed(self, pages: tuple[WizardPage, ...]) -> Iterator[WizardPage]:
        return (page for page in pages if self._so_far is not None and self._is_needed(page, self._so_far))

    def _is_needed(self, page: WizardPage, so_far: Import) -> bool:
        """Remembered while nothing changes that the answer hangs on: it takes a look at every text of the document."""
        carry = (so_far.year, so_far.carry.year, so_far.carry.form) if so_far.carry else None
        key = (page, id(so_far.opened), so_far.projects, so_far.sections, carry)
        if key not in self._known:
            self._known[key] = page.is_needed(so_far)
        return self._known[key]

    def _show(self, page: WizardPage) -> None:
        self.stack.setCurrentWidget(page)
        self._heading.setText(page.heading)
        self._purpose.setText(page.purpose)
        self._follow()
        page.take_focus()

    def _follow(self) -> None:
        """Bring the buttons up to date; the last one says what it does."""
        so_far = self.page.chosen(self._so_far) if self._so_far is not None else None
        rest = self.pages[self.stack.currentIndex() + 1 :]
        more = so_far is None or any(self._is_needed(page, so_far) for page in rest)
        is_draft = so_far is not None and so_far.carry is not None
        self.next.setText(NEXT if more else LAST[0 if is_draft else 1])
        self.next.setEnabled(self.page.is_complete)
        self.next.setDefault(self.page.is_complete)
        self.back.setEnabled(self.page is not self.source)
        self._step.setText(f"“{self._so_far.name}”" if self._so_far is not None else "")

    def _listen(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.reject)
        self.source.read.connect(self._begin)
        self.found.read.connect(self._begin)
        self.found.program_wanted.connect(self._read_again)
        for page in self.pages:
            page.changed.connect(self._follow)
        for keys, act in (
            (QKeySequence.StandardKey.Back, self._go_back),
            (QKeySequence.StandardKey.Forward, self._go_on),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _arrange(self) -> None:
        self.setWindowTitle("从上年文件新建" if self._is_draft else "导入")
        letters.resize(self, *SIZE)
        for page in self.pages:
            self.stack.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(M)
        buttons.addWidget(self._step, 1)
        for button in (self.back, self.next, self.leave):
            button.setAutoDefault(button is self.next)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, L, L, L)
        layout.setSpacing(M)
        for part in (self._heading, self._purpose, self.stack, rule()):
            layout.addWidget(part)
        layout.setStretchFactor(self.stack, 1)
        layout.addLayout(buttons)

    def reject(self) -> None:
        """Leave; where something was chosen already it is asked first."""
        chosen = self.page is not self.source and self.page is not self.pages[1]
        if chosen and not questions.ask_leave_import(self):
            return
        self.source.cancel()
        super().reject()

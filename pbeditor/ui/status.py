"""The status bar: what was just done, with the file it made, and how many problems there are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QStyle, QStyleOption, QToolButton, QWidget

from pbeditor.check.problem import SEVERITIES, SEVERITY_NAMES
from pbeditor.ui.icons import accent_icon
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.progress_line import ProgressLine
from pbeditor.ui.widgets.signs import sign_icon, tip

LASTS = 10_000  # ms that a sentence about something done stays
MARGIN = 6  # px beside a sentence


class StatusBar(QStatusBar):
    """Quiet words; a click on the counts shows the problems.

    A sentence that has no room beside the counts is shown in their place, and ends in … where it is longer still.
    """

    problems_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files: tuple[Path, ...] = ()  # what was just written, all in one folder
        self._links = QWidget(self)
        self._ways = {name: QToolButton(self._links) for name in ("open", "folder")}
        self._counts = {severity: QToolButton(self) for severity in SEVERITIES}
        self._has_counts = True
        self.progress = ProgressLine(self)
        self._arrange()
        self.messageChanged.connect(self._drop_links)
        self.messageChanged.connect(self._make_room)
        listen(self, session, undone=self._tell_undone, redone=self._tell_redone)

    def tell(self, sentence: str, files: Sequence[Path] = ()) -> None:
        """Show what was done for a while; one file can be opened from here, several in the folder they share."""
        self._files = tuple(files)
        self._ways["open"].setVisible(len(files) == 1)
        self._links.setVisible(bool(files))
        self.showMessage(sentence, LASTS)
        self._make_room(sentence)  # the same sentence again is no change to Qt

    def count(self) -> None:
        """Show how many problems of each severity there are."""
        for severity, number in self._session.checked.counts.items():
            button = self._counts[severity]
            button.setText(f"{SEVERITY_NAMES[severity]} {number if self._session.checked.is_known else '…'}")
            button.setAccessibleName(f"{number} 个{SEVERITY_NAMES[severity]}")

    def show_counts(self, shown: bool) -> None:
        """Hide the counts while nothing is open."""
        self._has_counts = shown
        self._make_room(self.currentMessage())

    def told(self) -> str:
        """What is to be read of the sentence."""
        return self.fontMetrics().elidedText(self.currentMessage(), Qt.TextElideMode.ElideRight, self._room().width())

    def _room(self) -> QRect:
        """Where a sentence stands."""
        parts = (self.progress, self._links, *self._counts.values())
        right = min((part.x() for part in parts if part.isVisible()), default=self.width() - self.height())
        return self.rect().adjusted(MARGIN, 0, right - MARGIN - self.width(), 0)

    def _make_room(self, sentence: str) -> None:
        wanted = self.fontMetrics().horizontalAdvance(sentence) + 2 * MARGIN
        others = (part for part in (self.progress, self._links) if not part.isHidden())
        beside = sum(part.sizeHint().width() + MARGIN for part in (*self._counts.values(), *others))
        has_room = not sentence or wanted + beside < self.width() - self.height()
        for button in self._counts.values():
            button.setVisible(self._has_counts and has_room)
        self.setToolTip(tip(sentence))

    def _arrange(self) -> None:
        row = QHBoxLayout(self._links)
        row.setContentsMargins(0, 0, M, 0)
        row.setSpacing(S)
        for name, text in (("open", "打开文件"), ("folder", "打开文件夹")):
            self._ways[name].setText(text)
            row.addWidget(self._ways[name])
        self._ways["open"].clicked.connect(self._open_file)
        self._ways["folder"].clicked.connect(self._open_folder)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self._links)
        self._links.hide()
        for button in self._counts.values():
            button.clicked.connect(self.problems_wanted)
            self.addPermanentWidget(button)
        for button in (*self._ways.values(), *self._counts.values()):
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tint()

    def _tint(self) -> None:
        for name, link in self._ways.items():
            link.setIcon(accent_icon(name))
        for severity, button in self._counts.items():
            button.setIcon(sign_icon(severity, QGuiApplication.palette()))

    def _tell_undone(self, label: str) -> None:
        """In place of what was told when the step was made: that is no longer so."""
        self.tell(f"已撤销：{label}。")

    def _tell_redone(self, label: str) -> None:
        self.tell(f"已重做：{label}。")

    def _open_file(self) -> None:
        if self._files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._files[0])))

    def _open_folder(self) -> None:
        if self._files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._files[0].parent)))

    def _drop_links(self, sentence: str) -> None:
        if not sentence:
            self._links.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, but Qt cuts a long sentence off in the middle of a character."""
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.told())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(self.currentMessage())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

"""去年: last year's text of the place one is in, with what differs marked in it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pbeditor.edit.beside import NO_LAST_YEAR, Beside, beside
from pbeditor.edit.place_name import place_name
from pbeditor.ui.last_year import LastYear
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.theme import S
from pbeditor.ui.widgets.difference_view import DifferenceView, Passage
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.ui.widgets.parts import CommandButton

PAUSE = 60  # ms without a movement before the text follows
LEGEND = "删除线：上年有、今年没有；下划线：今年新写的。"
ONLY_LAST = "这是上年的原文。"
SAME = "与上年完全相同。"


class LastYearPanel(QWidget):
    """`path` tells in which place one is. Nothing is looked up while the panel is out of sight."""

    def __init__(self, session: Session, path: Callable[[], str], take: QAction, choose: QAction) -> None:
        super().__init__()
        self._session, self._path = session, path
        self._last_year = LastYear.of(session)
        self.where, self.note = plain(), aside(LEGEND)
        self.text = DifferenceView("上年的文字", self)
        self.marked = QCheckBox("标出与今年的不同", self)
        self.take, self.choose = CommandButton(take, "用上年的文字（F7）"), CommandButton(choose)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._arrange()
        self._timer.timeout.connect(self.update_now)
        self.marked.toggled.connect(self.update_now)
        listen(self, session, changed=self.follow, opened=self.follow)

    def follow(self, *_: object) -> None:
        """The place or the text may be another one."""
        if self.isVisible():
            self._timer.start()

    def found(self) -> Beside:
        """Last year's text of the place one is in."""
        return beside(self._session.document, self._path(), self._last_year.pairs())

    def update_now(self) -> None:
        """Show the text of the place one is in."""
        self._timer.stop()
        found = self.found()
        document, form = self._session.document, self._session.form
        self.where.setText(place_name(document, form, found.path) if found.path else "")
        self.where.setVisible(bool(found.path))
        self._show_text(found)
        self.take.setVisible(document.last_year is not None)
        self.take.setEnabled(not found.missing and found.before != found.after)
        self.choose.setVisible(found.missing == NO_LAST_YEAR)

    def _show_text(self, found: Beside) -> None:
        is_same = found.before == found.after
        plainly = is_same or not self.marked.isChecked()
        passages = () if found.missing else (Passage("", found.before, found.after, plainly),)
        self.text.show_passages(passages, found.missing)
        self.note.setText(SAME if is_same else ONLY_LAST if plainly else LEGEND)
        self.note.setVisible(not found.missing)
        self.marked.setVisible(not found.missing)

    def _arrange(self) -> None:
        self.where.setWordWrap(True)
        self.marked.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S * 2, S, S * 2, S * 2)
        layout.setSpacing(S)
        layout.addWidget(self.where)
        layout.addWidget(self.text, 1)
        for part in (self.note, self.marked, self.take, self.choose):
            layout.addWidget(part)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.update_now()

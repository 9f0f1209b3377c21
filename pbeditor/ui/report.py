"""The import report beside the window: its lines lead to their places and settle doubtful values."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from pbeditor.edit.place import put_target
from pbeditor.model.document import Target
from pbeditor.model.place import present_path
from pbeditor.sheet.sheet import Note
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.settled import Settled

if TYPE_CHECKING:
    from pbeditor.ui.dialogs.import_report import ImportReport

REPORT = "import_report"
ASSIGNED, SETTLED = "已放入", "已确认"


# What could be done to read the file better: why, the text of a button, the work, and whether that is done only once.
Way = tuple[str, str, Callable[[], object], bool]


def show_report(
    session: Session,
    name: str,
    notes: Sequence[Note],
    window: QWidget,
    ways: Sequence[Way] = (),
    settled: Settled | None = None,
) -> None:
    """Show the notes of an import of the file called `name`, in place of an older report, with what is `settled`."""
    from pbeditor.ui.dialogs.import_report import ImportReport
    from pbeditor.ui.shelf import Shelf

    close_report(window)
    report = ImportReport(name, session.document, notes, window)
    report.setObjectName(REPORT)
    report.place_requested.connect(lambda place: _show_place(session, place))
    desk = _Desk(session, report, notes, settled or Settled(session))
    shelf = Shelf.of(session)
    if taken := shelf.collected:
        report.offer(f"其中 {len(taken)} 条指标是新的，已收入指标库。", "不收入", lambda: shelf.forget(taken))
    for text, label, act, once in ways:
        report.offer(text, label, act, once=once)
    desk.begin()
    report.show()


class _Desk(QObject):
    """Where the lines of a report are settled, one after the other."""

    def __init__(self, session: Session, report: "ImportReport", notes: Sequence[Note], settled: Settled) -> None:
        super().__init__(report)
        self._session, self._report, self._notes, self._settled = session, report, notes, settled
        report.reading_chosen.connect(self.read_as)
        report.assigning_requested.connect(self.assign)
        listen(self, session, undone=self._show_marks, redone=self._show_marks)

    def begin(self) -> None:
        """Show what has been settled already."""
        self._report.begin(self._settled.marks(self._notes))

    def assign(self, row: int) -> None:
        """Let the user say where the text of a line goes."""
        from pbeditor.ui.dialogs.assigning import ask_where

        if ask_where(self._session, self._notes[row], self._report):
            self._go_on(row, ASSIGNED)

    def read_as(self, row: int, target: Target) -> None:
        """Read a doubtful value as the user chose."""
        _read_as(self._session, self._notes[row].place, target)
        self._go_on(row, SETTLED)

    def _go_on(self, row: int, how: str) -> None:
        self._settled.settle(self._notes, row, how)
        self._show_marks()
        self._report.go_on(row)

    def _show_marks(self, *_: object) -> None:
        self._report.show_marks(self._settled.marks(self._notes))


def close_report(window: QWidget) -> None:
    """The report speaks of the document that it came with."""
    for report in window.findChildren(QDialog, REPORT):
        report.close()


def _show_place(session: Session, place: str) -> None:
    with suppress(LookupError):  # deleted since
        session.go_to(present_path(session.document, place))


def _read_as(session: Session, place: str, target: Target) -> None:
    """Read a doubtful value as the user chose, as one step."""
    with suppress(LookupError):
        path = present_path(session.document, place)
        session.commit_requested.emit()
        session.apply("改读指标值", lambda document: put_target(document, path, target))
        session.go_to(path)

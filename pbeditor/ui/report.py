"""The import report beside the window: its lines lead to their places and settle doubtful values."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from pbeditor.edit.place import put_target
from pbeditor.model.document import Target
from pbeditor.model.place import present_path
from pbeditor.sheet.sheet import Note
from pbeditor.ui.session import Session

if TYPE_CHECKING:
    from pbeditor.ui.dialogs.import_report import ImportReport

REPORT = "import_report"


# What could be done to read the file better: why, the text of a button, the work, and whether that is done only once.
Way = tuple[str, str, Callable[[], object], bool]


def show_report(session: Session, name: str, notes: Sequence[Note], window: QWidget, ways: Sequence[Way] = ()) -> None:
    """Show the notes of an import of the file called `name`, in place of an older report."""
    from pbeditor.ui.dialogs.import_report import ImportReport
    from pbeditor.ui.shelf import Shelf

    close_report(window)
    report = ImportReport(name, session.document, notes, window)
    report.setObjectName(REPORT)
    report.place_requested.connect(lambda place: _show_place(session, place))
    report.reading_chosen.connect(lambda place, target: _read_as(session, place, target))
    report.assigning_requested.connect(lambda row: _assign(session, report, row))
    shelf = Shelf.of(session)
    if taken := shelf.collected:
        report.offer(f"其中 {len(taken)} 条指标是新的，已收入指标库。", "不收入", lambda: shelf.forget(taken))
    for text, label, act, once in ways:
        report.offer(text, label, act, once=once)
    report.show()


def _assign(session: Session, report: "ImportReport", row: int) -> None:
    """Let the user say where the text of a line goes."""
    from pbeditor.ui.dialogs.assigning import ask_where

    if ask_where(session, report.note(row), report):
        report.mark_assigned(row)


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

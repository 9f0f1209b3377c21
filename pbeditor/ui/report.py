"""The import report beside the window: its lines lead to their places and settle doubtful values."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtWidgets import QDialog, QWidget

from pbeditor.edit.place import put_all
from pbeditor.model.document import Target
from pbeditor.model.place import present_path
from pbeditor.sheet.sheet import Note
from pbeditor.ui.session import Session
from pbeditor.ui.shelf import Shelf

REPORT = "import_report"


Second = tuple[str, Callable[[], object]]


def show_report(
    session: Session, name: str, notes: Sequence[Note], window: QWidget, second: Second = ("", lambda: None)
) -> None:
    """Show the notes of an import of the file called `name`, in place of an older report.

    `second` is the office program that could read the file better, "" for none, and what has it do so.
    """
    from pbeditor.ui.dialogs.import_report import ImportReport

    close_report(window)
    report = ImportReport(name, session.document, notes, window)
    report.setObjectName(REPORT)
    report.place_requested.connect(lambda place: _show_place(session, place))
    report.reading_chosen.connect(lambda place, target: _read_as(session, place, target))
    shelf = Shelf.of(session)
    if taken := shelf.collected:
        report.offer(f"其中 {len(taken)} 条指标是新的，已收入指标库。", "不收入", lambda: shelf.forget(taken))
    program, reread = second
    if program:
        report.offer("合并单元格可能读错了位置。", f"用 {program} 重新读取(&R)", reread)
    report.show()


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
        parts = tuple((f"{path}/{part}", getattr(target, part)) for part in Target.__struct_fields__)
        session.commit_requested.emit()
        session.apply("改读指标值", lambda document: put_all(document, parts))
        session.go_to(path)

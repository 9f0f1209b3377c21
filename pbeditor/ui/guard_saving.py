"""Before and while a file is written: nobody else's work is overwritten, and what fails is said."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from pbeditor.model.document import Document
from pbeditor.model.errors import UnwritableError
from pbeditor.store import project_file
from pbeditor.store.disk import NoNewFileError
from pbeditor.ui.background import done_beside
from pbeditor.ui.dialogs import conflicts, questions
from pbeditor.ui.guard_changes import ElsewhereError, Way, may_write
from pbeditor.ui.guard_file import digest_of
from pbeditor.ui.session import Session
from pbeditor.ui.trying import outcome

if TYPE_CHECKING:
    from pbeditor.ui.open_file import OpenFile


def way_to_write(file: "OpenFile", session: Session, window: QWidget, path: Path) -> Way:
    """Whether and how the file may be written now: nobody else has it open or has changed it, or the user decided.

    "" for not at all; "over" where others have changed it and their work must be kept.

    Raises ElsewhereError if the user prefers another file.
    """
    own = file.guard.is_own(path)
    if not own or file.guard.read_only:
        other = file.guard.admit(path)
        if other:
            sentence = f"“{path.name}”正由{conflicts.said(other)}编辑，没有保存；请换一个文件名。"
            questions.tell_fault(window, sentence)
            return ""
    return may_write(file, session, window) if own else "write"


class Written(Struct, frozen=True):
    """What came of writing a file: the digest of what it holds now, and why its earlier version was not kept."""

    digest: bytes
    unkept: str = ""


def put_on_disk(document: Document, path: Path, window: QWidget, *, must_keep: bool = False) -> Written | None:
    """Write the file; None after a fault. With `must_keep` only once what it held lies among its earlier versions.

    Raises ElsewhereError if the user prefers another file.
    """

    def put() -> Written | NoNewFileError:
        try:
            return _save(document, path, must_keep=must_keep)
        except NoNewFileError as error:
            return error

    written = outcome(window, put)
    if not isinstance(written, NoNewFileError):
        return written
    cure = conflicts.ask_in_place(window, path.name, str(written))
    if cure == "save_as":
        raise ElsewhereError
    return outcome(window, partial(_save, document, path, in_place=True)) if cure == "write" else None


def _save(document: Document, path: Path, *, in_place: bool = False, must_keep: bool = False) -> Written:
    """Beside the window: disks of others may be slow, and a scanner's lock is waited for."""
    unkept: list[UnwritableError] = []
    way = {"in_place": in_place, "must_keep": must_keep}
    data = done_beside(lambda: digest_of(project_file.save(document, path, unkept=unkept.append, **way)))
    return Written(data, str(*unkept))

"""What to do when the open file was changed or taken over by somebody else; nothing of either side is lost."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from pbeditor.store import lock, project_file
from pbeditor.store.lock import Holder
from pbeditor.ui.dialogs import conflicts
from pbeditor.ui.reading import read_file
from pbeditor.ui.session import Session
from pbeditor.ui.trying import outcome

if TYPE_CHECKING:
    from pbeditor.ui.open_file import OpenFile

Way = Literal["", "write", "over"]


class ElsewhereError(Exception):
    """The document is to be saved to another file."""


def may_write(file: "OpenFile", session: Session, window: QWidget) -> Way:
    """Before saving: "write" where the open file is as it was left, "over" where the user decides so, else "".

    Raises ElsewhereError if the user prefers another file.
    """
    changed = file.guard.is_changed()
    cure = _cure(file, session, window, changed=changed, saving=True)
    if cure == "save_as":
        raise ElsewhereError
    return "" if cure != "write" else "over" if changed else "write"


def look_at_disk(file: "OpenFile", session: Session, window: QWidget) -> None:
    """When the window comes to the front: tell what has happened to the file, once."""
    if not file.is_open or session.path is None:
        return
    if file.guard.is_gone() and session.saved is not None:
        session.mark_unsaved()
        file.told.emit(f"“{session.path.name}”已不在原处，可能被移走或删除；保存时会重新写入")
    elif file.guard.has_news():
        session.commit_requested.emit()
        if _cure(file, session, window, changed=file.guard.is_changed(), saving=False) == "save_as":
            file.save_as()


def _cure(file: "OpenFile", session: Session, window: QWidget, *, changed: bool, saving: bool) -> str:
    """What is to be done, as far as it is not done yet; "write" where nothing has happened to the file."""
    path, successor = session.path, file.guard.successor()
    if path is None or not (changed or successor):
        return "write"
    cure = conflicts.ask_changed(window, path.name, successor, saving=saving, changed=changed)
    while cure == "compare":
        _compare(path, session, window)
        cure = conflicts.ask_changed(window, path.name, successor, saving=saving, changed=changed)
    if cure == "write" and successor:
        lock.take_over(path)
    if cure == "reload":
        _reload(file, session, window, path, successor)
    return cure


def _reload(file: "OpenFile", session: Session, window: QWidget, path: Path, successor: Holder | None) -> None:
    """One step that can be undone: what one had typed comes back with it."""
    if found := read_file(path, window):
        other = successor or file.guard.admit(path)  # what was read-only may be free by now, or not
        why = found.read_only or (f"正由{conflicts.said(other)}编辑" if other else "")
        session.apply("重新载入", lambda _: found.opened.document)
        file.guard.hold(path, found.digest, why, found.stamp)
        session.mark_saved(session.document, path)
        file.told.emit(f"已重新载入“{path.name}”{f'（只读：{why}）' if why else ''}，可以用“撤销”换回")


def _compare(path: Path, session: Session, window: QWidget) -> None:
    from pbeditor.ui.dialogs.comparison import show_comparison

    if found := outcome(window, lambda: project_file.load(path)):
        show_comparison(found, session.document, session.form, ("磁盘上的", "这里的"), window)

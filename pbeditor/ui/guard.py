"""Recovery copies of unsaved work: 20 s after a change and at once when something goes wrong."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pbeditor.model.document import Document
from pbeditor.model.errors import FileError
from pbeditor.store import recovery
from pbeditor.store.log import log_error
from pbeditor.store.recovery import Copy
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from pbeditor.ui.open_file import OpenFile

PAUSE = 20_000  # ms from the first change that is not in the copy
PATIENCE = 10  # s for a copy that must be written now


class Guard(QObject):
    """Keeps one copy, of the document that is open; another thread writes it, so that typing never waits.

    The document is a value: what is being written cannot change meanwhile.
    """

    failed = Signal(str)

    def __init__(self, session: Session, file: "OpenFile", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._file = session, file
        self._key, self._next = next(session.new_ids()), ""
        self._kept: Document | None = None
        self._has_copy = False
        self._writer: ThreadPoolExecutor | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)
        self.failed.connect(self._try_again)
        listen(self, session, opened=self._turn_over, history_changed=self._look, drafted=self._look)
        file.is_open_changed.connect(self._look)

    def keep(self) -> "Future[None] | None":
        """Begin to write a copy, if there is work that none holds."""
        self._timer.stop()
        document = self._session.with_draft()
        if not self._is_needed(document) or document == self._kept:
            return None
        self._kept, self._has_copy = document, True
        path = None if self._file.is_partial else self._session.path  # nor may what is recovered be written over it
        key, name, digest = self._key, self._file.name, self._file.guard.digest
        return self._later(lambda: self._write(key, name, path, document, digest))

    def keep_now(self) -> None:
        """Write a copy and wait until it lies on the disk: the program may be about to end."""
        written = self.keep()
        with suppress(TimeoutError):
            self._settle(written)

    def wait(self) -> None:
        """Until all that was begun is written."""
        if self._writer:
            self._settle(self._writer.submit(lambda: None))

    def adopt(self, copy: Copy) -> bool:
        """Let a crashed program's copy be that of the document opened next; False if another program has it."""
        self._next = next(self._session.new_ids())
        return recovery.claim(copy, self._next)

    def end(self) -> None:
        """The window closes with everything saved or given up."""
        self._timer.stop()
        self._forget()
        if self._writer:
            self._writer.shutdown()
            self._writer = None

    def _is_needed(self, document: Document) -> bool:
        return self._file.is_open and self._session.saved != document

    def _look(self) -> None:
        document = self._session.with_draft()
        if not self._is_needed(document):
            self._timer.stop()
            self._forget()
        elif document != self._kept and not self._timer.isActive():
            self._timer.start()

    def _try_again(self, _fault: str) -> None:
        """In the window's thread again."""
        self._look()

    def _turn_over(self) -> None:
        """Another document is open: what belonged to the one before was saved or given up."""
        self._forget()
        self._has_copy = bool(self._next)
        self._key, self._next = self._next or next(self._session.new_ids()), ""
        self._look()

    def _forget(self) -> None:
        if self._has_copy:
            self._has_copy, self._kept, key = False, None, self._key
            self._later(lambda: recovery.forget(key))

    def _write(self, key: str, name: str, path: Path | None, document: Document, digest: bytes) -> None:
        try:
            recovery.keep(key, name, path, document, digest)
        except Exception as error:  # noqa: BLE001 - in this thread nobody else would hear of it
            self._kept = None
            if not isinstance(error, FileError):
                log_error(type(error), error.__traceback__)
            with suppress(RuntimeError):  # the window has gone meanwhile
                self.failed.emit(f"恢复副本没有写成，请尽快保存：{error}")

    def _later(self, act: Callable[[], None]) -> "Future[None]":
        if self._writer is None:
            from concurrent.futures import ThreadPoolExecutor

            self._writer = ThreadPoolExecutor(1, "recovery")
        return self._writer.submit(act)

    def _settle(self, future: "Future[None] | None") -> None:
        if future:
            future.result(PATIENCE)

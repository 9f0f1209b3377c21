"""Keeps the hits of a search true to the document, a slice at a time, so that nobody waits for it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from pbeditor.edit.search import Hit, Query, find, find_in
from pbeditor.model.document import Document, Project
from pbeditor.ui.editors.inputs import utf16
from pbeditor.ui.gradually import ALL, Gradually
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session

PAUSE = 120  # ms without a keystroke before the search begins
LONGEST = 60  # characters of a selection that are worth looking for


class _Known(Struct, frozen=True):
    """The hits of one project, which hold as long as it is this very object."""

    project: Project
    path: str
    hits: tuple[Hit, ...]


class Finding(QObject):
    """`hits` are those of `query` in `document`; `found` tells that they are complete. Asleep, it lets edits pass."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.query = Query("")
        self.hits: list[Hit] = []
        self.document = session.document
        self.is_awake = False
        self._known: dict[str, _Known] = {}
        self._work = Gradually(self)
        self._is_done = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        listen(self, session, changed=self._wait, opened=self._restart)

    def look_for(self, query: Query) -> None:
        """Search for something else, a moment after the last keystroke."""
        if query != self.query:
            self.query, self._known = query, {}
            self._wait()

    def wake(self) -> None:
        """Somebody looks at the hits."""
        self.is_awake = True
        if not self._is_done:
            self._pause.start()

    def sleep(self) -> None:
        """Nobody looks at the hits."""
        self.is_awake = False
        self._stop()

    def finish(self) -> None:
        """Bring the hits up to date now."""
        if not self._is_done:
            self._begin(ALL)

    def _stop(self) -> None:
        self._pause.stop()
        self._work.stop()

    def _wait(self, *_: object) -> None:
        self._is_done = False
        self._stop()
        if self.is_awake:
            self._pause.start()

    def _restart(self) -> None:
        self._known = {}
        self._wait()

    def _begin(self, first: float | None = None) -> None:
        self._pause.stop()
        self._work.begin(self._gathering(self._session.document), first)

    def _gathering(self, document: Document) -> Iterator[None]:
        found: list[Hit] = []
        for hits in self._parts(document):
            found += hits
            yield
        self.hits, self.document, self._is_done = found, document, True
        self.found.emit()

    def _parts(self, document: Document) -> Iterator[Iterable[Hit]]:
        yield find(replace(document, projects=()), self.query)
        for index, project in enumerate(document.projects):
            path = f"projects/{index}"
            known = self._known.get(project.id)
            if known is None or known.project is not project:
                known = _Known(project, path, tuple(find_in(project, self.query, path)))
            elif known.path != path:
                known = _Known(project, path, tuple(_moved(hit, known.path, path) for hit in known.hits))
            self._known[project.id] = known
            yield known.hits


def selected_text() -> str:
    """What is selected where the keyboard is, if it is worth looking for."""
    widget = QApplication.focusWidget()
    text = ""
    if isinstance(widget, QLineEdit):
        text = widget.selectedText()
    elif isinstance(widget, QPlainTextEdit):
        text = widget.textCursor().selectedText()
    return text if len(text) <= LONGEST and "\u2029" not in text else ""


def mark_in_focus(hit: Hit) -> None:
    """Select the hit in the field that has the focus, if that shows its text."""
    widget = QApplication.focusWidget()
    first, last = utf16(hit.text, hit.start), utf16(hit.text, hit.end)
    if isinstance(widget, QLineEdit) and widget.text() == hit.text:
        widget.setSelection(first, last - first)
    elif isinstance(widget, QPlainTextEdit) and widget.toPlainText() == hit.text:
        cursor = widget.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)


def _moved(hit: Hit, old: str, new: str) -> Hit:
    return replace(hit, path=new + hit.path.removeprefix(old))

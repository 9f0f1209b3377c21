"""The one mutable object of the program: it holds the history and is the one door through which edits pass."""

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from pbeditor.check.checked import Checked, unchecked
from pbeditor.check.memory import differing
from pbeditor.edit.history import History
from pbeditor.edit.place import differences, put, remaining
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.style import USUAL, Style
from pbeditor.store.forms import form_of

if TYPE_CHECKING:
    from pbeditor.model.steps import Steps

PAUSE = 20  # ms, so that what was opened is painted before it is checked
_COSTLY = 50  # projects that are looked at again: from so many on, both findings are kept for undo and redo
SET_ASIDE = ("muted", "confirmed")  # what has no place on a page


class Session(QObject):
    """Holds the open document with its history, its file and its findings; views look at it and listen to it.

    `changed` carries the documents before and after, so that a view can tell with `is` whether its part differs.
    """

    changed = Signal(object, object)
    opened = Signal()  # another document altogether: views start afresh
    looked = Signal()  # what was opened has been checked for the first time
    problems_changed = Signal()
    history_changed = Signal()  # undo and redo names, the unsaved mark and the file's name may have changed
    drafted = Signal()  # something is being typed that is not in the document yet
    commit_requested = Signal()  # open editors give what is typed in them before it is saved, undone or left
    travelled = Signal(object, object)  # undo or redo led from one document to another, and its place was asked for
    undone = Signal(str)  # the name of the step that was taken back
    redone = Signal(str)  # the name of the step that was made again
    style_changed = Signal()  # the paper is to look otherwise
    place_requested = Signal(str)  # a path that should be shown and have the focus
    place_shown = Signal(str)  # the path of the cell where the grid's cursor stands now, "" for none

    form: Form
    history: History
    path: Path | None
    saved: Document | None
    checked: Checked
    _draft: Callable[[Document], Document] | None
    _known: Checked  # what was found last
    _steps: "Steps[Checked] | None"  # looking that goes on
    _basis: Checked  # what it began with
    _kept: deque[Checked]  # findings about documents that undo and redo may bring back
    style: Style = USUAL  # how preview, print and export look

    def __init__(self, document: Document, form: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._go_on)
        self._start(document, form, None, saved=True)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.history.document

    @property
    def is_unsaved(self) -> bool:
        """Whether the document differs from what the file holds."""
        return self.saved is not self.document and self.saved != self.document

    @property
    def latest(self) -> Checked:
        """What was found last: about the document before, while the present one is still being looked at."""
        return self.checked if self.checked.is_known else self._known

    def open(self, document: Document, form: Form, path: Path | None, *, saved: bool) -> None:
        """Put another document in place of this one; `saved` tells whether `path` holds exactly it.

        It is shown at once and checked a moment later, or when somebody asks to `look`.
        """
        self._start(document, form, path, saved=saved)
        self.opened.emit()
        self.history_changed.emit()

    def look(self) -> None:
        """Check at once what was opened or changed as a whole, if it is not checked yet."""
        while not self.checked.is_known:
            self._go_on()

    def apply(self, label: str, edit: Callable[[Document], Document], run: str = "") -> None:
        """Edit as one step the user can undo under the name `label`; steps of one `run` join into one.

        An edit of the document's form, or its undo, brings that form with it; it must be one that is installed.
        """
        self._move_to(self.history.push(label, edit(self.document), run))

    def write(self, label: str, path: str, text: str, run: str = "") -> None:
        """Put `text`, cleaned, at `path` as one step."""
        self.apply(label, lambda document: put(document, path, text), run)

    def dress(self, style: Style) -> None:
        """Let the paper look otherwise from now on."""
        if style != self.style:
            self.style = style
            self.style_changed.emit()

    def draft(self, edit: Callable[[Document], Document] | None) -> None:
        """Know of the edit that what is typed in an open editor would be; None once it is made or given up."""
        self._draft = edit
        self.drafted.emit()

    def with_draft(self) -> Document:
        """The document with what is being typed."""
        return self._draft(self.document) if self._draft else self.document

    def seal(self) -> None:
        """The next keystroke begins a step of its own."""
        self.history = self.history.seal()

    def undo(self) -> None:
        """Go back one step and show the place where it was made."""
        self.commit_requested.emit()
        if past := self.history.past:
            self._travel(self.history.undo())
            self.undone.emit(past[-1].label)

    def redo(self) -> None:
        """Go forth one step and show the place where it is made."""
        self.commit_requested.emit()
        if future := self.history.future:
            self._travel(self.history.redo())
            self.redone.emit(future[-1].label)

    def mark_saved(self, document: Document, path: Path) -> None:
        """Remember that `path` now holds `document`."""
        self.saved, self.path = document, path
        self.seal()
        self.history_changed.emit()

    def mark_unsaved(self) -> None:
        """Remember that no file holds the document any more."""
        self.saved = None
        self.history_changed.emit()

    def go_to(self, path: str) -> None:
        """Ask the views to show a place and give it the focus."""
        self.place_requested.emit(path)

    def new_ids(self) -> Iterator[str]:
        """Ids that no other item has."""
        while True:
            yield uuid4().hex[:12]

    def _start(self, document: Document, form: Form, path: Path | None, *, saved: bool) -> None:
        self.form = form
        self._draft = None
        self.history = History(document)
        self.path = path
        self.saved = document if saved else None
        self._kept = deque(maxlen=6)
        self._known = self._basis = self.checked = unchecked(document, form)
        self._steps = None
        self._soon.start(PAUSE)

    def _travel(self, history: History) -> None:
        before = self.document
        self._move_to(history)
        changes = differences(before, self.document)
        change = next((change for change in changes if change.path.partition("/")[0] not in SET_ASIDE), None)
        if change:
            self.place_requested.emit(remaining(change))
            self.travelled.emit(before, self.document)

    def _move_to(self, history: History) -> None:
        before, self.history = self.document, history
        if self.document is not before:
            if (self.document.form, self.document.periods) != (before.form, before.periods):
                self.form = form_of(self.document)
            self._check()
            self.changed.emit(before, self.document)
            self.problems_changed.emit()
        self.history_changed.emit()

    def _check(self) -> None:
        """Look at what has changed; where that is much, the marks come when all of it is looked at.

        A change of everything that is undone or redone finds what was known.
        """
        from pbeditor.check.engine import check_steps

        kept = (one for one in self._kept if one.document is self.document and one.form is self.form)
        self._basis = next(kept, self._known)
        self._steps = check_steps(self.document, self.form, self._basis)
        self._step()

    def _go_on(self) -> None:
        """Look at some more; to be done between what the user does."""
        self._check() if self._steps is None else self._step()
        if self.checked.is_known:
            self.problems_changed.emit()

    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration as end:
            self._soon.stop()
            self._steps = None
            self._know(end.value)
        else:
            self.checked = unchecked(self.document, self.form)
            self._soon.start(0)

    def _know(self, checked: Checked) -> None:
        before, self._known, self.checked = self._known, checked, checked
        if not before.is_known:
            self.looked.emit()
        elif self._basis is before and self._looked_again_at(before) >= _COSTLY:
            self._kept += (before, checked)

    def _looked_again_at(self, before: Checked) -> int:
        """How many projects differ from those that `before` is about."""
        return len(differing(before.seen.looks, self.checked.seen.looks)) if before.seen and self.checked.seen else 0

"""The one mutable object of the program: it holds the history and is the one door through which edits pass."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from pbeditor.check.checked import Checked
from pbeditor.edit.history import History
from pbeditor.edit.place import differences, put, remaining
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.sheet.style import USUAL, Style
from pbeditor.store.forms import form_of
from pbeditor.ui.looking import Looking

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
    _draft: Callable[[Document], Document] | None
    _take_back: Callable[[], None] | None  # what was typed last, where that left the document as it was
    _forms: dict[str, Form]  # that the open document was in so far
    style: Style = USUAL  # how preview, print and export look

    def __init__(self, document: Document, form: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start(document, form, None, saved=True)
        self._looking = Looking(document, form, self)
        self._looking.looked.connect(self.looked)
        self._looking.found.connect(self.problems_changed)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.history.document

    @property
    def is_unsaved(self) -> bool:
        """Whether the document differs from what the file holds."""
        return self.saved is not self.document and self.saved != self.document

    @property
    def checked(self) -> Checked:
        """What is wrong with the document, as far as it was looked at."""
        return self._looking.checked

    @property
    def latest(self) -> Checked:
        """What was found last: about the document before, while the present one is still being looked at."""
        return self._looking.latest

    def open(self, document: Document, form: Form, path: Path | None, *, saved: bool) -> None:
        """Put another document in place of this one; `saved` tells whether `path` holds exactly it.

        It is shown at once and checked a moment later, or when somebody asks to `look`.
        """
        self._start(document, form, path, saved=saved)
        self._looking.begin(document, form)
        self.opened.emit()
        self.history_changed.emit()

    def look(self) -> None:
        """Check at once what was opened or changed as a whole, if it is not checked yet."""
        self._looking.finish()

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

    def is_in(self, run: str) -> bool:
        """Whether the last step is one of this run, and the next keystroke of it would join in."""
        past = self.history.past
        return bool(past) and past[-1].run == run and not self.history.future

    def seal(self) -> None:
        """The next keystroke begins a step of its own."""
        self.history = self.history.seal()

    def leave_no_step(self, take_back: Callable[[], None] | None) -> None:
        """Know how to take back what was typed without changing the document; None once that is settled."""
        self._take_back = take_back

    def leads_back_to(self, document: Document) -> bool:
        """Whether this is the document, or undo comes to it."""
        return self.document is document or any(step.document is document for step in self.history.past)

    def undo(self) -> None:
        """Go back one step and show the place where it was made; what was typed and made no step goes first."""
        self.commit_requested.emit()
        take_back, self._take_back = self._take_back, None
        if take_back:
            take_back()
        elif past := self.history.past:
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
        self.form, self._forms = form, {document.form: form}
        self._draft = self._take_back = None
        self.history = History(document)
        self.path = path
        self.saved = document if saved else None

    def _form_of(self, document: Document) -> Form:
        """Its form; as it was known here where that is gone or broken by now, so that every step can be undone."""
        try:
            return form_of(document)
        except UnreadableError:
            if known := self._forms.get(document.form):
                return known.with_periods(document.periods)
            raise

    def _travel(self, history: History) -> None:
        before = self.document
        self._move_to(history)
        changes = differences(before, self.document)
        change = next((change for change in changes if change.path.partition("/")[0] not in SET_ASIDE), None)
        if change:
            self.place_requested.emit(remaining(change))
            self.travelled.emit(before, self.document)

    def _move_to(self, history: History) -> None:
        before, after = self.document, history.document
        if (after.form, after.periods) != (before.form, before.periods):
            self.form = self._forms[after.form] = self._form_of(after)
        self.history = history
        if after is not before:
            self._take_back = None
            self._looking.follow(self.document, self.form)
            self.changed.emit(before, self.document)
            self.problems_changed.emit()
        self.history_changed.emit()

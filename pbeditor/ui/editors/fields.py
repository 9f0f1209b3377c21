"""Fields bound to one place in the document: they write each keystroke and never overwrite what is being typed."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from pbeditor.check.problem import Problem, gravest
from pbeditor.edit.place import get
from pbeditor.edit.strokes import Stroke, stroke
from pbeditor.ui.editors.fixes import add_fixes
from pbeditor.ui.editors.foot import Foot
from pbeditor.ui.editors.inputs import LineInput, TextInput
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.signs import frame_color, paint_frame, tip

PAUSE = 2.0  # s without typing, after which a step of its own begins
Tidy = Callable[[str], str]
Counter = Callable[[str], str]


class Field(QWidget):
    """An editor for the text at `path`, with a marked frame, and a line below for what is wrong and how long it is.

    `tidy` rewrites what was typed once the field is left; `counter` gives the short text at the right of the foot.
    An empty path, or one that leads nowhere, empties and disables the field.
    """

    edited = Signal()

    def __init__(  # noqa: PLR0913  # the last three are options, by name
        self,
        session: Session,
        path: str,
        label: str,
        editor: LineInput | TextInput,
        *,
        tidy: Tidy | None = None,
        counter: Counter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.path, self.label, self.editor = session, path, label, editor
        self._tidy, self._counter = tidy, counter
        self._watched = ""
        self._value, self._was_typed, self._is_writing = "", False, False
        self._written = ""  # what was typed last, as it was given to the document
        self._is_elsewhere = False
        self._shown = ""  # in the editor
        self._before = self._value_before = ""  # what was shown, and held, before that which was typed last
        self._stroke: Stroke | None = None  # what was typed last, with when
        self._typed_at = 0.0
        self.problems: tuple[Problem, ...] = ()
        self.foot = Foot(session, self)
        self._arrange()
        self._listen()
        self.reload()

    def set_path(self, path: str) -> None:
        """Bind to another place, whose text is shown afresh; the same text at another place stays as it is shown."""
        self._is_elsewhere = path != self.path
        self.path = path
        self.reload()
        self._is_elsewhere = False

    def watch(self, path: str) -> None:
        """Show the problems of a place that no field of its own has, such as the whole unit."""
        self._watched = path
        self._mark()

    def caption(self, text: str = "") -> QLabel:
        """A label for this field, with its focus; a `&` in `text` names the Alt key."""
        caption = plain(text or self.label, self.parentWidget())
        caption.setBuddy(self.editor)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        caption.setContentsMargins(0, 5, 0, 0)
        return caption

    def lend_foot(self, row: QWidget) -> None:
        """Let the line below stand in `row`, which shares its room among fields side by side."""
        if layout := self.layout():
            layout.removeWidget(self.foot)
            layout.setContentsMargins(1, 1, 1, 1)
        self.foot.setParent(row)

    def take_focus(self) -> None:
        """Give the editor the focus."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Show what stands at the path now, and what is wrong with it."""
        self._follow()
        self._mark()

    def leave(self) -> None:
        """Tidy what was typed and let the next keystroke begin a step of its own."""
        self._tidy_up()
        self._was_typed = False
        if self.editor.shown() != self._value:
            self.editor.show_text(self._value)
            self._shown = self._value
        self.session.leave_no_step(None)
        self.session.seal()
        self.update()

    def _arrange(self) -> None:
        self.editor.setParent(self)
        self.editor.setAccessibleName(self.label)
        self.editor.fill_menu = self._fill_menu
        self.setFocusProxy(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 0)
        layout.setSpacing(1)
        layout.addWidget(self.editor)
        layout.addWidget(self.foot)

    def _listen(self) -> None:
        wishes = self.editor.wishes
        wishes.typed.connect(self._type)
        wishes.entered.connect(self._repaint)
        wishes.left.connect(self.leave)
        wishes.undo.connect(self.session.undo)
        wishes.redo.connect(self.session.redo)
        listen(
            self,
            self.session,
            changed=self._follow,
            opened=self.reload,
            problems_changed=self._mark,
            commit_requested=self._commit,
        )

    def _repaint(self) -> None:
        self.update()  # connected by itself, PySide would keep it for good

    def _type(self, text: str) -> None:
        """Take what is typed; after a pause, or at another place, it is a step of its own."""
        this, now = stroke(self._shown, text), monotonic()
        joined = self._stroke.then(this) if self._stroke and now - self._typed_at < PAUSE else None
        if joined is None:
            self.session.seal()
        if joined is None or self._is_sealed():
            self._before, self._value_before = self._shown, self._value
        self._stroke, self._typed_at, self._shown = joined or this, now, text
        self._write(self._tidied(text))
        if not self.session.is_in(run=self.path):
            # It means what stood there, as 万 behind an amount.
            self.session.leave_no_step(self._show_again if text != self._before else None)

    def _is_sealed(self) -> bool:
        """Whether what was typed is a step that has ended meanwhile, as saving does: what follows is apart from it."""
        return self._value != self._value_before and not self.session.is_in(run=self.path)

    def _show_again(self) -> None:
        self.editor.show_text(self._before)
        self._shown, self._stroke = self._before, None

    def _write(self, text: str) -> None:
        self._was_typed, self._is_writing, self._written = True, True, text
        try:
            self.session.write(f"修改{self.label}", self.path, text, run=self.path)
        finally:
            self._is_writing = False
        self._value = str(get(self.session.document, self.path))
        self._count()
        self.edited.emit()

    def _commit(self) -> None:
        """Let all that is typed count: a composition of the input method ends, and the document holds it tidied."""
        if self.editor.hasFocus():
            QGuiApplication.inputMethod().commit()
            self._tidy_up()

    def _tidy_up(self) -> None:
        """Where the field is not left, what is typed stands in it as it was typed: the user may be amid it."""
        # What the document made of it may be less, without a blank at the end, and must not be written again: the
        # path may lead to another project by now.
        if self._was_typed and (tidied := self._tidied(self.editor.shown())) != self._written:
            self._write(tidied)

    def _tidied(self, text: str) -> str:
        """What `text` will be once the field is left: the document holds that, and what is understood has no mark."""
        return self._tidy(text) if self._tidy else text

    def _follow(self, *_: object) -> None:
        """Show the document's text. While the field itself writes, what is typed stands."""
        if self._is_writing:
            return
        try:
            value = get(self.session.document, self.path) if self.path else None
        except (LookupError, ValueError):
            value = None
        self._take("" if value is None else str(value))
        self._was_typed = self._was_typed and value is not None
        self.setEnabled(value is not None)

    def _take(self, value: str) -> None:
        if value != self._value:
            self._value, self._was_typed = value, False
            show = self.editor.load if self._is_elsewhere else self.editor.show_text
            show(value)
            self._shown, self._stroke = value, None
        self._count()

    def _count(self) -> None:
        self.foot.count(self._counter(self._value) if self._counter else "")

    def _mark(self) -> None:
        at = self.session.checked.at
        problems = tuple(problem for path in (self.path, self._watched) if path for problem in at(path))
        if problems != self.problems:
            self.problems = problems
            sentences = "\n".join(problem.message for problem in problems)
            self.editor.setToolTip(tip(sentences))
            self.editor.setAccessibleDescription(sentences)
            self.foot.tell(problems)
            self.update()

    def _fill_menu(self, menu: QMenu) -> None:
        add_fixes(menu, self.session, self.problems)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame in the colour of the mark, else in the accent where the focus is."""
        severity, has_focus = gravest(problem.severity for problem in self.problems), self.editor.hasFocus()
        if severity or has_focus:
            colour = frame_color(severity, self.palette(), has_focus=has_focus)
            paint_frame(self, self.editor, colour, 2.4 if has_focus else 1.6)


class LineField(Field):
    """A field of one line."""

    def __init__(
        self, session: Session, path: str, label: str, *, tidy: Tidy | None = None, parent: QWidget | None = None
    ) -> None:
        self._line = LineInput()
        super().__init__(session, path, label, self._line, tidy=tidy, parent=parent)

    def align_right(self) -> "LineField":
        """Figures stand under one another, and a double click chooses one whole; returns the field itself."""
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.holds_a_figure = True
        return self


class TextField(Field):
    """A field of several lines, at least `rows` high; it takes what height the layout gives."""

    def __init__(
        self,
        session: Session,
        path: str,
        label: str,
        *,
        rows: int = 3,
        counter: Counter | None = None,
        placeholder: str = "",
    ) -> None:
        editor = TextInput()
        editor.setPlaceholderText(placeholder)
        margins = round(2 * editor.document().documentMargin()) + 2 * editor.frameWidth()
        editor.setMinimumHeight(editor.fontMetrics().lineSpacing() * rows + margins)
        self._text = editor
        super().__init__(session, path, label, editor, counter=counter)

    def numbered(self, line_start: Callable[[str], str]) -> None:
        """Let `line_start` say what a new line starts with, given the line before."""
        self._text.line_start = line_start

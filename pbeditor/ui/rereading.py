"""An imported file read otherwise: by an office program, with its columns put in order by the user, or as a whole."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pbeditor.model.document import Document, Project
from pbeditor.ui.dialogs import questions
from pbeditor.ui.report import Way
from pbeditor.work.hidden import as_seen, left_out
from pbeditor.work.opening import Opened, UnknownLayoutError, reread_bytes, understood


class Rereading:
    """Remembers what is needed to read the file again; `take` puts the result in place of the document.

    `add` puts projects that were left out into it, given what was read as a whole.
    """

    def __init__(
        self, window: QWidget, take: Callable[[Opened], object], add: Callable[[Opened, tuple[Project, ...]], object]
    ) -> None:
        self._window, self._take, self._add = window, take, add
        self._opened: Opened | None = None
        self._content = b""

    def remember(self, opened: Opened, content: bytes) -> None:
        """`opened` is shown now; `content` was its file."""
        self._opened = opened
        self._content = content if opened.second_reader else b""

    def ways(self, name: str, document: Document) -> list[Way]:
        """What could read the imported file called `name` better than `document`, which came of it."""
        opened, ways = self._opened, list[Way]()
        if opened and opened.second_reader:
            label = f"用 {opened.second_reader} 重新读取(&R)"
            ways.append(("合并单元格可能读错了位置。", label, lambda: self._by_program(name), True))
        if opened and (whole := opened.whole) and (hidden := _missing(opened, document)):
            told = f"有 {len(hidden)} 个项目来自隐藏的工作表，没有导入。"
            ways.append((told, "也导入这些项目(&H)", lambda: self._add(whole, hidden), True))
        if opened and opened.sheet and any(note.kind == "ignored" and note.original for note in opened.notes):
            ways.append(
                ("有的列、栏目没有读到，或读错了？", "重新对应栏目(&M)…", lambda: self._by_mapping(name), False)
            )
        return ways

    def _by_program(self, name: str) -> None:
        """Raises UnreadableError."""
        opened = reread_bytes(self._content, name)
        self.remember(opened, b"")
        self._take(opened)

    def _by_mapping(self, name: str) -> None:
        from pbeditor.ui.dialogs.mapping_dialog import ask_mapping

        old = self._opened
        if not (old and old.sheet and old.read_as):
            return
        form = ask_mapping(self._window, name, old.sheet, old.read_as, old.notes)
        if form:
            self._opened = as_seen(understood(old.sheet, form))
            self._take(self._opened)


def _missing(opened: Opened, document: Document) -> tuple[Project, ...]:
    """Those left out that the document has not got since."""
    present = {project.id for project in document.projects}
    return tuple(project for project in left_out(opened) if project.id not in present)


def explained(window: QWidget, error: UnknownLayoutError) -> Opened | None:
    """What a file of unknown layout holds once the user has told what its columns are; None where nothing helps."""
    from pbeditor.sheet.mapping import findings
    from pbeditor.ui.dialogs.mapping_dialog import ask_mapping

    if not findings(error.sheet, error.form).found:
        questions.tell_fault(window, str(error))
        return None
    form = ask_mapping(window, error.name, error.sheet, error.form)
    opened = understood(error.sheet, form) if form else None
    if opened and not (opened.document.projects or opened.document.overall):
        questions.tell_fault(window, str(error))
        return None
    return opened

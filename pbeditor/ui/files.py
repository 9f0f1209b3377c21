"""The ways into a document and back to the disk; each asks about unsaved work where it must."""

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pbeditor.edit.carry import Carry, carry_over
from pbeditor.model.document import Document, Section
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Note
from pbeditor.store import project_file
from pbeditor.store.forms import load_forms
from pbeditor.store.resources import resource
from pbeditor.ui.dialogs import files as choices
from pbeditor.ui.dialogs import questions
from pbeditor.ui.memory import Memory
from pbeditor.ui.report import close_report, show_report
from pbeditor.ui.session import Session
from pbeditor.ui.trying import tried
from pbeditor.work.opening import SUFFIX, Opened, open_any

BUDGETS_BEGIN = 7  # from July on, the budget of the next year is prepared


class Files(QObject):
    """Stands between the session and the disk. What fails is said, and leaves the open document as it was."""

    told = Signal(str)  # a sentence for the status bar
    is_open_changed = Signal()

    def __init__(self, session: Session, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._memory, self._window = session, memory, window
        self.is_open = False
        self.name = ""  # of the file, or of the one to be proposed
        self.imported: str = ""  # the name of the file that the open document was imported from
        self.notes: tuple[Note, ...] = ()

    def new(self) -> None:
        """An empty document in the newest form, to be filled in."""
        if self.may_leave():
            form = max(load_forms().values(), key=lambda each: each.year)
            document = blank(form, working_year(date.today()))  # noqa: DTZ011 - the clerk's own calendar
            self._show(Opened(document, form, is_project=True), None, f"{document.title}{SUFFIX}")

    def open(self) -> None:
        """Let the user choose a file, and open or import it."""
        self._choose("打开", (choices.OPENABLE, choices.PROJECT, *choices.KINDS, choices.ANY))

    def import_file(self) -> None:
        """Let the user choose a Word or text file, and import it."""
        self._choose("导入", (choices.IMPORTED, *choices.KINDS, choices.ANY))

    def open_path(self, path: Path) -> None:
        """Open a project file, or import anything else."""
        opened = self._read(path)
        if opened and self.may_leave():
            self._show(opened, path if opened.is_project else None, path.name)
            self._memory.remember_file(path)

    def open_sample(self) -> None:
        """The bundled sample, as a document of its own that is saved elsewhere."""
        for sample in sorted(resource("samples").glob(f"*{SUFFIX}"))[:1]:
            opened = self._read(sample)
            if opened and self.may_leave():
                self._show(opened, None, sample.name)

    def open_last_year(self) -> None:
        """Let the user choose last year's file in any shape, and make this year's draft of it."""
        kinds = (choices.OPENABLE, choices.ANY)
        path = choices.file_to_open(self._window, "选择上年的文件", self._memory.folder(), kinds)
        opened = self._read(path) if path else None
        if path and opened and self.may_leave():
            draft = carry_over(opened.document, opened.form, Carry(opened.document.year + 1))
            self._memory.remember(folder=str(path.absolute().parent))
            self._show(Opened(draft, opened.form, opened.notes), None, path.name, draft.title)
            self.told.emit(f"已由“{path.name}”生成 {draft.year} 年的草稿，金额已清空")

    def save(self) -> bool:
        """Write the document to its file, or ask for one. False if it is not saved."""
        self._session.commit_requested.emit()
        return self._write(self._session.path) if self._session.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and write the document to it. False if it is not saved."""
        self._session.commit_requested.emit()
        path = choices.file_to_write(self._window, "另存为", self.proposed(SUFFIX), "绩效文件")
        return path is not None and self._write(path)

    def close(self) -> None:
        """Back to the start page."""
        if self.may_leave():
            self.is_open = False
            self.is_open_changed.emit()

    def may_leave(self) -> bool:
        """Whether the open document may go: it is saved, or the user saves it now or gives it up."""
        self._session.commit_requested.emit()
        if not (self.is_open and self._session.is_unsaved):
            return True
        answer = questions.ask_unsaved(self._window, self.name)
        return answer == "discard" or (answer == "save" and self.save())

    def proposed(self, suffix: str) -> Path:
        """The file to propose for writing: beside the open one, or where the user was last."""
        folder = self._session.path.parent if self._session.path else self._memory.folder()
        return folder / f"{Path(self.name).stem}{suffix}"

    def show_report(self) -> None:
        """The report of the import that the open document came from."""
        show_report(self._session, self.imported, self.notes, self._window)

    def _choose(self, title: str, kinds: tuple[str, ...]) -> None:
        if path := choices.file_to_open(self._window, title, self._memory.folder(), kinds):
            self.open_path(path)

    def _read(self, path: Path) -> Opened | None:
        found: list[Opened] = []
        tried(self._window, lambda: found.append(open_any(path)))
        return found[0] if found else None

    def _show(self, opened: Opened, path: Path | None, source: str, title: str = "") -> None:
        self.is_open, self.name = True, f"{file_stem(title) or Path(source).stem}{SUFFIX}"
        self.imported, self.notes = "" if opened.is_project else source, opened.notes
        close_report(self._window)
        self._session.open(opened.document, opened.form, path, saved=opened.is_project)
        self.is_open_changed.emit()
        if opened.notes:
            self.show_report()
        elif not opened.is_project:
            self.told.emit(f"已从“{source}”导入，没有疑问")

    def _write(self, path: Path) -> bool:
        document = self._session.document
        if not tried(self._window, lambda: project_file.save(document, path)):
            return False
        self.name = path.name
        self._memory.remember_file(path)
        self._session.mark_saved(document, path)
        self.told.emit(f"已保存“{path.name}”")
        return True


def blank(form: Form, year: int) -> Document:
    """An empty document with the sections that the form expects."""
    sections = tuple(Section(heading) for heading in form.sections)
    return Document(form.id, year, form.title.format(year=year), money_unit=form.money_unit, overall=sections)


def working_year(today: date) -> int:
    """The year whose budget is being prepared."""
    return today.year + (today.month >= BUDGETS_BEGIN)


def file_stem(title: str) -> str:
    """A title as the name of a file, without what Windows refuses in names."""
    return re.sub(r'[\\/:*?"<>|\s]+', " ", title).strip(" .")

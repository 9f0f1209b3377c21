"""What is open: its name, its lock, the report of its import; and its way back to the disk."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pbeditor.model.document import Document, Project
from pbeditor.sheet.sheet import Note
from pbeditor.ui.background import is_held
from pbeditor.ui.dialogs import file_choices, questions
from pbeditor.ui.guard_changes import ElsewhereError, look_at_disk
from pbeditor.ui.guard_file import FileGuard
from pbeditor.ui.guard_saving import put_on_disk, way_to_write
from pbeditor.ui.memory import Memory
from pbeditor.ui.reading import Found
from pbeditor.ui.report import close_report, show_report
from pbeditor.ui.rereading import Rereading
from pbeditor.ui.session import Session
from pbeditor.ui.settled import Settled
from pbeditor.work.file_names import safe_name
from pbeditor.work.opening import SUFFIX, Opened

PARTIAL = "另存为（恢复的版本{}，不写回原文件）"
UNKEPT = "，但保存前的内容没有留作以前的版本：{}"


class OpenFile(QObject):
    """The file of the session's document. What fails is said, and leaves the document as it was."""

    told = Signal(str)  # a sentence for the status bar
    is_open_changed = Signal()

    def __init__(self, session: Session, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._memory, self._window = session, memory, window
        self.is_open = False
        self.name = ""  # of the file, or of the one to be proposed
        self.imported: str = ""  # the name of the file that the open document was imported from
        self.notes: tuple[Note, ...] = ()
        self._settled = Settled(session)
        self.guard = FileGuard()
        self._partial: tuple[Document, str] | None = None  # what was restored and why it is not the whole
        self._rereading = Rereading(window, self.take_again, self.add_projects)

    def show(
        self,
        found: Found,
        path: Path | None,
        source: str,
        title: str = "",
        *,
        read_only: str = "",
        saved: bool = True,
    ) -> None:
        """Put what was found in place of the open document; with no `path` it is to be saved elsewhere."""
        opened = found.opened
        self._partial = None
        self.is_open, self.name = True, f"{safe_name(title) or Path(source).stem}{SUFFIX}"
        self._rereading.remember(opened, found.content)
        self.imported, self.notes = "" if opened.is_project else source, opened.notes
        self._settled = Settled(self._session)
        close_report(self._window)
        self.guard.hold(path, found.digest if path else b"", read_only, found.stamp if path else None)
        self._session.open(opened.document, opened.form, path, saved=opened.is_project and saved)
        self.is_open_changed.emit()
        if opened.notes:
            self.show_report()
        elif read_only:
            self.told.emit(f"只读打开：“{source}”{read_only}，修改后请另存")
        elif not opened.is_project:
            self.told.emit(f"已从“{source}”导入，没有疑问")

    @property
    def is_partial(self) -> bool:
        """Whether the document comes from an earlier version of which only a part is understood."""
        return self._partial is not None and self._session.leads_back_to(self._partial[0])

    def save(self) -> bool:
        """Write the document to its file, or ask for one. False if it is not saved."""
        self._session.commit_requested.emit()
        if self._partial and self.is_partial:
            return self._write_elsewhere(PARTIAL.format(self._partial[1]), self.proposed(f" 恢复{SUFFIX}"))
        path = None if self.guard.read_only else self._session.path
        return self._write(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and write the document to it. False if it is not saved."""
        self._session.commit_requested.emit()
        return self._write_elsewhere("另存为", self.proposed(SUFFIX))

    def close(self) -> None:
        """Back to the start page."""
        if self.may_leave():
            self.is_open, self.imported, self.notes = False, "", ()
            close_report(self._window)
            self.guard.release()
            self.is_open_changed.emit()

    def may_leave(self) -> bool:
        """Whether the open document may go: it is saved, or the user saves it now or gives it up."""
        self._session.commit_requested.emit()
        if is_held():
            return False
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
        ways = self._rereading.ways(self.imported, self._session.document)
        show_report(self._session, self.imported, self.notes, self._window, ways, self._settled)

    def take_again(self, opened: Opened) -> None:
        """Put what was read otherwise in place of the document, as one step."""
        self._session.commit_requested.emit()
        self._session.apply("重新读取", lambda _: opened.document)
        self.notes = opened.notes
        self.told.emit(f"已重新读取“{self.imported}”，可以撤销")
        close_report(self._window)
        if self.notes:
            self.show_report()

    def add_projects(self, whole: Opened, projects: tuple[Project, ...]) -> None:
        """Put projects of the file that were left out into the document as it is now, as one step; and tell of them."""
        from pbeditor.edit.merge import with_projects
        from pbeditor.edit.money_units import in_money_unit
        from pbeditor.edit.rollover import in_form

        self._session.commit_requested.emit()
        ids, form, unit = self._session.new_ids(), self._session.form, self._session.document.money_unit
        fitting = in_money_unit(in_form(replace(whole.document, projects=projects), form), unit).projects
        self._session.apply("导入隐藏的项目", lambda document: with_projects(document, fitting, ids))
        self.notes = whole.notes
        self.told.emit(f"已导入 {len(projects)} 个来自隐藏的工作表的项目，可以撤销")
        self.show_report()

    def look_at_disk(self) -> None:
        """Tell what somebody else has done to the file."""
        if not is_held():
            look_at_disk(self, self._session, self._window)

    def _write_elsewhere(self, title: str, proposed: Path) -> bool:
        path = file_choices.file_to_write(self._window, title, proposed, "绩效文件")
        return path is not None and self._write(path)

    def _write(self, path: Path) -> bool:
        if is_held():
            return False
        document, written = self._session.document, None
        try:
            if way := way_to_write(self, self._session, self._window, path):
                written = put_on_disk(document, path, self._window, must_keep=way == "over")
        except ElsewhereError:
            self.guard.give_back(path)
            return self.save_as()
        if written is None:
            self.guard.give_back(path)
            return False
        self.name, self._partial = path.name, None
        self._memory.remember_file(path)
        self.guard.hold(path, written.digest)
        self._session.mark_saved(document, path)
        self.told.emit(f"已保存“{path.name}”{UNKEPT.format(written.unkept) if written.unkept else ''}")
        return True

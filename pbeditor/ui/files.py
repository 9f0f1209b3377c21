"""The ways into a document and back to the disk; each asks about unsaved work where it must."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pbeditor.edit.beginning import blank, working_year
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Note
from pbeditor.store import disk, lock
from pbeditor.store.backup import Version
from pbeditor.store.forms import form_of, load_forms
from pbeditor.store.recovery import Copy
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.background import SOON, is_held
from pbeditor.ui.dialogs import conflicts, file_choices, questions
from pbeditor.ui.guard_changes import ElsewhereError, look_at_disk
from pbeditor.ui.guard_file import FileGuard, Stamp, digest_of, stamp_of
from pbeditor.ui.guard_saving import put_on_disk, way_to_write
from pbeditor.ui.memory import Memory
from pbeditor.ui.reading import read_file
from pbeditor.ui.report import close_report, show_report
from pbeditor.ui.rereading import Rereading
from pbeditor.ui.session import Session
from pbeditor.work.file_names import safe_name
from pbeditor.work.opening import SUFFIX, Opened

if TYPE_CHECKING:
    from pbeditor.work.importing import Import

NEWER = "由更新的版本保存，这里只显示能认识的内容"
NAMELESS = "未命名.pbproj"
UNKEPT = "，但保存前的内容没有留作以前的版本：{}"


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
        self.guard = FileGuard()
        self._content = self._digest = b""  # of the file read last
        self._stamp: Stamp | None = None  # of the same, before it was read
        self._rereading = Rereading(window, self.take_again)

    def new(self) -> None:
        """An empty document in the newest form, to be filled in."""
        if self.may_leave():
            form = max(load_forms().values(), key=lambda each: each.year)
            document = blank(form, working_year(date.today()))  # noqa: DTZ011 - the clerk's own calendar
            self._show(Opened(document, form, is_project=True), None, f"{document.title}{SUFFIX}")

    def open(self) -> None:
        """Let the user choose a file, and open or import it."""
        kinds = (file_choices.OPENABLE, file_choices.PROJECT, *file_choices.KINDS, file_choices.ANY)
        if path := file_choices.file_to_open(self._window, "打开", self._memory.folder(), kinds):
            self.take(path)

    def import_file(self) -> None:
        """Let the user choose a file of another program, or paste, and import it."""
        self._import(None, is_draft=False)

    def open_path(self, path: Path) -> None:
        """Open a project file, or import anything else."""
        opened = self.read(path)
        if not opened or not self.may_leave():
            return
        if self.guard.is_own(path):  # what was just saved there
            opened = self.read(path)
        if opened and self._admit(opened, path):
            self._memory.remember_file(path)

    def open_sample(self) -> None:
        """The bundled sample, as a document of its own that is saved elsewhere."""
        opened = self.read(resource("samples", SAMPLE))
        if opened and self.may_leave():
            self._show(opened, None, SAMPLE)

    def open_last_year(self) -> None:
        """Let the user choose last year's file in any shape, and lead from it to this year's draft."""
        self._import(None, is_draft=True)

    def take(self, path: Path) -> None:
        """Open a project file; lead from anything else to a document, as for a file dropped on the window."""
        if is_held():
            QTimer.singleShot(SOON, lambda: self.take(path))
        elif path.suffix.casefold() == SUFFIX:
            self.open_path(path)
        else:
            self._import(path, is_draft=False)

    def show_import(self, found: "Import") -> None:
        """Show what came of an import."""
        from pbeditor.work.importing import finished, told_of_amounts

        opened = finished(found)
        title = opened.document.title if found.carry else ""
        self._show(opened, None, found.name, title)
        if found.carry:
            self.told.emit(f"已由“{found.name}”生成 {opened.document.year} 年的草稿，{told_of_amounts(found.carry)}")

    def save(self) -> bool:
        """Write the document to its file, or ask for one. False if it is not saved."""
        self._session.commit_requested.emit()
        path = None if self.guard.read_only else self._session.path
        return self._write(path) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and write the document to it. False if it is not saved."""
        self._session.commit_requested.emit()
        path = file_choices.file_to_write(self._window, "另存为", self.proposed(SUFFIX), "绩效文件")
        return path is not None and self._write(path)

    def close(self) -> None:
        """Back to the start page."""
        if self.may_leave():
            self.is_open = False
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
        ways = self._rereading.ways(self.imported)
        show_report(self._session, self.imported, self.notes, self._window, ways)

    def take_again(self, opened: Opened) -> None:
        """Put what was read otherwise in place of the document, as one step."""
        self._session.commit_requested.emit()
        self._session.apply("重新读取", lambda _: opened.document)
        self.notes = opened.notes
        self.told.emit(f"已重新读取“{self.imported}”，可以撤销")
        close_report(self._window)
        if self.notes:
            self.show_report()

    def look_at_disk(self) -> None:
        """Tell what somebody else has done to the file."""
        if not is_held():
            look_at_disk(self, self._session, self._window)

    def hold(self, path: Path, read_only: str = "") -> None:
        """What was read last is what the open file holds."""
        self.guard.hold(path, self._digest, read_only, self._stamp)

    def restore(self, version: Version) -> bool:
        """Put an earlier version in place of the document, as one step. False if it cannot be read."""
        opened = self.read(version.file)
        if opened:
            self._session.commit_requested.emit()
            self._session.apply(f"恢复到 {version.when:%Y-%m-%d %H:%M} 的版本", lambda _: opened.document)
            self.told.emit(f"已恢复到 {version.when:%Y-%m-%d %H:%M} 的版本，还没有保存；可以撤销")
        return opened is not None

    def open_version(self, version: Version) -> bool:
        """Open an earlier version as a document of its own that is saved elsewhere."""
        stem, opened = Path(self.name).stem, self.read(version.file)
        if not opened or not self.may_leave():
            return False
        self._show(opened, None, f"{stem} {version.when:%Y-%m-%d %H%M}{SUFFIX}", saved=False)
        return True

    def recover(self, copy: Copy) -> None:
        """Open what a crashed program left: unsaved, and to be saved where it belongs."""
        document = copy.document
        opened = Opened(document, form_of(document), is_project=True)
        path, why = copy.path, ""
        if path and (other := self.guard.admit(path)):
            path, why = None, f"；原文件正由{conflicts.said(other)}编辑，请另存"
        self._digest, self._stamp = b"", stamp_of(path)
        with suppress(UnreadableError):
            self._digest = digest_of(disk.read(path)) if path else b""
        self._show(opened, path, copy.name or NAMELESS, saved=False)
        self.told.emit(f"已恢复“{self.name}”，还没有保存{why}")

    def read(self, path: Path) -> Opened | None:
        """What the file holds; None when it cannot be read, which is said."""
        stamp, found = stamp_of(path), read_file(path, self._window)
        if found.opened:
            self._content, self._digest = found.content, found.digest
            self._stamp = stamp
        return found.opened

    def _import(self, path: Path | None, *, is_draft: bool) -> None:
        from pbeditor.ui.dialogs.wizard.wizard import Wizard

        self._session.commit_requested.emit()
        wizard = Wizard(self._memory.folder, self.may_leave, self._window, is_draft=is_draft)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.source.folder_used.connect(lambda folder: self._memory.remember(folder=folder))
        wizard.finished_with.connect(self.show_import)
        wizard.open()
        if path:
            wizard.read_path(path)

    def _admit(self, opened: Opened, path: Path) -> bool:
        """Show what was read of `path`, in a way that suits whoever else has it open. False if the user cancels."""
        if not opened.is_project:
            self._show(opened, None, path.name)
            return True
        if opened.is_newer:
            self._show(opened, path, path.name, read_only=NEWER)
            return True
        other = self.guard.admit(path)
        way = conflicts.ask_lock(self._window, path.name, other) if other else "edit"
        if way == "take":
            lock.take_over(path)
        if way == "copy":
            self._show(opened, None, f"{path.stem} 副本{SUFFIX}")
        elif way != "cancel":
            why = f"正由{conflicts.said(other)}编辑" if other and way == "read" else ""
            self._show(opened, path, path.name, read_only=why)
        return way != "cancel"

    def _show(
        self,
        opened: Opened,
        path: Path | None,
        source: str,
        title: str = "",
        *,
        read_only: str = "",
        saved: bool = True,
    ) -> None:
        self.is_open, self.name = True, f"{safe_name(title) or Path(source).stem}{SUFFIX}"
        self._rereading.remember(opened, self._content)
        self.imported, self.notes = "" if opened.is_project else source, opened.notes
        close_report(self._window)
        self.guard.hold(path, self._digest if path else b"", read_only, self._stamp if path else None)
        self._session.open(opened.document, opened.form, path, saved=opened.is_project and saved)
        self.is_open_changed.emit()
        if opened.notes:
            self.show_report()
        elif read_only:
            self.told.emit(f"只读打开：“{source}”{read_only}，修改后请另存")
        elif not opened.is_project:
            self.told.emit(f"已从“{source}”导入，没有疑问")

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
        self.name = path.name
        self._memory.remember_file(path)
        self.guard.hold(path, written.digest)
        self._session.mark_saved(document, path)
        self.told.emit(f"已保存“{path.name}”{UNKEPT.format(written.unkept) if written.unkept else ''}")
        return True

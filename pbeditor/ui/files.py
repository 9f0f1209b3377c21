"""The ways into a document; each asks about unsaved work where it must."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from pbeditor.edit.beginning import blank, working_year
from pbeditor.model.errors import UnreadableError
from pbeditor.store import disk, lock
from pbeditor.store.backup import Version
from pbeditor.store.forms import form_of, load_forms
from pbeditor.store.recovery import Copy
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.background import SOON, is_held
from pbeditor.ui.dialogs import conflicts, file_choices
from pbeditor.ui.guard_file import digest_of, stamp_of
from pbeditor.ui.open_file import OpenFile
from pbeditor.ui.reading import Found, read_file
from pbeditor.work.opening import SUFFIX, Opened

if TYPE_CHECKING:
    from pbeditor.work.importing import Import

NAMELESS = "未命名.pbproj"


class Files(OpenFile):
    """What is open, and the ways to open something else."""

    def new(self) -> None:
        """An empty document in the newest form, to be filled in."""
        if self.may_leave():
            form = max(load_forms().values(), key=lambda each: each.year)
            document = blank(form, _working_year())
            self.show(Found(Opened(document, form, is_project=True)), None, f"{document.title}{SUFFIX}")

    def open(self) -> None:
        """Let the user choose a file, and open or import it."""
        kinds = (file_choices.OPENABLE, file_choices.PROJECT, *file_choices.KINDS, file_choices.ANY)
        if path := file_choices.file_to_open(self._window, "打开", self._memory.folder(), kinds):
            self.take(path)

    def import_file(self) -> None:
        """Let the user choose a file of another program, or paste, and import it; one of an earlier year as a draft."""
        self._import(None, is_draft=False, working_year=_working_year())

    def open_path(self, path: Path) -> None:
        """Open a project file, or import anything else."""
        found = self._read(path)
        if not found or not self.may_leave():
            return
        if self.guard.is_own(path):  # what was just saved there
            found = self._read(path)
        if found and self._admit(found, path):
            self._memory.remember_file(path)

    def open_sample(self) -> None:
        """The bundled sample, as a document of its own that is saved elsewhere."""
        found = self._read(resource("samples", SAMPLE))
        if found and self.may_leave():
            self.show(found, None, SAMPLE)

    def open_last_year(self) -> None:
        """Let the user choose last year's file in any shape, and lead from it to this year's draft."""
        self._import(None, is_draft=True)

    def take(self, path: Path) -> None:
        """Open a project file; lead from anything else to a document, as for a file dropped on the window."""
        if is_held():
            QTimer.singleShot(SOON, self, lambda: self.take(path))
        elif path.suffix.casefold() == SUFFIX:
            self.open_path(path)
        else:
            self._import(path, is_draft=False)

    def show_import(self, found: "Import") -> None:
        """Show what came of an import."""
        from pbeditor.work.importing import finished, told_of_amounts

        opened = finished(found)
        title = opened.document.title if found.carry else ""
        self.show(Found(opened), None, found.name, title)
        if found.carry:
            self.told.emit(f"已由“{found.name}”生成 {opened.document.year} 年的草稿，{told_of_amounts(found.carry)}")

    def restore(self, version: Version) -> bool:
        """Put an earlier version in place of the document, as one step. False if it cannot be read."""
        if found := self._read(version.file):
            self._session.commit_requested.emit()
            self._session.apply(f"恢复到 {version.when:%Y-%m-%d %H:%M} 的版本", lambda _: found.opened.document)
            self._partial = (found.opened.document, found.read_only) if found.read_only else self._partial
            told = f"已恢复到 {version.when:%Y-%m-%d %H:%M} 的版本，还没有保存；可以撤销"
            self.told.emit(f"{told}。它{found.read_only}，请另存为新文件" if found.read_only else told)
        return found is not None

    def open_version(self, version: Version) -> bool:
        """Open an earlier version as a document of its own that is saved elsewhere."""
        stem, found = Path(self.name).stem, self._read(version.file)
        if not found or not self.may_leave():
            return False
        name = f"{stem} {version.when:%Y-%m-%d %H%M}{SUFFIX}"
        self.show(found, None, name, read_only=found.read_only, saved=False)
        return True

    def recover(self, copy: Copy) -> None:
        """Open what a crashed program left: unsaved, and to be saved where it belongs."""
        document = copy.document
        opened = Opened(document, form_of(document), is_project=True)
        path, why = copy.path, ""
        if path and (other := self.guard.admit(path)):
            path, why = None, f"；原文件正由{conflicts.said(other)}编辑，请另存"
        found = Found(opened, digest=_held(copy), stamp=stamp_of(path))
        self.show(found, path, copy.name or NAMELESS, saved=False)
        self.told.emit(f"已恢复“{self.name}”，还没有保存{why}")

    def _read(self, path: Path) -> Found | None:
        return read_file(path, self._window)

    def _import(self, path: Path | None, *, is_draft: bool, working_year: int = 0) -> None:
        from pbeditor.ui.dialogs.wizard.wizard import Wizard

        self._session.commit_requested.emit()
        wizard = Wizard(self._memory.folder, self.may_leave, self._window, is_draft=is_draft, working_year=working_year)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.source.folder_used.connect(lambda folder: self._memory.remember(folder=folder))
        wizard.finished_with.connect(self.show_import)
        wizard.open()
        if path:
            wizard.read_path(path)

    def _admit(self, found: Found, path: Path) -> bool:
        """Show what was read of `path`, in a way that suits whoever else has it open. False if the user cancels."""
        if not found.opened.is_project:
            self.show(found, None, path.name)
            return True
        if found.read_only:
            self.show(found, path, path.name, read_only=found.read_only)
            return True
        other = self.guard.admit(path)
        way = conflicts.ask_lock(self._window, path.name, other) if other else "edit"
        if way == "take":
            lock.take_over(path)
        if way == "copy":
            self.show(found, None, f"{path.stem} 副本{SUFFIX}")
        elif way != "cancel":
            why = f"正由{conflicts.said(other)}编辑" if other and way == "read" else ""
            self.show(found, path, path.name, read_only=why)
        return way != "cancel"


def _working_year() -> int:
    return working_year(date.today())  # noqa: DTZ011 - the clerk's own calendar


def _held(copy: Copy) -> bytes:
    """The digest of what its file held for the crashed program; where no copy tells that, of what it holds now."""
    with suppress(ValueError):
        if known := bytes.fromhex(copy.file_digest):
            return known
    with suppress(UnreadableError):
        return digest_of(disk.read(copy.path)) if copy.path else b""
    return b""

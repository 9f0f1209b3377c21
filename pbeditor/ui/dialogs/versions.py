"""以前的版本: what the file held before each of the last savings, to compare and to bring back."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pbeditor.store.backup import Version, versions
from pbeditor.store.project_file import load
from pbeditor.ui import letters
from pbeditor.ui.dialogs.choosing import ChoosingDialog
from pbeditor.ui.dialogs.comparison import show_comparison
from pbeditor.ui.dialogs.file_choices import said_size
from pbeditor.ui.dialogs.questions import tell
from pbeditor.ui.trying import outcome

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

COLUMNS = (("保存于", 0, False), ("大小", 120, True), ("项目数", 100, True))
EMPTY = "这个文件还没有以前的版本。以后每次保存，都会留下保存之前的内容。"
SIZE = 620, 400  # px


class VersionsDialog(ChoosingDialog):
    """The versions of the open file, the latest first."""

    def __init__(self, window: "MainWindow", path: Path) -> None:
        super().__init__("以前的版本", COLUMNS, window)
        self._window = window
        self.versions = versions(path)
        letters.resize(self, *SIZE)
        self.about.setText(f"“{path.name}”以前的 {len(self.versions)} 个版本：")
        self.foot.setText("恢复以后可以撤销；在保存之前，文件本身不变。")
        self.offer("对比(&C)…", self.compare)
        self.offer("恢复(&R)", self.restore)
        self.offer("另开为新文档(&N)", self.open_apart)
        self.offer_to_leave("关闭")
        self.show_rows([told(version) for version in self.versions])

    def compare(self) -> None:
        """Show what differs between the chosen version and the document."""
        version = self._chosen()
        if found := outcome(self, lambda: load(version.file)):
            names = (f"{version.when:%Y-%m-%d %H:%M} 的版本", "现在的内容")
            session = self._window.session
            show_comparison(found, session.document, session.form, names, self)

    def restore(self) -> None:
        """Put the chosen version in place of the document."""
        if self._window.files.restore(self._chosen()):
            self.accept()

    def open_apart(self) -> None:
        """Open the chosen version as a document of its own."""
        if self._window.files.open_version(self._chosen()):
            self.accept()

    def _chosen(self) -> Version:
        return self.versions[max(self.row(), 0)]


def show_versions(window: "MainWindow") -> None:
    """Let the user look at the earlier versions of the open file."""
    path = window.session.path
    if path and not versions(path):
        tell(window, EMPTY)
    elif path:
        window.session.commit_requested.emit()
        dialog = VersionsDialog(window, path)
        dialog.exec()
        dialog.deleteLater()


def told(version: Version) -> tuple[str, ...]:
    """A version as a line: when, how large, how many projects."""
    projects = "读不出" if version.projects is None else str(version.projects)
    return said_when(version.when), said_size(version.size), projects


def said_when(when: datetime) -> str:
    """A date that a person reads at a glance."""
    today = datetime.now().astimezone().date()
    return f"{'今天' if when.date() == today else f'{when:%Y-%m-%d}'} {when:%H:%M:%S}"

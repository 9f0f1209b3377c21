"""Pictures of the wizard's pages and of 合并."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QDialog

from pbeditor.store.project_file import save
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.dialogs.merging import MergingDialog
from pbeditor.ui.dialogs.wizard.wizard import Wizard
from pbeditor.ui.main_window import MainWindow

WORD = resource("samples", SAMPLE).with_suffix(".docx")


def part(window: MainWindow) -> QDialog:
    """The dialog to draw."""
    found: list[QDialog] = [*window.findChildren(Wizard), *window.findChildren(MergingDialog)]
    return found[-1]


def at_page(pages: int, form: str = "") -> Callable[[MainWindow], None]:
    """The wizard so many pages on, with another form chosen if one is named."""

    def stage(window: MainWindow) -> None:
        _close_all(window)
        window.files.open_last_year()
        wizard = window.findChildren(Wizard)[-1]
        if pages:
            wizard.read_path(WORD)
            while wizard.page is wizard.source:
                QApplication.processEvents()
        for _ in range(pages - 1):
            wizard.next.click()
            if form:
                box = wizard.carry.form
                box.setCurrentIndex(box.findData(form))

    return stage


def merging(window: MainWindow) -> None:
    """A colleague's file beside the open one."""
    _close_all(window)
    document = window.session.document
    first = document.projects[0]
    changed = replace(first, goals=first.goals.replace("60", "65"))
    new = replace(document.projects[3], id="new", code="318-0499-JBN-1A2B", name="档案馆网站改版经费", goals="改版。")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "张三.pbproj"
        save(replace(document, projects=(changed, new), last_year=None), path)
        dialog = MergingDialog(window.session, [path], window)
        dialog.open()
        while not dialog.items:
            QApplication.processEvents()
    row = next(n for n, each in enumerate(dialog.list.model.rows) if "绩效目标" in each.texts[0])
    dialog.list.view.setCurrentIndex(dialog.list.model.index(row, 0))


def _close_all(window: MainWindow) -> None:
    for dialog in (*window.findChildren(Wizard), *window.findChildren(MergingDialog)):
        dialog.done(0)
        dialog.deleteLater()
    QApplication.processEvents()

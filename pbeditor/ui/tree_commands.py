"""The commands of the project tree as records: on what is selected in it, and on all projects."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pbeditor.ui import tree_clips, tree_edits, tree_moves
from pbeditor.ui.actions import Action, is_open
from pbeditor.ui.session import Session
from pbeditor.ui.tree_edits import Selection

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

Run = Callable[["MainWindow"], object]
Test = Callable[["MainWindow"], bool]
PROJECT, SORT = "项目(&P)", "项目(&P)/排序(&O)"


def commands() -> Iterator[Action]:
    """The menu 项目 for the window's table."""
    yield Action("add_project", PROJECT, "新建项目(&N)", _edit(tree_edits.add_project), "Ctrl+Shift+N", is_open, "add")
    yield Action("add_section", PROJECT, "新建部分(&S)", _edit(tree_edits.add_section), "", is_open, "section")
    yield Action("", PROJECT)
    yield Action("cut", PROJECT, "剪切(&T)", cut, "Ctrl+X", can_clip, "", "tree")
    yield Action("copy", PROJECT, "复制(&C)", copy, "Ctrl+C", can_clip, "", "tree")
    yield Action("paste", PROJECT, "粘贴(&P)", paste, "Ctrl+V", is_open, "", "tree")
    make_copy = _edit(tree_edits.duplicate)
    yield Action("duplicate", PROJECT, "创建副本(&B)", make_copy, "Ctrl+Shift+D", can_clip, "duplicate", "tree")
    yield Action("delete", PROJECT, "删除(&D)", delete, "Del", _can_change, "delete", "tree")
    yield Action("", PROJECT)
    yield Action("up", PROJECT, "上移(&U)", _shifting(-1), "Alt+Shift+Up", _can_shift(-1), "up", "tree")
    yield Action("down", PROJECT, "下移(&M)", _shifting(1), "Alt+Shift+Down", _can_shift(1), "down", "tree")
    yield Action("", PROJECT)
    yield Action("fill", PROJECT, "批量填写(&F)…", fill, "Ctrl+Shift+B", _has_projects, "fill")
    for name, text in (("code", "按编码(&C)"), ("amount", "按金额从大到小(&A)"), ("name", "按名称(&N)")):
        yield Action(f"sort_{name}", SORT, text, _sorting(name), "", _can_sort, short=tree_moves.ORDERS[name].label)


def can_clip(window: "MainWindow") -> bool:
    """Whether a project is selected."""
    return is_open(window) and tree_edits.can_duplicate(window.tree.selected())


def can_paste(window: "MainWindow") -> bool:
    """Whether projects are on the clipboard."""
    return is_open(window) and window.clipboard.has(tree_clips.MIME)


def _can_sort(window: "MainWindow") -> bool:
    """Whether there is something to put in order."""
    return is_open(window) and len(window.session.document.projects) > 1


def copy(window: "MainWindow") -> None:
    """Put the selected projects on the clipboard."""
    window.session.commit_requested.emit()
    chosen = tree_edits.project_ids(window.tree.selected())
    QGuiApplication.clipboard().setMimeData(tree_clips.clip(window.session.document, chosen))
    window.status.tell(f"已复制 {len(chosen)} 个项目，可以粘贴到本窗口、另一个窗口或表格里。")


def cut(window: "MainWindow") -> None:
    """Put the selected projects on the clipboard and take them away."""
    copy(window)
    window.edit_tree(tree_clips.cut)
    window.status.tell("已剪切，可以粘贴到别处。")


def delete(window: "MainWindow") -> None:
    """Delete what is selected, and say so: it is gone at once, and the way back is not to be seen."""
    window.session.commit_requested.emit()
    before = window.session.document
    window.edit_tree(tree_edits.delete)
    if window.session.document is not before:
        window.status.tell(f"已{window.session.history.past[-1].label}，可以撤销。")


def paste(window: "MainWindow") -> None:
    """Put the projects of the clipboard below the selected ones."""
    found = tree_clips.clipped(QGuiApplication.clipboard().mimeData(), window.session)
    if not found:
        window.status.tell("剪贴板里没有项目。先在项目树里选中项目，再按 Ctrl+C。")
        return
    window.session.commit_requested.emit()
    selected = window.tree.selected()
    at = tree_edits.place_below(window.session.document, selected)
    tree_clips.insert(window.session, at, found)
    window.tree.select_projects([project.id for project in window.session.document.projects[at : at + len(found)]])


def _sorting(name: str) -> Run:
    """A command that puts the projects in an order of `ORDERS`; units stay apart where they are shown apart."""

    def run(window: "MainWindow") -> None:
        window.session.commit_requested.emit()
        tree_moves.sort(window.session, tree_moves.ORDERS[name], within_units=window.tree.model.is_grouped)

    return run


def _can_shift(step: int) -> Test:
    """Whether what is selected has room to move up (-1) or down (1)."""

    def test(window: "MainWindow") -> bool:
        grouped, selected = window.tree.model.is_grouped, window.tree.selected()
        return is_open(window) and tree_edits.can_shift(window.session, selected, step, within_units=grouped)

    return test


def _shifting(step: int) -> Run:
    """A command that moves what is selected one place up (-1) or down (1)."""

    def run(window: "MainWindow") -> None:
        grouped = window.tree.model.is_grouped
        window.edit_tree(lambda session, chosen: tree_edits.shift(session, chosen, step, within_units=grouped))

    return run


def fill(window: "MainWindow") -> None:
    """Fill in one thing for the selected projects, or for all where none is selected."""
    from pbeditor.ui.dialogs.filling import FillingDialog

    window.session.commit_requested.emit()
    chosen = tree_edits.project_ids(window.tree.selected())
    dialog = FillingDialog(
        window.session, chosen or (project.id for project in window.session.document.projects), window
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.told.connect(window.status.tell)
    dialog.open()


def by_unit(window: "MainWindow") -> None:
    """Show the projects of the tree unit by unit, or no longer."""
    window.memory.remember(by_unit=not window.memory.settings.by_unit)


def _has_projects(window: "MainWindow") -> bool:
    return is_open(window) and bool(window.session.document.projects)


def _can_change(window: "MainWindow") -> bool:
    return is_open(window) and tree_edits.can_change(window.tree.selected())


def _edit(edit: Callable[[Session, Selection], None]) -> Run:
    return lambda window: window.edit_tree(edit)

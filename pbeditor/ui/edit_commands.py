"""剪切, 复制, 粘贴 and 全选 as records: what has the focus does them, as it does when their keys are pressed."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from pbeditor.ui import tree_commands
from pbeditor.ui.actions import Action
from pbeditor.ui.clipboard_sight import CELLS, ClipboardSight

if TYPE_CHECKING:
    from pbeditor.ui.editors.indicators_tab import IndicatorsTab
    from pbeditor.ui.main_window import MainWindow

Offers = dict[str, Callable[[], object]]  # what can be done now, by the name of the command
Choice = QAbstractItemView.SelectionMode
MANY = (Choice.ExtendedSelection, Choice.MultiSelection, Choice.ContiguousSelection)
RECORDS = (
    ("edit_cut", "剪切(&T)", "Ctrl+X"),
    ("edit_copy", "复制(&C)", "Ctrl+C"),
    ("edit_paste", "粘贴(&P)", "Ctrl+V"),
    ("select_all", "全选(&A)", "Ctrl+A"),
)


def commands(menu: str) -> Iterator[Action]:
    """The four commands for the window's table."""
    for name, text, keys in RECORDS:
        yield Action(name, menu, text, partial(_run, name), keys, partial(_can_run, name), scope="focus")


def offers(window: "MainWindow") -> Offers:
    """What can be done with that which has the focus."""
    widget, grid = window.focus_sight.widget(), window.pages.indicators()
    if grid is not None and widget is grid.grid:
        return _of_grid(grid, window.clipboard)
    if widget is window.tree.tree:
        return _of_tree(window)
    if isinstance(widget, QAbstractSpinBox):
        widget = widget.findChild(QLineEdit)
    return _of_widget(widget, window.clipboard)


def _of_widget(widget: QWidget | None, clipboard: ClipboardSight) -> Offers:
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return _of_text(widget, clipboard)
    if isinstance(widget, QLabel):
        return {"edit_copy": _keys_of_copying(widget)} if widget.hasSelectedText() else {}
    return _of_list(widget) if isinstance(widget, QAbstractItemView) else {}


def _of_text(editor: QLineEdit | QPlainTextEdit | QTextEdit, clipboard: ClipboardSight) -> Offers:
    """A field of one line or several, or the editor of a cell."""
    if isinstance(editor, QLineEdit):
        is_empty, has_choice = not editor.text(), editor.hasSelectedText()
    else:
        is_empty, has_choice = editor.document().isEmpty(), editor.textCursor().hasSelection()
    found: Offers = {} if is_empty else {"select_all": editor.selectAll}
    if has_choice:
        found["edit_copy"] = editor.copy
    if not editor.isReadOnly():
        if clipboard.has_text():
            found["edit_paste"] = editor.paste
        if has_choice:
            found["edit_cut"] = editor.cut
    return found


def _of_list(view: QAbstractItemView) -> Offers:
    found: Offers = {"edit_copy": _keys_of_copying(view)} if view.currentIndex().isValid() else {}
    if view.selectionMode() in MANY and view.model() is not None and view.model().rowCount():
        found["select_all"] = view.selectAll
    return found


def _of_grid(tab: "IndicatorsTab", clipboard: ClipboardSight) -> Offers:
    """The grid's own, which know of values and headings."""
    found: Offers = _of_list(tab.grid)
    if clipboard.has_text() or clipboard.has(CELLS):
        found["edit_paste"] = tab.commands.paste
    return found | ({"edit_cut": tab.commands.cut, "edit_copy": tab.commands.copy} if tab.commands.has_rows else {})


def _of_tree(window: "MainWindow") -> Offers:
    """Whole projects; other entries are not for copying."""
    found: Offers = {"select_all": window.tree.tree.selectAll}
    if tree_commands.can_paste(window):
        found["edit_paste"] = partial(tree_commands.paste, window)
    if tree_commands.can_clip(window):
        found["edit_cut"] = partial(tree_commands.cut, window)
        found["edit_copy"] = partial(tree_commands.copy, window)
    return found


def _keys_of_copying(widget: QWidget) -> Callable[[], object]:
    """A list knows by itself what of it is worth copying."""
    keys = QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
    return lambda: QApplication.sendEvent(widget, QKeyEvent(*keys))


def _run(name: str, window: "MainWindow") -> None:
    if act := offers(window).get(name):
        act()


def _can_run(name: str, window: "MainWindow") -> bool:
    return name in offers(window)

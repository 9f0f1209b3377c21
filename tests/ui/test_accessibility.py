"""Whatever can have the focus says its name, and Tab goes through a page as one reads it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QMenuBar, QTabBar, QWidget

from pbeditor.sheet.sheet import Note
from pbeditor.ui.dialogs.import_report import ImportReport
from pbeditor.ui.dialogs.unexpected import UnexpectedDialog
from pbeditor.ui.handbook.window import HelpWindow
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import DOCUMENT, OVERALL, PROJECTS, Node
from pbeditor.ui.panes import is_seen, stops
from pbeditor.ui.paper.print_preview import PrintPreviewDialog

PAGES = {
    "document": DOCUMENT,
    "overall": OVERALL,
    "section": Node("section", "0"),
    "projects": PROJECTS,
    "project": Node("project", "6X18"),
}
TABS = range(5)
Dialog = Callable[[MainWindow], QWidget]
DIALOGS: dict[str, Dialog] = {
    "import report": lambda w: ImportReport("上年.docx", w.session.document, [Note("项目1", "missing", "缺")], w),
    "unexpected": UnexpectedDialog,
    "handbook": HelpWindow,
    "print preview": lambda w: PrintPreviewDialog(w.session, w),
}


def focusable(root: QWidget) -> Iterator[QWidget]:
    """All that a user can reach with the keyboard now."""
    for widget in (root, *root.findChildren(QWidget)):
        inside = widget.parent()
        own = not (isinstance(inside, QAbstractScrollArea) and widget is inside.viewport())
        is_menu = isinstance(widget, QMenu | QMenuBar | QTabBar)  # their entries have the names
        if (
            widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and own
            and not is_menu
            and not widget.focusProxy()
        ):
            yield widget


def nameless(root: QWidget) -> list[str]:
    """Who they are that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__} {widget.objectName()}"
        for widget in focusable(root)
        if not name(widget).strip() and not widget.objectName().startswith("qt_")
    ]


def name(widget: QWidget) -> str:
    """What a screen reader says: the accessible name, or the text, or that of the label beside it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def test_the_start_page_names_everything(window: MainWindow) -> None:
    assert nameless(window) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_names_everything(opened: MainWindow, page: str) -> None:
    opened.pages.show_node(PAGES[page])
    assert len(list(focusable(opened.pages))) > 0
    assert nameless(opened) == []


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_names_everything(opened: MainWindow, tab: int) -> None:
    opened.pages.show_node(PAGES["project"])
    opened.pages.turn(tab)
    assert len(list(focusable(opened.pages))) > 0
    assert nameless(opened) == []


@pytest.mark.parametrize("dialog", DIALOGS)
def test_every_dialog_names_everything(opened: MainWindow, dialog: str) -> None:
    shown = DIALOGS[dialog](opened)
    shown.show()
    assert len(list(focusable(shown))) > 0
    assert nameless(shown) == []
    shown.close()
    shown.deleteLater()


@pytest.mark.parametrize("command", ["find", "replace", "show_library", "commands"])
def test_every_panel_names_everything(opened: MainWindow, command: str) -> None:
    opened.session.go_to("projects/0/indicators")
    opened.commands[command].trigger()
    assert nameless(opened) == []


@pytest.mark.parametrize("path", ["title", "overall/0/text", "projects/0/name", "projects/0/plan/0"])
def test_tab_goes_down_the_page(opened: MainWindow, path: str) -> None:
    opened.resize(1366, 768)
    opened.activateWindow()
    opened.session.go_to(path)
    QApplication.processEvents()
    reached = list(chain(opened.pages))
    assert len(reached) > 1
    middles = [widget.mapTo(opened, widget.rect().center()) for widget in reached]
    tops = [widget.mapTo(opened, widget.rect().topLeft()).y() for widget in reached]
    assert [
        f"{name(above)} → {name(below)}"
        for above, below, first, second, top, next_top in zip(
            reached, reached[1:], middles, middles[1:], tops, tops[1:], strict=False
        )
        if next_top < top and not second.x() > first.x()
    ] == []


def test_tab_goes_from_the_tree_to_the_page_and_on_to_the_problems(opened: MainWindow) -> None:
    opened.resize(1366, 768)
    opened.activateWindow()
    opened.session.go_to("projects/0/name")
    opened.aids.library.ask()
    QApplication.processEvents()
    parts = (opened.tree_dock, opened.pages, opened.aids.library.dock, opened.problem_dock, opened.status)
    for key, order in ((Qt.Key.Key_Tab, (1, 2, 3, 4, 0)), (Qt.Key.Key_Backtab, (0, 4, 3, 2, 1, 0))):
        opened.tree.tree.setFocus()
        met: list[int] = []
        reached: list[QWidget] = []
        while (widget := QApplication.focusWidget()) is not None and widget not in reached:
            reached.append(widget)
            QTest.keyClick(widget, key)
            focus = QApplication.focusWidget()
            here = next((place for place, part in enumerate(parts) if focus and part.isAncestorOf(focus)), -1)
            met += [here] if [here] != met[-1:] else []
        assert tuple(met) == order


def test_tab_passes_a_hidden_tree(opened: MainWindow) -> None:
    opened.session.go_to("projects/0/name")
    opened.tree_dock.hide()
    reached: list[QWidget] = []
    while (widget := QApplication.focusWidget()) is not None and widget not in reached:
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert len(reached) > 10
    assert not [widget for widget in reached if opened.tree_dock.isAncestorOf(widget)]


def test_tab_reaches_nothing_that_stands_behind_another_tab(opened: MainWindow) -> None:
    opened.resize(1366, 768)
    opened.activateWindow()
    opened.session.go_to("title")
    opened.aids.look_for(replacing=True)
    QApplication.processEvents()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        opened.tree.tree.setFocus()
        reached: list[QWidget] = []
        while (widget := QApplication.focusWidget()) is not None and widget not in reached:
            reached.append(widget)
            QTest.keyClick(widget, key)
        assert len(reached) > 10
        assert [name(widget) for widget in reached if not is_seen(widget)] == []


def chain(page: QWidget) -> Iterator[QWidget]:
    """What Tab reaches on the page, in its order."""
    reached = list(focusable(page))
    return (widget for widget in stops(page.window()) if widget in reached)

"""The lines above and below the project tree."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pbeditor.ui.main_window import MainWindow


def first_name(window: MainWindow) -> str:
    first = window.tree.filter.first()
    project = window.tree.model.project(first) if first else None
    return project.name if project else ""


def test_tab_leads_from_the_filter_to_the_tree_below_it(opened: MainWindow) -> None:
    opened.activateWindow()
    opened.tree.focus_filter()
    QTest.keyClick(opened.tree.filter, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is opened.tree.tree


def test_the_first_project_is_that_of_those_that_fit(opened: MainWindow) -> None:
    found = []
    for typed in ("培训", ""):
        opened.tree.filter.setText(typed)
        found.append((opened.tree.filter.found, first_name(opened)))
    assert found == [(1, "培训经费"), (None, "活动经费")]


def test_nothing_that_fits_is_no_first_project(opened: MainWindow) -> None:
    opened.tree.filter.setText("没有这样的名称")
    assert first_name(opened) == ""

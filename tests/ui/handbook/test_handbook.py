"""The handbook: everything it points at is there, and what it says of menus is true."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pbeditor.store.resources import resource
from pbeditor.ui.actions import bare
from pbeditor.ui.commands import COMMANDS
from pbeditor.ui.handbook.browser import HelpBrowser, pictures
from pbeditor.ui.handbook.contents import PAGES, SHORTCUTS, html, page_for, words
from pbeditor.ui.handbook.shortcuts import shown
from pbeditor.ui.handbook.window import HelpWindow
from pbeditor.ui.indicator_commands import GRID
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import COMPARISON, DOCUMENT, Node

NAMES = [page for page, _ in PAGES]
IMAGE = QTextDocument.ResourceType.ImageResource.value


def menu_paths() -> set[str]:
    """Every command as a person is told the way to it."""
    return {
        " → ".join([*(bare(step) for step in command.menu.split("/")), bare(command.text)])
        for command in COMMANDS
        if command.text
    }


@pytest.mark.parametrize("page", NAMES)
def test_links_and_pictures_lead_somewhere(page: str) -> None:
    assert set(re.findall(r'href="([^"]*)"', html(page))) <= set(NAMES)
    assert set(re.findall(r'src="([^"]*)"', html(page))) <= pictures()


@pytest.mark.parametrize("page", NAMES)
def test_every_menu_that_a_page_names_exists(page: str) -> None:
    assert set(re.findall("「(.*?)」", words(page))) - menu_paths() == set()


def test_every_page_begins_with_its_title_and_every_file_is_a_page() -> None:
    assert [page for page, title in PAGES if not html(page).startswith(f"<h1>{title}</h1>")] == []
    assert {file.stem for file in resource("help").glob("*.html")} | {SHORTCUTS} == set(NAMES)


def test_every_picture_is_small_and_used() -> None:
    assert {name for page in NAMES for name in re.findall(r'src="([^"]*)"', html(page))} == pictures()
    assert [file.name for file in resource("help", "pictures").iterdir() if file.stat().st_size > 80_000] == []


def test_every_command_with_a_shortcut_is_on_the_page_of_shortcuts(qapp: QApplication) -> None:
    text = words(SHORTCUTS)
    assert [c.name for c in COMMANDS if c.shortcut and shown([c.shortcut]) + bare(c.text) not in text] == []
    assert [action.name for action in GRID if not all(shown([key]) in text for key in action.keys)] == []


def test_the_browser_shows_nothing_from_outside(qapp: QApplication) -> None:
    browser = HelpBrowser()
    for name in ("http://example.com/a.png", "file:///etc/passwd", "pictures/../begin.html", "nothing"):
        assert browser.loadResource(IMAGE, QUrl(name)) is None
    assert browser.loadResource(IMAGE, QUrl("pictures/plan.png"))


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("projects/0/name", "project"),
        ("projects/0/plan/0", "plan"),
        ("projects/0/indicators/0/name", "indicators"),
        ("title", "overall"),
        ("overall/0/text", "overall"),
    ],
)
def test_the_page_fits_the_place(opened: MainWindow, path: str, page: str) -> None:
    opened.activateWindow()
    opened.session.go_to(path)
    assert page_for(opened.focusWidget()) == page
    assert page_for(opened.problems.tree) == "problems"
    assert page_for(opened.menuBar()) == "begin"
    assert page_for(opened.aids.find.form.text) == "find"


@pytest.mark.parametrize(
    ("node", "page"), [(COMPARISON, "last-year"), (DOCUMENT, "overall"), (Node("project", "6X18"), "project")]
)
def test_in_the_tree_f1_opens_the_page_on_what_is_chosen_there(opened: MainWindow, node: Node, page: str) -> None:
    opened.tree.show_node(node)
    opened.tree.tree.setFocus()
    opened.commands["help"].trigger()
    handbook = opened.findChild(HelpWindow)
    assert handbook is not None
    assert handbook.browser.page() == page


def test_f1_opens_one_window_that_goes_back_and_forth(opened: MainWindow) -> None:
    opened.commands["help"].trigger()
    window = opened.findChild(HelpWindow)
    assert window is not None
    assert window.isVisible()
    window.list.setCurrentRow(NAMES.index("print"))
    assert window.browser.page() == "print"
    window.browser.backward()
    assert window.browser.page() == "project"
    assert window.list.currentItem().text() == dict(PAGES)["project"]
    opened.commands["help"].trigger()
    assert len(opened.findChildren(HelpWindow)) == 1


def test_searching_lists_the_pages_with_the_words_and_marks_them(opened: MainWindow) -> None:
    opened.commands["help"].trigger()
    window = opened.findChild(HelpWindow)
    assert window is not None
    QTest.keyClicks(window.search, "pdf")
    listed = [window.list.item(row).text() for row in range(window.list.count())]
    assert dict(PAGES)["print"] in listed
    assert dict(PAGES)["plan"] not in listed
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.browser.extraSelections()


def test_keys_and_clicks_in_the_contents_go_from_the_page_that_is_shown(opened: MainWindow) -> None:
    opened.commands["help"].trigger()
    window = opened.findChild(HelpWindow)
    assert window is not None
    place = window.list.visualItemRect(window.list.item(NAMES.index("plan"))).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (window.browser.page(), window.list.currentRow()) == ("plan", NAMES.index("plan"))
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    assert (window.browser.page(), window.list.currentRow()) == ("indicators", NAMES.index("indicators"))

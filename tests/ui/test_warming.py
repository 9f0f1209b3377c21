"""What is soon wanted is there before it is wanted, and nobody waits for it."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from pbeditor.model.steps import at_once
from pbeditor.ui import warming
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import Node
from pbeditor.ui.warming import MODULES, PAGES, Warming


@pytest.fixture(autouse=True)
def _calm_comes_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "CALM", 0)
    monkeypatch.setattr(warming, "PAUSE", 0)


def test_pages_and_panels_are_made_before_anybody_goes_there(opened: MainWindow, qtbot: QtBot) -> None:
    shown = opened.pages.currentWidget()
    with qtbot.waitSignal(Warming(opened).destroyed, timeout=30_000):
        pass
    assert set(MODULES) <= set(sys.modules)
    assert set(PAGES) <= opened.pages._pages.keys()
    assert opened.tree_dock.widget() is opened.tree
    assert opened.pages.currentWidget() is shown


def test_it_takes_one_step_at_a_time(opened: MainWindow) -> None:
    begun = Warming(opened)
    for _ in MODULES:
        begun._go_on()
    assert "project" not in opened.pages._pages
    begun.deleteLater()


def test_who_goes_to_a_project_meanwhile_gets_its_page_at_once(opened: MainWindow, qtbot: QtBot) -> None:
    making = opened.pages.making("project")
    next(making)
    opened.pages.show_node(Node("project", opened.session.document.projects[0].id))
    shown = opened.pages.currentWidget()
    assert at_once(making) is shown
    opened.session.undo()  # what was made in vain hears of nothing any more
    assert opened.pages.page("project") is shown

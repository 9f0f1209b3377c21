"""The pages of a project beside the page on which it is edited."""

from pytestqt.qtbot import QtBot

from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import OVERALL, Node
from pbeditor.ui.paper.preview import PagePreview


def texts(window: MainWindow) -> set[str]:
    (preview,) = window.aids.preview.panel.findChildren(PagePreview)
    return {text.text for page in preview.view.canvas.pages for text in page.texts}


def test_what_is_typed_is_seen_on_the_page_beside(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.show_node(Node("project", "6HMH"))
    opened.commands["show_preview"].trigger()
    qtbot.waitUntil(lambda: "培训经费" in texts(opened))
    opened.session.go_to("projects/1/goals")
    opened.session.write("改", "projects/1/goals", "边写边看。")
    qtbot.waitUntil(lambda: "边写边看。" in texts(opened))


def test_it_follows_the_tree_and_keeps_to_the_last_project(qtbot: QtBot, opened: MainWindow) -> None:
    opened.commands["show_preview"].trigger()
    opened.tree.show_node(Node("project", "7A01"))
    qtbot.waitUntil(lambda: "会议费" in texts(opened))
    opened.tree.show_node(OVERALL)
    qtbot.wait(40)
    assert "会议费" in texts(opened)


def test_the_same_key_hides_it(opened: MainWindow) -> None:
    opened.commands["show_preview"].trigger()
    assert opened.aids.preview.dock.isVisible()
    opened.commands["show_preview"].trigger()
    assert not opened.aids.preview.dock.isVisible()


def test_on_a_small_screen_the_form_beside_it_keeps_its_room(opened: MainWindow) -> None:
    opened.resize(1366, 740)
    opened.tree.show_node(Node("project", "6HMH"))
    opened.commands["show_preview"].trigger()
    assert opened.centralWidget().width() >= 700  # px; three amounts side by side take 680 in the usual letters

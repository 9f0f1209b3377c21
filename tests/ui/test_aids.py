"""What is called up stays out of the way, comes back with the document, and is reached by keyboard."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.panes import is_seen
from pbeditor.ui.theme import palette_of


def reopened(window: MainWindow) -> None:
    path = window.session.path
    assert path is not None
    window.files.close()
    window.files.open_path(path)


def test_nothing_is_called_up_at_first(opened: MainWindow) -> None:
    assert opened.aids.find_dock.isHidden()
    assert opened.aids.library.dock.isHidden()
    assert not opened.aids.finder.isVisible()


def test_panels_come_back_with_the_next_document(qtbot: QtBot, opened: MainWindow) -> None:
    opened.commands["show_library"].trigger()
    reopened(opened)
    assert is_seen(opened.aids.library.dock)
    assert opened.aids.find_dock.isHidden()
    opened.aids.library.dock.hide()
    reopened(opened)
    assert opened.aids.library.dock.isHidden()


def test_problems_and_hits_share_a_place_and_each_command_brings_its_own_forward(
    qtbot: QtBot, opened: MainWindow
) -> None:
    opened.commands["find"].trigger()
    qtbot.waitUntil(lambda: is_seen(opened.aids.find_dock) and not is_seen(opened.problem_dock))
    opened.commands["show_problems"].trigger()
    qtbot.waitUntil(lambda: is_seen(opened.problem_dock) and not is_seen(opened.aids.find_dock))
    opened.commands["find"].trigger()
    qtbot.waitUntil(lambda: is_seen(opened.aids.find_dock))


def test_f6_reaches_what_is_called_up(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.commands["show_library"].trigger()
    opened.tree.tree.setFocus()
    walked = []
    for _ in range(4):
        opened.commands["pane"].trigger()
        walked.append(QApplication.focusWidget())
    panel = opened.aids.library.panel
    assert any(widget is not None and panel.isAncestorOf(widget) for widget in walked)


def test_icons_follow_the_palette(qapp: QApplication, opened: MainWindow) -> None:
    palette, before = qapp.palette(), opened.aids.find.form.next.icon().cacheKey()
    qapp.setPalette(palette_of(dark=True))
    opened.aids.tint()
    after = opened.aids.find.form.next.icon().cacheKey()
    qapp.setPalette(palette)
    assert after != before


def test_commands_of_the_library_need_no_document_where_they_make_sense(opened: MainWindow, tmp_path: Path) -> None:
    opened.session.mark_saved(opened.session.document, tmp_path / "x.pbproj")
    opened.files.close()
    opened.commands.refresh()
    enabled = {name: opened.commands[name].isEnabled() for name in ("library_merge", "library_export", "library_take")}
    assert enabled == {"library_merge": True, "library_export": True, "library_take": False}

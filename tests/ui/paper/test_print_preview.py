"""The choice of what to print, and all pages of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pbeditor.ui.paper import print_preview
from pbeditor.ui.paper.print_preview import PrintPreviewDialog
from pbeditor.ui.paper.printout import Printout
from pbeditor.ui.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PrintPreviewDialog:
    dialog = PrintPreviewDialog(session, None, ["丙"])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: PrintPreviewDialog, label: str) -> None:
    dialog.scope.setCurrentIndex(dialog.scope.findText(label))


def titles(dialog: PrintPreviewDialog) -> list[str]:
    return [anchor.text for page in dialog.view.canvas.pages for anchor in page.anchors]


def test_at_first_it_shows_the_whole_document(dialog: PrintPreviewDialog) -> None:
    assert dialog.view.canvas.pages[0].texts[0].text == "2020年部门预算绩效信息"
    assert len(titles(dialog)) == 5


def test_it_shows_the_projects_that_are_wanted(dialog: PrintPreviewDialog) -> None:
    choose(dialog, "全部项目表")
    assert titles(dialog) == ["1、甲项目绩效目标表", "2、乙项目绩效目标表", "3、丙项目绩效目标表"]
    choose(dialog, "当前项目")
    assert titles(dialog) == ["3、丙项目绩效目标表"]


def test_ticks_choose_projects(dialog: PrintPreviewDialog) -> None:
    choose(dialog, "勾选的项目")
    assert dialog.projects.isVisible()
    assert titles(dialog) == ["3、丙项目绩效目标表"]
    dialog.projects.item(0).setCheckState(Qt.CheckState.Checked)
    assert titles(dialog) == ["1、甲项目绩效目标表", "3、丙项目绩效目标表"]


def test_without_a_tick_there_is_nothing_to_print(dialog: PrintPreviewDialog) -> None:
    choose(dialog, "勾选的项目")
    dialog.projects.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert titles(dialog) == []
    assert not dialog.print_button.isEnabled()
    assert not dialog.pdf_button.isEnabled()


def test_the_present_project_is_no_choice_where_there_is_none(qtbot: QtBot, session: Session) -> None:
    dialog = PrintPreviewDialog(session)
    qtbot.addWidget(dialog)
    labels = [dialog.scope.itemText(row) for row in range(dialog.scope.count())]
    assert labels == ["整个文档", "全部项目表", "勾选的项目"]


def test_several_projects_selected_in_the_tree_are_one_choice(qtbot: QtBot, session: Session) -> None:
    dialog = PrintPreviewDialog(session, None, ["丙", "甲", "不在"])
    qtbot.addWidget(dialog)
    choose(dialog, "选中的 2 个项目")
    assert titles(dialog) == ["1、甲项目绩效目标表", "3、丙项目绩效目标表"]


def test_the_number_of_the_page_goes_there_and_follows(dialog: PrintPreviewDialog) -> None:
    dialog.page_bar.number.setValue(3)
    assert dialog.view.page == 2
    dialog.view.go_to_page(4)
    assert dialog.page_bar.number.value() == 5


def test_a_draft_is_printed_as_a_draft(
    dialog: PrintPreviewDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    printed: list[tuple[Printout, bool]] = []
    monkeypatch.setattr(print_preview, "print_pages", lambda out, _parent, *, draft: printed.append((out, draft)))
    dialog.draft.setChecked(True)
    choose(dialog, "当前项目")
    dialog.print()
    assert dialog.view.canvas.draft
    assert printed == [(dialog.printout, True)]


def test_it_fits_a_small_screen_and_every_control_is_reached_by_keys(qtbot: QtBot, dialog: PrintPreviewDialog) -> None:
    room = QGuiApplication.primaryScreen().availableSize()
    assert dialog.width() <= max(room.width(), 1366)
    assert dialog.minimumSizeHint().width() < 1000
    seen = set()
    for _ in range(20):
        qtbot.keyClick(dialog, Qt.Key.Key_Tab)
        seen.add(dialog.focusWidget())
    assert {dialog.scope, dialog.draft, dialog.view, dialog.page_bar.number, *dialog.buttons.buttons()} <= seen

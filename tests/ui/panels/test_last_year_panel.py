"""Last year's text stands beside the field one is in, and one key takes it over."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.edit.beside import NO_FIELD, NO_LAST_YEAR, NO_PROJECT
from pbeditor.model.document import Document, Indicator, Target
from pbeditor.store.project_file import save
from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.panels.last_year_panel import LEGEND, ONLY_LAST, SAME, LastYearPanel
from tests.ui.conftest import project, shell_document
from tests.work.test_worksheets import SECOND, with_hidden

ROWS = (
    Indicator("r1", "产出指标", "数量指标", "培训人数", "人数", Target("≥", "90", "人")),
    Indicator("r2", "产出指标", "质量指标", "合格率", "比例", Target("≥", "95", "%")),
)


def with_last_year() -> Document:
    document = shell_document()
    first, *others = document.projects
    last = replace(
        document,
        year=2019,
        title="2019年部门预算绩效信息",
        projects=(replace(first, purpose="去年开展活动。", indicators=ROWS), *others[:1]),
    )
    now = (replace(first, indicators=tuple(replace(row, target=Target()) for row in ROWS)), *others)
    return replace(document, projects=(*now, project("8B02", "新增项目", "1.00")), last_year=last)


@pytest.fixture
def compared(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a document that holds last year, and the panel shown."""
    path = tmp_path / "今年.pbproj"
    save(with_last_year(), path)
    window.files.open_path(path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.commands["show_last_year"].trigger()
    return window


@pytest.fixture
def panel(compared: MainWindow) -> LastYearPanel:
    return compared.aids.last_year.panel


def at(window: MainWindow, path: str) -> LastYearPanel:
    window.session.go_to(path)
    panel = window.aids.last_year.panel
    panel.update_now()
    return panel


def test_it_shows_the_text_of_the_field_with_the_difference(compared: MainWindow) -> None:
    panel = at(compared, "projects/0/purpose")
    assert panel.text.toPlainText() == "去年开展活动。"
    assert panel.note.text() == LEGEND
    assert panel.where.text().startswith("项目1“活动经费” ")
    cursor = panel.text.textCursor()
    cursor.setPosition(1)
    assert cursor.charFormat().fontStrikeOut()
    panel.marked.click()
    assert panel.note.text() == ONLY_LAST


def test_it_follows_the_focus_by_itself(qtbot: QtBot, compared: MainWindow, panel: LastYearPanel) -> None:
    compared.session.go_to("projects/0/goals")
    qtbot.waitUntil(lambda: "绩效目标" in panel.where.text())
    assert panel.note.text() == SAME
    assert not panel.take.isEnabled()
    compared.session.go_to("overall/0/text")
    qtbot.waitUntil(lambda: "总体绩效目标" in panel.where.text())
    compared.session.go_to("projects/0/indicators/1/target")
    qtbot.waitUntil(lambda: panel.text.toPlainText() == "≥95%")


def test_it_follows_typing(qtbot: QtBot, compared: MainWindow) -> None:
    panel = at(compared, "projects/0/purpose")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "x")
    qtbot.waitUntil(lambda: "x" in panel.text.toPlainText())


@pytest.mark.parametrize(
    ("path", "text"),
    [("projects/0/purpose", "去年开展活动。"), ("title", "2019年部门预算绩效信息")],
)
def test_one_key_takes_it_over_as_one_step_and_the_focus_stays(
    qtbot: QtBot, compared: MainWindow, path: str, text: str
) -> None:
    at(compared, path)
    focus, before = QApplication.focusWidget(), compared.session.document
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_F7)
    found = compared.aids.last_year.panel.found()
    assert (found.after, found.before) == (text, text)
    assert QApplication.focusWidget() is focus
    assert "上年的文字" in compared.status.currentMessage()
    compared.session.undo()
    assert compared.session.document == before


def test_all_chosen_cells_are_taken_over_at_once(qtbot: QtBot, compared: MainWindow) -> None:
    at(compared, "projects/0/indicators/0/target")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(focus, Qt.Key.Key_F7)
    rows = compared.session.document.projects[0].indicators
    assert [row.target for row in rows] == [row.target for row in ROWS]
    assert QApplication.focusWidget() is focus
    compared.session.undo()
    assert compared.session.document.projects[0].indicators[0].target == Target()


def test_a_cell_that_is_being_edited_is_ended_first(qtbot: QtBot, compared: MainWindow) -> None:
    at(compared, "projects/0/indicators/0/target")
    grid = QApplication.focusWidget()
    assert grid is not None
    QTest.keyClick(grid, Qt.Key.Key_F2)
    compared.commands["take_last_year"].trigger()
    assert compared.session.document.projects[0].indicators[0].target == ROWS[0].target


def test_what_was_not_there_is_said_plainly(compared: MainWindow) -> None:
    panel = at(compared, "projects/3/name")
    assert panel.text.toPlainText() == NO_PROJECT
    assert not panel.take.isEnabled()
    compared.commands["take_last_year"].trigger()
    assert compared.status.currentMessage() == NO_PROJECT
    compared.tree.tree.setCurrentIndex(compared.tree.model.index(0, 0))
    panel.update_now()
    assert panel.text.toPlainText() == NO_FIELD


def test_nothing_is_looked_up_out_of_sight(qtbot: QtBot, compared: MainWindow, panel: LastYearPanel) -> None:
    compared.commands["show_last_year"].trigger()
    compared.session.go_to("projects/0/purpose")
    assert not panel._timer.isActive()


def test_without_last_year_it_offers_to_choose_its_file(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = with_last_year().last_year
    assert last is not None
    save(last, tmp_path / "去年.pbproj")
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: tmp_path / "去年.pbproj")
    opened.activateWindow()
    opened.commands["show_last_year"].trigger()
    panel = at(opened, "projects/0/purpose")
    assert panel.text.toPlainText() == NO_LAST_YEAR
    panel.choose.click()
    panel.update_now()
    assert panel.text.toPlainText() == "去年开展活动。"
    assert "上年 2 个项目，与今年对上 2 个" in opened.status.currentMessage()
    assert opened.session.is_unsaved
    opened.session.undo()
    assert opened.session.document.last_year is None


def test_what_last_years_file_hides_is_not_put_in_and_that_is_said_once(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "去年.xlsx").write_bytes(with_hidden(own=False))
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: tmp_path / "去年.xlsx")
    opened.commands["put_last_year"].trigger()
    last = opened.session.document.last_year
    assert last is not None
    assert SECOND not in [project.name for project in last.projects]
    assert opened.status.currentMessage().endswith("；1 个来自隐藏的工作表，没有放入；读入时有 1 处不能确定")

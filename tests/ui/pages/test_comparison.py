"""The page 与上年对比 through the real window."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from pbeditor.model import steps
from pbeditor.model.document import Budget
from pbeditor.store.project_file import save
from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import COMPARISON
from pbeditor.ui.pages.comparison_page import NOTHING, ComparisonPage
from tests.ui.panels.test_last_year_panel import with_last_year
from tests.ui.waiting import written

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> ComparisonPage:
    document = with_last_year()
    first, *others = document.projects
    save(replace(document, projects=(replace(first, budget=Budget("3.00")), *others)), tmp_path / "今年.pbproj")
    window.files.open_path(tmp_path / "今年.pbproj")
    window.activateWindow()
    window.tree.show_node(COMPARISON)
    shown = window.pages.currentWidget()
    assert isinstance(shown, ComparisonPage)
    QAbstractItemModelTester(shown.view.model, FATAL, shown)
    return shown


def cells(page: ComparisonPage) -> list[tuple[str, ...]]:
    return [line.cells for line in page.view.model.lines]


def test_every_project_is_told_with_its_amounts(page: ComparisonPage) -> None:
    assert cells(page)[1:] == [
        ("活动经费", "调整", "2.00", "3.00", "+1.00", "+50.0%", "修改 2"),
        ("培训经费", "未变", "15.00", "15.00", "0.00", "0.0%", ""),
        ("会议费", "新增", "", "3.50", "+3.50", "", "共 0 条"),
        ("新增项目", "新增", "", "1.00", "+1.00", "", "共 0 条"),
    ]
    assert "2 个项目。今年 4 个：新增 2 个，有调整 1 个，未变 1 个" in page.about.text()
    assert "上年合计 17.00，本年合计 22.50，增减 +5.50（+32.4%）" in page.view.sums.text()


@pytest.mark.parametrize("width", [400, 650, 1400])
def test_the_names_of_projects_can_be_read_however_narrow_the_page_is(
    page: ComparisonPage, window: MainWindow, width: int
) -> None:
    tree = page.view.tree
    tree.resize(width, 300)
    name = tree.fontMetrics().horizontalAdvance("乡村记忆档案展览经费")
    assert tree.columnWidth(0) > name + tree.indentation()
    columns = sum(tree.columnWidth(place) for place in range(page.view.model.columnCount()))
    assert columns <= max(tree.viewport().width(), 640)


def test_a_column_stays_as_wide_as_it_was_dragged_whatever_becomes_of_the_window(page: ComparisonPage) -> None:
    tree, window = page.view.tree, page.window()
    window.resize(1300, 700)
    edge = tree.header().sectionViewportPosition(3) - 1
    drag(tree.header(), edge, edge + 60)
    wanted = tree.columnWidth(2)
    window.resize(1200, 700)
    assert tree.columnWidth(2) == wanted
    assert sum(tree.columnWidth(place) for place in range(7)) == tree.viewport().width()
    drag(tree.header(), tree.columnWidth(0) - 1, 299)
    window.resize(1250, 700)
    assert (tree.columnWidth(0), tree.columnWidth(2)) == (300, wanted)


def test_in_a_low_place_the_lines_come_before_the_texts(page: ComparisonPage) -> None:
    page.view.resize(700, 400)
    assert page.view.texts.isVisible()
    page.view.resize(700, 200)
    assert not page.view.texts.isVisible()
    assert page.view.tree.isVisible()


def drag(header: QHeaderView, start: int, end: int) -> None:
    """Move the edge of a column by mouse."""
    middle = header.height() // 2
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(start, middle))
    QTest.mouseMove(header.viewport(), QPoint(end, middle))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(end, middle))


def test_many_projects_are_compared_once_the_page_is_there(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "SOME", 1)
    before = cells(page)
    window.session.write("改", "projects/0/budget/total", "4.00")
    page.show_key("")
    assert cells(page) == before
    qtbot.waitUntil(lambda: cells(page)[1][3] == "4.00")


def test_a_comparison_that_goes_on_ends_with_last_year(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "SOME", 1)
    window.session.write("改", "projects/0/budget/total", "4.00")
    page.show_key("")
    window.session.apply("移出", lambda document: replace(document, last_year=None))
    page.show_key("")
    qtbot.wait(50)
    assert page.about.text() == NOTHING


def test_a_project_opens_to_its_indicators(page: ComparisonPage) -> None:
    index = page.view.model.index(1, 0)
    page.view.tree.setCurrentIndex(index)
    QTest.keyClick(page.view.tree, Qt.Key.Key_Right)
    assert page.view.tree.isExpanded(index)
    QTest.keyClick(page.view.tree, Qt.Key.Key_Down)
    line = page.view.current()
    assert line is not None
    assert line.cells[0] == "修改　培训人数：指标值 ≥90人 → （空）"
    assert page.view.texts.toPlainText() == "指标值\n≥90人"


def test_enter_and_the_button_go_to_the_project(qtbot: QtBot, window: MainWindow, page: ComparisonPage) -> None:
    page.view.tree.setCurrentIndex(page.view.model.index(2, 0))
    page.view.tree.setFocus()
    QTest.keyClick(page.view.tree, Qt.Key.Key_Return)
    assert window.tree.current().key == "6HMH"
    window.tree.show_node(COMPARISON)
    page.go.click()
    assert window.tree.current().key == "6HMH"


def test_what_is_gone_leads_nowhere(window: MainWindow, page: ComparisonPage) -> None:
    window.session.apply("删", lambda document: replace(document, projects=document.projects[1:]))
    page._refresh()
    page.view.choice.setCurrentIndex(3)
    assert cells(page) == [("活动经费", "取消", "2.00", "", "-2.00", "-100.0%", "共 2 条")]
    assert not page.go.isEnabled()


def test_it_follows_edits_and_keeps_its_place(qtbot: QtBot, window: MainWindow, page: ComparisonPage) -> None:
    page.view.tree.setCurrentIndex(page.view.model.index(2, 0))
    window.session.write("改", "projects/1/budget/total", "30.00")
    qtbot.waitUntil(lambda: cells(page)[2][5] == "+100.0%")
    assert page.view.tree.currentIndex().row() == 2


@pytest.mark.parametrize(("suffix", "command"), [(".docx", "comparison_word"), (".xlsx", "comparison_excel")])
def test_it_is_exported(
    suffix: str, command: str, window: MainWindow, page: ComparisonPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def choose(_parent: object, _title: str, proposed: Path, _kind: str) -> Path:
        asked.append(proposed)
        return tmp_path / f"表{suffix}"

    monkeypatch.setattr(file_choices, "file_to_write", choose)
    window.commands[command].trigger()
    written(window)
    assert asked[0].name == f"今年与上年对比{suffix}"
    assert (tmp_path / f"表{suffix}").read_bytes().startswith(b"PK")


def test_without_last_year_it_says_what_to_do(opened: MainWindow) -> None:
    opened.tree.show_node(COMPARISON)
    page = opened.pages.currentWidget()
    assert isinstance(page, ComparisonPage)
    assert page.about.text() == NOTHING
    assert page.choose.isVisible()
    assert not page.view.isVisible()
    opened.commands.refresh()
    assert not opened.commands["comparison_word"].isEnabled()

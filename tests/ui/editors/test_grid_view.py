"""The look of the grid is the user's: widths, hidden columns, size of letters, rows dragged to their place."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.edit.indicators import insert_indicators
from pbeditor.model.document import Indicator
from pbeditor.store import settings
from pbeditor.store.settings import ColumnState
from pbeditor.ui.editors.cell_delegate import GUTTER, PADDING
from pbeditor.ui.editors.grid_columns import shared
from pbeditor.ui.editors.grid_commands import GridCommands
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.memory import Memory
from pbeditor.ui.session import Session
from tests.ui.editors.grids import (
    BASIS,
    CONTROL,
    DESCRIPTION,
    LEVEL1,
    LEVEL2,
    NAME,
    SHIFT,
    TARGET,
    opened,
    press,
    put_on_clipboard,
    texts,
    type_,
)

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tab(session: Session, qtbot: QtBot) -> IndicatorsTab:
    return opened(session, qtbot)


@pytest.fixture
def grid(tab: IndicatorsTab) -> IndicatorGrid:
    return tab.grid


def wheel(grid: IndicatorGrid, notches: int) -> None:
    turned, middle = QPoint(0, 120 * notches), QPointF(grid.viewport().rect().center())
    pressed, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, middle, QPoint(), turned, pressed, CONTROL, phase, False)
    QApplication.sendEvent(grid.viewport(), event)


def test_columns_fill_the_view_in_the_proportions_of_the_form(grid: IndicatorGrid) -> None:
    widths = [grid.columnWidth(column) for column in range(6)]
    assert sum(widths) == grid.viewport().width()
    assert widths[DESCRIPTION] == max(widths)


@pytest.mark.parametrize("width", [300, 560, 700])
def test_in_a_narrow_window_names_and_categories_can_still_be_read(
    tab: IndicatorsTab, grid: IndicatorGrid, width: int
) -> None:
    tab.resize(width, 480)
    room = grid.fontMetrics().horizontalAdvance
    assert grid.columnWidth(NAME) >= room("档案查询平均用时长") + PADDING
    assert min(grid.columnWidth(column) for column in (LEVEL1, BASIS)) >= room("产出指标") + PADDING + GUTTER


@pytest.mark.parametrize(
    ("room", "widths"),
    [(1000, [200, 300, 500]), (400, [100, 113, 187]), (310, [100, 100, 110]), (90, [100, 100, 100])],
)
def test_columns_share_the_room_and_none_is_under_its_least(room: int, widths: list[int]) -> None:
    assert shared(room, [2, 3, 5], [100, 100, 100]) == widths


def test_a_width_that_the_user_sets_stays_when_the_window_grows(tab: IndicatorsTab, grid: IndicatorGrid) -> None:
    grid.setColumnWidth(NAME, 333)
    tab.resize(1200, 480)
    assert grid.columnWidth(NAME) == 333
    grid.columns.reset()
    assert grid.columnWidth(NAME) != 333


def test_a_narrower_column_makes_its_rows_higher(grid: IndicatorGrid, qtbot: QtBot) -> None:
    before = grid.rowHeight(0)
    grid.setColumnWidth(DESCRIPTION, 50)
    qtbot.waitUntil(lambda: grid.rowHeight(0) > before)


def test_a_label_that_its_column_is_too_narrow_for_takes_more_lines(grid: IndicatorGrid, qtbot: QtBot) -> None:
    header = grid.horizontalHeader()
    grid.setColumnWidth(BASIS, 300)
    qtbot.waitUntil(lambda: grid.columnWidth(BASIS) == 300)
    grid.columns.fit_head()
    before = header.height()
    grid.setColumnWidth(BASIS, 60)
    qtbot.waitUntil(lambda: header.height() > before)


def test_a_column_can_be_hidden_but_not_the_name(grid: IndicatorGrid) -> None:
    for column in (BASIS, NAME):
        grid.columns.hide(column, hidden=True)
    assert grid.columns.visible() == [0, 1, NAME, DESCRIPTION, TARGET]
    assert sum(grid.columnWidth(column) for column in grid.columns.visible()) == grid.viewport().width()


def test_the_menu_of_the_header_shows_and_hides_columns(grid: IndicatorGrid) -> None:
    menu = grid.columns.menu()
    menu.actions()[BASIS].trigger()
    assert grid.isColumnHidden(BASIS)
    assert not menu.actions()[NAME].isEnabled()
    menu.close()


def test_a_head_that_grows_covers_no_row(tab: IndicatorsTab) -> None:
    grid = tab.grid
    for width in range(1000, 400, -50):
        tab.resize(width, tab.height())
        QApplication.processEvents()
        assert grid.viewport().geometry().top() > grid.horizontalHeader().geometry().bottom()


def test_keys_and_clearing_pass_over_a_hidden_column(grid: IndicatorGrid) -> None:
    grid.columns.hide(DESCRIPTION, hidden=True)
    grid.caret.go_to(0, NAME)
    press(Qt.Key.Key_Tab)
    assert grid.caret.place() == (0, TARGET)
    grid.caret.choose(0, NAME, 0, TARGET)
    press(Qt.Key.Key_Delete)
    assert (texts(grid, NAME)[0], texts(grid, DESCRIPTION)[0], texts(grid, TARGET)[0]) == ("", "反映次数", "")


def test_a_paste_fills_a_hidden_column_as_excel_does_and_tells_it(tab: IndicatorsTab) -> None:
    grid = tab.grid
    grid.columns.hide(LEVEL2, hidden=True)
    put_on_clipboard("效果指标\t社会效益指标\t甲")
    grid.caret.go_to(0, LEVEL1)
    press(Qt.Key.Key_V, CONTROL)
    assert [texts(grid, column)[0] for column in (LEVEL1, LEVEL2, NAME)] == ["效果指标", "社会效益指标", "甲"]
    assert "隐藏的“二级指标”列也一起粘贴了。" in tab.foot.sentence()


def test_what_is_copied_or_cut_over_a_hidden_column_comes_back_in_its_place(tab: IndicatorsTab) -> None:
    grid = tab.grid
    grid.columns.hide(DESCRIPTION, hidden=True)
    for key, left, act in ((Qt.Key.Key_C, "反映次数", "复制"), (Qt.Key.Key_X, "", "剪切")):
        grid.caret.choose(0, NAME, 0, TARGET)
        press(key, CONTROL)
        assert f"描述”列也一起{act}了。" in tab.foot.sentence()
        assert texts(grid, DESCRIPTION)[0] == left
        grid.caret.go_to(2, NAME)
        press(Qt.Key.Key_V, CONTROL)
        row = [texts(grid, column)[2] for column in (NAME, DESCRIPTION, TARGET)]
        assert row == ["次数", "反映次数", "≥9090%及以上"]


def test_hidden_columns_are_told_once_of_what_is_cut(session: Session, grid: IndicatorGrid) -> None:
    told: list[str] = []
    grid.columns.hide(DESCRIPTION, hidden=True)
    grid.caret.choose(0, NAME, 0, TARGET)
    GridCommands(session, grid, told.append).cut()
    assert len(told) == 1
    assert "描述”列也一起剪切了。" in told[0]


def test_whole_rows_come_back_even_where_the_first_column_is_hidden(grid: IndicatorGrid) -> None:
    grid.columns.hide(LEVEL1, hidden=True)
    grid.caret.go_to(2, NAME)
    press(Qt.Key.Key_Space, SHIFT)
    press(Qt.Key.Key_C, CONTROL)
    grid.caret.go_to(0, NAME)
    press(Qt.Key.Key_Space, SHIFT)
    press(Qt.Key.Key_V, CONTROL)
    assert [texts(grid, column)[0] for column in (LEVEL1, LEVEL2, NAME)] == ["效果指标", "社会效益指标", "成效"]


MOVES = [
    (BASIS, NAME, Qt.Key.Key_Right, CONTROL, TARGET),
    (BASIS, NAME, Qt.Key.Key_End, NONE, TARGET),
    (BASIS, TARGET, Qt.Key.Key_Right, NONE, TARGET),
    (BASIS, NAME, Qt.Key.Key_End, CONTROL, TARGET),
    (LEVEL1, NAME, Qt.Key.Key_Left, CONTROL, LEVEL2),
    (LEVEL1, NAME, Qt.Key.Key_Home, NONE, LEVEL2),
    (LEVEL1, NAME, Qt.Key.Key_Home, CONTROL, LEVEL2),
    (DESCRIPTION, NAME, Qt.Key.Key_Right, NONE, TARGET),
    (DESCRIPTION, TARGET, Qt.Key.Key_Left, NONE, NAME),
    (DESCRIPTION, NAME, Qt.Key.Key_Right, SHIFT, TARGET),
    (DESCRIPTION, TARGET, Qt.Key.Key_Left, SHIFT, NAME),
    (BASIS, NAME, Qt.Key.Key_Right, CONTROL | SHIFT, TARGET),
]


@pytest.mark.parametrize(("hidden", "start", "key", "held", "end"), MOVES)
def test_no_key_leads_into_a_hidden_column(
    grid: IndicatorGrid, hidden: int, start: int, key: Qt.Key, held: Qt.KeyboardModifier, end: int
) -> None:
    grid.columns.hide(hidden, hidden=True)
    grid.caret.go_to(0, start)
    press(key, held)
    assert grid.caret.place()[1] == end


def test_the_cursor_leaves_a_column_that_is_hidden_and_what_is_typed_there_is_kept(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, DESCRIPTION)
    type_("x")
    grid.columns.hide(DESCRIPTION, hidden=True)
    assert (texts(grid, DESCRIPTION)[0], grid.caret.place()) == ("x", (0, TARGET))
    assert grid.caret.cells() == [(0, TARGET)]
    type_("5")
    press(Qt.Key.Key_Return)
    assert (texts(grid, DESCRIPTION)[0], texts(grid, TARGET)[0]) == ("x", "5")


def test_a_hidden_cell_is_not_edited(grid: IndicatorGrid) -> None:
    grid.columns.hide(DESCRIPTION, hidden=True)
    assert not grid.edit(grid.table.index(0, DESCRIPTION))
    assert grid.delegate.editor is None


def test_a_column_that_the_settings_hide_does_not_keep_the_cursor(session: Session, tab: IndicatorsTab) -> None:
    memory = Memory(session)
    memory.remember(columns=(ColumnState("level1", 0, True),))
    tab.use(memory)
    assert tab.grid.caret.place() == (0, LEVEL2)


def test_a_place_in_a_hidden_column_is_told(tab: IndicatorsTab) -> None:
    tab.grid.columns.hide(DESCRIPTION, hidden=True)
    tab.show_place(["indicators", "1", "description"])
    assert tab.grid.caret.place() == (1, TARGET)
    assert "这一列是隐藏的" in tab.foot.sentence()
    assert not tab.stands_at("projects/0/indicators/1/description")
    assert tab.stands_at("projects/0/indicators/1/target/number")


def test_new_rows_begin_at_the_first_column_that_is_seen(tab: IndicatorsTab) -> None:
    grid = tab.grid
    grid.columns.hide(LEVEL1, hidden=True)
    grid.columns.hide(LEVEL2, hidden=True)
    grid.caret.go_to(0, NAME)
    tab.commands.insert_below()
    assert grid.caret.place() == (1, NAME)


def test_control_and_the_wheel_zoom_within_reason(grid: IndicatorGrid) -> None:
    size, height = grid.font().pointSizeF(), grid.rowHeight(0)
    wheel(grid, 1)
    assert grid.zoom.percent == 110
    assert grid.font().pointSizeF() == pytest.approx(size * 1.1)
    assert grid.rowHeight(0) > height
    for _ in range(30):
        wheel(grid, -1)
    assert grid.zoom.percent == 60


def test_the_look_is_remembered_for_the_next_start(session: Session, tab: IndicatorsTab, qtbot: QtBot) -> None:
    memory = Memory(session)
    tab.use(memory)
    tab.grid.columns.hide(BASIS, hidden=True)
    tab.grid.setColumnWidth(NAME, 222)
    tab.grid.zoom.set(120)
    qtbot.waitUntil(lambda: settings.load().zoom == 120)
    again = opened(session, qtbot)
    again.use(Memory(session))
    grid = again.grid
    assert (grid.isColumnHidden(BASIS), grid.columnWidth(NAME), grid.zoom.percent) == (True, 222, 120)


def test_dragged_rows_come_to_the_place_where_they_are_dropped(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.choose(0, 0, 0, BASIS)
    grid.row_header.moveSection(0, 2)
    assert texts(grid, NAME) == ["比率", "成效", "次数"]
    assert [grid.row_header.visualIndex(row) for row in range(3)] == [0, 1, 2]
    grid.caret.choose(1, 0, 2, BASIS)
    grid.row_header.moveSection(2, 0)
    assert texts(grid, NAME) == ["成效", "次数", "比率"]
    assert [step.label for step in session.history.past] == ["移动行", "移动行"]


def test_several_chosen_rows_are_dragged_by_the_mouse(grid: IndicatorGrid) -> None:
    header = grid.row_header.viewport()
    middles = [grid.rowViewportPosition(row) + grid.rowHeight(row) // 2 for row in range(3)]
    grid.caret.choose(0, 0, 1, BASIS)
    QTest.mousePress(header, LEFT, NONE, QPoint(8, middles[1]))
    for y in (middles[1] + 12, middles[2] + 4, middles[2] + 10):
        QTest.mouseMove(header, QPoint(8, y))
    QTest.mouseRelease(header, LEFT, NONE, QPoint(8, middles[2] + 10))
    assert texts(grid, NAME) == ["成效", "次数", "比率"]


def test_a_press_on_another_row_number_chooses_it(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, NAME)
    middle = grid.rowViewportPosition(1) + grid.rowHeight(1) // 2
    QTest.mouseClick(grid.row_header.viewport(), LEFT, NONE, QPoint(8, middle))
    assert grid.caret.cells() == [(1, column) for column in range(6)]


def test_only_rows_that_are_seen_are_measured(session: Session, grid: IndicatorGrid) -> None:
    many = [Indicator(f"n{number}", name="长" * 60) for number in range(400)]
    grid.table.change("加", lambda project: insert_indicators(project, 3, many))
    measured = [row for row in range(403) if grid.rowHeight(row) > grid.row_header.defaultSectionSize()]
    assert 2 < len(measured) < 40
    grid.caret.go_to(402, NAME)
    assert grid.rowHeight(402) > grid.row_header.defaultSectionSize()
    assert grid.rowHeight(200) == grid.row_header.defaultSectionSize()

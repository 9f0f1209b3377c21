"""Blocks and rows of the grid: clipboard, filling, inserting, moving, each as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.edit.indicators import insert_indicators
from pbeditor.model.document import Indicator, Target
from pbeditor.ui.editors import grid_paste
from pbeditor.ui.editors.grid_paste import Missing
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.session import Session
from tests.ui.editors.grids import (
    ALT,
    BASIS,
    CONTROL,
    DESCRIPTION,
    LEVEL1,
    NAME,
    SHIFT,
    TARGET,
    opened,
    press,
    put_on_clipboard,
    texts,
    type_,
)

Key = Qt.Key


@pytest.fixture
def tab(session: Session, qtbot: QtBot) -> IndicatorsTab:
    return opened(session, qtbot)


@pytest.fixture
def grid(tab: IndicatorsTab) -> IndicatorGrid:
    return tab.grid


def steps(session: Session) -> list[str]:
    return [step.label for step in session.history.past]


def test_delete_clears_the_selection_as_one_step(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.choose(0, NAME, 1, TARGET)
    press(Key.Key_Delete)
    assert (texts(grid, NAME), texts(grid, TARGET)) == (["", "", "成效"], ["", "", "≥9090%及以上"])
    assert steps(session) == ["清除内容"]


def test_control_d_fills_down(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.choose(0, NAME, 2, NAME)
    press(Key.Key_D, CONTROL)
    assert texts(grid, NAME) == ["次数"] * 3
    assert steps(session) == ["向下填充"]


def test_a_block_is_copied_and_pasted_with_the_parts_of_its_values(session: Session, grid: IndicatorGrid) -> None:
    session.write("改", "projects/0/indicators/0/target/text", "3次")
    grid.caret.choose(0, NAME, 0, TARGET)
    press(Key.Key_C, CONTROL)
    grid.caret.go_to(2, NAME)
    press(Key.Key_V, CONTROL)
    assert grid.table.rows[2].target == Target("≥", "90", "3次")
    assert texts(grid, NAME) == ["次数", "比率", "次数"]
    assert grid.caret.cells() == [(2, NAME), (2, DESCRIPTION), (2, TARGET)]


def test_cut_copies_and_clears_as_one_step(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, NAME)
    press(Key.Key_X, CONTROL)
    assert (texts(grid, NAME)[0], QGuiApplication.clipboard().text()) == ("", "次数")
    assert steps(session) == ["剪切"]


def test_one_value_fills_the_selection(session: Session, grid: IndicatorGrid) -> None:
    put_on_clipboard("行业标准\n")
    grid.caret.choose(0, BASIS, 2, BASIS)
    press(Key.Key_V, CONTROL)
    assert texts(grid, BASIS) == ["行业标准"] * 3
    assert steps(session) == ["粘贴"]


@pytest.mark.parametrize("last", [0, 1])
def test_a_value_is_split_as_those_of_the_whole_document_are(session: Session, grid: IndicatorGrid, last: int) -> None:
    grid.table.show_project("p2")
    grid.table.change("加", lambda project: insert_indicators(project, 0, [Indicator("a"), Indicator("b")]))
    grid.caret.choose(0, TARGET, last, TARGET)
    put_on_clipboard("≥33次")
    press(Key.Key_V, CONTROL)
    targets = [row.target for row in session.document.projects[1].indicators]
    assert targets[: last + 1] == [Target("≥", "3", "3次")] * (last + 1)


def test_a_typed_value_is_split_as_a_pasted_one(grid: IndicatorGrid, session: Session) -> None:
    grid.table.change("改", grid.table.edit_of(0, TARGET, "≥33次"))
    assert session.document.projects[0].indicators[0].target == Target("≥", "3", "3次")


def test_a_block_repeats_in_a_selection_that_is_a_multiple_of_it(grid: IndicatorGrid) -> None:
    put_on_clipboard("a\tb")
    grid.caret.choose(0, NAME, 2, DESCRIPTION)
    press(Key.Key_V, CONTROL)
    assert texts(grid, NAME) + texts(grid, DESCRIPTION) == ["a"] * 3 + ["b"] * 3


def test_several_lines_in_a_cell_survive_the_clipboard(grid: IndicatorGrid) -> None:
    put_on_clipboard('"一\n二"\t三')
    grid.caret.go_to(0, NAME)
    press(Key.Key_V, CONTROL)
    assert (texts(grid, NAME)[0], texts(grid, DESCRIPTION)[0]) == ("一\n二", "三")
    press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == '"一\n二"\t三'


def test_invalid_text_is_pasted_and_marked(grid: IndicatorGrid) -> None:
    put_on_clipboard("没有的类别")
    grid.caret.go_to(0, LEVEL1)
    press(Key.Key_V, CONTROL)
    assert (texts(grid, LEVEL1)[0], grid.table.mark(0, LEVEL1)) == ("没有的类别", "error")


ANSWERS = [(Missing.ADD, ["a", "b", "c"], 5), (Missing.CUT, ["a"], 3), (Missing.CANCEL, [], 3)]


@pytest.mark.parametrize(("answer", "pasted", "rows"), ANSWERS)
def test_a_longer_paste_asks_once_before_it_adds_rows(
    session: Session, tab: IndicatorsTab, answer: Missing, pasted: list[str], rows: int
) -> None:
    asked: list[int] = []

    def ask(parent: QWidget, missing: int) -> Missing:
        asked.append(missing)
        return answer

    tab.commands.ask_missing = ask
    put_on_clipboard("a\nb\nc\n")
    tab.grid.caret.go_to(2, NAME)
    press(Key.Key_V, CONTROL)
    assert (asked, len(tab.grid.table.rows)) == ([2], rows)
    assert texts(tab.grid, NAME)[2 : 2 + len(pasted)] == pasted
    session.undo()
    assert texts(tab.grid, NAME) == ["次数", "比率", "成效"]


def test_the_question_offers_to_paste_what_fits(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tab: IndicatorsTab
) -> None:
    def click(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == Missing.CUT.value).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    assert grid_paste.ask(tab, 3) is Missing.CUT


def test_an_empty_grid_takes_a_paste_without_asking(session: Session, tab: IndicatorsTab) -> None:
    tab.bind("projects/1")
    put_on_clipboard("产出指标\t数量指标\t次数\n效果指标\t社会效益指标\t成效\n")
    press(Key.Key_V, CONTROL)
    assert texts(tab.grid, NAME) == ["次数", "成效"]


def test_what_reaches_past_the_last_column_is_told(tab: IndicatorsTab) -> None:
    put_on_clipboard("a\tb\tc")
    tab.grid.caret.go_to(0, BASIS)
    press(Key.Key_V, CONTROL)
    assert "2 列" in tab.foot.sentence()


def test_a_heading_is_left_out_and_told_and_says_what_the_columns_are(session: Session, tab: IndicatorsTab) -> None:
    put_on_clipboard("一级指标\t二级指标\t名称\t符号\t数值\t单位\t备注\n产出指标\t数量指标\t场次\t≥\t5\t场\t注\n")
    tab.grid.caret.go_to(1, NAME)
    press(Key.Key_V, CONTROL)
    row = tab.grid.table.rows[1]
    assert (row.level2, row.name, row.target) == ("数量指标", "场次", Target("≥", "5", "场"))
    assert (row.description, row.basis) == ("反映比率", "计划标准")
    assert tab.grid.caret.cells() == [(1, LEVEL1), (1, 1), (1, NAME), (1, TARGET)]
    assert all(words in tab.foot.sentence() for words in ("表头没有粘贴", "合成指标值", "“备注”列"))
    assert steps(session) == ["粘贴"]


def test_a_heading_alone_is_not_pasted(session: Session, tab: IndicatorsTab) -> None:
    put_on_clipboard("一级指标\t二级指标\t三级指标\n")
    tab.grid.caret.go_to(0, LEVEL1)
    press(Key.Key_V, CONTROL)
    assert session.history.past == ()
    assert "只有表头" in tab.foot.sentence()


def test_a_sign_a_number_and_a_unit_become_a_value(tab: IndicatorsTab) -> None:
    put_on_clipboard("产出指标\t数量指标\t场次\t≥\t5\t场\n")
    tab.grid.caret.go_to(0, LEVEL1)
    press(Key.Key_V, CONTROL)
    row = tab.grid.table.rows[0]
    assert (row.description, row.target, row.basis) == ("反映次数", Target("≥", "5", "场"), "计划标准")
    assert "合成指标值" in tab.foot.sentence()


def test_what_is_doubtful_in_a_pasted_heading_is_told(tab: IndicatorsTab) -> None:
    put_on_clipboard("三级指标\t指标值（标台）\n车辆\t3")
    tab.grid.caret.go_to(0, NAME)
    press(Key.Key_V, CONTROL)
    assert texts(tab.grid, TARGET)[0] == "3"
    assert "表头括号里的“标台”没有加到指标值后面，请核对。" in tab.foot.sentence()


def test_rows_are_inserted_above_and_below_in_the_category_of_the_row_above(grid: IndicatorGrid) -> None:
    grid.caret.go_to(2, NAME)
    press(Key.Key_Return, CONTROL)
    assert (texts(grid, LEVEL1)[3], grid.caret.place()) == ("效果指标", (3, 1))
    grid.caret.go_to(0, NAME)
    press(Key.Key_Plus, CONTROL)
    assert (texts(grid, NAME)[:2], grid.caret.place()) == (["", "次数"], (0, LEVEL1))


def test_a_new_row_is_in_the_category_that_is_being_typed_above_it(tab: IndicatorsTab) -> None:
    tab.grid.caret.go_to(1, LEVEL1)
    type_("x")
    tab.commands.insert_below()
    assert texts(tab.grid, LEVEL1)[1:3] == ["x", "x"]


def test_as_many_rows_are_inserted_as_are_chosen(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.choose(0, NAME, 1, NAME)
    press(Key.Key_Plus, CONTROL | SHIFT)
    assert texts(grid, NAME) == ["", "", "次数", "比率", "成效"]
    assert steps(session) == ["插入行"]


def test_rows_are_duplicated_and_deleted(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.choose(0, NAME, 1, NAME)
    press(Key.Key_D, CONTROL | SHIFT)
    assert texts(grid, NAME) == ["次数", "比率", "次数", "比率", "成效"]
    press(Key.Key_Minus, CONTROL)
    assert texts(grid, NAME) == ["次数", "比率", "成效"]
    assert steps(session) == ["复制行", "删除行"]


def test_the_last_row_can_go(grid: IndicatorGrid) -> None:
    grid.selectAll()
    press(Key.Key_Minus, CONTROL)
    assert texts(grid, NAME) == []
    press(Key.Key_Minus, CONTROL)
    press(Key.Key_Return, CONTROL)
    assert texts(grid, NAME) == [""]


def test_alt_shift_and_arrows_move_rows_and_the_choice_moves_with_them(grid: IndicatorGrid) -> None:
    grid.caret.choose(1, NAME, 2, NAME)
    press(Key.Key_Up, ALT | SHIFT)
    assert texts(grid, NAME) == ["比率", "成效", "次数"]
    assert grid.caret.rows() == [0, 1]
    press(Key.Key_Down, ALT | SHIFT)
    assert texts(grid, NAME) == ["次数", "比率", "成效"]


def test_each_of_scattered_rows_moves_one_place_and_the_step_tells_how_many(
    session: Session, grid: IndicatorGrid
) -> None:
    rows = [Indicator(f"n{number}", name=f"名{number}") for number in range(3)]
    grid.table.change("加", lambda project: insert_indicators(project, 3, rows))
    grid.caret.choose_each([1, 4], [NAME])
    press(Key.Key_Up, ALT | SHIFT)
    assert texts(grid, NAME) == ["比率", "次数", "成效", "名1", "名0", "名2"]
    assert grid.caret.rows() == [0, 3]
    press(Key.Key_Up, ALT | SHIFT)
    assert texts(grid, NAME) == ["比率", "次数", "名1", "成效", "名0", "名2"]
    press(Key.Key_Down, ALT | SHIFT)
    assert steps(session)[1:] == ["上移 2 行", "上移 1 行", "下移 2 行"]


def test_sorting_brings_the_rows_into_the_order_of_the_form(session: Session, tab: IndicatorsTab) -> None:
    session.write("改", "projects/0/indicators/0/level1", "满意度指标")
    tab.commands.sort()
    assert texts(tab.grid, NAME) == ["比率", "成效", "次数"]


def test_a_command_takes_over_what_is_being_typed_first(grid: IndicatorGrid, tab: IndicatorsTab) -> None:
    grid.caret.go_to(0, NAME)
    type_("x")
    tab.commands.duplicate()
    assert texts(grid, NAME) == ["x", "x", "比率", "成效"]


def test_control_arrows_home_and_end_go_to_the_edges(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, NAME)
    places = []
    for key in (Key.Key_End, Key.Key_Home):
        press(key, CONTROL)
        places.append(grid.caret.place())
    press(Key.Key_Down, CONTROL)
    places.append(grid.caret.place())
    press(Key.Key_End)
    places.append(grid.caret.place())
    assert places == [(2, BASIS), (0, LEVEL1), (2, LEVEL1), (2, BASIS)]


def test_shift_arrows_choose_from_where_the_cursor_came_by_enter(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, NAME)
    press(Key.Key_Return)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    assert grid.caret.cells() == [(1, NAME), (1, DESCRIPTION), (2, NAME), (2, DESCRIPTION)]
    press(Key.Key_Up, SHIFT)
    assert grid.caret.cells() == [(1, NAME), (1, DESCRIPTION)]


def test_control_shift_arrow_chooses_up_to_the_edge(grid: IndicatorGrid) -> None:
    grid.caret.go_to(1, NAME)
    press(Key.Key_Down, CONTROL | SHIFT)
    assert grid.caret.cells() == [(1, NAME), (2, NAME)]
    press(Key.Key_Up, CONTROL | SHIFT)
    assert grid.caret.cells() == [(0, NAME), (1, NAME)]


REACHES = [
    (Key.Key_End, CONTROL | SHIFT, (1, NAME, 2, BASIS)),
    (Key.Key_Home, CONTROL | SHIFT, (0, LEVEL1, 1, NAME)),
    (Key.Key_End, SHIFT, (1, NAME, 1, BASIS)),
    (Key.Key_Home, SHIFT, (1, LEVEL1, 1, NAME)),
    (Key.Key_PageDown, SHIFT, (1, NAME, 2, NAME)),
    (Key.Key_PageUp, SHIFT, (0, NAME, 1, NAME)),
]


@pytest.mark.parametrize(("key", "held", "block"), REACHES)
def test_shift_with_home_end_and_pages_chooses_from_the_current_cell(
    grid: IndicatorGrid, key: Key, held: Qt.KeyboardModifier, block: tuple[int, int, int, int]
) -> None:
    grid.selectRow(2)
    grid.caret.go_to(1, NAME)
    press(key, held)
    top, left, bottom, right = block
    assert grid.caret.cells() == [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def test_pages_go_a_screenful_and_at_least_one_row(session: Session, grid: IndicatorGrid) -> None:
    rows = [Indicator(f"n{number}", name="名") for number in range(100)]
    grid.table.change("加", lambda project: insert_indicators(project, 3, rows))
    grid.caret.go_to(0, NAME)
    press(Key.Key_PageDown)
    first = grid.caret.place()[0]
    press(Key.Key_PageDown)
    assert 3 < first < grid.caret.place()[0] < 60
    press(Key.Key_PageUp, times=3)
    assert grid.caret.place() == (0, NAME)
    grid.setRowHeight(0, 5000)
    press(Key.Key_PageDown)
    assert grid.caret.place() == (1, NAME)


def test_after_scattered_cells_shift_chooses_from_the_last_one(grid: IndicatorGrid) -> None:
    grid.caret.choose_cells([(0, LEVEL1), (1, NAME)], (1, NAME))
    press(Key.Key_Down, SHIFT)
    assert grid.caret.cells() == [(1, NAME), (2, NAME)]


def test_moving_by_keys_forgets_where_tab_began(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, NAME)
    press(Key.Key_Tab)
    press(Key.Key_Right, CONTROL)
    press(Key.Key_Return)
    assert grid.caret.place() == (1, BASIS)


def test_a_click_with_shift_chooses_from_the_current_cell(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, NAME)
    press(Key.Key_Return)
    point = grid.visualRect(grid.table.index(2, DESCRIPTION)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, SHIFT, point)
    assert grid.caret.cells() == [(1, NAME), (1, DESCRIPTION), (2, NAME), (2, DESCRIPTION)]


def test_enter_and_tab_go_around_inside_a_chosen_block(grid: IndicatorGrid) -> None:
    grid.caret.choose(0, NAME, 1, DESCRIPTION)
    places = []
    for key in (Key.Key_Return, Key.Key_Return, Key.Key_Tab):
        press(key)
        places.append(grid.caret.place())
    assert places == [(1, NAME), (0, DESCRIPTION), (1, NAME)]
    assert len(grid.caret.cells()) == 4


def test_space_with_shift_or_control_chooses_rows_or_columns(grid: IndicatorGrid) -> None:
    grid.caret.go_to(1, NAME)
    press(Key.Key_Space, SHIFT)
    assert grid.caret.cells() == [(1, column) for column in range(6)]
    grid.caret.go_to(1, NAME)
    press(Key.Key_Space, CONTROL)
    assert grid.caret.cells() == [(row, NAME) for row in range(3)]


def test_whole_rows_and_columns_are_just_those_where_something_is_chosen(grid: IndicatorGrid) -> None:
    grid.caret.choose_each([0, 2], [NAME])
    press(Key.Key_Space, SHIFT)
    assert grid.caret.cells() == [(row, column) for row in (0, 2) for column in range(6)]
    press(Key.Key_Minus, CONTROL)
    assert texts(grid, NAME) == ["比率"]
    grid.caret.choose_each([0], [LEVEL1, NAME])
    press(Key.Key_Space, CONTROL)
    assert grid.caret.cells() == [(0, LEVEL1), (0, NAME)]


def test_several_new_rows_are_chosen_so_that_tab_goes_through_them(grid: IndicatorGrid) -> None:
    grid.caret.choose(0, NAME, 1, NAME)
    press(Key.Key_Return, CONTROL)
    assert (grid.caret.rows(), grid.caret.place()) == ([2, 3], (2, 1))
    press(Key.Key_Tab)
    assert grid.caret.place() == (2, NAME)


@pytest.mark.parametrize("cells", [[(0, NAME), (1, NAME)], [(0, BASIS), (2, NAME)]])
def test_undo_and_redo_choose_again_what_they_change(
    session: Session, tab: IndicatorsTab, cells: list[tuple[int, int]]
) -> None:
    session.place_requested.connect(lambda path: tab.show_place(path.split("/")[2:]))
    tab.grid.caret.choose_cells(cells)
    press(Key.Key_Delete)
    for travel in (session.undo, session.redo):
        tab.grid.caret.go_to(2, LEVEL1)
        travel()
        assert tab.grid.caret.cells() == cells
    session.undo()
    tab.grid.caret.choose(0, NAME, 1, NAME)
    tab.commands.delete()
    session.undo()
    assert tab.grid.caret.rows() == [0, 1]
    session.write("改", "projects/0/indicators/0/name", "一")
    session.undo()
    assert tab.grid.caret.cells() == [(0, NAME)]


def test_redoing_a_paste_that_added_rows_chooses_what_the_paste_did(session: Session, tab: IndicatorsTab) -> None:
    session.place_requested.connect(lambda path: tab.show_place(path.split("/")[2:]))
    tab.commands.ask_missing = lambda _parent, _missing: Missing.ADD
    put_on_clipboard("a\tb\nc\td\ne\tf\n")
    tab.grid.caret.go_to(2, NAME)
    press(Key.Key_V, CONTROL)
    pasted = tab.grid.caret.cells()
    session.undo()
    assert tab.grid.caret.cells() == [place for place in pasted if place[0] == 2]
    session.redo()
    assert tab.grid.caret.cells() == pasted == [(row, column) for row in (2, 3, 4) for column in (NAME, DESCRIPTION)]


def test_undoing_a_paste_of_nothing_but_new_rows_leaves_the_cursor_in_the_grid(
    session: Session, tab: IndicatorsTab
) -> None:
    tab.bind("projects/1")
    put_on_clipboard("a\tb\nc\td\n")
    press(Key.Key_V, CONTROL)
    session.undo()
    assert tab.grid.caret.cells() == []
    session.redo()
    assert len(tab.grid.caret.cells()) == 4


def test_undoing_a_fill_chooses_the_cell_that_was_repeated_too(session: Session, tab: IndicatorsTab) -> None:
    session.place_requested.connect(lambda path: tab.show_place(path.split("/")[2:]))
    tab.grid.caret.choose(0, NAME, 2, NAME)
    press(Key.Key_D, CONTROL)
    filled = session.document
    session.undo()
    assert tab.grid.caret.cells() == [(0, NAME), (1, NAME), (2, NAME)]
    assert tab.commands.cells_of(filled, session.document)
    before = session.document
    session.open(before, session.form, None, saved=True)
    assert tab.commands.cells_of(filled, before) == []


def test_an_empty_grid_offers_only_what_begins_one(session: Session, tab: IndicatorsTab) -> None:
    def offered() -> list[str]:
        bar = tab.findChild(QToolBar)
        assert bar is not None
        return [action.text() for action in bar.actions() if action.isEnabled()]

    full = offered()
    tab.bind("projects/1")
    assert offered() == ["插入行"]
    tab.grid.menu_wanted.emit(tab.mapToGlobal(tab.rect().center()))
    entries = [action.text().split("(")[0] for action in tab.menu.actions() if action.isEnabled() and action.text()]
    tab.menu.close()
    assert entries == ["粘贴", "在上方插入行", "在下方插入行"]
    tab.commands.insert_below()
    assert offered() == full
    session.undo()
    assert offered() == ["插入行"]


def test_the_menu_offers_the_fix_first(session: Session, tab: IndicatorsTab) -> None:
    session.write("改", "projects/0/indicators/0/target/text", "大于等于90%")
    tab.grid.caret.go_to(0, TARGET)
    tab.grid.menu_wanted.emit(tab.mapToGlobal(tab.rect().center()))
    menu = tab.menu
    fix = menu.actions()[0]
    assert fix.text().startswith("改正")
    fix.trigger()
    menu.close()
    assert texts(tab.grid, TARGET)[0] == "≥9090%"


def test_the_arrow_of_the_current_cell_opens_its_list(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, LEVEL1)
    corner = grid.visualRect(grid.table.index(0, LEVEL1)).bottomRight()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert grid.delegate.editor is not None

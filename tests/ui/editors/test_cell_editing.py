"""Cells are edited with Excel's keys, in Chinese from the first key, and nothing disturbs typing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Indicator, Target
from pbeditor.ui.editors.cell_text import CellText
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.editors.name_choices import NameChoices
from pbeditor.ui.editors.target_editor import TargetEditor
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.signs import severity_color
from tests.ui.editors.grids import (
    ALT,
    BASIS,
    CONTROL,
    DESCRIPTION,
    LEVEL1,
    LEVEL2,
    NAME,
    NONE,
    SHIFT,
    TARGET,
    compose,
    focused,
    opened,
    press,
    texts,
    type_,
)

Key = Qt.Key


@pytest.fixture
def tab(session: Session, qtbot: QtBot) -> IndicatorsTab:
    return opened(session, qtbot)


@pytest.fixture
def grid(tab: IndicatorsTab) -> IndicatorGrid:
    tab.grid.caret.go_to(0, NAME)
    return tab.grid


def target(grid: IndicatorGrid, row: int = 0) -> Target:
    return grid.table.rows[row].target


def test_typing_replaces_and_enter_commits_and_goes_down(grid: IndicatorGrid) -> None:
    type_("ab")
    press(Key.Key_Return)
    assert (texts(grid, NAME)[0], grid.caret.place()) == ("ab", (1, NAME))


def test_f2_edits_at_the_end_and_shift_enter_goes_up(grid: IndicatorGrid) -> None:
    grid.caret.go_to(1, NAME)
    press(Key.Key_F2)
    type_("x")
    press(Key.Key_Return, SHIFT)
    assert (texts(grid, NAME)[1], grid.caret.place()) == ("比率x", (0, NAME))


def test_tab_goes_right_and_shift_tab_left(grid: IndicatorGrid) -> None:
    type_("a")
    press(Key.Key_Tab)
    assert (texts(grid, NAME)[0], grid.caret.place()) == ("a", (0, NAME + 1))
    press(Key.Key_Tab, SHIFT)
    assert grid.caret.place() == (0, NAME)


def test_enter_after_tabs_goes_below_the_place_where_they_began(grid: IndicatorGrid) -> None:
    type_("a")
    press(Key.Key_Tab)
    type_("b")
    press(Key.Key_Return)
    assert grid.caret.place() == (1, NAME)


def test_tab_at_the_end_of_a_row_goes_to_the_next_row(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, BASIS)
    press(Key.Key_Tab)
    assert grid.caret.place() == (1, LEVEL1)


def test_alt_enter_breaks_the_line_and_the_row_grows(grid: IndicatorGrid) -> None:
    before = grid.rowHeight(0)
    type_("a")
    press(Key.Key_Return, ALT)
    type_("b")
    press(Key.Key_Return, ALT)
    type_("c")
    press(Key.Key_Return)
    assert texts(grid, NAME)[0] == "a\nb\nc"
    assert grid.rowHeight(0) > before


def test_escape_gives_back_the_old_text(session: Session, grid: IndicatorGrid) -> None:
    type_("ab")
    press(Key.Key_Escape)
    assert texts(grid, NAME)[0] == "次数"
    assert session.history.past == ()
    assert focused() is grid


def test_arrows_leave_a_cell_that_is_typed_anew_but_move_in_one_that_is_edited(grid: IndicatorGrid) -> None:
    type_("a")
    press(Key.Key_Down)
    assert (texts(grid, NAME)[0], grid.caret.place()) == ("a", (1, NAME))
    press(Key.Key_F2)
    press(Key.Key_Left)
    type_("x")
    press(Key.Key_Return)
    assert texts(grid, NAME)[1] == "比x率"


def test_an_edit_is_one_step_named_after_its_column(session: Session, grid: IndicatorGrid) -> None:
    type_("abc")
    press(Key.Key_Return)
    assert [step.label for step in session.history.past] == ["修改三级指标"]


def test_looking_into_a_cell_is_no_step(session: Session, grid: IndicatorGrid) -> None:
    press(Key.Key_F2)
    press(Key.Key_Return)
    grid.caret.go_to(0, TARGET)
    press(Key.Key_F2)
    press(Key.Key_Return)
    assert session.history.past == ()


def test_control_enter_writes_into_the_whole_selection(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.choose(0, NAME, 2, NAME)
    type_("x")
    press(Key.Key_Return, CONTROL)
    assert texts(grid, NAME) == ["x", "x", "x"]
    assert len(session.history.past) == 1


@pytest.mark.parametrize("column", [LEVEL1, NAME, BASIS])
def test_chinese_input_works_from_the_first_key_in_texts(grid: IndicatorGrid, column: int) -> None:
    grid.caret.go_to(0, column)
    compose("zhi", "zhi'liang", commit="质量")
    compose("hao", commit="好")
    press(Key.Key_Return)
    assert texts(grid, column)[0] == "质量好"


@pytest.mark.parametrize("column", [LEVEL1, NAME, TARGET, BASIS])
def test_a_first_composition_that_is_given_up_leaves_the_cell(
    session: Session, grid: IndicatorGrid, column: int
) -> None:
    grid.caret.go_to(0, column)
    before = texts(grid, column)[0]
    compose("zhi")
    press(Key.Key_Return)
    assert texts(grid, column)[0] == before
    assert session.history.past == ()


def test_chinese_input_works_from_the_first_key_in_a_value(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    compose("an'shi", commit="按时")
    compose("wan'cheng", commit="完成")
    press(Key.Key_Return)
    assert target(grid) == Target("", "", "按时完成")


@pytest.mark.parametrize("column", [LEVEL1, NAME, BASIS])
@pytest.mark.parametrize("pieces", [("大", "于等于", "9"), ("《", "节", "》"), ("，", "好")])
def test_what_comes_without_a_composition_is_typed_from_the_first_piece(
    grid: IndicatorGrid, column: int, pieces: tuple[str, ...]
) -> None:
    grid.caret.go_to(0, column)
    for piece in pieces:
        compose(commit=piece)
    assert grid.delegate.editor is focused()
    press(Key.Key_Return)
    assert texts(grid, column)[0] == "".join(pieces)


BARE = [
    (("大", "于等于", "9"), Target("≥", "9", "")),
    (("≥", "9", "0", "%"), Target("≥", "90", "%")),
    (("９", "5", "%"), Target("", "９5", "%")),
    (("《", "节", "》"), Target("", "", "《节》")),
    (("按时", "完成"), Target("", "", "按时完成")),
]


@pytest.mark.parametrize(("pieces", "expected"), BARE)
def test_what_comes_without_a_composition_replaces_a_value(
    session: Session, grid: IndicatorGrid, pieces: tuple[str, ...], expected: Target
) -> None:
    grid.caret.go_to(0, TARGET)
    for piece in pieces:
        compose(commit=piece)
    press(Key.Key_Return)
    assert target(grid) == expected
    assert len(session.history.past) == 1


def test_an_input_method_that_says_nothing_opens_no_editor(grid: IndicatorGrid) -> None:
    compose()
    assert grid.delegate.editor is None


@pytest.mark.parametrize("column", [LEVEL1, NAME, BASIS])
def test_backspace_empties_a_text_and_edits_it(session: Session, grid: IndicatorGrid, column: int) -> None:
    grid.caret.go_to(0, column)
    press(Key.Key_Backspace)
    assert session.history.past == ()
    type_("a")
    press(Key.Key_Backspace)
    press(Key.Key_Return)
    assert (texts(grid, column)[0], len(session.history.past)) == ("", 1)


def test_backspace_empties_a_value_and_edits_it(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    press(Key.Key_Backspace)
    type_("9")
    press(Key.Key_Return)
    assert target(grid) == Target("", "9", "")
    press(Key.Key_Backspace)
    press(Key.Key_Escape)
    assert target(grid, 1).number == "90"
    press(Key.Key_Backspace)
    press(Key.Key_Return)
    assert target(grid, 1) == Target()


def test_an_operator_in_words_becomes_its_sign(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    compose("da'yu", commit="大于等于")
    type_("90%")
    press(Key.Key_Return)
    assert target(grid) == Target("≥", "90", "%")


def test_a_value_is_typed_at_a_stretch(session: Session, grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    type_(">=95%")
    press(Key.Key_Return)
    assert (target(grid), grid.caret.place()) == (Target("≥", "95", "%"), (1, TARGET))
    assert len(session.history.past) == 1


def test_the_editor_of_a_value_shows_what_will_be_printed(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    press(Key.Key_F2)
    type_("95")
    editor = grid.delegate.editor
    assert isinstance(editor, TargetEditor)
    assert "≥9595%及以上" in editor.preview.text()


def test_tab_goes_from_part_to_part_and_then_to_the_next_cell(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    press(Key.Key_F2)
    press(Key.Key_Tab)
    type_("y")
    press(Key.Key_Tab)
    assert (target(grid), grid.caret.place()) == (Target("≥", "90", "y"), (0, BASIS))


def test_backspace_and_arrows_cross_the_edges_of_the_parts(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    type_(">=95%")
    press(Key.Key_Backspace, times=2)
    type_("0")
    press(Key.Key_Return)
    assert target(grid) == Target("≥", "90", "")


def test_an_operator_is_chosen_from_the_list(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    press(Key.Key_F2)
    press(Key.Key_Tab, SHIFT)
    press(Key.Key_Down, ALT)
    editor = grid.delegate.editor
    assert isinstance(editor, TargetEditor)
    choices = editor.parts["operator"].choices
    assert choices.is_open
    choices.popup().setCurrentIndex(choices.completionModel().index(4, 0))
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert target(grid) == Target("≤", "90", "90%及以上")


def test_a_value_that_was_only_looked_at_keeps_an_odd_operator(session: Session, grid: IndicatorGrid) -> None:
    session.write("改", "projects/0/indicators/0/target/operator", ">")
    grid.caret.go_to(0, TARGET)
    press(Key.Key_F2)
    type_("91")
    press(Key.Key_Return)
    assert target(grid) == Target(">", "91", "91%及以上")


def test_the_second_category_offers_what_belongs_to_the_first(grid: IndicatorGrid) -> None:
    grid.caret.go_to(2, LEVEL2)
    press(Key.Key_F2)
    editor = grid.delegate.editor
    assert isinstance(editor, CellText)
    assert editor.choices.texts == ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")
    assert editor.choices.is_open


def test_a_choice_from_the_list_is_taken_with_enter(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, LEVEL2)
    press(Key.Key_F2)
    editor = grid.delegate.editor
    assert isinstance(editor, CellText)
    editor.choices.popup().setCurrentIndex(editor.choices.completionModel().index(2, 0))
    press(Key.Key_Return)
    assert (texts(grid, LEVEL2)[0], grid.caret.place()) == ("时效指标", (1, LEVEL2))


@pytest.mark.parametrize("key", [(Key.Key_F2, NONE), (Key.Key_F4, NONE), (Key.Key_Down, ALT)])
def test_the_list_of_a_cell_opens_by_key(grid: IndicatorGrid, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    grid.caret.go_to(0, LEVEL2)
    press(*key)
    editor = grid.delegate.editor
    assert isinstance(editor, CellText)
    assert editor.choices.is_open


def test_alt_and_the_arrow_open_the_names_of_the_library(grid: IndicatorGrid) -> None:
    press(Key.Key_Down, ALT)
    editor = grid.delegate.editor
    assert isinstance(editor, CellText)
    assert editor.choices.is_open


@pytest.mark.parametrize("opens", [(Key.Key_Down, ALT), (Key.Key_F2, NONE)])
def test_alt_and_the_arrow_open_the_operators_of_a_value_from_any_part(
    grid: IndicatorGrid, opens: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    grid.caret.go_to(0, TARGET)
    press(*opens)
    press(Key.Key_Down, ALT)
    editor = grid.delegate.editor
    assert isinstance(editor, TargetEditor)
    assert editor.parts["operator"].choices.is_open


def test_a_cell_of_free_text_is_edited_where_it_has_no_list(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, DESCRIPTION)
    press(Key.Key_Down, ALT)
    press(Key.Key_End)
    type_("x")
    press(Key.Key_Return)
    assert texts(grid, DESCRIPTION)[0].endswith("x")


def test_typing_narrows_the_list_and_other_text_is_allowed(grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, LEVEL2)
    compose("zhi", commit="质")
    editor = grid.delegate.editor
    assert isinstance(editor, CellText)
    assert editor.choices.completionCount() == 1
    compose("xx", commit="朴")
    press(Key.Key_Return)
    assert texts(grid, LEVEL2)[0] == "质朴"


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [
        (LEVEL1, "满意", "满意度指标"),
        (LEVEL1, "指标", "指标"),
        (LEVEL1, "自定", "自定"),
        (LEVEL2, "质", "质量指标"),
        (BASIS, "行业", "行业"),
        (NAME, "成", "成"),
    ],
)
def test_part_of_a_category_means_the_only_one_that_holds_it(
    session: Session, grid: IndicatorGrid, column: int, typed: str, kept: str
) -> None:
    grid.caret.go_to(0, column)
    compose("x", commit=typed)
    press(Key.Key_Return)
    assert (texts(grid, column)[0], len(session.history.past)) == (kept, 1)


def test_a_category_typed_in_part_is_completed_on_leaving_but_not_on_giving_up(
    session: Session, grid: IndicatorGrid
) -> None:
    grid.caret.go_to(0, LEVEL1)
    compose("x", commit="满意")
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert texts(grid, LEVEL1)[0] == "产出指标"
    compose("x", commit="满意")
    grid.leave()
    assert (texts(grid, LEVEL1)[0], len(session.history.past)) == ("满意度指标", 1)
    grid.caret.choose(0, LEVEL1, 1, LEVEL1)
    compose("x", commit="效")
    press(Key.Key_Return, CONTROL)
    assert texts(grid, LEVEL1)[:2] == ["效果指标"] * 2


def test_a_second_category_of_another_first_one_brings_it_and_tells_it(
    session: Session, tab: IndicatorsTab, grid: IndicatorGrid
) -> None:
    grid.caret.go_to(0, LEVEL2)
    compose("x", commit="社会效益指标")
    press(Key.Key_Return)
    QApplication.processEvents()
    assert (texts(grid, LEVEL1)[0], texts(grid, LEVEL2)[0]) == ("效果指标", "社会效益指标")
    assert "属于“效果指标”" in tab.foot.sentence()
    session.undo()
    assert (texts(grid, LEVEL1)[0], texts(grid, LEVEL2)[0]) == ("产出指标", "数量指标")


def test_a_check_a_save_or_a_change_elsewhere_leaves_typing_alone(session: Session, grid: IndicatorGrid) -> None:
    type_("ab")
    editor = grid.delegate.editor
    assert isinstance(editor, QPlainTextEdit)
    session.write("改", "projects/0/indicators/0/name", "别人改的")
    session.write("改", "projects/0/indicators/1/target/number", "x")
    session.problems_changed.emit()
    assert (editor.toPlainText(), focused()) == ("ab", editor)


def test_saving_takes_over_what_is_typed_and_typing_goes_on(session: Session, grid: IndicatorGrid) -> None:
    type_("ab")
    session.commit_requested.emit()
    assert texts(grid, NAME)[0] == "ab"
    type_("c")
    press(Key.Key_Return)
    assert texts(grid, NAME)[0] == "abc"


def test_undo_while_a_cell_is_typed_takes_back_just_that(
    session: Session, tab: IndicatorsTab, grid: IndicatorGrid
) -> None:
    type_("ab")
    session.undo()
    tab.show_place(["indicators", "0", "name"])
    assert texts(grid, NAME)[0] == "次数"
    assert grid.delegate.editor is None


def test_what_is_wrong_with_what_is_being_typed_is_said_at_once(tab: IndicatorsTab, grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    press(Key.Key_F2)
    type_("9x")
    assert "不是数字" in tab.foot.sentence()
    editor = grid.delegate.editor
    assert editor is not None
    frame = editor.palette().color(editor.foregroundRole())
    assert frame == severity_color("error", QApplication.palette())
    press(Key.Key_Escape)
    assert "不是数字" not in tab.foot.sentence()


def test_what_is_being_typed_can_be_mended_and_stays_so(tab: IndicatorsTab, grid: IndicatorGrid) -> None:
    grid.caret.go_to(1, TARGET)
    type_(">=100%")
    fix = next(button for button in tab.foot.findChildren(QToolButton) if button.isVisible())
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert grid.table.rows[1].target == Target("＝", "100", "%")
    grid.leave()
    assert grid.table.rows[1].target == Target("＝", "100", "%")


def test_leaving_for_another_widget_keeps_what_was_typed(tab: IndicatorsTab, grid: IndicatorGrid) -> None:
    grid.caret.go_to(0, TARGET)
    type_("95%")
    grid.setFocus()
    assert target(grid) == Target("", "95", "%")


def test_a_row_that_goes_takes_its_editor_with_it(session: Session, tab: IndicatorsTab, grid: IndicatorGrid) -> None:
    grid.caret.go_to(2, NAME)
    type_("ab")
    tab.grid.table.change("删", lambda project: type(project)(project.id, indicators=project.indicators[:1]))
    QApplication.processEvents()
    assert grid.delegate.editor is None
    session.commit_requested.emit()
    assert texts(grid, NAME) == ["次数"]


def test_the_editor_stands_inside_the_grid_even_in_its_last_corner(session: Session, grid: IndicatorGrid) -> None:
    grid.resize(420, 200)
    grid.caret.go_to(2, TARGET)
    press(Key.Key_F2)
    editor = grid.delegate.editor
    assert isinstance(editor, TargetEditor)
    assert grid.viewport().rect().contains(editor.geometry())


def test_the_name_completes_from_the_library_and_fills_what_is_blank(session: Session, tab: IndicatorsTab) -> None:
    tab.bind("projects/1")
    tab.commands.insert_below()
    grid = tab.grid
    grid.table.setData(grid.table.index(0, LEVEL2), "数量指标")
    grid.caret.go_to(0, NAME)
    compose("pei'xun", commit="培训")
    editor = grid.delegate.editor
    assert isinstance(editor, CellText)
    assert editor.choices.is_open
    press(Key.Key_Down)
    press(Key.Key_Return)
    row = grid.table.rows[0]
    assert "培训" in row.name
    assert row.description
    assert row.target.number
    assert row.basis
    assert session.history.past[-1].label == "填入指标"


def test_a_name_typed_without_the_list_fills_nothing_else(tab: IndicatorsTab) -> None:
    tab.bind("projects/1")
    tab.commands.insert_below()
    tab.grid.caret.go_to(0, NAME)
    compose("pei'xun", commit="培训人次")
    press(Key.Key_Return)
    assert tab.grid.table.rows[0].description == ""


def test_a_name_written_out_can_still_be_taken_from_the_list(tab: IndicatorsTab) -> None:
    tab.bind("projects/1")
    tab.commands.insert_below()
    tab.grid.caret.go_to(0, NAME)
    compose("pei'xun", commit="培训人次")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert tab.grid.table.rows[0].description


def test_names_of_the_rows_category_come_first_and_the_others_after(session: Session, tab: IndicatorsTab) -> None:
    names = list(NameChoices(session).of(Indicator("new", "满意度指标", "服务对象满意度指标")))
    fitting = [name for name in names if "满意" in name]
    assert names[: len(fitting)] == fitting
    assert "次数" in names


def test_f2_in_a_name_does_not_cover_the_rows_below_with_a_list(grid: IndicatorGrid) -> None:
    press(Key.Key_F2)
    editor = grid.delegate.editor
    assert isinstance(editor, CellText)
    assert not editor.choices.is_open
    press(Key.Key_Down, ALT)
    assert editor.choices.is_open


def test_a_broken_library_does_not_stop_typing(grid: IndicatorGrid, settings_folder: Path) -> None:
    settings_folder.mkdir(exist_ok=True)
    (settings_folder / "library.json").write_text("{", "utf-8")
    type_("x")
    press(Key.Key_Return)
    assert texts(grid, NAME)[0] == "x"

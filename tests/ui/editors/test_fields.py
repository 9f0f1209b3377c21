"""Fields write what is typed, show what is wrong, and never get in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.edit.amounts import tidied_amount
from pbeditor.edit.numbering import next_start
from pbeditor.edit.place import get
from pbeditor.edit.projects import delete_projects
from pbeditor.ui.editors.fields import PAUSE, Field, LineField, TextField
from pbeditor.ui.editors.inputs import LineInput, TextInput
from pbeditor.ui.session import Session
from tests.ui.editors.grids import compose

NAME, TOTAL, GOALS = "projects/0/name", "projects/0/budget/total", "projects/0/goals"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A shown window with a place for the focus to go."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def shown(page: QWidget, qtbot: QtBot, field: Field) -> Field:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.take_focus()
    return field


def test_each_keystroke_reaches_the_document(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    QTest.keyClicks(field.editor, "ab")
    assert get(session.document, NAME) == "活动经费ab"


def test_typing_is_one_step_and_undo_brings_back_the_text(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    QTest.keyClicks(field.editor, "abc")
    assert [step.label for step in session.history.past] == ["修改项目名称"]
    QTest.keyClick(field.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.editor.shown() == "活动经费"


def amount_field(session: Session, page: QWidget, qtbot: QtBot) -> Field:
    return shown(page, qtbot, LineField(session, TOTAL, "预算数", tidy=lambda text: tidied_amount(text, "万元", 2)))


def test_a_double_click_chooses_a_figure_as_a_whole(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数").align_right())
    editor = field.editor
    assert isinstance(editor, LineInput)
    QTest.keyClicks(editor, "48.00")
    QTest.mouseDClick(editor, Qt.MouseButton.LeftButton, pos=editor.cursorRect().center() - QPoint(30, 0))
    assert editor.selectedText() == editor.shown() != ""


def test_undo_takes_back_what_made_no_step_before_the_step_before(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    session.write("修改项目名称", NAME, "培训费")
    field = amount_field(session, page, qtbot)
    before = field.editor.shown()
    compose("wan", commit="万")
    assert field.editor.shown() == f"{before}万"
    session.undo()
    assert (field.editor.shown(), get(session.document, NAME)) == (before, "培训费")
    session.undo()
    assert get(session.document, NAME) == "活动经费"


def test_undo_takes_back_an_amount_with_its_unit_as_one(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = amount_field(session, page, qtbot)
    before = field.editor.shown()
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.editor, "1.2")
    compose("wan", commit="万")
    session.undo()
    assert field.editor.shown() == before


def test_undo_takes_back_what_made_no_step_to_what_was_saved_meanwhile(
    session: Session, page: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    field = amount_field(session, page, qtbot)
    QTest.keyClicks(field.editor, "5")
    saved = field.editor.shown()
    session.mark_saved(session.document, tmp_path / "甲.pbproj")
    compose("wan", commit="万")
    session.undo()
    assert (field.editor.shown(), session.is_unsaved) == (saved, False)
    session.undo()
    assert field.editor.shown() != saved


def test_what_made_no_step_is_settled_once_the_field_is_left(session: Session, page: QWidget, qtbot: QtBot) -> None:
    session.write("修改项目名称", NAME, "培训费")
    field = amount_field(session, page, qtbot)
    compose("wan", commit="万")
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    session.undo()
    assert get(session.document, NAME) == "活动经费"


def test_leaving_ends_the_step(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    QTest.keyClicks(field.editor, "a")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert not field.editor.hasFocus()
    field.take_focus()
    QTest.keyClicks(field.editor, "b")
    assert len(session.history.past) == 2


def test_a_space_typed_at_the_end_stays_until_the_field_is_left(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    QTest.keyClick(field.editor, Qt.Key.Key_End)
    QTest.keyClicks(field.editor, " x ")
    assert field.editor.shown() == "活动经费 x "
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert field.editor.shown() == "活动经费 x" == get(session.document, NAME)


def test_an_edit_from_elsewhere_shows_at_once(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    session.write("改名", NAME, "培训费")
    assert field.editor.shown() == "培训费"


def test_a_tidied_text_joins_the_step_of_typing_it(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数", tidy=lambda text: f"{float(text):.2f}"))
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.editor, "3")
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert get(session.document, TOTAL) == "3.00"
    assert len(session.history.past) == 1


def test_visiting_a_field_changes_nothing(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数", tidy=lambda _: "9"))
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert session.history.past == ()


def test_a_mistake_is_told_while_it_is_typed_and_goes_with_it(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数"))
    QTest.keyClick(field.editor, Qt.Key.Key_End)
    QTest.keyClicks(field.editor, "x")
    assert "不是数字" in field.foot.sentence()
    assert "不是数字" in field.editor.accessibleDescription()
    QTest.keyClick(field.editor, Qt.Key.Key_Backspace)
    assert (field.foot.sentence(), field.problems) == ("", ())


def test_a_tooltip_shows_markup_as_it_was_typed(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数"))
    session.write("改", TOTAL, "<b>9</b>")
    assert "&lt;b&gt;9" in field.editor.toolTip()


def test_a_fix_is_one_click_and_one_step(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数"))
    session.write("清空", TOTAL, "")
    field.foot._fix.click()
    assert field.editor.shown() == "2.00"
    assert len(session.history.past) == 2


def test_chinese_input_reaches_the_document_when_it_is_committed(session: Session, page: QWidget, qtbot: QtBot) -> None:
    for path, kind in ((NAME, LineField), (GOALS, TextField)):
        field = shown(page, qtbot, kind(session, path, "名称"))
        before = get(session.document, path)
        QApplication.sendEvent(field.editor, QInputMethodEvent("ming", []))
        assert get(session.document, path) == before
        event = QInputMethodEvent("", [])
        event.setCommitString("明")
        QApplication.sendEvent(field.editor, event)
        assert "明" in get(session.document, path)


def test_a_field_of_several_lines_undoes_one_run_of_typing(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, TextField(session, GOALS, "绩效目标"))
    QTest.keyClicks(field.editor, "ab")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    QTest.keyClick(field.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.editor.shown() == "1、做好活动。" == get(session.document, GOALS)


def test_a_pasted_line_break_does_not_leave_a_gap_in_one_line(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    QGuiApplication.clipboard().setText("甲\n乙\n")
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert get(session.document, NAME) == "甲乙"


def test_a_field_follows_its_project_to_another_place(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, LineField(session, "projects/1/name", "项目名称"))
    session.changed.connect(lambda: field.set_path(NAME))
    session.apply("删除", lambda document: delete_projects(document, ["p1"]))
    field.set_path(NAME)
    assert (field.editor.shown(), field.isEnabled()) == ("培训经费", True)


def test_a_path_that_leads_nowhere_empties_and_disables_the_field(session: Session, qtbot: QtBot) -> None:
    field = LineField(session, "projects/9/name", "项目名称")
    qtbot.addWidget(field)
    assert (field.editor.shown(), field.isEnabled()) == ("", False)


def test_a_counter_follows_the_text(session: Session, page: QWidget, qtbot: QtBot) -> None:
    field = shown(page, qtbot, TextField(session, GOALS, "绩效目标", counter=lambda text: f"{len(text)} 字"))
    QTest.keyClicks(field.editor, "ab")
    assert field.foot._counter.text() == "9 字"


def test_an_astral_character_does_not_shift_what_undo_restores(session: Session, page: QWidget, qtbot: QtBot) -> None:
    session.write("写", GOALS, "😀😀甲乙")
    field = shown(page, qtbot, TextField(session, GOALS, "绩效目标"))
    session.write("写", GOALS, "😀😀丙乙")
    assert field.editor.shown() == "😀😀丙乙"


def test_an_astral_character_does_not_shift_the_cursor_of_a_line(session: Session, page: QWidget, qtbot: QtBot) -> None:
    session.write("写", NAME, "𠮷林甲乙")
    editor = shown(page, qtbot, LineField(session, NAME, "项目名称")).editor
    assert isinstance(editor, QLineEdit)
    session.write("写", NAME, "𠮷林丙乙")
    assert editor.text()[: editor.cursorPosition() - 1] == "𠮷林丙"
    QGuiApplication.clipboard().setText("丁\n")
    editor.paste()
    QTest.keyClicks(editor, "x")
    assert editor.text() == "𠮷林丙丁x乙"


def test_a_mouse_behind_a_composition_ends_it_first(session: Session, page: QWidget, qtbot: QtBot) -> None:
    """Qt would look where the mouse is with the composition in the text, and choose a place that is gone after it."""
    field = shown(page, qtbot, TextField(session, GOALS, "绩效目标"))
    editor = field.editor
    assert isinstance(editor, TextInput)
    editor.show_text("甲")
    for act in (QTest.mousePress, QTest.mouseDClick):
        QTest.keyClick(editor, Qt.Key.Key_End)
        QApplication.sendEvent(editor, QInputMethodEvent("pei'xun", []))
        corner = editor.viewport().rect().bottomRight()
        act(editor.viewport(), Qt.MouseButton.LeftButton, pos=corner)
        QTest.mouseMove(editor.viewport(), corner)
        QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=corner)
        assert editor.textCursor().block().layout().preeditAreaText() == ""
        assert editor.textCursor().position() == len(editor.toPlainText())


@pytest.mark.parametrize(
    ("text", "place", "broken"),
    [
        ("1、做好活动。", 0, "\n1、做好活动。"),
        ("1、做好活动。", 2, "1、\n2、做好活动。"),
        ("1、做好活动。", 7, "1、做好活动。\n2、"),
        ("1、", 2, ""),
    ],
)
def test_enter_numbers_the_next_line_only_behind_the_number_of_this_one(
    session: Session, page: QWidget, qtbot: QtBot, text: str, place: int, broken: str
) -> None:
    editor = shown(page, qtbot, TextField(session, GOALS, "绩效目标")).editor
    assert isinstance(editor, TextInput)
    editor.line_start = next_start
    editor.show_text(text)
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == broken


def typed_lines(field: Field, *lines: str) -> None:
    for number, line in enumerate(lines):
        if number:
            QTest.keyClick(field.editor, Qt.Key.Key_Return)
        QTest.keyClicks(field.editor, line)


def test_each_line_is_a_step_of_its_own(session: Session, page: QWidget, qtbot: QtBot) -> None:
    session.write("清空", GOALS, "")
    field = shown(page, qtbot, TextField(session, GOALS, "绩效目标"))
    typed_lines(field, "aa", "bb", "cc")
    for left in ("aa\nbb", "aa", ""):
        session.undo()
        assert field.editor.shown() == left


def test_what_is_typed_after_saving_is_undone_without_what_was_saved(
    session: Session, page: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    QTest.keyClicks(field.editor, "aa")
    session.mark_saved(session.document, tmp_path / "a.pbproj")
    QTest.keyClicks(field.editor, "bb")
    session.undo()
    assert field.editor.shown() == "活动经费aa"
    assert not session.is_unsaved


def test_a_pause_begins_a_step(session: Session, page: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    now = [0.0]
    monkeypatch.setattr("pbeditor.ui.editors.fields.monotonic", lambda: now[0])
    for text, after in (("a", 0.5), ("b", PAUSE), ("c", 0.0)):
        QTest.keyClicks(field.editor, text)
        now[0] += after
    session.undo()
    assert field.editor.shown() == "活动经费ab"


def test_what_is_saved_is_tidied_while_the_field_shows_what_was_typed(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数", tidy=lambda text: tidied_amount(text, "万元", 2)))
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "12.")
    session.commit_requested.emit()
    assert (get(session.document, TOTAL), field.editor.shown()) == ("12.00", "12.")
    QTest.keyClicks(field.editor, "5")
    assert (get(session.document, TOTAL), field.editor.shown()) == ("12.50", "12.5")
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert get(session.document, TOTAL) == field.editor.shown() == "12.50"


def test_undo_takes_back_a_tidied_text_as_it_was_typed(session: Session, page: QWidget, qtbot: QtBot) -> None:
    before = get(session.document, TOTAL)
    field = shown(page, qtbot, LineField(session, TOTAL, "预算数", tidy=lambda text: tidied_amount(text, "万元", 2)))
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "12.")
    session.undo()
    assert get(session.document, TOTAL) == before


@pytest.mark.parametrize("how", ["paste", "insert"])
def test_a_line_takes_what_is_pasted_as_one_line(session: Session, page: QWidget, qtbot: QtBot, how: str) -> None:
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    editor = field.editor
    assert isinstance(editor, QLineEdit)
    QGuiApplication.clipboard().setText("甲\r\n乙\t丙")
    editor.setCursorPosition(2)
    if how == "paste":
        editor.paste()  # as the context menu does
    else:
        QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == get(session.document, NAME) == "活动甲乙 丙经费"
    assert editor.cursorPosition() == 6


def test_the_text_of_another_place_is_shown_afresh(session: Session, page: QWidget, qtbot: QtBot) -> None:
    session.write("改名", NAME, "档案展览经费")
    session.write("改名", "projects/1/name", "档案库房经费")
    field = shown(page, qtbot, LineField(session, NAME, "项目名称"))
    field.set_path("projects/1/name")
    assert isinstance(field.editor, QLineEdit)
    assert field.editor.cursorPosition() == len("档案库房经费")
    goals = shown(page, qtbot, TextField(session, GOALS, "绩效目标"))
    goals.set_path("projects/1/goals")
    assert isinstance(goals.editor, TextInput)
    assert goals.editor.textCursor().position() == 0
    assert len(session.history.past) == 2


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_the_menu_of_a_field_shows_its_own_entries_and_no_second_menu_over_them(
    session: Session, page: QWidget, qtbot: QtBot, kind: type[LineField | TextField]
) -> None:
    field = shown(page, qtbot, kind(session, NAME, "项目名称"))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), field.editor.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(field.editor, asked)
    menu = field.editor.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    assert [each for each in menu.findChildren(QWidget) if each.isVisible()] == []
    assert any("Ctrl+A" in action.text() for action in menu.actions())
    menu.close()

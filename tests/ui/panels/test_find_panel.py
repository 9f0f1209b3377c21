"""Finding and replacing through the real window."""

from threading import get_ident

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from pbeditor.edit.place import get
from pbeditor.edit.search import Hit, replace_hits
from pbeditor.model.document import Document, Indicator, Target
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.models.hit_table import AFTER, LIMIT, TEXT
from pbeditor.ui.panels.find_panel import FindPanel
from pbeditor.ui.panes import is_seen


@pytest.fixture
def panel(qtbot: QtBot, opened: MainWindow) -> FindPanel:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened.aids.find


def look_for(panel: FindPanel, text: str) -> None:
    QTest.keyClicks(panel.form.text, text) if text.isascii() else panel.form.set_text(text)
    panel.finding.finish()


def focused() -> QLineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def test_find_looks_for_what_is_selected(opened: MainWindow, panel: FindPanel) -> None:
    opened.session.go_to("projects/0/name")
    focused().setSelection(0, 2)
    opened.commands["find"].trigger()
    assert is_seen(opened.aids.find_dock)
    assert panel.form.text.hasFocus()
    panel.finding.finish()
    assert panel.finding.query.text == "活动"
    assert "共 7 处" in panel.form._said.text()


def test_enter_walks_round_while_the_focus_stays(opened: MainWindow, panel: FindPanel) -> None:
    walked: list[str] = []
    opened.session.place_requested.connect(walked.append)
    opened.commands["find"].trigger()
    look_for(panel, "经费")
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(panel.form.text, Qt.Key.Key_Return, modifier)
    assert walked == ["projects/0/name", "projects/1/name", "projects/0/name", "projects/1/name"]
    assert panel.form.text.hasFocus()


def test_a_hit_chosen_in_the_list_is_gone_to_and_marked(qtbot: QtBot, opened: MainWindow, panel: FindPanel) -> None:
    opened.commands["find"].trigger()
    look_for(panel, "经费")
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert focused().selectedText() == "经费"
    assert focused().text() == "培训经费" if panel.list.currentIndex().row() else "活动经费"
    assert is_seen(opened.aids.find_dock)


def test_f3_goes_on_without_the_panel_and_asks_when_there_is_nothing_to_find(
    opened: MainWindow, panel: FindPanel
) -> None:
    opened.commands["find_next"].trigger()
    assert panel.form.text.hasFocus()
    look_for(panel, "经费")
    opened.aids.find_dock.hide()
    opened.session.write("改", "projects/2/name", "会议经费")
    opened.commands["find_previous"].trigger()
    assert focused().text() == "会议经费"
    assert not is_seen(opened.aids.find_dock)


def test_replacing_is_shown_before_it_is_done_and_is_one_step(opened: MainWindow, panel: FindPanel) -> None:
    before = opened.session.document
    opened.commands["replace"].trigger()
    look_for(panel, "活动")
    panel.form.other.setText("会议")
    assert panel.list.isColumnHidden(AFTER) is False
    assert panel.model.index(0, AFTER).data() == "会议经费"
    panel.model.setData(panel.model.index(1, TEXT), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert panel.form.do.text() == "替换所选 6 处"
    QTest.keyClick(panel.form.other, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert get(opened.session.document, "projects/0/name") == "会议经费"
    assert get(opened.session.document, "projects/0/purpose") == "开展活动。"
    assert opened.session.history.past[-1].label == "替换“活动”为“会议”"
    assert panel.list.hasFocus()
    panel.finding.finish()
    assert panel.model.chosen() == []  # what is still found was not wanted, or stands in what was put there
    QTest.keyClick(panel.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.session.document == before


def test_what_was_just_put_in_is_not_replaced_by_a_second_click(opened: MainWindow, panel: FindPanel) -> None:
    opened.commands["replace"].trigger()
    look_for(panel, "活动")
    panel.form.other.setText("活动会")
    panel.form.do.click()
    panel.form.do.click()
    assert get(opened.session.document, "projects/0/name") == "活动会经费"
    assert not panel.form.do.isEnabled()
    panel.form.all.click()
    assert panel.form.do.text() == "替换所选 7 处"


def test_an_edit_since_the_search_is_seen_before_replacing(opened: MainWindow, panel: FindPanel) -> None:
    opened.commands["replace"].trigger()
    look_for(panel, "活动")
    opened.session.write("改", "projects/0/name", "另一活动")
    panel.form.other.setText("会议")
    panel.form.do.click()
    assert get(opened.session.document, "projects/0/name") == "另一会议"


def test_many_are_replaced_beside_the_window_as_one_step(
    opened: MainWindow, panel: FindPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replaced(document: Document, hits: list[Hit], text: str) -> Document:
        threads.append(get_ident())
        return replace_hits(document, hits, text)

    threads: list[int] = []
    before = opened.session.document
    monkeypatch.setattr("pbeditor.ui.panels.find_panel.MANY", 2)
    monkeypatch.setattr("pbeditor.ui.panels.find_panel.replace_hits", replaced)
    opened.commands["replace"].trigger()
    look_for(panel, "活动")
    panel.form.other.setText("会议")
    panel.form.do.click()
    assert get_ident() not in threads
    assert get(opened.session.document, "projects/0/name") == "会议经费"
    opened.session.undo()
    assert opened.session.document == before


def test_an_empty_replacement_deletes(opened: MainWindow, panel: FindPanel) -> None:
    opened.commands["replace"].trigger()
    look_for(panel, "活动")
    panel.form.do.click()
    assert get(opened.session.document, "projects/0/name") == "经费"
    assert opened.session.history.past[-1].label == "删除“活动”"


def test_without_replacing_nothing_can_be_replaced(opened: MainWindow, panel: FindPanel) -> None:
    before = opened.session.document
    opened.commands["find"].trigger()
    look_for(panel, "活动")
    QTest.keyClick(panel.form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    panel.replace()
    assert opened.session.document is before
    assert panel.list.isColumnHidden(AFTER)


def test_escape_closes_the_panel_and_gives_the_focus_back(opened: MainWindow, panel: FindPanel) -> None:
    opened.session.go_to("projects/0/name")
    field = focused()
    opened.commands["find"].trigger()
    QTest.keyClick(panel.form.text, Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert not is_seen(opened.aids.find_dock)


def test_escape_closes_it_too_where_the_focus_came_from_a_cell_editor_that_has_gone(
    opened: MainWindow, panel: FindPanel
) -> None:
    line = QLineEdit(opened)
    line.show()
    line.setFocus()
    opened.aids.look_for(replacing=False)
    delete(line)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not opened.aids.find_dock.isVisible()


def test_it_says_when_nothing_is_found_and_when_not_all_is_shown(opened: MainWindow, panel: FindPanel) -> None:
    opened.commands["find"].trigger()
    look_for(panel, "没有的")
    assert panel.form._said.text() == "没有找到"
    opened.session.write("改", "projects/0/purpose", "甲" * (LIMIT + 1))
    look_for(panel, "甲")
    assert panel.form._said.text() == f"共 {LIMIT + 1} 处，只显示前 {LIMIT} 处"


def test_all_can_be_ticked_only_where_something_can_be_replaced(opened: MainWindow, panel: FindPanel) -> None:
    row = Indicator("i", target=Target("≥", "90", "90%"))
    first = replace(opened.session.document.projects[0], indicators=(row,))
    opened.session.apply("改", lambda old: replace(old, projects=(first, *old.projects[1:])))
    opened.commands["replace"].trigger()
    look_for(panel, "≥90")
    assert not panel.form.all.isEnabled()
    assert panel.form.all.checkState() == Qt.CheckState.Unchecked
    opened.session.write("改", "projects/0/purpose", "及格率≥90")
    look_for(panel, "≥90")
    assert panel.form.do.text() == "替换所选 1 处"
    assert panel.form.all.isEnabled()
    assert panel.form.all.checkState() == Qt.CheckState.Checked


def test_all_are_replaced_though_not_all_are_shown(opened: MainWindow, panel: FindPanel) -> None:
    opened.session.write("改", "projects/0/purpose", "甲" * (LIMIT + 5))
    opened.commands["replace"].trigger()
    look_for(panel, "甲")
    panel.form.other.setText("乙")
    assert panel.form.do.text() == f"替换所选 {LIMIT + 5} 处"
    panel.form.all.click()
    assert not panel.form.do.isEnabled()
    panel.form.all.click()
    panel.model.setData(panel.model.index(1, TEXT), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    panel.form.do.click()
    assert get(opened.session.document, "projects/0/purpose") == "乙甲" + "乙" * (LIMIT + 3)


def test_what_is_left_out_stays_so_when_it_is_not_shown_any_more(opened: MainWindow, panel: FindPanel) -> None:
    opened.session.write("改", "projects/1/purpose", "甲" * LIMIT)
    opened.commands["replace"].trigger()
    look_for(panel, "甲")
    panel.form.other.setText("乙")
    last = panel.model.index(LIMIT - 1, TEXT)
    panel.model.setData(last, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    opened.session.write("改", "projects/0/purpose", "甲甲")
    panel.finding.finish()
    panel.form.do.click()
    assert get(opened.session.document, "projects/0/purpose") == "乙乙"
    assert get(opened.session.document, "projects/1/purpose") == "乙" * (LIMIT - 1) + "甲"


def test_options_search_again(panel: FindPanel, opened: MainWindow) -> None:
    opened.commands["find"].trigger()
    look_for(panel, "jbn")
    assert len(panel.finding.hits) == 3
    panel.form.options["case"].click()
    panel.finding.finish()
    assert panel.finding.hits == []


def test_tab_goes_from_what_to_find_to_what_to_put_there(opened: MainWindow, panel: FindPanel) -> None:
    opened.commands["replace"].trigger()
    QTest.keyClick(panel.form.text, Qt.Key.Key_Tab)
    assert panel.form.other.hasFocus()


def test_the_panel_goes_with_the_document(opened: MainWindow, panel: FindPanel) -> None:
    opened.commands["find"].trigger()
    opened.session.mark_saved(opened.session.document, opened.session.path)  # type: ignore[arg-type]
    opened.files.close()
    assert opened.aids.find_dock.isHidden()
    assert opened.commands["find"].shortcut() == QKeySequence("Ctrl+F")

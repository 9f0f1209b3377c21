"""The library through the real window: found, inserted, kept, exchanged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Indicator
from pbeditor.model.library import Entry, Library
from pbeditor.store.library import library_path, load_library, save_to
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.dialogs import file_choices, questions
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.panels.library_panel import LibraryPanel
from pbeditor.ui.panes import is_seen
from pbeditor.ui.shelf import Shelf

MINE = Entry("产出指标", "质量指标", "合格率", "合格的比例", source="去年.docx")


@pytest.fixture
def panel(qtbot: QtBot, opened: MainWindow) -> LibraryPanel:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    Shelf.of(opened.session).keep([MINE])
    opened.session.go_to("projects/0/indicators")
    opened.commands["show_library"].trigger()
    return opened.aids.library.panel


def look_for(panel: LibraryPanel, text: str) -> None:
    panel.search.setText(text)
    panel.update_now()


def found(panel: LibraryPanel) -> list[str]:
    groups = [panel.model.index(row, 0) for row in range(panel.model.rowCount())]
    return [
        str(panel.model.index(row, 0, group).data()) for group in groups for row in range(panel.model.rowCount(group))
    ]


def rows(window: MainWindow) -> tuple[Indicator, ...]:
    return window.session.document.projects[0].indicators


def menu(panel: LibraryPanel) -> QMenu:
    panel.tree.customContextMenuRequested.emit(QPoint(5, 5))
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def entry(panel: LibraryPanel) -> QModelIndex:
    return panel.tree.currentIndex()


def test_the_shortcut_lets_one_type_at_once_and_hides_it_again(opened: MainWindow, panel: LibraryPanel) -> None:
    assert is_seen(opened.aids.library.dock)
    assert panel.search.hasFocus()
    opened.commands["show_library"].trigger()
    assert opened.aids.library.dock.isHidden()


def test_it_is_searched_as_one_types(qtbot: QtBot, panel: LibraryPanel) -> None:
    QTest.keyClicks(panel.search, "hgl")
    qtbot.waitUntil(lambda: "合格率" in found(panel) and len(found(panel)) < 8)
    look_for(panel, "没有这样的指标")
    assert found(panel) == []
    assert "没有找到" in panel.foot.text()


def test_by_keyboard_an_entry_becomes_a_row_as_one_step(qtbot: QtBot, opened: MainWindow, panel: LibraryPanel) -> None:
    look_for(panel, "合格率")
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert [(row.level2, row.name, row.description) for row in rows(opened)] == [("质量指标", "合格率", "合格的比例")]
    assert opened.session.history.past[-1].label == "插入指标“合格率”"
    assert panel.tree.hasFocus()
    opened.session.undo()
    assert rows(opened) == ()


def test_a_double_click_inserts_below_the_row_before(qtbot: QtBot, opened: MainWindow, panel: LibraryPanel) -> None:
    look_for(panel, "合格率")
    panel._enter_list()
    for _ in range(2):
        place = panel.tree.visualRect(entry(panel)).center()
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.name for row in rows(opened)] == ["合格率", "合格率"]


def test_it_narrows_to_the_category_of_the_row(qtbot: QtBot, opened: MainWindow, panel: LibraryPanel) -> None:
    assert not panel.only.isEnabled()
    Shelf.of(opened.session).keep([MINE, Entry("满意度指标", "服务对象满意度指标", "满意度", source="去年.docx")])
    opened.aids.library.insert([MINE])
    assert panel.only.text() == "只看“质量指标”"
    panel.only.click()
    assert found(panel)
    assert "满意度" not in found(panel)
    opened.aids.library.insert([Entry("满意度指标", "服务对象满意度指标", "满意度")])
    assert panel.only.text() == "只看“服务对象满意度指标”"
    qtbot.waitUntil(lambda: "满意度" in found(panel))


def test_another_tab_is_left_for_the_grid(opened: MainWindow, panel: LibraryPanel) -> None:
    opened.session.go_to("projects/0/name")
    panel.take_focus()
    panel.wanted.emit([MINE])
    assert [row.name for row in rows(opened)] == ["合格率"]
    assert panel.search.hasFocus()


def test_without_a_project_it_says_what_to_do(opened: MainWindow, panel: LibraryPanel) -> None:
    opened.session.go_to("title")
    before = opened.session.document
    panel.wanted.emit([MINE])
    assert opened.session.document is before
    assert "选一个项目" in panel.foot.text()


def test_an_entry_goes_and_comes_back(opened: MainWindow, panel: LibraryPanel) -> None:
    look_for(panel, "合格率")
    panel._enter_list()
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert load_library() == Library()
    assert panel.foot.text() == "已从指标库删除“合格率”"
    panel.foot.button.click()
    assert load_library().entries == (MINE,)


def test_only_the_users_own_entries_can_be_removed(panel: LibraryPanel) -> None:
    look_for(panel, "培训人次")
    panel._enter_list()
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert panel.foot.text() == ""
    shown = menu(panel)
    texts = [action.text() for action in shown.actions() if action.text()]
    assert texts == ["插入到指标表(&I)", "保存到我的指标库(&K)"]
    shown.actions()[1].trigger()
    shown.close()
    assert [each.name for each in load_library().entries] == ["培训人次", "合格率"]


def test_all_of_one_file_can_be_removed(opened: MainWindow, panel: LibraryPanel) -> None:
    Shelf.of(opened.session).keep([Entry(name="甲", source="去年.docx"), Entry(name="乙", source="别处")])
    look_for(panel, "合格率")
    panel._enter_list()
    shown = menu(panel)
    action = next(action for action in shown.actions() if "全部" in action.text())
    assert action.text() == "删除来自“去年.docx”的全部 2 条(&A)"
    action.trigger()
    shown.close()
    assert [each.name for each in load_library().entries] == ["乙"]


def test_chosen_rows_of_the_grid_are_kept(opened: MainWindow, panel: LibraryPanel) -> None:
    opened.aids.library.insert([Entry("产出指标", "数量指标", "培训人数", "人数")])
    opened.commands.refresh()
    opened.commands["grid_keep"].trigger()
    kept = load_library().entries[0]
    assert (kept.name, kept.source) == ("培训人数", opened.session.document.title)
    tab = opened.pages.indicators()
    assert tab is not None
    assert tab.foot.sentence() == "已把“培训人数”保存到指标库。"


def test_rows_without_a_name_are_not_kept(opened: MainWindow, panel: LibraryPanel) -> None:
    opened.commands.refresh()
    opened.commands["grid_insert_below"].trigger()
    opened.commands["grid_keep"].trigger()
    tab = opened.pages.indicators()
    assert tab is not None
    assert "还没有三级指标名称" in tab.foot.sentence()
    assert load_library().entries == (MINE,)


def test_the_document_is_taken_into_the_library(opened: MainWindow, panel: LibraryPanel) -> None:
    opened.aids.library.insert([MINE, Entry(name="甲")])
    opened.commands["library_take"].trigger()
    assert [each.name for each in load_library().entries] == ["合格率", "甲"]
    assert opened.status.currentMessage() == "已把 1 条指标收入指标库"
    panel.foot.button.click()
    assert load_library().entries == (MINE,)


def test_libraries_are_exchanged(
    opened: MainWindow, panel: LibraryPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "指标库.json"
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: path)
    opened.commands["library_export"].trigger()
    assert opened.status.currentMessage() == "已把 1 条指标导出到“指标库.json”"
    save_to(Library((MINE, Entry(name="同事的"))), path)
    opened.commands["library_merge"].trigger()
    assert panel.foot.text() == "新增 1 条；1 条指标库里已有，保持不变"
    assert [each.name for each in load_library().entries] == ["合格率", "同事的"]


def test_a_file_that_is_no_library_is_told(
    opened: MainWindow, panel: LibraryPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _, sentence: told.append(sentence))
    path = tmp_path / "坏.json"
    path.write_text("{", "utf-8")
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: path)
    opened.commands["library_merge"].trigger()
    assert "坏.json" in told[0]
    assert load_library().entries == (MINE,)


def test_a_broken_library_is_told_in_the_panel_and_the_rest_serves(opened: MainWindow, panel: LibraryPanel) -> None:
    opened.aids.library.dock.hide()
    library_path().write_text("broken", "utf-8")
    opened.commands["show_library"].trigger()
    assert panel.fault.isVisible()
    assert "library.json" in panel.fault.text()
    assert found(panel)


def test_escape_goes_back_to_the_grid(opened: MainWindow, panel: LibraryPanel) -> None:
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    tab = opened.pages.indicators()
    assert tab is not None
    assert tab.grid.hasFocus()
    assert is_seen(opened.aids.library.dock)


@pytest.mark.parametrize("collect", [True, False])
def test_what_is_imported_is_there_for_the_next_document_unless_switched_off(
    opened: MainWindow, tmp_path: Path, collect: bool
) -> None:
    opened.aids.library.insert([])
    opened.session.go_to("projects/0/indicators")
    opened.aids.library.insert([MINE])
    word = tmp_path / "去年.docx"
    if opened.memory.settings.collect is not collect:
        opened.commands["library_collect"].trigger()
    from pbeditor.work.exporting import export

    export(opened.session.document, opened.session.form, word, lambda *_: b"")
    opened.session.mark_saved(opened.session.document, tmp_path / "x.pbproj")
    opened.files.open_path(word)
    assert [(each.name, each.source) for each in load_library().entries] == (
        [("合格率", "去年.docx")] if collect else []
    )


def test_an_import_leaves_a_broken_library_where_it_is(opened: MainWindow, tmp_path: Path) -> None:
    library_path().parent.mkdir(parents=True, exist_ok=True)
    library_path().write_text("broken", "utf-8")
    opened.session.mark_saved(opened.session.document, tmp_path / "x.pbproj")
    opened.files.open_path(resource("samples", SAMPLE).with_suffix(".docx"))
    assert opened.files.imported
    assert library_path().read_text("utf-8") == "broken"


def test_the_report_of_an_import_offers_to_take_it_back(
    opened: MainWindow, panel: LibraryPanel, tmp_path: Path
) -> None:
    from pbeditor.ui.dialogs.import_report import ImportReport
    from pbeditor.ui.report import show_report

    Shelf.of(opened.session).collected = Shelf.of(opened.session).collect((Indicator("i", name="甲"),), "去年.docx")
    show_report(opened.session, "去年.docx", (), opened)
    report = opened.findChild(ImportReport)
    assert report is not None
    button = next(button for button in report.findChildren(QPushButton) if button.text() == "不收入")
    button.click()
    assert load_library().entries == (MINE,)
    assert not button.isEnabled()
    report.close()

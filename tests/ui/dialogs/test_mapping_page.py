"""对应栏目: guesses in drop-down lists, a preview that follows, and the layout kept for next time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.store.own_forms import own_forms
from pbeditor.ui.dialogs.mapping_page import MappingPage
from pbeditor.ui.models.found_table import NOT_READ, READ_AS
from pbeditor.work.opening import understood
from tests.sheet.unknown import unknown_sheet
from tests.ui.conftest import shell_document


@pytest.fixture
def page(qtbot: QtBot, hebei: Form) -> MappingPage:
    page = MappingPage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_found(unknown_sheet(), hebei)
    page.show()
    qtbot.waitExposed(page)
    return page


def row_of(page: MappingPage, text: str) -> int:
    assert page.model is not None
    return next(row for row in range(page.model.rowCount()) if page.model.found(row).text == text)


def shown(page: MappingPage, text: str) -> str:
    assert page.model is not None
    return str(page.model.index(row_of(page, text), READ_AS).data())


def values(page: MappingPage) -> list[str]:
    items = (page.preview.rows.item(row, 4) for row in range(page.preview.rows.rowCount()))
    return [item.text() for item in items if item]


def test_each_row_shows_its_guess_and_the_preview_the_first_rows(page: MappingPage) -> None:
    assert shown(page, "大类") == "一级指标　（猜测）"
    assert shown(page, "乙县") == NOT_READ
    assert values(page) == ["≥90平方米", "≥95%", "≥1000人"]
    assert "公园改造" in page.preview.told.text()


def test_another_value_column_is_chosen_by_keyboard(page: MappingPage, qtbot: QtBot) -> None:
    assert page.model is not None
    page.table.setCurrentIndex(page.model.index(row_of(page, "乙县"), READ_AS))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    box = page.table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    qtbot.waitUntil(lambda: box.view().isVisible())
    while box.view().currentIndex().data() != "指标值":
        qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.changed):
        qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert (shown(page, "甲县"), shown(page, "乙县")) == (NOT_READ, "指标值")
    assert values(page) == ["≥80平方米", "≥96%", "≥800人"]


def test_the_summary_names_the_columns_that_look_like_the_value(page: MappingPage) -> None:
    assert "甲县、乙县" in page._found_text.text()


def test_a_layout_is_kept_only_under_a_name_that_is_free(page: MappingPage, hebei: Form) -> None:
    assert page.is_ready()
    page.keeps.setChecked(True)
    assert (page.is_ready(), page.fault.text()) == (False, "请填写表样的名称。")
    page.name.setText("县表")
    assert page.is_ready()
    page.keep()
    assert [(form.name, form.base) for form in own_forms()] == [("县表", hebei.id)]
    page.name.setText("县表 ")
    assert not page.is_ready()


def test_without_the_tick_nothing_is_kept_and_the_document_is_in_a_known_form(page: MappingPage, hebei: Form) -> None:
    page.keep()
    assert own_forms() == ()
    assert page.form().id == hebei.id
    assert understood(unknown_sheet(), page.form()).document.form == hebei.id


def test_a_kept_layout_is_looked_at_again_under_its_name(page: MappingPage) -> None:
    page.keeps.setChecked(True)
    page.name.setText("县表")
    page.keep()
    page.show_found(unknown_sheet(), own_forms()[0])
    assert (page.keeps.isChecked(), page.name.text(), page.is_ready()) == (True, "县表", True)
    assert shown(page, "大类") == "一级指标"
    page.name.setText("新名")
    page.keep()
    assert [form.name for form in own_forms()] == ["新名"]


def test_a_choice_for_a_category_is_read_so(page: MappingPage) -> None:
    assert page.model is not None
    page.model.choose(row_of(page, "社会影响"), "效果指标/经济效益指标")
    rows = understood(unknown_sheet(), page.form()).document.projects[0].indicators
    assert rows[2].level2 == "经济效益指标"


def test_our_own_paper_is_all_known(page: MappingPage, hebei: Form) -> None:
    page.show_found(lay_out(shell_document(), hebei), hebei)
    assert "都认识" in page._found_text.text()

"""The wizard, from a file to a draft, by keyboard and mouse."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from pbeditor.model.document import Budget, Document, Indicator, Target
from pbeditor.model.form import Form
from pbeditor.sheet.mapping import left_out
from pbeditor.sheet.sheet import Note, Sheet
from pbeditor.store.project_file import save
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui import files
from pbeditor.ui.dialogs import file_choices, questions
from pbeditor.ui.dialogs.wizard.carry_page import NOT_LATER, YEARS, CarryPage
from pbeditor.ui.dialogs.wizard.changes_page import ChangesPage
from pbeditor.ui.dialogs.wizard.decisions_page import DecisionsPage
from pbeditor.ui.dialogs.wizard.doubts_page import DoubtsPage
from pbeditor.ui.dialogs.wizard.found_page import FoundPage
from pbeditor.ui.dialogs.wizard.wizard import Wizard
from pbeditor.ui.main_window import MainWindow
from pbeditor.work.opening import Opened, UnknownLayoutError
from tests.sheet.unknown import unknown_sheet
from tests.ui.conftest import shell_document
from tests.work.test_worksheets import SECOND, with_hidden

WORD = resource("samples", SAMPLE).with_suffix(".docx")
COPIED = "项目名称\t培训经费\n预算数\t15.00\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\t≥100人\n"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def wizard(window: MainWindow) -> Wizard:
    """The wizard of 从上年文件新建, with nothing read yet."""
    window.files.open_last_year()
    found = window.findChild(Wizard)
    assert found is not None
    return found


def read(qtbot: QtBot, wizard: Wizard, path: Path) -> None:
    with qtbot.waitSignal(wizard.source.read):
        wizard.read_path(path)


def last_year(folder: Path) -> Path:
    """A project file of 2020 in which a text names the year and a row has a category of its form."""
    document = shell_document()
    row = Indicator("r", "产出指标", "成本指标", "人均费用", "反映2020年费用", Target("≤", "300", "300元"))
    first = replace(document.projects[0], goals="完成2020年活动，依据某财〔2019〕3号。", indicators=(row,))
    path = folder / "去年.pbproj"
    save(replace(document, projects=(first, *document.projects[1:])), path)
    return path


def go_to_the_end(wizard: Wizard) -> None:
    for _ in wizard.pages:
        if wizard.isVisible():
            wizard.next.click()
    assert not wizard.isVisible()


def kinds(wizard: Wizard) -> str:
    return type(wizard.page).__name__


def test_a_word_file_becomes_this_years_draft_with_last_year_inside(
    qtbot: QtBot, window: MainWindow, wizard: Wizard
) -> None:
    read(qtbot, wizard, WORD)
    assert kinds(wizard) == "FoundPage"
    go_to_the_end(wizard)
    document = window.session.document
    assert (document.year, len(document.projects)) == (2021, 12)
    assert document.last_year is not None
    assert document.last_year.year == 2020
    assert all(project.budget.total == "" for project in document.projects)
    assert window.session.is_unsaved
    assert "金额已清空" in window.status.currentMessage()


def test_what_is_not_ticked_stays_behind(qtbot: QtBot, window: MainWindow, wizard: Wizard, tmp_path: Path) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    page = wizard.page
    assert isinstance(page, FoundPage)
    page.list.model.tick_all(False)
    assert not wizard.next.isEnabled()
    row = next(n for n, each in enumerate(page.list.model.rows) if each.key == "6HMH")
    page.list.view.setCurrentIndex(page.list.model.index(row, 0))
    QTest.keyClick(page.list.view, Qt.Key.Key_Space)
    go_to_the_end(wizard)
    assert [project.name for project in window.session.document.projects] == ["培训经费"]


def test_what_was_found_is_summed_up_with_all_its_decimals(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    document = shell_document()
    first = replace(document.projects[0], budget=Budget("1000.125"))
    path = tmp_path / "去年.pbproj"
    save(replace(document, projects=(first, *document.projects[1:])), path)
    read(qtbot, wizard, path)
    page = wizard.page
    assert isinstance(page, FoundPage)
    assert "（1,018.625万元，" in page.list.summary.text()
    assert "1,018.625" in [row.texts[2] for row in page.list.model.rows if row.is_head and len(row.texts) > 2]


def test_projects_of_hidden_sheets_come_unticked_and_say_so(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    path = tmp_path / "去年.xlsx"
    path.write_bytes(with_hidden(own=False))
    read(qtbot, wizard, path)
    page = wizard.page
    assert isinstance(page, FoundPage)
    lines = {row.texts[0].strip(): row.key for row in page.list.model.rows if row.key}
    (hidden,) = (line for line in lines if "隐藏的工作表" in line)
    assert hidden == f"{SECOND}（隐藏的工作表“2.{SECOND}”）"
    assert lines.keys() - {hidden} == {line for line, key in lines.items() if key in page.list.model.ticked}
    assert "有 1 个来自隐藏的工作表，没有勾选" in page.list.summary.text()


def test_doubtful_values_are_read_as_the_digit_says(
    qtbot: QtBot, window: MainWindow, wizard: Wizard, real_folder: Path
) -> None:
    read(qtbot, wizard, real_folder / "2020.docx")
    wizard.next.click()
    page = wizard.page
    assert isinstance(page, DoubtsPage)
    shown = page.list.model.rows[0]
    QTest.keyClick(page.list.view, Qt.Key.Key_2)
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.list.model.open_count == len(page.list.model.rows) - 2
    page.list.likely.click()
    assert page.list.model.open_count == 0
    go_to_the_end(wizard)
    places = {note.place for note in window.files.notes}
    assert shown.key not in places


def test_going_back_keeps_what_was_chosen(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    found = wizard.page
    assert isinstance(found, FoundPage)
    found.list.model.tick(frozenset({"7A01"}), False)
    wizard.next.click()
    carry = wizard.page
    assert isinstance(carry, CarryPage)
    carry.year.setValue(2023)
    carry.amounts.button(1).click()
    carry.boxes["codes"].setChecked(False)
    wizard.next.click()
    changes = wizard.page
    assert isinstance(changes, ChangesPage)
    changes.list.model.tick_all(False)
    for _ in range(3):
        wizard.back.click()
    assert wizard.page is wizard.source
    wizard.next.click()
    assert "7A01" not in found.list.model.ticked
    wizard.next.click()
    assert carry.year.value() == 2023
    assert carry.amounts.checkedId() == 1
    assert not carry.boxes["codes"].isChecked()
    wizard.next.click()
    assert changes.list.model.ticked == frozenset()


def test_the_year_of_last_years_file_is_shown_and_can_be_corrected(
    qtbot: QtBot, window: MainWindow, wizard: Wizard, tmp_path: Path
) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(f"{COPIED}产出指标\t时效指标\t2017年进度\t≥50%\n", "utf-8")
    read(qtbot, wizard, path)
    wizard.next.click()
    carry = wizard.page
    assert isinstance(carry, CarryPage)
    assert (carry.old_year.value(), carry.year.value()) == (2017, 2018)
    assert "没有找到" in carry.doubt.text()
    carry.year.setValue(2017)
    assert not wizard.next.isEnabled()
    assert carry._year_told.text() == NOT_LATER
    carry.old_year.setValue(2019)
    assert (carry.year.value(), carry._year_told.text(), wizard.next.isEnabled()) == (2020, "", True)
    wizard.back.click()
    wizard.next.click()
    assert (carry.old_year.value(), carry.year.value()) == (2019, 2020)
    go_to_the_end(wizard)
    document = window.session.document
    assert document.last_year is not None
    assert (document.year, document.last_year.year) == (2020, 2019)
    assert not any(note.place == "year" for note in window.files.notes)


def test_the_year_of_a_file_that_tells_it_is_shown_without_doubt(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    wizard.next.click()
    carry = wizard.page
    assert isinstance(carry, CarryPage)
    assert (carry.old_year.value(), carry.doubt.text()) == (2020, "")


def test_a_year_that_no_calendar_has_is_shown_as_the_last_one(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    file = tmp_path / "上年.pbproj"
    save(replace(shell_document(), year=10**12), file)
    read(qtbot, wizard, file)
    wizard.next.click()
    carry = wizard.page
    assert isinstance(carry, CarryPage)
    assert (carry.old_year.value(), carry.year.value()) == YEARS[1:] * 2


def test_years_are_changed_where_ticked_and_document_numbers_never(
    qtbot: QtBot, window: MainWindow, wizard: Wizard, tmp_path: Path
) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    wizard.next.click()
    wizard.next.click()
    page = wizard.page
    assert isinstance(page, ChangesPage)
    assert [row.texts[1] for row in page.list.model.rows if row.is_fixed and not row.is_head] == ["不改"]
    wizard.next.click()
    project = window.session.document.projects[0]
    assert project.goals == "完成2021年活动，依据某财〔2019〕3号。"
    assert project.indicators[0].description == "反映2021年费用"


def test_a_new_form_asks_about_categories_it_does_not_know(
    qtbot: QtBot, window: MainWindow, wizard: Wizard, tmp_path: Path
) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    wizard.next.click()
    carry = wizard.page
    assert isinstance(carry, CarryPage)
    carry.form.setCurrentIndex(carry.form.findData("mof-2021"))
    wizard.next.click()
    wizard.next.click()
    page = wizard.page
    assert isinstance(page, DecisionsPage)
    QTest.keyClick(page.list.view, Qt.Key.Key_1)
    wizard.next.click()
    document = window.session.document
    assert document.form == "mof-2021"
    assert document.projects[0].indicators[0].level1 == "成本指标"


def test_a_file_can_be_opened_as_it_is(qtbot: QtBot, window: MainWindow, wizard: Wizard, tmp_path: Path) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    wizard.next.click()
    carry = wizard.page
    assert isinstance(carry, CarryPage)
    carry.ways.button(1).click()
    assert wizard.next.text().startswith("打开")
    wizard.next.click()
    assert window.session.document.year == 2020


def test_a_percentage_that_is_none_is_said_and_holds_one_back(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    wizard.next.click()
    carry = wizard.page
    assert isinstance(carry, CarryPage)
    carry.amounts.button(2).click()
    carry.percent.setText("很多")
    assert not wizard.next.isEnabled()
    carry.percent.setText("110%")
    assert wizard.next.isEnabled()


def test_an_unreadable_file_is_said_on_the_first_page(qtbot: QtBot, wizard: Wizard, tmp_path: Path) -> None:
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(b"%PDF-1.4\n")
    wizard.read_path(scan)
    qtbot.waitUntil(lambda: not wizard.source.is_reading)
    assert "PDF" in wizard.source.told.text()
    assert wizard.page is wizard.source
    assert not wizard.next.isEnabled()


def test_a_reading_can_be_stopped(qtbot: QtBot, wizard: Wizard, monkeypatch: pytest.MonkeyPatch) -> None:
    def never_ends(_: Path, listener: object) -> Document:
        while True:
            listener("正在读取文件", 1, 9)  # type: ignore[operator] # a Listener

    monkeypatch.setattr("pbeditor.ui.dialogs.wizard.source_page.read_file", never_ends)
    wizard.read_path(WORD)
    qtbot.waitUntil(lambda: wizard.source.bar.maximum() == 9)
    assert wizard.source.stop.isVisible()
    wizard.source.stop.click()
    assert not wizard.source.is_reading
    assert "已停止" in wizard.source.told.text()


def test_what_was_copied_in_excel_is_pasted(qtbot: QtBot, wizard: Wizard) -> None:
    mime = QMimeData()
    mime.setText(
        "项目名称\t培训经费\n预算数\t15.00\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\t≥100人\n"
    )
    QApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(wizard.source.read):
        wizard.source.paste.click()
    assert kinds(wizard) == "FoundPage"


def test_an_empty_clipboard_is_said(wizard: Wizard) -> None:
    QApplication.clipboard().clear()
    wizard.source.paste.click()
    assert "剪贴板里没有" in wizard.source.told.text()


def test_escape_asks_once_something_was_chosen(
    qtbot: QtBot, wizard: Wizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(qtbot, wizard, last_year(tmp_path))
    wizard.next.click()
    monkeypatch.setattr(questions, "ask_leave_import", lambda _: False)
    wizard.reject()
    assert wizard.isVisible()
    monkeypatch.setattr(questions, "ask_leave_import", lambda _: True)
    wizard.reject()
    assert not wizard.isVisible()


def test_unsaved_work_is_asked_about_before_the_draft_takes_its_place(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.session.write("改", "title", "没有保存的标题")
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: "cancel")
    opened.files.open_last_year()
    wizard = opened.findChild(Wizard)
    assert wizard is not None
    read(qtbot, wizard, last_year(tmp_path))
    for _ in range(3):
        wizard.next.click()
    assert wizard.isVisible()
    assert opened.session.document.title == "没有保存的标题"


@pytest.mark.parametrize("way", ["import_file", "open", "take"])
def test_importing_opens_a_foreign_file_as_it_is(
    way: str, qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: WORD)
    monkeypatch.setattr(files, "working_year", lambda _today: 2020)
    window.files.take(WORD) if way == "take" else getattr(window.files, way)()
    wizard = window.findChild(Wizard)
    assert wizard is not None
    if way == "import_file":
        wizard.source.choose.click()
    qtbot.waitUntil(lambda: kinds(wizard) == "FoundPage")
    go_to_the_end(wizard)
    assert window.session.document.year == 2020
    assert window.files.imported == WORD.name


@pytest.mark.parametrize(("way", "is_draft"), [("import_file", True), ("open", False)])
def test_importing_a_file_of_an_earlier_year_proposes_a_draft_and_opening_it_does_not(
    way: str, is_draft: bool, qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: WORD)
    monkeypatch.setattr(files, "working_year", lambda _today: 2021)
    getattr(window.files, way)()
    wizard = window.findChild(Wizard)
    assert wizard is not None
    if way == "import_file":
        wizard.source.choose.click()
    qtbot.waitUntil(lambda: kinds(wizard) == "FoundPage")
    while not isinstance(page := wizard.page, CarryPage):
        wizard.next.click()
    assert page.is_draft is is_draft
    page.ways.button(1).click()
    go_to_the_end(wizard)
    assert window.session.document.year == 2020


def test_next_and_back_have_keys(qtbot: QtBot, wizard: Wizard) -> None:
    read(qtbot, wizard, WORD)
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    QTest.keyClick(wizard.page, Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: kinds(wizard) == "CarryPage")
    QTest.keyClick(wizard.page, Qt.Key.Key_B, ALT)
    qtbot.waitUntil(lambda: kinds(wizard) == "FoundPage")


def test_a_layout_nobody_knows_is_mapped_on_the_way(
    qtbot: QtBot, wizard: Wizard, monkeypatch: pytest.MonkeyPatch, hebei: Form
) -> None:
    def unknown(path: Path, _: object) -> None:
        raise UnknownLayoutError(path.name, unknown_sheet(), hebei)

    opened = Opened(shell_document(), hebei)
    monkeypatch.setattr("pbeditor.ui.dialogs.wizard.source_page.read_file", unknown)
    monkeypatch.setattr("pbeditor.ui.dialogs.wizard.source_page.explained", lambda *_: opened)
    read(qtbot, wizard, WORD)
    assert kinds(wizard) == "FoundPage"


def test_a_file_without_any_table_is_said_on_the_page_alone(
    qtbot: QtBot, wizard: Wizard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _, sentence: told.append(sentence))
    (tmp_path / "信.txt").write_text("您好，附件已收到。", "utf-8")
    wizard.read_path(tmp_path / "信.txt")
    qtbot.waitUntil(lambda: not wizard.source.is_reading)
    assert "没有找到项目绩效目标表" in wizard.source.told.text()
    assert told == []


def test_columns_are_put_in_order_again_from_what_was_found(
    qtbot: QtBot, wizard: Wizard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "表.txt").write_text(f"附注一段\n{COPIED}", "utf-8")
    read(qtbot, wizard, tmp_path / "表.txt")
    assert wizard.found.columns.isVisible()
    assert not wizard.found.program.isVisible()
    monkeypatch.setattr("pbeditor.ui.dialogs.mapping_dialog.ask_mapping", lambda _, __, ___, form, ____: form)
    with qtbot.waitSignal(wizard.found.read):
        wizard.found.columns.click()
    assert kinds(wizard) == "FoundPage"


def test_the_tables_that_were_left_out_are_counted_beside_the_way_to_read_them(
    qtbot: QtBot, wizard: Wizard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[int] = []
    (tmp_path / "表.txt").write_text(f"{COPIED}\n附表\n\n甲栏\t乙栏\n丙\t丁\n", "utf-8")
    read(qtbot, wizard, tmp_path / "表.txt")
    assert wizard.found.left.text().startswith("有 1 张表没有导入。")

    def ask(_: object, __: str, sheet: Sheet, ___: Form, notes: Sequence[Note]) -> None:
        seen.append(left_out(sheet, notes))

    monkeypatch.setattr("pbeditor.ui.dialogs.mapping_dialog.ask_mapping", ask)
    wizard.found.columns.click()
    assert seen
    assert seen[0] > 0


def test_a_wizard_that_goes_while_it_asks_to_leave_the_document_changes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    asking: list[Wizard] = []

    def may_finish() -> bool:
        asking[0].done(0)  # as the end of the program does
        asking[0].deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return True

    before = window.session.document
    asking.append(Wizard(lambda: tmp_path, may_finish, window, is_draft=True))
    asking[0].open()
    read(qtbot, asking[0], WORD)
    for _ in asking[0].pages:
        if isValid(asking[0]):
            asking[0]._go_on()
    assert not isValid(asking[0])
    assert window.session.document is before

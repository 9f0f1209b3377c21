"""The choice of what to print, and all pages of it."""

import gc
import weakref
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QDateTime, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.model.progress import tick
from pbeditor.sheet.sheet import LINES
from pbeditor.sheet.style import Style
from pbeditor.store.settings import PrintChoices
from pbeditor.ui.background import wait_for_all
from pbeditor.ui.dialogs.style_dialog import StyleDialog
from pbeditor.ui.memory import Memory
from pbeditor.ui.paper import print_preview, printout
from pbeditor.ui.paper.fonts import told_of_fonts
from pbeditor.ui.paper.previewed_pages import PreviewedPages
from pbeditor.ui.paper.print_panel import BY_HAND, NO_SIDE
from pbeditor.ui.paper.print_preview import PrintPreviewDialog
from pbeditor.ui.paper.printing import DONE, PDF, Order
from pbeditor.ui.session import Session
from pbeditor.ui.theme import palette_of
from pbeditor.ui.widgets.signs import severity_color
from tests.bench.documents import large


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PrintPreviewDialog:
    dialog = PrintPreviewDialog(session, None, ["丙"])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What would have been printed."""
    found: list[Order] = []

    def note(order: Order, *_: object, **__: object) -> str:
        found.append(order)
        return DONE

    monkeypatch.setattr(print_preview, "print_pages", note)
    return found


def choose(dialog: PrintPreviewDialog, label: str) -> None:
    dialog.scope.choice.setCurrentIndex(dialog.scope.choice.findText(label))


def titles(dialog: PrintPreviewDialog) -> list[str]:
    return [anchor.text for page in dialog.view.canvas.pages for anchor in page.anchors]


def test_at_first_it_shows_the_whole_document(dialog: PrintPreviewDialog) -> None:
    assert dialog.view.canvas.pages[0].texts[0].text == "2020年部门预算绩效信息"
    assert len(titles(dialog)) == 5


def test_it_shows_the_projects_that_are_wanted(dialog: PrintPreviewDialog) -> None:
    choose(dialog, "全部项目表")
    assert titles(dialog) == ["1、甲项目绩效目标表", "2、乙项目绩效目标表", "3、丙项目绩效目标表"]
    choose(dialog, "当前项目")
    assert titles(dialog) == ["3、丙项目绩效目标表"]


def test_ticks_choose_projects(dialog: PrintPreviewDialog) -> None:
    choose(dialog, "勾选的项目")
    assert dialog.scope.projects.isVisible()
    assert titles(dialog) == ["3、丙项目绩效目标表"]
    dialog.scope.projects.item(0).setCheckState(Qt.CheckState.Checked)
    assert titles(dialog) == ["1、甲项目绩效目标表", "3、丙项目绩效目标表"]


def test_without_a_tick_there_is_nothing_to_print(dialog: PrintPreviewDialog) -> None:
    choose(dialog, "勾选的项目")
    dialog.scope.projects.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert titles(dialog) == []
    assert not dialog.print_button.isEnabled()
    assert not dialog.pdf_button.isEnabled()


def test_the_present_project_is_no_choice_where_there_is_none(qtbot: QtBot, session: Session) -> None:
    dialog = PrintPreviewDialog(session)
    qtbot.addWidget(dialog)
    labels = [dialog.scope.choice.itemText(row) for row in range(dialog.scope.choice.count())]
    assert labels == ["整个文档", "全部项目表", "勾选的项目"]


def test_several_projects_selected_in_the_tree_are_one_choice(qtbot: QtBot, session: Session) -> None:
    dialog = PrintPreviewDialog(session, None, ["丙", "甲", "不在"])
    qtbot.addWidget(dialog)
    choose(dialog, "选中的 2 个项目")
    assert titles(dialog) == ["1、甲项目绩效目标表", "3、丙项目绩效目标表"]


def test_the_number_of_the_page_goes_there_and_follows(dialog: PrintPreviewDialog) -> None:
    dialog.page_bar.number.setValue(3)
    assert dialog.view.page == 2
    dialog.view.go_to_page(4)
    assert dialog.page_bar.number.value() == 5


def test_a_draft_is_printed_as_a_draft(dialog: PrintPreviewDialog, orders: list[Order]) -> None:
    dialog.draft.setChecked(True)
    choose(dialog, "当前项目")
    dialog.print()
    assert dialog.view.canvas.draft
    assert [(order.printout, order.printout.draft, order.numbers) for order in orders] == [
        (dialog.printout, True, (1,))
    ]


def test_the_tick_of_a_draft_is_known_to_the_style_and_kept_by_it(
    dialog: PrintPreviewDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Style] = []

    def agree(style_dialog: StyleDialog) -> Style:
        asked.append(style_dialog.box.style_chosen())
        return replace(asked[0], markup=LINES)

    monkeypatch.setattr(print_preview, "ask_style", agree)
    dialog.draft.setChecked(True)
    dialog.style_button.click()
    assert [style.draft for style in asked] == [True]
    assert dialog.draft.isChecked()
    assert dialog.printout.draft


def test_another_style_leaves_one_on_the_page_where_one_is(
    dialog: PrintPreviewDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_preview, "ask_style", lambda _dialog: Style(markup=LINES))
    dialog.view.go_to_page(3)
    dialog.style_button.click()
    assert (dialog.view.page, dialog.page_bar.number.value(), dialog.thumbnails.currentIndex().row()) == (3, 4, 3)
    choose(dialog, "全部项目表")
    assert dialog.view.page == 0


def test_a_style_with_fewer_pages_leaves_one_on_the_last(
    dialog: PrintPreviewDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = len(dialog.view.canvas.pages) - 1
    monkeypatch.setattr(print_preview, "ask_style", lambda _dialog: Style(contents=False))
    dialog.view.go_to_page(last)
    dialog.style_button.click()
    assert dialog.view.page == len(dialog.view.canvas.pages) - 1 < last


def test_pages_copies_sides_and_ink_are_ordered(dialog: PrintPreviewDialog, orders: list[Order]) -> None:
    panel = dialog.panel
    panel.pages.setText("1-3，5")
    panel.side.setCurrentIndex(panel.side.findText("只打奇数页"))
    panel.copies.setValue(2)
    panel.ticks["grey"].setChecked(True)
    panel.duplex.setCurrentIndex(panel.duplex.findData("long"))
    dialog.print()
    (order,) = orders
    assert (order.numbers, order.copies) == ((1, 3, 5), 2)
    assert order.choices == PrintChoices(duplex="long", grey=True)


def test_pages_that_are_not_there_are_told_and_not_printed(dialog: PrintPreviewDialog) -> None:
    dialog.panel.pages.setText("3-99")
    assert "1-3,5" in dialog.panel.fault.sentence()
    assert dialog.panel.pages.accessibleDescription() == dialog.panel.fault.sentence()
    assert not dialog.panel.fault.isHidden()
    assert not dialog.print_button.isEnabled()
    dialog.panel.pages.clear()
    assert dialog.panel.fault.isHidden()
    assert dialog.print_button.isEnabled()


def test_a_fault_has_the_frame_and_the_colour_of_an_error(dialog: PrintPreviewDialog) -> None:
    panel = dialog.panel
    panel.pages.setText("9-2")
    for is_dark in (True, False):
        panel.setPalette(palette_of(is_dark))
        colour = severity_color("error", panel.palette())
        (label,) = (each for each in panel.fault.findChildren(QLabel) if each.text())
        assert label.palette().color(label.foregroundRole()) == colour
        box = panel.pages.geometry()
        frame = panel.grab().toImage().pixelColor(box.center().x(), box.top() - 1)
        assert frame.red() - frame.green() > (colour.red() - colour.green()) / 2


def test_the_fonts_that_stand_in_for_others_are_named(dialog: PrintPreviewDialog, session: Session) -> None:
    assert dialog.panel.remark.text() == told_of_fonts(session.form.layout)


def test_pages_turn_wherever_the_focus_is(dialog: PrintPreviewDialog) -> None:
    dialog.draft.setFocus()
    QTest.keyClick(dialog.draft, Qt.Key.Key_PageDown)
    assert dialog.view.page == 1
    zoom = dialog.view.zoom
    QTest.keyClick(dialog.draft, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.zoom > zoom


def test_a_side_without_pages_is_told(dialog: PrintPreviewDialog) -> None:
    choose(dialog, "当前项目")
    dialog.panel.side.setCurrentIndex(dialog.panel.side.findText("只打偶数页"))
    assert dialog.panel.fault.sentence() == NO_SIDE
    assert not dialog.print_button.isEnabled()


def test_the_heads_and_feet_that_are_wanted_stand_on_every_page(qtbot: QtBot, session: Session) -> None:
    session.apply("改", lambda document: replace(document, department=Unit("1", "某某局")))
    dialog = PrintPreviewDialog(session)
    qtbot.addWidget(dialog)
    for field in ("unit", "time", "total"):
        dialog.panel.ticks[field].setChecked(True)
    pages = dialog.view.canvas.pages
    for number, page in enumerate(pages, 1):
        texts = [text.text for text in page.texts]
        assert "某某局" in texts
        assert f"第 {number} 页  共 {len(pages)} 页" in texts
        assert any(text.startswith(QDateTime.currentDateTime().toString("yyyy年")) for text in texts)
        assert f"— {number} —" not in texts
    assert dialog.printout.pages == pages


def test_the_choices_are_remembered(qtbot: QtBot, session: Session, orders: list[Order]) -> None:
    memory = Memory()
    first = PrintPreviewDialog(session, None, (), memory)
    qtbot.addWidget(first)
    first.panel.ticks["total"].setChecked(True)
    first.panel.duplex.setCurrentIndex(2)
    first.reject()
    again = PrintPreviewDialog(session)
    qtbot.addWidget(again)
    assert again.panel.choices() == PrintChoices(duplex="short", total=True)
    assert "第 1 页  共" in again.view.canvas.pages[0].texts[-1].text


def test_a_printer_that_cannot_turn_paper_gets_a_hint(dialog: PrintPreviewDialog) -> None:
    dialog.panel.printer.addItem("某打印机", "某打印机")
    dialog.panel.duplex.setCurrentIndex(1)
    assert dialog.panel.hint.text() == BY_HAND


def test_small_pages_lead_to_the_large_ones_and_follow_them(dialog: PrintPreviewDialog) -> None:
    assert dialog.thumbnails.pages.rowCount() == len(dialog.view.canvas.pages)
    dialog.thumbnails.setCurrentIndex(dialog.thumbnails.pages.index(3))
    assert dialog.view.page == 3
    dialog.view.go_to_page(1)
    assert dialog.thumbnails.currentIndex().row() == 1


def test_only_small_pages_in_sight_are_drawn(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pbeditor.ui.paper.previewed_pages.FIRST", 0)
    session.apply("改", lambda _: large(60))
    dialog = PrintPreviewDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.view.canvas.pages) > 60)
    dialog.thumbnails.grab()
    assert 0 < dialog.thumbnails._look._picture.cache_info().currsize < 20


def test_many_pages_are_set_beside_the_window(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pbeditor.ui.paper.previewed_pages.FIRST", 0)
    dialog = PrintPreviewDialog(session)
    qtbot.addWidget(dialog)
    assert (dialog.view.canvas.pages, dialog.print_button.isEnabled()) == ((), False)
    assert "正在排版" in dialog.view.canvas.hint
    qtbot.waitUntil(lambda: bool(dialog.view.canvas.pages))
    assert dialog.print_button.isEnabled()


def test_a_pdf_of_the_chosen_pages_is_written_beside_the_window(
    qtbot: QtBot, dialog: PrintPreviewDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "甲.pdf"
    monkeypatch.setattr(printout, "file_to_write", lambda *_: path)
    dialog.panel.pages.setText("2-3")
    dialog.save_pdf()
    assert dialog.pdf_line.progress.isVisible()
    assert not dialog.pdf_button.isEnabled()
    qtbot.waitUntil(lambda: not dialog.pdf_line.progress.is_busy)
    assert len(PdfReader(path).pages) == 2
    assert "甲.pdf" in dialog.pdf_line.told.text()
    assert dialog.pdf_button.isEnabled()


def test_a_pdf_that_is_cancelled_is_not_written(
    qtbot: QtBot, dialog: PrintPreviewDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, clicked = tmp_path / "甲.pdf", Event()

    def slow(*_: object, **__: object) -> bytes:
        clicked.wait(5)
        tick("正在绘制")
        return b""

    monkeypatch.setattr(printout, "file_to_write", lambda *_: path)
    monkeypatch.setattr(printout, "pages_as_pdf", slow)
    dialog.save_pdf()
    dialog.pdf_line.progress.stop.click()
    clicked.set()
    wait_for_all()
    qtbot.wait(20)
    assert (path.exists(), dialog.pdf_line.progress.isVisible(), dialog.pdf_button.isEnabled()) == (False, False, True)


def test_pdf_instead_of_paper_is_asked_for_at_once(
    qtbot: QtBot, dialog: PrintPreviewDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "甲.pdf"
    monkeypatch.setattr(print_preview, "print_pages", lambda *_, **__: PDF)
    monkeypatch.setattr(printout, "file_to_write", lambda *_: path)
    dialog.print()
    qtbot.waitUntil(path.exists)


def test_it_fits_a_small_screen_and_every_control_is_reached_by_keys(qtbot: QtBot, dialog: PrintPreviewDialog) -> None:
    room = QGuiApplication.primaryScreen().availableSize()
    assert dialog.width() <= max(room.width(), 1366)
    assert dialog.minimumSizeHint().width() < 1000
    seen = set()
    for _ in range(40):
        qtbot.keyClick(dialog, Qt.Key.Key_Tab)
        seen.add(dialog.focusWidget())
    assert {dialog.scope.choice, dialog.draft, dialog.view, dialog.page_bar.number, *dialog.buttons.buttons()} <= seen


def show_and_close(qtbot: QtBot, session: Session) -> "weakref.ref[PreviewedPages]":
    dialog = PrintPreviewDialog(session)
    dialog.show()
    pages = weakref.ref(dialog._pages)
    while dialog._pages.is_busy:
        qtbot.wait(5)
    dialog.accept()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return pages


def test_a_preview_that_was_closed_goes_with_all_its_pages_and_leaves_no_rings_of_them(
    qtbot: QtBot, session: Session, hebei: Form
) -> None:
    """Rings with the pages of a thousand projects would stop the window when the collector finds them."""
    left = []
    gc.disable()
    try:
        for projects in (2, 5, 100):
            session.open(large(projects), hebei, None, saved=True)
            session.look()
            gc.collect()
            assert show_and_close(qtbot, session)() is None
            left.append(gc.collect())
    finally:
        gc.enable()
    assert left[2] <= left[1] + 100

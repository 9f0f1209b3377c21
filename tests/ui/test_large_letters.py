"""With large letters on a small screen nothing is cut off, squeezed or to be looked for by scrolling sideways."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.ui.editors.basics_tab import AMOUNTS, BasicsTab
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.memory import Memory
from pbeditor.ui.nodes import COMPARISON
from pbeditor.ui.pages.comparison_page import ComparisonPage
from pbeditor.ui.paper.print_preview import PrintPreviewDialog
from pbeditor.ui.session import Session
from tests.ui.panels.test_last_year_panel import with_last_year

NARROW, WIDE = 660, 1200  # px


@pytest.fixture
def tab(qtbot: QtBot, session: Session) -> BasicsTab:
    tab = BasicsTab(session)
    qtbot.addWidget(tab)
    tab.bind("projects/0")
    return tab


def show(widget: QWidget, width: int, height: int = 500) -> None:
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()


def places(tab: BasicsTab) -> list[int]:
    return [tab.fields[name].x() for name in AMOUNTS]


def test_with_room_the_amounts_stand_below_the_fields_above_them(tab: BasicsTab) -> None:
    show(tab, WIDE)
    code, name = tab.fields["code"], tab.fields["name"]
    assert places(tab)[:2] == [code.x(), name.x()]
    assert tab.fields[AMOUNTS[2]].geometry().right() == name.geometry().right()


def test_where_there_is_no_room_they_leave_their_columns_and_none_is_to_be_looked_for(
    tab: BasicsTab, memory: Memory
) -> None:
    memory.remember(font_size=14)
    show(tab, NARROW)
    (area,) = tab.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert tab.fields[AMOUNTS[2]].geometry().right() <= area.viewport().width()
    assert tab.fields[AMOUNTS[0]].width() < tab.fields["code"].width()


def test_with_usual_letters_and_with_room_they_come_back_to_their_columns(tab: BasicsTab, memory: Memory) -> None:
    memory.remember(font_size=10)
    show(tab, WIDE)
    before = places(tab)
    memory.remember(font_size=14)
    show(tab, NARROW)
    show(tab, WIDE)
    assert places(tab)[1] == tab.fields["name"].x()
    show(tab, NARROW)
    memory.remember(font_size=10)
    show(tab, WIDE)
    assert places(tab) == before


def test_the_commands_of_the_comparison_stand_below_its_name_where_they_would_be_squeezed(
    opened: MainWindow, memory: Memory
) -> None:
    memory.remember(font_size=14)
    opened.session.apply("上年", lambda _: with_last_year())
    opened.tree.show_node(COMPARISON)
    page = opened.pages.currentWidget()
    assert isinstance(page, ComparisonPage)
    for width, is_below in ((1400, False), (820, True), (1400, False)):
        show(opened, width, 700)
        buttons = page._acts.findChildren(QPushButton)
        assert [button.width() >= button.sizeHint().width() for button in buttons] == [True] * 3
        assert (page._acts.y() > page._name.geometry().bottom()) == is_below


def test_the_settings_of_the_print_scroll_where_the_screen_is_too_low_and_their_fields_stay_whole(
    qtbot: QtBot, session: Session, memory: Memory
) -> None:
    memory.remember(font_size=14)
    dialog = PrintPreviewDialog(session)
    qtbot.addWidget(dialog)
    show(dialog, 960, 560)
    panel = dialog.panel
    fields = (panel.printer, panel.copies, panel.pages, panel.side, panel.duplex)
    assert [field.height() >= field.minimumSizeHint().height() for field in fields] == [True] * 5
    area = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is panel)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.verticalScrollBar().maximum() > 0

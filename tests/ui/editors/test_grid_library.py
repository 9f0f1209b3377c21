"""Entries dropped on the grid become rows where they are dropped."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.model.library import Entry
from pbeditor.ui.editors.entry_mime import carried
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.session import Session
from tests.ui.editors.grids import NAME, opened, press, texts, type_

RATE = Entry("产出指标", "质量指标", "合格率", "合格的比例")
OTHER = Entry("效益指标", "社会效益指标", "知晓率")
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tab(session: Session, qtbot: QtBot) -> IndicatorsTab:
    return opened(session, qtbot)


def drag(tab: IndicatorsTab, data: QMimeData, y: int) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(50, y), COPY, data, LEFT, NONE)
    QApplication.sendEvent(tab.grid.viewport(), event)
    return event


def drop(tab: IndicatorsTab, data: QMimeData, y: int) -> None:
    drag(tab, data, y)
    QApplication.sendEvent(tab.grid.viewport(), QDropEvent(QPointF(50, y), COPY, data, LEFT, NONE))


def edge(tab: IndicatorsTab, row: int) -> int:
    return tab.grid.rowViewportPosition(row)


def test_a_drop_between_two_rows_puts_the_entries_there_as_one_step(session: Session, tab: IndicatorsTab) -> None:
    before = session.document
    drop(tab, carried([RATE, OTHER]), edge(tab, 1) + 2)
    assert texts(tab.grid, NAME) == ["次数", "合格率", "知晓率", "比率", "成效"]
    assert tab.grid.table.rows[2].level1 == "效果指标"
    assert tab.grid.caret.place() == (2, NAME)
    session.undo()
    assert session.document == before


def test_a_drop_on_the_lower_half_goes_below_and_one_beyond_goes_to_the_end(tab: IndicatorsTab) -> None:
    drop(tab, carried([RATE]), edge(tab, 1) - 2)
    drop(tab, carried([OTHER]), tab.grid.viewport().height() - 2)
    assert texts(tab.grid, NAME) == ["次数", "合格率", "比率", "成效", "知晓率"]


def test_a_line_shows_where_it_would_go(tab: IndicatorsTab) -> None:
    assert drag(tab, carried([RATE]), edge(tab, 1) + 2).isAccepted()
    assert tab.library._line.isVisible()
    assert abs(tab.library._line.geometry().center().y() - edge(tab, 1)) <= 2
    QApplication.sendEvent(tab.grid.viewport(), QDragLeaveEvent())
    assert not tab.library._line.isVisible()


def test_a_file_is_left_to_the_window(session: Session, tab: IndicatorsTab) -> None:
    data, before = QMimeData(), session.document
    data.setUrls([QUrl.fromLocalFile("/x.pbproj")])
    assert not drag(tab, data, 5).isAccepted()
    drop(tab, data, 5)
    assert session.document is before


def test_an_entry_takes_the_place_of_a_blank_row(tab: IndicatorsTab) -> None:
    tab.commands.insert_below()
    tab.library.insert([RATE, OTHER])
    assert texts(tab.grid, NAME) == ["次数", "合格率", "知晓率", "比率", "成效"]
    assert tab.grid.caret.place() == (2, NAME)


def test_what_is_being_typed_is_kept(tab: IndicatorsTab) -> None:
    tab.grid.caret.go_to(0, NAME)
    type_("ab")
    tab.library.insert([RATE])
    assert texts(tab.grid, NAME) == ["ab", "合格率", "比率", "成效"]
    press(Qt.Key.Key_Up)
    assert tab.grid.caret.place() == (0, NAME)


def test_without_a_project_nothing_happens(session: Session, tab: IndicatorsTab) -> None:
    before = session.document
    tab.bind("")
    assert not drag(tab, carried([RATE]), 5).isAccepted()
    tab.library.insert([RATE])
    assert session.document is before


def test_the_cursor_tells_where_it_stands_while_it_is_seen(session: Session, tab: IndicatorsTab) -> None:
    shown: list[str] = []
    session.place_shown.connect(shown.append)
    tab.grid.caret.go_to(1, NAME)
    tab.hide()
    assert (shown[0], shown[-1]) == ("projects/0/indicators/1/name", "")

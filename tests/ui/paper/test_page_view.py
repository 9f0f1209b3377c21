"""Pages that scroll and zoom."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.page_canvas import GAP
from pbeditor.ui.paper.page_view import LEAST, WHOLE, PageView
from pbeditor.ui.paper.printout import printout_of
from pbeditor.ui.session import Session


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> PageView:
    measure = QtMeasure()
    printout = printout_of(session, measure)
    view = PageView(measure)
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    view.canvas.show_pages(printout.pages, printout.layout)
    return view


def turn_wheel(view: PageView, delta: int, modifier: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_page_is_as_wide_as_the_view(view: PageView) -> None:
    view.fit()
    assert view.canvas.page_box(0).width() == pytest.approx(view.viewport().width() - 2 * GAP, abs=1)
    view.resize(900, 480)
    assert view.canvas.page_box(0).width() == pytest.approx(view.viewport().width() - 2 * GAP, abs=1)


def test_a_whole_page_fits_the_view(view: PageView) -> None:
    view.fit(WHOLE)
    assert view.canvas.page_box(0).height() <= view.viewport().height() - 2 * GAP + 1


def test_the_wheel_with_ctrl_zooms_and_without_it_scrolls(view: PageView) -> None:
    before = view.zoom
    turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before
    turn_wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    zoom = view.zoom
    turn_wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.zoom == zoom
    assert view.verticalScrollBar().value() > 0


def test_keys_turn_the_pages_and_zoom(qtbot: QtBot, view: PageView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == len(view.canvas.pages) - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    before = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before)


def test_the_page_in_sight_is_told(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.page_reached) as reached:
        view.go_to_page(3)
    assert reached.args == [3]


def test_a_last_page_too_small_to_come_to_the_top_is_reached_all_the_same(qtbot: QtBot, view: PageView) -> None:
    view.set_zoom(LEAST)
    last = len(view.canvas.pages) - 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == last
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == last - 1
    view.verticalScrollBar().setValue(0)
    assert view.page == 0


def test_the_paper_is_white_on_a_darker_ground(view: PageView) -> None:
    picture = view.grab().toImage()
    paper = view.canvas.page_box(0)
    ratio = picture.devicePixelRatio()
    inside = picture.pixelColor(round((paper.left() + 20) * ratio), round((paper.top() + 20) * ratio))
    around = picture.pixelColor(round(4 * ratio), round(4 * ratio))
    assert inside.name() == "#ffffff"
    assert around.lightness() < inside.lightness()


def test_text_is_drawn_in_black_or_shades_of_it(view: PageView) -> None:
    picture = view.grab().toImage()
    paper = view.canvas.page_box(0)
    dark = [
        picture.pixelColor(x, y).lightness()
        for x in range(round(paper.left()) + 60, round(paper.right()) - 60, 2)
        for y in range(round(paper.top()) + 100, picture.height(), 2)
    ]
    assert min(dark) < 100

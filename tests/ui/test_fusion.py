"""The style: what grows with the letters, and what is seen on every ground."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QSpinBox,
    QStyle,
    QTabBar,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pbeditor.ui.editors.inputs import LineInput
from pbeditor.ui.fusion import GROWING, divider
from pbeditor.ui.theme import accent, dress
from tests.ui.contrast import contrast


@pytest.fixture(params=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    """The program in one of its looks; afterwards it looks as before."""
    letters, before = qapp.font(), qapp.palette()
    dress(qapp, letters, request.param, 10)
    yield qapp.palette()
    qapp.setFont(letters)
    qapp.setPalette(before)
    qapp.setStyle("fusion")


def colours(widget: QWidget) -> set[str]:
    """All colours that are to be seen on the widget."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("metric", [*GROWING, QStyle.PixelMetric.PM_TabBarIconSize], ids=lambda metric: metric.name)
def test_boxes_and_icons_grow_with_the_letters(
    qapp: QApplication, palette: QPalette, metric: QStyle.PixelMetric
) -> None:
    usual = qapp.style().pixelMetric(metric)
    dress(qapp, qapp.font(), size=20)
    assert qapp.style().pixelMetric(metric) == 2 * usual > 0


def test_what_bears_them_has_room(qapp: QApplication, palette: QPalette, qtbot: QtBot) -> None:
    box, button = QCheckBox("全选"), QPushButton()
    for widget in (box, button):
        qtbot.addWidget(widget)
        widget.show()
    width, icon = box.sizeHint().width(), button.iconSize()
    dress(qapp, qapp.font(), size=20)
    qapp.processEvents()
    assert box.sizeHint().width() > 1.5 * width
    assert button.iconSize() == icon * 2


@pytest.mark.parametrize("shape", [QTabBar.Shape.RoundedNorth, QTabBar.Shape.RoundedSouth])
def test_the_chosen_tab_bears_a_bar_that_is_seen(palette: QPalette, qtbot: QtBot, shape: QTabBar.Shape) -> None:
    tabs = QTabBar()
    qtbot.addWidget(tabs)
    tabs.setShape(shape)
    tabs.addTab("甲")
    tabs.addTab("乙")
    tabs.resize(tabs.sizeHint())
    tabs.setCurrentIndex(1)
    chosen, image = tabs.tabRect(1), tabs.grab().toImage()
    edge = chosen.top() if shape == QTabBar.Shape.RoundedNorth else chosen.bottom()
    assert image.pixelColor(chosen.center().x(), edge) == accent(palette)
    assert image.pixelColor(tabs.tabRect(0).center().x(), edge) != accent(palette)
    assert contrast(accent(palette), palette.color(QPalette.ColorRole.Window)) >= 3


@pytest.mark.parametrize("palette", ["dark"], indirect=True)
@pytest.mark.parametrize("kind", [QToolBar, QMenu])
def test_lines_between_groups_are_seen_on_a_dark_ground(
    palette: QPalette, qtbot: QtBot, kind: type[QToolBar | QMenu]
) -> None:
    holder = kind()
    qtbot.addWidget(holder)
    for text in ("甲", "乙"):
        holder.addAction(QAction(text, holder))
        holder.addSeparator()
    holder.addAction(QAction("丙", holder))
    holder.resize(holder.sizeHint())
    assert divider(palette).name() in colours(holder)
    for ground in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        assert contrast(divider(palette), palette.color(ground)) >= 3


@pytest.mark.parametrize("kind", [QPushButton, QListWidget, QCheckBox, QLineEdit, QSpinBox, QComboBox])
def test_one_sees_where_the_keyboard_is(palette: QPalette, qtbot: QtBot, kind: type[QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, second = QLineEdit(), kind()
    for widget in (first, second):
        layout.addWidget(widget)
    if isinstance(second, QListWidget):
        second.addItems(["甲", "乙"])
        second.setFrameShape(QListWidget.Shape.NoFrame)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    assert accent(palette).name() not in colours(second)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert accent(palette).name() in colours(second)


@pytest.mark.parametrize("shape", [QTabBar.Shape.RoundedNorth, QTabBar.Shape.RoundedSouth])
def test_one_sees_that_the_keyboard_is_on_a_tab(palette: QPalette, qtbot: QtBot, shape: QTabBar.Shape) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    line, tabs = QLineEdit(), QTabBar()
    tabs.setShape(shape)
    for text in ("甲", "乙"):
        tabs.addTab(text)
    for widget in (line, tabs):
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab = tabs.tabRect(0)
    sides = [tab.left() + 3, tab.right() - 3]
    line.setFocus()
    image = tabs.grab().toImage()
    assert [image.pixelColor(x, tab.center().y()) == accent(palette) for x in sides] == [False, False]
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert tabs.hasFocus()
    image = tabs.grab().toImage()
    assert [image.pixelColor(x, tab.center().y()) == accent(palette) for x in sides] == [True, True]


def test_what_its_field_frames_has_no_second_frame(palette: QPalette, qtbot: QtBot) -> None:
    editor = LineInput()
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.setFocus()
    assert accent(palette).name() not in colours(editor)

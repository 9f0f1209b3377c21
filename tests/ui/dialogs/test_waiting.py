"""Work that the user waits for: it gives its result, its fault, or nothing when it is given up."""

from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.model.errors import UnwritableError
from pbeditor.model.progress import CancelledError, Listener
from pbeditor.ui.background import Task, wait_for_all
from pbeditor.ui.dialogs.waiting import Waiting, wait_for


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_what_the_work_gives_is_given_when_it_has_ended(window: QWidget) -> None:
    assert wait_for(Task(lambda _: "写完了"), "打印", window) == "写完了"
    assert QApplication.activeModalWidget() is None


def test_what_the_work_raises_is_raised(window: QWidget) -> None:
    def fail(_: Listener) -> None:
        raise UnwritableError("甲.pdf", "写不下。")

    with pytest.raises(UnwritableError):
        wait_for(Task(fail), "打印", window)


@pytest.mark.parametrize("by_key", [True, False])
def test_the_work_can_be_given_up(window: QWidget, by_key: bool) -> None:
    given_up, went_on = Event(), list[str]()

    def work(listener: Listener) -> None:
        given_up.wait(5)
        listener("正在绘制页面", 1, 2)
        went_on.append("too far")

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Waiting)
        if by_key:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            dialog.line.stop.click()
        given_up.set()

    QTimer.singleShot(0, give_up)
    with pytest.raises(CancelledError):
        wait_for(Task(work), "打印", window)
    wait_for_all()
    assert went_on == []

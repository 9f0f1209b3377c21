"""Long work goes on beside the window, tells how far it is, and can be ended."""

from collections.abc import Iterator
from functools import partial
from gc import collect
from statistics import median
from sys import getswitchinterval, setswitchinterval
from threading import Event, get_ident
from time import perf_counter, sleep
from weakref import ref

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.model.errors import UnreadableError
from pbeditor.model.progress import Listener
from pbeditor.ui.background import Task, done_beside, is_held, wait_for_all


def test_the_result_comes_back_into_the_window_s_thread(qtbot: QtBot) -> None:
    threads: list[int] = []
    task = Task(lambda _: get_ident())
    task.done.connect(lambda worker: threads.extend((worker, get_ident())))

    with qtbot.waitSignal(task.done):
        task.start()

    assert threads[0] != threads[1] == get_ident()


def test_progress_is_told_on_the_way(qtbot: QtBot) -> None:
    told: list[tuple[str, int, int]] = []
    task = Task(lambda listener: listener("正在读取", 1, 3))
    task.progressed.connect(lambda *each: told.append(each))

    with qtbot.waitSignal(task.done):
        task.start()

    assert told == [("正在读取", 1, 3)]


def test_what_the_work_raises_comes_back(qtbot: QtBot) -> None:
    def fail(_: Listener) -> None:
        raise UnreadableError("a.docx", "打不开。")

    task = Task(fail)
    with qtbot.waitSignal(task.failed) as waited:
        task.start()

    assert isinstance(waited.args[0], UnreadableError)


def test_a_cancelled_task_ends_at_its_next_tick_and_says_nothing(qtbot: QtBot) -> None:
    begun, cancelled, went_on = Event(), Event(), Event()

    def work(listener: Listener) -> None:
        begun.set()
        cancelled.wait(5)
        listener("正在读取", 0, 0)
        went_on.set()

    task, heard = Task(work), list[object]()
    task.done.connect(heard.append)
    task.failed.connect(heard.append)
    task.start()
    assert begun.wait(5)
    task.cancel()
    cancelled.set()
    wait_for_all()
    qtbot.wait(10)

    assert heard == []
    assert not went_on.is_set()


@pytest.mark.usefixtures("qapp")
def test_the_end_of_the_program_ends_what_still_runs() -> None:
    ended = Event()

    def work(listener: Listener) -> None:
        try:
            while True:
                listener("正在读取", 0, 0)
        finally:
            ended.set()

    Task(work).start()
    wait_for_all()

    assert ended.is_set()


@pytest.fixture
def usual_turns() -> Iterator[None]:
    """Threads that take turns as long as Python usually has them, which other tests may have changed."""
    before = getswitchinterval()
    setswitchinterval(0.005)
    yield
    setswitchinterval(before)


@pytest.mark.usefixtures("qapp", "usual_turns")
def test_a_window_that_gives_its_turn_away_soon_has_it_again() -> None:
    over = Event()

    def work(_: Listener) -> None:
        while not over.is_set():
            pass

    def spent() -> float:
        start = perf_counter()
        for _ in range(40):  # as painting a page does
            sleep(0.0001)
        return perf_counter() - start

    Task(work).start()
    try:
        assert median(spent() for _ in range(9)) < 0.1  # s; 0.2 with the usual turns
    finally:
        over.set()
        wait_for_all()


def test_what_is_done_beside_gives_its_result_or_its_fault(qapp: QApplication) -> None:
    def fail() -> None:
        raise UnreadableError("a.docx", "打不开。")

    assert done_beside(get_ident) != get_ident()
    with pytest.raises(UnreadableError):
        done_beside(fail)
    assert not is_held()


def test_meanwhile_timers_go_on_and_nothing_else_may_begin(qapp: QApplication) -> None:
    beaten = Event()
    held: list[bool] = []
    QTimer.singleShot(0, lambda: held.append(is_held()))
    QTimer.singleShot(0, beaten.set)
    assert done_beside(lambda: beaten.wait(5))
    assert held == [True]


def test_work_outlives_what_ends_the_program(qapp: QApplication) -> None:
    left, written = Event(), list[object]()

    def leave() -> None:
        qapp.exit()
        left.set()

    def write() -> None:
        QTimer.singleShot(0, leave)
        written.append(done_beside(lambda: left.wait(5) and "written"))

    QTimer.singleShot(0, write)
    qapp.exec()
    assert written == ["written"]


def test_a_task_given_up_before_it_began_never_begins(qtbot: QtBot) -> None:
    begun = Event()
    task = Task(lambda _: begun.set())
    task.start(10)
    task.cancel()
    assert not task.is_running
    assert not begun.wait(0.1)
    qtbot.wait(50)
    assert not begun.is_set()
    wait_for_all()


def test_a_task_given_up_before_it_began_keeps_nothing(qtbot: QtBot) -> None:
    class Pages:
        """Something that the work would have used."""

    pages = Pages()
    kept = ref(pages)
    task = Task(partial(_with, pages))
    task.done.connect(partial(_with, task))  # as whoever waits for it holds it
    task.start(1)
    task.cancel()
    del task, pages

    def is_gone() -> bool:
        collect()
        return kept() is None

    qtbot.waitUntil(is_gone)


def _with(used: object, _: object) -> object:
    return used

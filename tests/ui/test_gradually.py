"""Long work goes on a slice at a time; what is short is done at once."""

from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pbeditor.ui import gradually
from pbeditor.ui.gradually import ALL, Gradually


def steps(said: list[str], word: str, count: int) -> Iterator[None]:
    for number in range(count):
        said.append(f"{word}{number}")
        yield
    said.append(word)


@pytest.fixture
def work(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Gradually:
    monkeypatch.setattr(gradually, "SLICE", 0)  # one step a slice
    owner = QObject()
    work = Gradually(owner)
    work.setParent(None)
    return work


def test_what_has_one_step_only_is_done_at_once(work: Gradually) -> None:
    said: list[str] = []
    work.begin(steps(said, "a", 0))
    assert said == ["a"]


def test_what_has_several_goes_on_between_events(work: Gradually, qtbot: QtBot) -> None:
    said: list[str] = []
    work.begin(steps(said, "a", 3))
    assert said == ["a0"]
    qtbot.waitUntil(lambda: said[-1] == "a")
    assert said == ["a0", "a1", "a2", "a"]


def test_other_work_takes_the_place_of_what_is_not_done(work: Gradually, qtbot: QtBot) -> None:
    said: list[str] = []
    work.begin(steps(said, "a", 3))
    work.begin(steps(said, "b", 1))
    qtbot.waitUntil(lambda: said[-1] == "b")
    qtbot.wait(20)
    assert said == ["a0", "b0", "b"]


def test_work_may_begin_other_work(work: Gradually, qtbot: QtBot) -> None:
    said: list[str] = []

    def first() -> Iterator[None]:
        work.begin(steps(said, "b", 1))
        yield
        said.append("never")

    work.begin(first())
    qtbot.waitUntil(lambda: said[-1] == "b")
    qtbot.wait(20)
    assert said == ["b0", "b"]


def test_nothing_of_what_is_left_for_later_is_done_at_once(work: Gradually, qtbot: QtBot) -> None:
    said: list[str] = []
    work.begin(steps(said, "a", 1), None)
    assert (said, work.is_busy) == ([], True)
    qtbot.waitUntil(lambda: said == ["a0", "a"])
    assert not work.is_busy


def test_all_of_it_can_be_done_at_once(work: Gradually) -> None:
    said: list[str] = []
    work.begin(steps(said, "a", 3), ALL)
    assert said == ["a0", "a1", "a2", "a"]


def test_it_tells_how_far_it_is_and_what_the_work_gave(work: Gradually, qtbot: QtBot) -> None:
    def counting() -> Generator[int, None, str]:
        yield from (1, 2)
        return "all"

    told: list[object] = []
    work.paused.connect(told.append)
    work.done.connect(lambda given: told.append((given, work.is_busy)))
    work.begin(counting())
    qtbot.waitUntil(lambda: len(told) > 2)
    assert told == [1, 2, ("all", False)]


def test_it_can_be_given_up(work: Gradually, qtbot: QtBot) -> None:
    said: list[str] = []
    work.begin(steps(said, "a", 3))
    work.stop()
    qtbot.wait(20)
    assert said == ["a0"]

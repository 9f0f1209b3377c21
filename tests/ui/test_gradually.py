"""Long work goes on a slice at a time; what is short is done at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pbeditor.ui import gradually
from pbeditor.ui.gradually import Gradually


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


def test_it_can_be_given_up(work: Gradually, qtbot: QtBot) -> None:
    said: list[str] = []
    work.begin(steps(said, "a", 3))
    work.stop()
    qtbot.wait(20)
    assert said == ["a0"]

"""Ticks reach whoever waits, and nobody else."""

from threading import Thread

import pytest

from pbeditor.model.progress import READING, CancelledError, heard_by, tick


def test_a_tick_nobody_waits_for_is_nothing() -> None:
    tick(READING, 1, 2)


def test_a_listener_hears_ticks_while_it_listens() -> None:
    heard: list[tuple[str, int, int]] = []
    with heard_by(lambda *one: heard.append(one)):
        tick(READING, 1, 2)
    tick(READING, 2, 2)
    assert heard == [(READING, 1, 2)]


def test_a_listener_may_end_the_task() -> None:
    def listen(*_: object) -> None:
        raise CancelledError

    with pytest.raises(CancelledError), heard_by(listen):
        tick(READING)
    tick(READING)


def test_each_thread_has_a_listener_of_its_own() -> None:
    heard: list[str] = []
    with heard_by(lambda stage, *_: heard.append(stage)):
        other = Thread(target=lambda: tick("别处"))
        other.start()
        other.join()
    assert heard == []

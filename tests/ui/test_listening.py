"""Listening to what lives longer than the listener."""

import re
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QObject, Signal

import pbeditor.ui
from pbeditor.ui.listening import listen

LASTING = re.compile(r"\b_?(session|memory|shelf)\.\w+\.connect\(")


class Sender(QObject):
    changed = Signal(object, object)
    named = Signal(str)
    opened = Signal()


class Listener(QObject):
    def __init__(self, sender: Sender) -> None:
        super().__init__()
        self.heard: list[tuple[object, ...]] = []
        listen(self, sender, changed=self._take, named=self._take, opened=self._take)

    def _take(self, *told: object) -> None:
        self.heard.append(told)


def test_a_listener_hears_what_each_signal_carries() -> None:
    sender = Sender()
    listener = Listener(sender)
    sender.changed.emit({1: 2}, None)
    sender.named.emit("总体目标")
    sender.opened.emit()
    assert listener.heard == [({1: 2}, None), ("总体目标",), ()]


def test_what_listens_goes_when_nobody_else_holds_it() -> None:
    sender = Sender()
    listener = Listener(sender)
    heard, known = listener.heard, ref(listener)
    del listener
    sender.opened.emit()
    assert known() is None
    assert heard == []


def test_a_signal_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(AttributeError, match="closed"):
        listen(QObject(), Sender(), closed=print)


def test_nothing_connects_to_what_outlives_the_pages_but_by_listening() -> None:
    files = Path(*pbeditor.ui.__path__).rglob("*.py")
    assert [file.name for file in files if LASTING.search(file.read_text("utf-8"))] == []

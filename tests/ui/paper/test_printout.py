"""What is to be printed, and its way into a PDF file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import ref

import pytest
from pytestqt.qtbot import QtBot

from pbeditor.ui.paper import printout
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.printout import pdf_task, printout_of
from pbeditor.ui.session import Session


def test_what_a_pdf_needed_has_gone_before_python_looks_for_rings_again(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[ref[QtMeasure]] = []
    left: list[QtMeasure | None] = []

    class Measure(QtMeasure):
        def __init__(self) -> None:
            super().__init__()
            made.append(ref(self))

    @contextmanager
    def watched() -> Iterator[None]:
        yield
        left.extend(each() for each in made)

    monkeypatch.setattr(printout, "QtMeasure", Measure)
    monkeypatch.setattr(printout, "without_collecting", watched)
    task = pdf_task(printout_of(session, QtMeasure()), tmp_path / "甲.pdf")
    with qtbot.waitSignal(task.done):
        task.start()
    assert left == [None]

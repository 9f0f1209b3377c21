"""The faces of a PDF, which Qt cuts down to the glyphs that are used."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import perf_counter, sleep

import pytest

from pbeditor.model.form import Text
from pbeditor.ui.paper.faces import Faces
from pbeditor.ui.paper.signs import FreeSigns

SIGNS = "".join(map(chr, range(0x4E00, 0x5400)))  # as many as a department's documents have in a year
TRIES = 5  # on a machine that others use a thread may wait for the processor as well


@contextmanager
def pauses() -> Iterator[list[float]]:
    """The times in s between two moments at which another thread could go on."""
    over, found = Event(), list[float]()

    def beat() -> None:
        last = perf_counter()
        while not over.is_set():
            sleep(0.001)
            found.append(perf_counter() - last)
            last = perf_counter()

    thread = Thread(target=beat)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()


def longest_part() -> float:
    """How much of the time in which a file of faces is made another thread has to wait at once."""
    faces, style = Faces(), Text(("宋体",), 12)
    signs = FreeSigns(style, "目" + SIGNS, "目")
    face = faces.of(signs.raw())
    for glyph, sign in zip(face.raw.glyphIndexesForString(SIGNS), SIGNS, strict=True):
        face.shown(glyph, sign)
    with pauses() as found:
        start = perf_counter()
        faces.file()
        spent = perf_counter() - start
    return max(found) / spent


@pytest.mark.usefixtures("qapp")
def test_the_window_goes_on_while_qt_cuts_fonts_down() -> None:
    assert min(longest_part() for _ in range(TRIES)) < 0.5

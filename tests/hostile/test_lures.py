"""No external entities, no links followed, no macros, no formulas evaluated, no path in a file opened or written."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="limits of memory need POSIX")

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Paragraph
from tests.hostile.attacks import MARK, SHOWN, lures
from tests.hostile.child import in_child

NAMES = sorted(lures("", ""))
# What a program that is lured would do, as Python tells before it happens.
_DEEDS = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "urllib.",
    "ftplib.",
)
READABLE = {
    "external relations and fields in Word",
    "macros in Word",
    "parts with names outside",
    "a page full of links",
}


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """An address of this machine that notes whoever calls."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.mark.parametrize("name", NAMES)
def test_a_lure_is_not_followed(name: str, tmp_path: Path, server: socket.socket) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(MARK, "utf-8")
    before = secret.stat()
    data = lures(str(secret), f"http://127.0.0.1:{server.getsockname()[1]}")[name]()
    (text, deeds), _ = in_child(lambda: _read(data, tmp_path), 300)
    assert MARK not in text
    assert deeds == []
    with pytest.raises(BlockingIOError):
        server.accept()
    assert secret.stat().st_mtime_ns == before.st_mtime_ns
    assert os.listdir(tmp_path) == ["secret.txt"]  # noqa: PTH208  a hidden file counts


@pytest.mark.parametrize("name", sorted(READABLE))
def test_what_is_harmless_in_a_lure_is_read(name: str) -> None:
    assert SHOWN in _text(lures("/nowhere/secret", "http://127.0.0.1:9")[name]())


def test_formulas_show_what_was_stored_and_are_never_evaluated() -> None:
    text = _text(lures("/nowhere/secret", "http://127.0.0.1:9")["formulas, links and DDE in Excel"]())
    assert text == SHOWN
    assert _text(lures("/nowhere", "http://127.0.0.1:9")["formulas and links in a spreadsheet"]()) == SHOWN


def test_a_pipe_that_an_entity_names_is_never_opened(tmp_path: Path) -> None:
    """Opening it would wait forever, also in the parser, which asks Python for nothing."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for name, make in lures(str(pipe), "http://127.0.0.1:9").items():
        answer, _ = in_child(partial(_text, make()), 300)
        assert MARK not in answer, name


def _read(data: bytes, folder: Path) -> tuple[str, list[str]]:
    """What a file shows, and what its reading did to the world. The reader's own modules may be loaded."""
    _text(data)
    deeds: list[str] = []

    def note(event: str, arguments: tuple[object, ...]) -> None:
        path = str(arguments[0]) if arguments else ""
        if event.startswith(_DEEDS) or (
            event == "open" and (str(folder) in path or not path.endswith((".py", ".pyc")))
        ):
            deeds.append(f"{event} {path}")

    sys.addaudithook(note)
    return _text(data), deeds


def _text(data: bytes) -> str:
    with suppress(UnreadableError):
        blocks = read_sheet(data, "甲").blocks
        return "\n".join(
            block.text if isinstance(block, Paragraph) else "\n".join(c.text for row in block.rows for c in row.cells)
            for block in blocks
        ).strip()
    return ""

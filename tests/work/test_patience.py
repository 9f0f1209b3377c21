"""Reading tells how far it is, can be ended, and ends by itself."""

from contextlib import suppress
from pathlib import Path

import pytest

from pbeditor.exchange import limits
from pbeditor.model.errors import UnreadableError
from pbeditor.model.progress import READING, UNDERSTANDING, CancelledError
from pbeditor.work import patience
from pbeditor.work.opening import open_any, open_bytes
from tests.exchange.shown import SAMPLES

NAMES = sorted(path.name for path in SAMPLES.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_every_reader_tells_how_far_it_is(name: str) -> None:
    heard: list[tuple[str, int, int]] = []
    with suppress(UnreadableError):  # some hold no project
        open_any(SAMPLES / name, listener=lambda *one: heard.append(one))
    assert {stage for stage, _, _ in heard} == {READING, UNDERSTANDING}
    assert all(0 <= done <= total for _, done, total in heard)


@pytest.mark.parametrize("stage", [READING, UNDERSTANDING])
@pytest.mark.parametrize("name", NAMES)
def test_every_reader_can_be_ended(name: str, stage: str) -> None:
    def listen(told: str, *_: int) -> None:
        if told == stage:
            raise CancelledError

    with pytest.raises(CancelledError):
        open_any(SAMPLES / name, listener=listen)


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10**6, limits.SECONDS + 1))
    monkeypatch.setattr(patience, "monotonic", lambda: next(clock))
    with pytest.raises(UnreadableError, match="“甲”读了 1 分钟仍没有读完"):
        open_bytes(b"\xe7\x94\xb2\n" * 10, "甲")


def test_what_needs_more_memory_than_there_is_is_refused() -> None:
    with pytest.raises(UnreadableError, match="“甲”读取时内存不够"), patience.patiently("甲"):
        raise MemoryError


def test_a_file_on_disk_is_read_with_the_same_patience(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一\n", "utf-8")

    def listen(*_: object) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        open_any(path, listener=listen)

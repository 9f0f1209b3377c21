"""Project files that are spoilt in any way: one sentence each, in bounded time and memory."""

from pathlib import Path

import pytest

pytest.importorskip("resource", reason="limits of memory need POSIX")

from pbeditor.work.opening import open_any
from tests.hostile.child import in_child
from tests.hostile.spoilt import spoilt
from tests.hostile.trial import FAULT, tried

NAMES = sorted(name for name in spoilt() if "MB" not in name or name.startswith(("a form", "an id")))
LARGE = sorted(name for name in spoilt() if name not in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_spoilt_project_file_is_opened_or_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / "甲.pbproj"
    path.write_bytes(spoilt()[name]())
    outcome = tried(lambda: open_any(path))
    assert outcome.kind != FAULT, outcome.words


@pytest.mark.parametrize("name", LARGE)
def test_a_huge_project_file_is_refused_within_300_megabytes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "甲.pbproj"
    path.write_bytes(spoilt()[name]())
    outcome, _ = in_child(lambda: tried(lambda: open_any(path)), 300)
    path.unlink()
    assert outcome.kind != FAULT, outcome.words
    assert "内存不够" not in outcome.words

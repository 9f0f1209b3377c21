"""A short seeded run of what `python -m tests.fuzz` does at length, and what it once found."""

from pathlib import Path

import pytest

pytest.importorskip("resource", reason="limits of memory need POSIX")

from tests.fuzz.hunt import hunt
from tests.fuzz.seeds import FORMATS, seeds


@pytest.mark.parametrize("kind", FORMATS)
def test_inputs_that_reach_new_lines_do_no_harm(kind: str, tmp_path: Path) -> None:
    tally = hunt(kind, 40, tmp_path)
    assert tally.faults == []
    assert tally.inputs == tally.answers + tally.errors == 40


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_has_whole_files_to_begin_with(kind: str) -> None:
    assert seeds(kind)

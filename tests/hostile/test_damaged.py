"""Every file of tests/data damaged: a short seeded run of what `python -m tests.hostile mutations` does at length."""

import os
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="limits of memory need POSIX")

from tests.hostile.damaged import DATA, files, toll

MUTANTS = int(os.environ.get("MUTATIONS", "15"))


@pytest.mark.parametrize("path", list(files()), ids=lambda path: str(path.relative_to(DATA)))
def test_a_damaged_file_is_read_or_refused_in_one_sentence(path: Path) -> None:
    assert toll(path, MUTANTS).faults == ()

"""Damaged files of every kind are read or refused in words, within bounds of time."""

import os
import time

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from tests.exchange.mutations import mutated
from tests.exchange.shown import SAMPLES

ROUNDS = int(os.environ.get("MUTATIONS", "150"))  # CONTRIBUTING.md names the long run
LONGEST = 10.0  # seconds


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_damaged_file_is_read_or_refused_in_words(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    for seed in range(ROUNDS):
        began = time.process_time()
        assert answered(mutated(data, seed)), seed
        assert time.process_time() - began < LONGEST, seed


def answered(data: bytes) -> bool:
    """Whether a file is read, or refused in one line that names it."""
    try:
        return read_sheet(data, "甲") is not None
    except UnreadableError as error:
        return str(error).startswith("“甲”") and str(error).endswith("。") and "\n" not in str(error)

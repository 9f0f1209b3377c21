"""Every file of tests/data/corpus is read exactly as the JSON beside it says, whatever hand and format it is in."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from pbeditor.work.opening import open_any
from tests.corpus.case import Found
from tests.corpus.make import CASES, FOLDER, expected, reading

VARIATIONS = 24
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


def understood(path: Path) -> dict[str, Any]:
    """The reading of a file in the shape of the expected JSON."""
    opened = open_any(path)
    return reading(opened.document, [Found(note.kind, note.where, note.original) for note in opened.notes])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_file_is_read_as_the_json_beside_it_says(path: Path) -> None:
    assert understood(path) == msgspec.json.decode(path.with_suffix(".json").read_bytes())


@pytest.mark.parametrize("number", range(1, VARIATIONS + 1))
def test_each_variation_has_a_file(number: int) -> None:
    assert [path for path in FILES if path.name.startswith(f"{number:02d}-")]


def test_the_files_are_those_that_the_maker_writes() -> None:
    assert {path.name for path in FILES} == {f"{case.name}.{kind}" for case in CASES for kind in case.kinds}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_expected_reading_is_the_makers(case: Any) -> None:
    assert msgspec.json.decode((FOLDER / f"{case.name}.json").read_bytes()) == expected(case)

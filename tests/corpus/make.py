"""Writes tests/data/corpus anew: files of every variation, each with the expected reading beside it as JSON.

Run as `python -m tests.corpus.make [NAME ...]` from the repository's root; needs LibreOffice. The readings come from
the values in `tests.corpus.office`, never from a reader.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from pbeditor.model.document import Document
from tests.corpus import cases_content, cases_shape, cases_signs, cases_value
from tests.corpus.case import Case, Found
from tests.corpus.paper import WRITERS
from tests.exchange.libreoffice import converted

FOLDER = Path(__file__).resolve().parents[1] / "data" / "corpus"
CASES = (*cases_shape.CASES, *cases_value.CASES, *cases_content.CASES, *cases_signs.CASES)
CONVERTED = {"doc", "rtf", "odt", "xls", "ods"}


def expected(case: Case) -> dict[str, Any]:
    """The JSON beside a file."""
    return reading(case.document, case.notes)


def reading(document: Document, notes: Sequence[Found]) -> dict[str, Any]:
    """A document without its ids and what no file of another hand holds, and the lines of the import report."""
    content = msgspec.json.decode(msgspec.json.encode(document))
    for key in ("muted", "confirmed", "last_year"):
        content.pop(key)
    for project in content["projects"]:
        for part in (project, *project["indicators"]):
            part.pop("id")
    return {"document": content, "notes": [note._asdict() for note in notes]}


def written(case: Case, kind: str) -> bytes:
    """The file of a case in one format; LibreOffice writes those that are not XML or text."""
    write, _ = WRITERS[kind]
    data = case.write() if case.write else write(case.blocks)
    if kind not in CONVERTED:
        return data
    with tempfile.TemporaryDirectory() as folder:
        return converted(data, Path(folder), kind).read_bytes()


def make(names: Sequence[str]) -> None:
    """All files, or those whose name begins with one of `names`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for case in CASES:
        if names and not case.name.startswith(tuple(names)):
            continue
        content = msgspec.json.format(msgspec.json.encode(expected(case)), indent=1)
        (FOLDER / f"{case.name}.json").write_bytes(content + b"\n")
        for kind in case.kinds:
            (FOLDER / f"{case.name}.{kind}").write_bytes(written(case, kind))


if __name__ == "__main__":
    make(sys.argv[1:])

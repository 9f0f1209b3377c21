"""What of the real document each format carries, field by field.

Run as `python -m tests.exchange.conversions FOLDER` from the repository's root, with the folder of the real
document; needs LibreOffice. Prints a table: "=" where every value is as expected.json says, "≈" where numbers lost
the zeros that spreadsheets do not keep, else how many values differ.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from pbeditor.work.opening import open_bytes
from tests.exchange.libreoffice import converted
from tests.test_real_document import SOURCES, as_read

FIELDS = ("unit_code", "unit_name", "code", "name", "total", "fiscal", "other", "purpose", "plan", "goals")
ROW_FIELDS = ("level1", "level2", "name", "description", "raw", "operator", "number", "text", "basis")
SAME, NUMBERS = "=", "≈"
# format: what it is made from, and the filter that opens that
MADE: dict[str, tuple[str, str]] = {
    "doc": ("docx", ""),
    "rtf": ("docx", ""),
    "odt": ("docx", ""),
    "html": ("docx", ""),
    "odt→docx": ("odt", ""),
    "xlsx": ("html", "HTML (StarCalc)"),
    "xls": ("xlsx", ""),
    "ods": ("xlsx", ""),
}


def conversions(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The document in every format, those that LibreOffice makes included."""
    files = {"txt": (folder / SOURCES[0]).read_bytes(), "docx": (folder / SOURCES[1]).read_bytes()}
    yield from files.items()
    for kind, (source, opened_as) in MADE.items():
        with tempfile.TemporaryDirectory() as work:
            suffix = kind.rpartition("→")[2]
            files[kind] = converted(files[source], Path(work), suffix, opened_as).read_bytes()
        yield kind, files[kind]


def differences(data: bytes, name: str, expected: Sequence[dict[str, Any]]) -> dict[str, str]:
    """By field: "=", "≈", or how many values are not as expected."""
    found = [as_read(project) for project in open_bytes(data, name).document.projects]
    pairs = list(zip(found, expected, strict=True))
    result = {field: told([(a[field], b[field]) for a, b in pairs]) for field in FIELDS}
    rows = [row for a, b in pairs for row in zip(a["indicators"], b["indicators"], strict=True)]
    return result | {f"indicators/{field}": told([(a[field], b[field]) for a, b in rows]) for field in ROW_FIELDS}


def told(pairs: Sequence[tuple[Any, Any]]) -> str:
    others = [(a, b) for a, b in pairs if a != b]
    if not others:
        return SAME
    return NUMBERS if all(number(a) == number(b) for a, b in others) else str(len(others))


def number(value: Any) -> Any:
    """The value with its numbers as numbers; what is none stays a text."""
    if isinstance(value, list):
        return [number(one) for one in value]
    try:
        return Decimal(value)
    except InvalidOperation:
        return value


def write(folder: Path, say: Callable[[str], object]) -> None:
    """The table, a line a field, a column a format."""
    expected = json.loads((folder / "expected.json").read_bytes())
    columns = {kind: differences(data, kind, expected) for kind, data in conversions(folder)}
    say(f"{'':24}" + "".join(f"{kind:>10}" for kind in columns) + "\n")
    for field in next(iter(columns.values())):
        say(f"{field:24}" + "".join(f"{column[field]:>10}" for column in columns.values()) + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.stdout.write)

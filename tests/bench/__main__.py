"""`python -m tests.bench [PROJECTS …]`: a table of ratios, each measured against a floor in the same run.

A ratio is the median of pairs taken in turn, so that a machine that slows down slows both.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
from lxml import etree
from msgspec import Struct

from pbeditor.check.engine import check
from pbeditor.edit.place import put
from pbeditor.edit.search import Query, find
from pbeditor.exchange.reading import read_sheet
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.store.forms import form_of
from pbeditor.store.project_file import ProjectFile, encode, load, save
from pbeditor.store.resources import resource
from tests.bench.documents import large
from tests.bench.starts import starts
from tests.bench.window import FRAME, felt

PAIRS = 7


class Row(Struct, frozen=True):
    """One line of the table: what is measured, against what, and the two calls."""

    what: str
    against: str
    measured: Callable[[], object]
    floor: Callable[[], object]


def rows(document: Document, form: Form, folder: Path) -> Iterator[Row]:
    """Every measurement for one document."""
    yield from _checks(document, form)
    yield from _files(document, folder)
    yield _search(document)
    yield from _word(document, form)


def _checks(document: Document, form: Form) -> Iterator[Row]:
    checked = check(document, form)
    middle = f"projects/{len(document.projects) // 2}/indicators/3/name"
    edits = [put(document, middle, f"改{n}") for n in range(2)]

    def edit() -> None:
        for changed in edits:
            views = check(changed, form, checked)
            _ = views.counts, views.groups

    def everything() -> None:
        for changed in edits:
            check(changed, form)

    yield Row("an edit and its re-check", "checking everything", edit, everything)


def _files(document: Document, folder: Path) -> Iterator[Row]:
    path, data = folder / "large.pbproj", encode(document)
    save(document, path)
    yield Row("open", "msgspec decode", lambda: load(path), lambda: msgspec.json.decode(data, type=ProjectFile))
    yield Row(
        "save",
        "msgspec encode, fsync of the same",
        lambda: save(document, path),
        lambda: _synced(document, folder, data),
    )


def _synced(document: Document, folder: Path, data: bytes) -> None:
    msgspec.json.encode(document)
    with (folder / "floor").open("wb") as file:
        file.write(data)
        os.fsync(file.fileno())


def _search(document: Document) -> Row:
    text = encode(document).decode()

    def floor() -> None:
        start = text.find("满意度")
        while start >= 0:
            start = text.find("满意度", start + 1)

    return Row("search, with a place for each hit", "str.find", lambda: list(find(document, Query("满意度"))), floor)


def _word(document: Document, form: Form) -> Iterator[Row]:
    sheet, reference = lay_out(document, form), resource("word", "reference.docx").read_bytes()
    data = word_bytes(sheet, form.layout, reference)
    parts = [part for part in ZipFile(BytesIO(data)).namelist() if part.endswith(".xml")]
    main = ZipFile(BytesIO(data)).read("word/document.xml")

    def unzip_and_parse() -> None:
        archive = ZipFile(BytesIO(data))
        for part in parts:
            etree.fromstring(archive.read(part))

    def deflate() -> None:
        with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", main)

    yield Row("Word out", "deflating the same XML", lambda: word_bytes(sheet, form.layout, reference), deflate)
    yield Row("Word in", "unzipping and parsing its XML", lambda: read_sheet(data, "a.docx"), unzip_and_parse)


def compared(row: Row) -> tuple[float, float]:
    """Median milliseconds of what is measured, and its median ratio to the floor."""
    row.measured(), row.floor()
    pairs = [(_seconds(row.measured), _seconds(row.floor)) for _ in range(PAIRS)]
    return median(a for a, _ in pairs) * 1000, median(a / b for a, b in pairs)


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    call()
    return perf_counter() - start


def main(sizes: list[int]) -> None:
    """Print the table for documents of these sizes."""
    print(f"{'projects':>8}  {'measured':<40} {'against':<36} {'ms':>9} {'ratio':>8}")
    for size in sizes:
        document = large(size)
        with TemporaryDirectory() as folder:
            for row in rows(document, form_of(document), Path(folder)):
                show(size, row.what, row.against, *compared(row))
        for one in felt(size):
            show(size, one.what, "one frame: median", one.middle, one.middle / FRAME)
            show(size, one.what, "one frame: 99th percentile", one.slow, one.slow / FRAME)
    for what, against, measured, floor in starts(sizes):
        show(0, what, against, measured.seconds * 1000, measured.seconds / floor.seconds)
        show(0, f"{what}, MB", against, measured.megabytes, measured.megabytes / floor.megabytes)


def show(size: int, what: str, against: str, amount: float, ratio: float) -> None:
    """One line of the table; `amount` is in ms where nothing else is said."""
    print(f"{size or '':>8}  {what:<40} {against:<36} {amount:>9.2f} {ratio:>8.3f}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [200, 1_000])

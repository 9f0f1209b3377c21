"""`python -m tests.bench [PROJECTS …]`: a table of ratios, each measured against a floor in the same run.

A ratio is the median of pairs taken in turn, so that a machine that slows down slows both.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from pbeditor.check.engine import check
from pbeditor.edit.place import put
from pbeditor.edit.search import Query, find
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.store.forms import form_of
from pbeditor.store.project_content import ProjectFile
from pbeditor.store.project_file import encode, load, save
from tests.bench import paper
from tests.bench.documents import large
from tests.bench.excel import excel_rows
from tests.bench.rows import Row, compared
from tests.bench.starts import starts
from tests.bench.window import FRAME, felt
from tests.bench.word import word_rows


def rows(document: Document, form: Form, folder: Path) -> Iterator[Row]:
    """Every measurement for one document."""
    yield from _checks(document, form)
    yield from _files(document, folder)
    yield _search(document)
    yield from word_rows(document, form)
    yield from excel_rows(document, form)


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

    def laid_out() -> None:
        _synced(folder, msgspec.json.format(msgspec.json.encode(document), indent=2))

    def plain() -> None:
        msgspec.json.encode(document)
        _synced(folder, data)

    # The same bytes by msgspec alone; and without the layout, by which a person can read the file.
    yield Row("save", "msgspec encode and layout, fsync", lambda: save(document, path), laid_out)
    yield Row("save", "msgspec encode without layout, fsync", lambda: save(document, path), plain)


def _synced(folder: Path, data: bytes) -> None:
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
    paper.main(sizes)
    for what, against, measured, floor in starts(sizes):
        show(0, what, against, measured.seconds * 1000, measured.seconds / floor.seconds)
        show(0, f"{what}, MB", against, measured.megabytes, measured.megabytes / floor.megabytes)


def show(size: int, what: str, against: str, amount: float, ratio: float) -> None:
    """One line of the table; `amount` is in ms where nothing else is said."""
    print(f"{size or '':>8}  {what:<40} {against:<36} {amount:>9.2f} {ratio:>8.3f}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [200, 1_000])

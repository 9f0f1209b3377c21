"""How time grows from 1,000 to 10,000 projects; `python -m tests.bench.growth [SMALL LARGE]`.

What goes through the whole document may take ten times as long; what concerns one project should take as before.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from msgspec import Struct

from pbeditor.check.engine import check
from pbeditor.edit.place import put
from pbeditor.edit.search import Query, find
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.document import Document
from pbeditor.sheet.lay_out import lay_out
from pbeditor.store.forms import form_of
from pbeditor.store.project_file import load, save
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import exported
from tests.bench.documents import large
from tests.bench.rows import seconds
from tests.bench.window import application, felt

TIMES = 3


class Act(Struct, frozen=True):
    """Something done to a whole document, or to one project of it."""

    what: str
    do: Callable[[], object]


def acts(document: Document, folder: Path) -> Iterator[Act]:
    """Everything that takes its time outside the window."""
    form, path = form_of(document), folder / "large.pbproj"
    save(document, path)
    checked = check(document, form)
    middle = f"projects/{len(document.projects) // 2}/indicators/3/name"
    edits = [put(document, middle, f"改{n}") for n in range(2)]
    yield Act("an edit and its re-check", lambda: [check(edit, form, checked).counts for edit in edits])
    yield Act("checking everything", lambda: check(document, form))
    yield Act("open", lambda: load(path))
    yield Act("save", lambda: save(document, path))
    yield Act("search", lambda: list(find(document, Query("满意度"))))
    word = partial(exported, document, form, "a.docx", _no_pdf)
    yield Act("Word out, with contents", word)
    file = word()
    yield Act("Word in", lambda: read_sheet(file, "a.docx"))
    yield Act("PDF", lambda: pdf_bytes(lay_out(document, form), form))


def measured(size: int) -> Iterator[tuple[str, float]]:
    """What was done, and its median milliseconds."""
    with TemporaryDirectory() as folder:
        for act in acts(large(size), Path(folder)):
            yield act.what, median(seconds(act.do) for _ in range(TIMES)) * 1000
    for one in felt(size):
        yield one.what, one.middle
        yield f"{one.what}, 99th percentile", one.slow


def main(small: int, big: int) -> None:
    """Print the table."""
    print(f"| measured, ms | {small:,} projects | {big:,} projects | times |\n|---|---:|---:|---:|")
    application()  # before a PDF makes one without a window
    first = dict(measured(small))
    for what, amount in measured(big):
        print(f"| {what} | {first[what]:.2f} | {amount:.2f} | {amount / first[what]:.1f} |", flush=True)


def _no_pdf(*_: object) -> bytes:
    raise AssertionError


if __name__ == "__main__":
    main(*([int(size) for size in sys.argv[1:]] or [1_000, 10_000]))

"""Word and PDF out of more and more projects; `python -m tests.bench.paper_growth [PROJECTS …]`.

Processor time a project: as long as it stays the same or falls, the whole grows no faster than the document. All sizes
are measured in turn, so that a slow moment hits all of them.
"""

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from pbeditor.model.document import Document
from pbeditor.sheet.lay_out import lay_out
from pbeditor.store.forms import form_of
from pbeditor.ui.paper.pdf import pdf_bytes
from tests.bench.documents import large
from tests.bench.screen import use_office_screen
from tests.bench.word import tables, written

use_office_screen()

SIZES = (100, 200, 400, 1_000)
TIMES = 7
Act = Callable[[Document], object]


def drawn(document: Document) -> bytes:
    """A whole PDF."""
    form = form_of(document)
    return pdf_bytes(lay_out(document, form), form)


ACTS: dict[str, Act] = {"Word out, tables alone": tables, "Word out, with contents": written, "PDF out": drawn}


def main(sizes: list[int]) -> None:
    """Print the table."""
    documents = [large(size) for size in sizes]
    print(f"| processor ms a project | {' | '.join(f'{size:,}' for size in sizes)} |\n|---|{'---:|' * len(sizes)}")
    for what, act in ACTS.items():
        act(documents[0])
        rounds = [[_milliseconds(act, document) for document in documents] for _ in range(TIMES)]
        shares = [median(spent) / size for spent, size in zip(zip(*rounds, strict=True), sizes, strict=True)]
        print(f"| {what} | {' | '.join(f'{share:.2f}' for share in shares)} |", flush=True)


def _milliseconds(act: Act, document: Document) -> float:
    gc.collect()
    start = process_time()
    act(document)
    return (process_time() - start) * 1000


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))

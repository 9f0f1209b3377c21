"""An export is one piece of work that leaves nothing behind."""

import gc

import pytest

from pbeditor.store.forms import load_forms
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import exported
from tests.bench.documents import large


@pytest.mark.parametrize(("name", "most"), [("a.docx", 0), ("a.xlsx", 2_000), ("a.pdf", 0)])
def test_what_it_made_goes_without_the_collector(name: str, most: int) -> None:
    """Rings of a thousand projects would stop the window for half a second when the collector finds them."""
    document, form = large(30), load_forms()["hebei-2020"]
    exported(large(2), form, name, pdf_bytes)  # what is loaded and kept for good
    gc.collect()
    gc.disable()
    try:
        exported(document, form, name, pdf_bytes)
        assert gc.collect() <= most
    finally:
        gc.enable()

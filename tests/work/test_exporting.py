"""An export is one piece of work that leaves nothing behind."""

import gc
from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from pbeditor.model.document import Section
from pbeditor.sheet.draft import MARK
from pbeditor.sheet.sheet import LINES
from pbeditor.sheet.style import Style
from pbeditor.store.forms import load_forms
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import Wish, exported
from pbeditor.work.opening import open_bytes
from tests.bench.documents import large
from tests.exchange.test_excel_out import DOCUMENT
from tests.test_samples import without_ids


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


@pytest.mark.parametrize(
    "style",
    [Style(cover=True), Style(contents=True), Style(markup=LINES), Style(draft=True), Style(cover=True, draft=True)],
)
@pytest.mark.parametrize("title", ["标题", MARK])
def test_a_workbook_keeps_the_title_whatever_paper_would_have(style: Style, title: str) -> None:
    document = replace(DOCUMENT, title=title, overall=(Section("总体绩效目标", "甲"),))
    document = replace(document, projects=tuple(replace(one, plan=("",) * 4) for one in document.projects))
    data = exported(document, load_forms()["hebei-2020"], "a.xlsx", pdf_bytes, Wish(style=style))
    opened = open_bytes(data, "a.xlsx")
    assert without_ids(opened.document) == without_ids(document)
    assert opened.notes == ()


def test_each_page_of_a_draft_says_so_once_in_its_first_row_or_above_it() -> None:
    form = load_forms()["hebei-2020"]
    book: Any = load_workbook(BytesIO(exported(DOCUMENT, form, "a.xlsx", pdf_bytes, Wish(style=Style(draft=True)))))
    shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert [sheet.oddHeader.center.text for sheet in shown] == [MARK] * 5
    says_so = [str(sheet["A1"].value).endswith(MARK) for sheet in shown]
    assert says_so == [True] * 4 + [False]
    assert [bool(sheet.HeaderFooter.differentFirst) for sheet in shown] == says_so
    assert [sheet.firstHeader.center.text for sheet in shown] == [None] * 5
    assert [sheet.firstFooter.center.text for sheet in shown] == ["— &P —"] * 4 + [None]

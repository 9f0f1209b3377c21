"""Word files as LibreOffice breaks them, beside our own pages."""

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.page_count import title_pages
from pbeditor.sheet.sheet import LINES, MARGIN, Block, Paragraph, Sheet
from pbeditor.sheet.style import PLAIN, USUAL, Style, styled
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import Wish, exported
from tests.exchange.libreoffice import converted, pages

pytestmark = [pytest.mark.libreoffice, pytest.mark.poppler]


def both(document: Document, form: Form, style: Style, folder: Path) -> tuple[list[str], list[str]]:
    """The texts of the pages of Word and of our own."""
    wish, own = Wish(style=style), folder / "own.pdf"
    own.write_bytes(exported(document, form, "own.pdf", pdf_bytes, wish))
    word = exported(document, form, "甲.docx", pdf_bytes, wish)
    return pages(converted(word, folder, "pdf:writer_pdf_Export")), pages(own)


def pages_of_titles(found: list[str], titles: list[Paragraph]) -> dict[str, int]:
    """The page of each title, the last one that says it: the contents say it before."""
    texts = {one.anchor: "".join(one.text.split()) for one in titles}
    return {anchor: max(n for n, page in enumerate(found, 1) if text in page) for anchor, text in texts.items()}


def titles_of(block_sheet: Sheet) -> list[Paragraph]:
    return [block for block in block_sheet.blocks if isinstance(block, Paragraph) and block.anchor]


def text_of(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "".join(cell.text for row in block.rows for cell in row.cells)


@pytest.mark.parametrize(
    ("document", "style"),
    [
        ("real", USUAL),
        ("sample", USUAL),
        ("long", USUAL),
        ("long", Style(PLAIN, cover=True, draft=True)),
        ("sample", Style(cover=True, markup=LINES)),
        ("sample", Style(markup=MARGIN, contents=False)),
    ],
    indirect=["document"],
)
@pytest.mark.usefixtures("qtbot")
def test_word_and_pdf_break_alike_and_the_contents_say_where(
    document: Document, style: Style, tmp_path: Path, hebei: Form
) -> None:
    theirs, ours = both(document, hebei, style, tmp_path)
    block_sheet = lay_out(document, hebei, style=style)
    said, titles = title_pages(block_sheet, styled(hebei, style).layout), titles_of(block_sheet)
    assert said == pages_of_titles(theirs, titles) == pages_of_titles(ours, titles)
    assert len(theirs) == len(ours)


@pytest.mark.parametrize("document", ["long"], indirect=True)
def test_no_sign_of_a_long_document_is_lost_on_paper(
    qtbot: QtBot, document: Document, tmp_path: Path, hebei: Form
) -> None:
    wanted = Counter("".join("".join(map(text_of, lay_out(document, hebei).blocks)).split()))
    for found in both(document, hebei, USUAL, tmp_path):
        shown = Counter("".join(found))
        assert {sign: (count, shown[sign]) for sign, count in wanted.items() if shown[sign] < count} == {}

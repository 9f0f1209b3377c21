"""What the PDFs of whole documents show: every text, every font, the paper and its margins, measured on the page."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.page import Page
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import Paragraph
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.pdf import pages_as_pdf

pytestmark = pytest.mark.poppler
DOTS_A_MM = 5
NEAR = 0.5  # mm
_LEAST_PART = 4  # signs that a page break may leave of a text
DARK = bytes(int(grey < 200) for grey in range(256))


@pytest.fixture
def pages(qtbot: QtBot, document: Document, hebei: Form) -> tuple[Page, ...]:
    return paginate(lay_out(document, hebei), hebei.layout, QtMeasure())


@pytest.fixture
def pdf(pages: tuple[Page, ...], tmp_path: Path, hebei: Form) -> Path:
    path = tmp_path / "甲.pdf"
    path.write_bytes(pages_as_pdf(pages, hebei.layout, QtMeasure(), title="甲"))
    return path


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def texts_of(document: Document, form: Form) -> set[str]:
    blocks = lay_out(document, form).blocks
    texts = {block.text for block in blocks if isinstance(block, Paragraph)}
    texts |= {c.text for block in blocks if not isinstance(block, Paragraph) for row in block.rows for c in row.cells}
    return {"".join(text.split()) for text in texts} - {""}


def is_in(text: str, found: str) -> bool:
    """Whether a text is there, in one piece or divided by page breaks."""
    while text and text not in found:
        length = next((n for n in range(len(text) - 1, _LEAST_PART, -1) if text[:n] in found), 0)
        if not length:
            return False
        text = text[length:]
    return True


def test_every_text_is_found_by_pdftotext(document: Document, pdf: Path, hebei: Form) -> None:
    found = "".join(re.sub(r"—\s*\d+\s*—", "", run("pdftotext", "-raw", pdf, "-")).split())
    assert [text for text in sorted(texts_of(document, hebei)) if not is_in(text, found)] == []
    assert all(project.code in found for project in document.projects)


def test_every_font_is_embedded_as_a_subset(pdf: Path) -> None:
    rows = run("pdffonts", pdf).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_every_page_is_a4(pdf: Path, pages: tuple[Page, ...]) -> None:
    sizes = re.findall(r"Page +\d+ size: (.*)", run("pdfinfo", "-f", "1", "-l", str(len(pages)), pdf))
    assert len(sizes) == len(pages)
    assert all(size.endswith("(A4)") for size in sizes)


def test_the_margins_are_those_of_the_form_on_every_page(
    pdf: Path, pages: tuple[Page, ...], tmp_path: Path, hebei: Form
) -> None:
    run("pdftoppm", "-r", str(DOTS_A_MM * 25.4), "-gray", pdf, tmp_path / "p")
    images = sorted(tmp_path.glob("p*.pgm"))
    assert len(images) == len(pages)
    paper = hebei.layout.page
    right, bottom = paper.width - paper.right, paper.height - paper.bottom
    for page, file in zip(pages, images, strict=True):
        rows = dark_rows(file)
        down = [y for y, row in enumerate(rows) if 1 in row]
        across = [x for row in rows for x in (row.find(1), row.rfind(1)) if x >= 0]
        assert min(down) / DOTS_A_MM >= paper.top - NEAR
        assert not [y for y in down if bottom + NEAR < y / DOTS_A_MM < bottom + 2 * NEAR + 1]
        assert min(across) / DOTS_A_MM >= paper.left - NEAR
        assert (max(across) + 1) / DOTS_A_MM <= right + NEAR
        if page.rules:
            assert min(across) / DOTS_A_MM == pytest.approx(paper.left, abs=NEAR)
            assert (max(across) + 1) / DOTS_A_MM == pytest.approx(right, abs=NEAR)
        if page.rules and all(text.y > paper.top for text in page.texts):
            assert min(down) / DOTS_A_MM == pytest.approx(paper.top, abs=NEAR)


def dark_rows(file: Path) -> list[bytes]:
    """Of each row of dots which are dark."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
    data, step = bytes(image.constBits()).translate(DARK), image.bytesPerLine()
    ends = range(0, step * image.height() + 1, step)
    return [data[start:end][: image.width()] for start, end in pairwise(ends)]

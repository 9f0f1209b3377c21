"""Pictures of Word's pages (by LibreOffice, left) and of our own (right), to be looked at.

    python -m tests.pages FOLDER [DOCUMENT ...]

writes FOLDER/<document>-01.png and so on. Where no document is named: the bundled sample, plain and as a draft with
cover and line numbers, and a document whose every text is as long as may be.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import LINES, MARGIN
from pbeditor.sheet.style import PLAIN, Style
from pbeditor.store.forms import form_of
from pbeditor.store.resources import resource
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import EVERYTHING, Wish, exported
from pbeditor.work.opening import open_any
from tests.builders import long_document
from tests.exchange.libreoffice import converted

DOTS_AN_INCH = 80
SEAM = 8  # px between the two pages


def pictures(pdf: Path, folder: Path) -> list[QImage]:
    """The pages of a PDF, by poppler."""
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", str(DOTS_AN_INCH), "-png", str(pdf), str(folder / "page")], check=True)
    return [QImage(str(path)) for path in sorted(folder.iterdir())]


def joined(left: QImage | None, right: QImage | None) -> QImage:
    """Two pages in one picture; one that is missing stays grey."""
    size = max((page.size() for page in (left, right) if page), key=lambda each: each.height())
    picture = QImage(2 * size.width() + SEAM, size.height(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.gray)
    painter = QPainter(picture)
    for page, x in ((left, 0), (right, size.width() + SEAM)):
        if page:
            painter.drawImage(QPoint(x, 0), page)
    painter.end()
    return picture


def compare(document: Document, form: Form, name: str, folder: Path, wish: Wish = EVERYTHING) -> int:
    """Write the pictures of one document; how many."""
    with TemporaryDirectory() as scratch:
        work = Path(scratch)
        own = work / "own.pdf"
        own.write_bytes(exported(document, form, "own.pdf", pdf_bytes, wish))
        word = converted(exported(document, form, "甲.docx", pdf_bytes, wish), work, "pdf:writer_pdf_Export")
        pairs = list(zip_longest(pictures(word, work / "word"), pictures(own, work / "drawn")))
    for number, (left, right) in enumerate(pairs, 1):
        joined(left, right).save(str(folder / f"{name}-{number:02}.png"))
    return len(pairs)


def usual() -> Iterator[tuple[str, Document, Wish]]:
    """What is looked at where nothing is named."""
    sample = open_any(resource("samples", "示例单位2020.pbproj")).document
    yield "sample", sample, EVERYTHING
    yield "draft", sample, Wish(style=Style(PLAIN, cover=True, draft=True, markup=LINES))
    yield "margin", sample, Wish(style=Style(markup=MARGIN))
    yield "summary", sample, Wish(style=Style(summary=True))
    yield "long", long_document(), EVERYTHING


def main(folder: str, *documents: str) -> None:
    """Write all pictures and say how many."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication([])
    named = ((Path(one).stem, open_any(Path(one)).document, EVERYTHING) for one in documents)
    for name, document, wish in named if documents else usual():
        sys.stdout.write(f"{name}: {compare(document, form_of(document), name, out, wish)}\n")
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])

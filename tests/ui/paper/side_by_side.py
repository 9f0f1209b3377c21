"""Pictures of Word's pages (by LibreOffice, left) and of our own (right), to be looked at.

    python -m tests.ui.paper.side_by_side FOLDER [DOCUMENT ...]

writes FOLDER/<document>-01.png and so on, for the bundled sample where no document is named.
"""

import os
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from pbeditor.store.resources import resource
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import exported
from pbeditor.work.opening import open_any
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


def compare(document: Path, folder: Path) -> int:
    """Write the pictures of one document; how many."""
    opened = open_any(document)
    with TemporaryDirectory() as name:
        work = Path(name)
        own = work / "own.pdf"
        own.write_bytes(exported(opened.document, opened.form, "own.pdf", pdf_bytes))
        word = converted(exported(opened.document, opened.form, "甲.docx", pdf_bytes), work, "pdf:writer_pdf_Export")
        pairs = list(zip_longest(pictures(word, work / "word"), pictures(own, work / "drawn")))
    for number, (left, right) in enumerate(pairs, 1):
        joined(left, right).save(str(folder / f"{document.stem}-{number:02}.png"))
    return len(pairs)


def main(folder: str, *documents: str) -> None:
    """Write all pictures and say how many."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication([])
    for document in documents or (str(resource("samples", "示例单位2020.pbproj")),):
        sys.stdout.write(f"{document}: {compare(Path(document), out)}\n")
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])

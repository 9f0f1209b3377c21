"""The whole files that fuzzing begins with, by the format they are in."""

from base64 import encodebytes
from collections.abc import Iterator
from pathlib import Path

from pbeditor.exchange.reading import read_sheet
from pbeditor.sheet.sheet import Paragraph
from pbeditor.store.resources import resource

DATA = Path(__file__).resolve().parents[1] / "data"
FORMATS = ("docx", "doc", "rtf", "odt", "xlsx", "xls", "ods", "html", "mht", "txt", "pbproj")
_MOST = 200_000  # bytes; larger files only make every input slow
_KIN = {"htm": "html", "mhtml": "mht", "wps": "doc", "et": "xls", "xlsm": "xlsx"}


def seeds(kind: str) -> list[bytes]:
    """Whole files of one format; damaged ones that were once found lead to more of their like."""
    return [data for data in _all(kind) if len(data) <= _MOST]


def _all(kind: str) -> Iterator[bytes]:
    for folder in (DATA, resource("samples")):
        for path in sorted(folder.rglob("*")):
            ending = path.suffix[1:].casefold()
            if path.is_file() and _KIN.get(ending, ending) == kind:
                yield path.read_bytes()
    yield from _MADE.get(kind, tuple)()


def _archives() -> Iterator[bytes]:
    """Pages as mail packs them: each alone, and some of them as the sheets of one workbook."""
    pages = [path.read_bytes() for path in sorted((DATA / "corpus").glob("*.html"))]
    yield from map(_archive, pages)
    yield _archive(*pages[:3])


def _archive(*pages: bytes) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n'
    part = b"--part\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head + b"".join(part + encodebytes(page) + b"\r\n" for page in pages) + b"--part--\r\n"


def _texts() -> Iterator[bytes]:
    """The sample as a converter would write it: a tab begins a cell, a blank line ends a row."""
    lines: list[str] = []
    for block in read_sheet(resource("samples", "示例单位2020.docx").read_bytes(), "").blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += (
                f"\t{cell.text}\n" if cell is not row.cells[-1] else f"\t{cell.text}\n\n"
                for row in block.rows
                for cell in row.cells
            )
    yield "\n".join(lines).encode()


_MADE = {"mht": _archives, "txt": _texts}

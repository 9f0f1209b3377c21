"""Word files to read: ours, the same as a stranger would have made it, and the real one where it is present."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

_REAL = Path(__file__).resolve().parents[3] / "shared" / "real" / "2020.docx"
_PROJECTS = 14  # in the real document


def word_files(data: bytes, projects: int) -> Iterator[tuple[str, bytes]]:
    """Names and files: `data`, which has so many projects and is ours, and others like it."""
    yield "ours", data
    yield "foreign", _changed(data, _foreign)
    if _REAL.is_file():
        yield "the real one", _REAL.read_bytes()
        times = max(round(projects / _PROJECTS), 1)
        yield (
            f"the real one {times} times",
            _changed(_REAL.read_bytes(), lambda name, part: _repeated(name, part, times)),
        )


def unzip_and_parse(data: bytes) -> None:
    """The least that reading takes: every XML part as a tree."""
    archive = ZipFile(BytesIO(data))
    for part in archive.namelist():
        if part.endswith(".xml"):
            etree.fromstring(archive.read(part))


def _changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in source.namelist():
            changed.writestr(name, change(name, source.read(name)))
    return target.getvalue()


def _foreign(name: str, part: bytes) -> bytes:
    """Without what tells us that a file is ours: names of styles and the properties of the document."""
    if name == "docProps/custom.xml":
        return part.replace(b"pbeditor.", b"other.")
    part = re.sub(rb'(w:val|w:styleId)="pb(\w+)"', rb'\1="zz\2"', part)
    return part.replace('w:val="绩效'.encode(), 'w:val="某某'.encode())


def _repeated(name: str, part: bytes, times: int) -> bytes:
    if name != "word/document.xml":
        return part
    begin, end = part.index(b"<w:body>") + len(b"<w:body>"), part.rindex(b"<w:sectPr")
    return part[:begin] + part[begin:end] * times + part[end:]

"""Word files out and in; `python -m tests.bench.word [PROJECTS …]` measures them alone, with their memory.

docxtpl is asked only where it is installed (`pip install -e .[bench]`).
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pbeditor.exchange.reading import read_sheet
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Sheet
from pbeditor.store.forms import form_of
from pbeditor.store.resources import resource
from pbeditor.work.exporting import Wish, exported
from pbeditor.work.opening import open_bytes
from tests.bench.apart import apart
from tests.bench.documents import large
from tests.bench.rows import Row, compared
from tests.bench.templates import filled, template, values
from tests.bench.word_files import unzip_and_parse, word_files

_CALL = """
from functools import partial
from tests.bench import word
from tests.bench.documents import large
document = large({size})
call = {call}
"""
# The high-water mark of the process itself: getrusage would tell that of the one that began it.
_MEMORY = """
from pathlib import Path
from tests.bench.documents import large
from tests.bench.word import written
def most():
    return next(int(line.split()[1]) for line in Path("/proc/self/status").open() if line.startswith("VmHWM"))
written(large(2))
document = large({size})
before = most()
written(document)
print((most() - before) / 1024)
"""


def written(document: Document) -> bytes:
    """A whole export: laid out, with page numbers in its contents."""
    return exported(document, form_of(document), "a.docx", _no_pdf)


def word_rows(document: Document, form: Form) -> Iterator[Row]:
    """Every measurement for one document."""
    sheet, reference = lay_out(document, form), resource("word", "reference.docx").read_bytes()
    data = word_bytes(sheet, form.layout, reference)
    main = ZipFile(BytesIO(data)).read("word/document.xml")

    def deflate() -> None:
        with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", main)

    yield Row("Word out", "deflating the same XML", lambda: word_bytes(sheet, form.layout, reference), deflate)
    yield Row("Word out, laid out with contents", "deflating the same XML", lambda: written(document), deflate)
    if find_spec("docxtpl"):
        yield from _beside_docxtpl(len(document.projects))
    for name, file in word_files(data, len(document.projects)):
        floor = partial(unzip_and_parse, file)
        yield Row(f"Word in, {name}", "unzipping and parsing its XML", partial(read_sheet, file, "a.docx"), floor)
        yield Row("… and understood", "unzipping and parsing its XML", partial(open_bytes, file, "a.docx"), floor)


def _beside_docxtpl(size: int) -> Iterator[Row]:
    calls = ("partial(word.tables, document)", "partial(word.written, document)", "word.by_docxtpl(document)")
    with ExitStack() as processes:
        alone, whole, theirs = (processes.enter_context(apart(_CALL.format(size=size, call=call))) for call in calls)
        yield Row("Word out, tables alone", "docxtpl", alone, theirs)
        yield Row("Word out, laid out with contents", "docxtpl", whole, theirs)


def tables(document: Document) -> bytes:
    """The tables of all projects, laid out and written without contents."""
    wish = Wish(tuple(project.id for project in document.projects))
    return exported(document, form_of(document), "a.docx", _no_pdf, wish)


def by_docxtpl(document: Document) -> Callable[[], bytes]:
    """What makes the same tables by docxtpl, its template and what it fills in at hand."""
    form = form_of(document)
    return partial(filled, template(form, resource("word", "reference.docx").read_bytes()), values(document))


def megabytes(size: int) -> float:
    """What an export of so many projects takes at most above what the document holds."""
    code = _MEMORY.format(size=size)
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


def _no_pdf(_sheet: Sheet, _form: Form) -> bytes:
    raise NotImplementedError


def main(sizes: list[int]) -> None:
    """Print the ratios, and the memory."""
    for size in sizes:
        document = large(size)
        for row in word_rows(document, form_of(document)):
            milliseconds, ratio = compared(row)
            print(f"{size:>8}  {row.what:<34} {row.against:<30} {milliseconds:>9.2f} ms {ratio:>8.3f}", flush=True)
        print(f"{size:>8}  Word out, memory above the document {megabytes(size):.1f} MB", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [200, 1_000])

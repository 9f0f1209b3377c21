"""Export a document in the format that the file's name ends with."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from pbeditor.model.document import Document
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form
from pbeditor.sheet.draft import as_draft
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.pages import page_numbers, with_page_numbers
from pbeditor.sheet.sheet import Sheet
from pbeditor.sheet.style import USUAL, Style, styled
from pbeditor.store import disk
from pbeditor.store.resources import resource

DrawPdf = Callable[[Sheet, Form], bytes]


class Wish(Struct, frozen=True):
    """What to export: all or some projects by id, with the user's own Word reference document or ours, in a style."""

    projects: tuple[str, ...] | None = None
    reference: bytes | None = None
    style: Style = USUAL


class Format(Struct, frozen=True):
    """One format of an export: the ending of its files and how a file dialog calls it."""

    suffix: str
    name: str


class _Job(Struct, frozen=True):
    document: Document
    form: Form
    sheet: Sheet
    wish: Wish
    draw_pdf: DrawPdf


FORMATS = (Format(".docx", "Word 文档"), Format(".xlsx", "Excel 工作簿"), Format(".pdf", "PDF 文件"))
EVERYTHING = Wish()


def export(document: Document, form: Form, path: Path, draw_pdf: DrawPdf, wish: Wish = EVERYTHING) -> None:
    """Write `document` to `path`. `draw_pdf` comes from the caller, because it needs Qt. Raises UnwritableError."""
    disk.write(path, exported(document, form, path.name, draw_pdf, wish))


def exported(document: Document, form: Form, name: str, draw_pdf: DrawPdf, wish: Wish = EVERYTHING) -> bytes:
    """The bytes of the file called `name`. Raises UnwritableError for an ending that is none of `FORMATS`."""
    write = _WRITERS.get(Path(name).suffix.casefold())
    if write is None:
        known = "、".join(each.suffix for each in FORMATS)
        raise UnwritableError(name, f"的后缀不是可以导出的格式，请改用 {known}。")
    sheet = lay_out(document, form, wish.projects, wish.style)
    sheet = as_draft(sheet) if sheet.draft else sheet
    return write(_Job(document, styled(form, wish.style), sheet, wish, draw_pdf))


def _word(job: _Job) -> bytes:
    from pbeditor.exchange.word_out import word_bytes

    layout, reference = job.form.layout, job.wish.reference or disk.read(resource("word", "reference.docx"))
    return word_bytes(with_page_numbers(job.sheet, page_numbers(job.sheet, layout)), layout, reference)


def _excel(job: _Job) -> bytes:
    from pbeditor.exchange.excel_out import excel_bytes

    return excel_bytes(job.document, job.sheet, job.form)


def _pdf(job: _Job) -> bytes:
    return job.draw_pdf(job.sheet, job.form)


_WRITERS: dict[str, Callable[[_Job], bytes]] = {".docx": _word, ".xlsx": _excel, ".pdf": _pdf}

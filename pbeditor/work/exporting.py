"""Export a document in the format that the file's name ends with."""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from pbeditor.model.document import Document
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Sheet
from pbeditor.store import disk
from pbeditor.store.resources import resource


class Wish(Struct, frozen=True):
    """What to export: all or some projects by id, as a draft or not, with the user's own Word reference or ours."""

    projects: tuple[str, ...] | None = None
    draft: bool = False
    reference: bytes | None = None


Writer = Callable[[Document, Sheet, Form, Wish], bytes]
DrawPdf = Callable[[Sheet, Form], bytes]


class Format(Struct, frozen=True):
    """One format of an export: the ending of its files and how a file dialog calls it."""

    suffix: str
    name: str


FORMATS = (Format(".docx", "Word 文档"), Format(".xlsx", "Excel 工作簿"), Format(".pdf", "PDF 文件"))


def export(document: Document, form: Form, path: Path, draw_pdf: DrawPdf, wish: Wish = Wish()) -> None:
    """Write `document` to `path`. `draw_pdf` comes from the caller, because it needs Qt. Raises UnwritableError."""
    disk.write(path, exported(document, form, path.name, draw_pdf, wish))


def exported(document: Document, form: Form, name: str, draw_pdf: DrawPdf, wish: Wish = Wish()) -> bytes:
    """The bytes of the file called `name`. Raises UnwritableError for an ending that is none of `FORMATS`."""
    writers: dict[str, Writer] = {
        ".docx": _word,
        ".xlsx": _excel,
        ".pdf": lambda _, sheet, form, __: draw_pdf(sheet, form),
    }
    write = writers.get(Path(name).suffix.casefold())
    if write is None:
        known = "、".join(each.suffix for each in FORMATS)
        raise UnwritableError(name, f"的后缀不是可以导出的格式，请改用 {known}。")
    return write(document, lay_out(document, form, wish.projects), form, wish)


def _word(document: Document, sheet: Sheet, form: Form, wish: Wish) -> bytes:
    from pbeditor.exchange.word_out import word_bytes

    return word_bytes(sheet, form.layout, wish.reference or disk.read(resource("word", "reference.docx")))


def _excel(document: Document, sheet: Sheet, form: Form, wish: Wish) -> bytes:
    from pbeditor.exchange.excel_out import excel_bytes

    return excel_bytes(document, sheet, form.layout)

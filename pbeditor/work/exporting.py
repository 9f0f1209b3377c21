"""Export a document in the format that the file's name ends with."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.document import Document
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form, Layout
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.page_count import title_pages
from pbeditor.sheet.pages import with_page_numbers
from pbeditor.sheet.sheet import Paragraph, Sheet
from pbeditor.sheet.style import USUAL, Style, on_worksheets, styled
from pbeditor.store import disk
from pbeditor.work.reference import built_in

DrawPdf = Callable[[Sheet, Form], bytes]


class Wish(Struct, frozen=True):
    """What to export: all or some projects by id, with the user's own Word reference document or ours, in a style.

    `comments` puts what the check found into a Word file as comments. `list_heads` are the columns of the list of
    indicators in a workbook, in their order; none for the usual ones.
    """

    projects: tuple[str, ...] | None = None
    reference: bytes | None = None
    style: Style = USUAL
    comments: bool = False
    list_heads: tuple[str, ...] = ()


class _Job(Struct, frozen=True):
    document: Document
    form: Form  # as it comes; what is drawn has the layout of `styled`
    wish: Wish
    draw_pdf: DrawPdf

    def sheet(self, form: Form) -> Sheet:
        return lay_out(self.document, form, self.wish.projects, self.wish.style)


# The endings, and how a file dialog calls each format.
FORMATS = {".docx": "Word 文档", ".xlsx": "Excel 工作簿", ".pdf": "PDF 文件"}
EVERYTHING = Wish()


def export(document: Document, form: Form, path: Path, draw_pdf: DrawPdf, wish: Wish = EVERYTHING) -> None:
    """Write `document` to `path`. `draw_pdf` comes from the caller, because it needs Qt. Raises UnwritableError."""
    disk.write(path, exported(document, form, path.name, draw_pdf, wish))


def exported(document: Document, form: Form, name: str, draw_pdf: DrawPdf, wish: Wish = EVERYTHING) -> bytes:
    """The bytes of the file called `name`. Raises UnwritableError for an ending that is none of `FORMATS`."""
    write = _WRITERS.get(Path(name).suffix.casefold())
    if write is None:
        raise UnwritableError(name, f"的后缀不是可以导出的格式，请改用 {'、'.join(FORMATS)}。")
    with without_collecting():
        return write(_Job(document, form, wish, draw_pdf))


@contextmanager
def without_collecting() -> Iterator[None]:
    """While this lasts Python looks for no rings of objects: sheets and pages have none, and are many.

    Looking takes as long as the export itself, and no other thread goes on meanwhile.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _word(job: _Job) -> bytes:
    from pbeditor.exchange.word_out import word_bytes

    wish, form = job.wish, job.form
    if wish.reference:
        from pbeditor.exchange.word_out_reference import own_layout

        form = replace(form, layout=own_layout(wish.reference, form.layout))
    sheet, layout = job.sheet(form), styled(form, wish.style).layout
    if wish.comments:
        from pbeditor.work.commenting import with_findings

        sheet = with_findings(sheet, job.document, form)
    reference = wish.reference or built_in()
    return word_bytes(_numbered(sheet, layout), layout, reference)


def _numbered(sheet: Sheet, layout: Layout) -> Sheet:
    """With page numbers in its contents; where there are none, nobody asks where pages begin."""
    has_contents = any(isinstance(block, Paragraph) and block.target for block in sheet.blocks)
    return with_page_numbers(sheet, title_pages(sheet, layout)) if has_contents else sheet


def _excel(job: _Job) -> bytes:
    from pbeditor.exchange.excel_out import excel_bytes, summary_bytes

    document, form, wish = job.document, job.form, job.wish
    problems = _problems(document, form)
    if wish.style.summary:
        return summary_bytes(document, wish.projects, form, problems, draft=wish.style.draft)
    sheet = lay_out(document, form, wish.projects, on_worksheets(wish.style))
    return excel_bytes(document, sheet, form, wish.list_heads, problems)


def _problems(document: Document, form: Form) -> dict[str, str]:
    """How many problems of each severity a project has, in words by its id."""
    from pbeditor.check.engine import check
    from pbeditor.check.problem import SEVERITIES, SEVERITY_NAMES

    checked = check(document, form)
    counts = {each.id: Counter(one.severity for one in checked.of(each.id)) for each in document.projects}
    return {
        key: "，".join(f"{SEVERITY_NAMES[severity]} {found[severity]}" for severity in SEVERITIES if found[severity])
        for key, found in counts.items()
    }


def _pdf(job: _Job) -> bytes:
    return job.draw_pdf(job.sheet(job.form), styled(job.form, job.wish.style))


_WRITERS: dict[str, Callable[[_Job], bytes]] = {".docx": _word, ".xlsx": _excel, ".pdf": _pdf}

"""Excel workbooks: a summary of the projects, each project as its printed form, and one list of all indicators."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.exchange.excel_cells import Pen
from pbeditor.exchange.excel_choices import Choices
from pbeditor.exchange.excel_form import write_form
from pbeditor.exchange.excel_list import write_indicators, write_summary
from pbeditor.exchange.excel_marks import HIDDEN, Marks
from pbeditor.exchange.excel_pages import set_up, sheet_name
from pbeditor.exchange.excel_saving import saved
from pbeditor.exchange.word_names import PROPERTIES
from pbeditor.exchange.xml_text import legal
from pbeditor.model.document import Document
from pbeditor.model.form import Form, Page
from pbeditor.sheet import sheet
from pbeditor.sheet.draft import MARK
from pbeditor.sheet.lay_out import anchor
from pbeditor.sheet.sheet import About, Block, Paragraph, Sheet, Table

WHOLE = "部门整体绩效目标"
_KEPT = (sheet.TITLE, sheet.SECTION, sheet.BODY)


def excel_bytes(
    document: Document,
    block_sheet: Sheet,
    form: Form,
    heads: Sequence[str] = (),
    problems: Mapping[str, str] | None = None,
) -> bytes:
    """The projects that `block_sheet` shows, as .xlsx; equal input gives equal bytes.

    `heads` are the columns of the list of indicators, of `LIST_HEADS` and in their order; none for the usual ones.
    `problems` says in words what the check found in a project, by its id.
    """
    workbook = Workbook()
    page, draft = form.layout.page, block_sheet.draft
    pen, marks, choices = Pen(workbook, form.layout), Marks(MARK if draft else ""), Choices(form)
    forms = tuple(_forms(block_sheet.blocks))
    shown = {title.anchor for title, _ in forms}
    numbered = [(number, one) for number, one in enumerate(document.projects, 1) if anchor(number) in shown]
    summary = _summary(workbook, page, draft=draft)
    marks.remark(write_summary(summary, document, numbered, problems or {}, pen, draft=draft))
    names = [sheet_name(number, project.name) for number, project in numbered]  # as the titles number them
    whole = tuple(_of_the_department(block_sheet.blocks))
    parts = [(WHOLE, whole)] if whole else []
    for name, blocks in (*parts, *zip(names, ((title, *rest) for title, rest in forms), strict=False)):
        worksheet = workbook.create_sheet(name)
        set_up(worksheet, page, draft=draft, is_marked=True)
        write_form(worksheet, blocks, form.layout, pen, marks, choices)
    indicators = workbook.create_sheet("指标清单")
    set_up(indicators, page, is_list=True, draft=draft)
    write_indicators(indicators, numbered, heads, pen, choices)
    _write_marks(workbook, marks, (summary, indicators))
    _describe(workbook, document.title, block_sheet.about.department_name)
    _tell_what_for(workbook, block_sheet.about)
    return saved(workbook)


def summary_bytes(
    document: Document, projects: Container[str] | None, form: Form, problems: Mapping[str, str], *, draft: bool = False
) -> bytes:
    """The summary of all projects or of those with the given ids, as .xlsx; `problems` as for the whole workbook."""
    workbook = Workbook()
    worksheet = _summary(workbook, form.layout.page, draft=draft)
    numbered = [(n, one) for n, one in enumerate(document.projects, 1) if projects is None or one.id in projects]
    write_summary(worksheet, document, numbered, problems, Pen(workbook, form.layout), draft=draft)
    _describe(workbook, document.title, document.department.name)
    return saved(workbook)


def _summary(workbook: Workbook, page: Page, *, draft: bool) -> Worksheet:
    """The first worksheet, made ready."""
    worksheet: Worksheet = workbook.worksheets[0]
    worksheet.title = "汇总"
    set_up(worksheet, page, is_list=True, draft=draft, is_marked=True)
    return worksheet


def _write_marks(workbook: Workbook, marks: Marks, repeating: Iterable[Worksheet]) -> None:
    """What the texts are, out of sight."""
    for worksheet in repeating:
        marks.repeats(str(cell.value) for cell in worksheet[1] if cell.value)
    hidden = workbook.create_sheet(HIDDEN)
    hidden.sheet_state = "veryHidden"
    for row in marks.rows():
        hidden.append(row)


def _of_the_department(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Title, parts and their texts; a cover and contents are paper's alone, and a part of tables stands on its own."""
    part: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == sheet.PROJECT:
            return
        if isinstance(block, Paragraph) and block.role == sheet.PART:
            part = block
        elif isinstance(block, Paragraph) and block.role in _KEPT:
            if part:
                yield part
            part = None
            yield block


def _forms(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph, list[Block]]]:
    """The title of each project with the tables and gaps that follow it."""
    title: Paragraph | None = None
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) or block.role == sheet.GAP:
            found.append(block)
            continue
        if title:
            yield title, found
        title, found = (block, []) if block.role == sheet.PROJECT else (None, [])
    if title:
        yield title, found


def _describe(workbook: Workbook, title: str, department: str) -> None:
    workbook.properties.title = legal(title)
    workbook.properties.creator = legal(department)


def _tell_what_for(workbook: Workbook, about: About) -> None:
    """What our own reader wants to know and no worksheet shows."""
    properties: Any = workbook
    for field, name in PROPERTIES.items():
        properties.custom_doc_props.append(StringProperty(name=name, value=legal(str(getattr(about, field)))))

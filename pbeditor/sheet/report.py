"""A report as a sheet: tables under a title that are no form, across A4."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.form import Layout, Page
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Sheet, Table

_PAGE = Page(top=20, bottom=20, left=18, right=18, landscape=True)
_TITLE_SIZE = 18.0  # pt; that of a whole document's title is too large for a list


class ReportColumn(Struct, frozen=True):
    """One column: its head, its width in mm, where its texts stand; `counts`: numbers rather than words in Excel."""

    head: str
    width: float
    align: str = "left"
    counts: bool = False


class ReportTable(Struct, frozen=True):
    """`name` is that of its worksheet; `last` is a row of sums, which is set off."""

    name: str
    title: str
    note: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    last: tuple[str, ...] = ()


def report_sheet(tables: Sequence[ReportTable]) -> Sheet:
    """The tables one after another, each on a page of its own."""
    return Sheet(tuple(block for place, table in enumerate(tables) for block in _blocks(table, first=place == 0)))


def report_layout(layout: Layout) -> Layout:
    """The form's fonts on A4 lying across."""
    title = layout.texts.get(sheet.TITLE)
    texts = layout.texts if title is None else {**layout.texts, sheet.TITLE: replace(title, size=_TITLE_SIZE)}
    return replace(layout, page=_PAGE, texts=texts)


def _blocks(table: ReportTable, *, first: bool) -> Iterator[Block]:
    yield Paragraph(table.title, sheet.TITLE, page_before=not first)
    yield Paragraph(table.note)
    yield Paragraph(role=sheet.GAP)
    heads = Row(tuple(_cell(n, one.head, sheet.LABEL, "center") for n, one in enumerate(table.columns)), header=True)
    rows = (_row(table, texts, sheet.VALUE) for texts in table.rows)
    last = (_row(table, table.last, sheet.LABEL),) if table.last else ()
    yield Table((heads, *rows, *last), tuple(column.width for column in table.columns))


def _row(table: ReportTable, texts: tuple[str, ...], role: str) -> Row:
    pairs = enumerate(zip(texts, table.columns, strict=True))
    return Row(tuple(_cell(place, text, role, column.align) for place, (text, column) in pairs))


def _cell(place: int, text: str, role: str, align: str) -> Cell:
    return Cell((Run(text),) if text else (), place, role=role, align=align)

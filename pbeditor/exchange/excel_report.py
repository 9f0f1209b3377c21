"""A report as an Excel workbook: a worksheet a table, numbers as numbers, its head repeated and its lines filtered."""

from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.exchange.excel_cells import Look, Pen
from pbeditor.exchange.excel_numbers import countable
from pbeditor.exchange.excel_pages import column_width, set_up
from pbeditor.exchange.excel_saving import saved
from pbeditor.exchange.xml_text import legal
from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.report import ReportTable

_TITLE = Look(sheet.TITLE, "center", frame=False)
_NOTE = Look(sheet.VALUE, "left", frame=False)
_HEAD = Look(sheet.LABEL, "center")
_TITLE_ROW, _HEAD_ROW = 13.0, 9.0  # mm
_HEAD_AT = 3
_PERCENT = "%"


def report_bytes(tables: tuple[ReportTable, ...], layout: Layout) -> bytes:
    """The tables as .xlsx; equal input gives equal bytes."""
    workbook = Workbook()
    pen = Pen(workbook, layout)
    workbook.properties.title = legal(tables[0].title) if tables else ""
    workbook.properties.creator = ""  # not the library that writes it
    for place, table in enumerate(tables):
        worksheet = workbook.worksheets[0] if place == 0 else workbook.create_sheet()
        worksheet.title = table.name
        set_up(worksheet, layout.page, is_list=True)
        _write(worksheet, table, pen)
    return saved(workbook)


def _write(worksheet: Worksheet, table: ReportTable, pen: Pen) -> None:
    count = len(table.columns)
    for row, text, look in ((1, table.title, _TITLE), (2, table.note, _NOTE)):
        pen.text(worksheet, row, 1, text, look)
        pen.merge(worksheet, (row, 1, row, count), look)
    pen.set_row(worksheet, 1, _TITLE_ROW)
    pen.fit_row(worksheet, 2, [(table.note, sheet.VALUE, sum(column.width for column in table.columns))])
    for place, column in enumerate(table.columns, 1):
        worksheet.column_dimensions[get_column_letter(place)].width = column_width(column.width)
        pen.text(worksheet, _HEAD_AT, place, column.head, _HEAD)
    pen.set_row(worksheet, _HEAD_AT, _HEAD_ROW)
    end = _HEAD_AT
    for texts in table.rows:
        end += _write_row(worksheet, end + 1, table, texts, sheet.VALUE, pen)
    if table.last:
        _write_row(worksheet, end + 1, table, table.last, sheet.LABEL, pen)
    worksheet.freeze_panes = f"A{_HEAD_AT + 1}"
    worksheet.print_title_rows = f"{_HEAD_AT}:{_HEAD_AT}"
    worksheet.auto_filter.ref = f"A{_HEAD_AT}:{get_column_letter(count)}{max(end, _HEAD_AT)}"


def _write_row(worksheet: Worksheet, row: int, table: ReportTable, texts: tuple[str, ...], role: str, pen: Pen) -> int:
    """Write a line of the table; how many rows it takes."""
    columns = zip(table.columns, texts, strict=True)
    rows = pen.fit_line(worksheet, row, [(text, role, column.width) for column, text in columns])
    for place, (column, text) in enumerate(zip(table.columns, texts, strict=True), 1):
        value = countable(text.removesuffix(_PERCENT)) if column.counts else None
        look = Look(role, column.align, tall=rows > 1)
        pen.merge(worksheet, (row, place, row + rows - 1, place), look)
        if value is None:
            pen.text(worksheet, row, place, text, look)
        else:
            value = value / Decimal(100) if text.endswith(_PERCENT) else value
            pen.number(worksheet, row, place, value, look._replace(number=_number_format(text)))
    return rows


def _number_format(text: str) -> str:
    """The format in which Excel shows the number as `text` does."""
    is_percent = text.endswith(_PERCENT)
    decimals = "0" * len(text.removesuffix(_PERCENT).partition(".")[2])
    shown = f"{'0' if is_percent else '#,##0'}{'.' if decimals else ''}{decimals}{_PERCENT * is_percent}"
    return f"+{shown};-{shown};{shown}" if text.startswith(("+", "-")) else shown

"""Flat tables of the workbook: all projects with their sums, all indicators one a row."""

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.exchange.excel_cells import Look, Pen
from pbeditor.exchange.excel_choices import Choices
from pbeditor.exchange.excel_columns import INDICATORS, LIST_HEADS, PROJECTS, Column, Line
from pbeditor.exchange.excel_numbers import countable
from pbeditor.exchange.excel_pages import column_width
from pbeditor.model.amount import is_blank
from pbeditor.model.document import Document, Project
from pbeditor.sheet import sheet
from pbeditor.sheet.draft import MARK
from pbeditor.sheet.lay_out_summary import not_summed

Numbered = Sequence[tuple[int, Project]]

_HEAD = Look(sheet.LABEL, "center")
_TITLE = Look(sheet.TITLE, "center", frame=False)
_MORE = 200  # rows below the list in which its choices are offered too
_NO_SUM = "不是数字或超过 15 位"
_TITLE_ROW, _HEAD_ROW = 15.0, 9.0  # mm


def write_indicators(
    worksheet: Worksheet, numbered: Numbered, heads: Sequence[str], pen: Pen, choices: Choices
) -> None:
    """All indicators from the first row on, as another system can take them over; `heads` are of LIST_HEADS."""
    lines = [Line(n, project, row) for n, project in numbered for row in project.indicators]
    columns = [column for head in heads or LIST_HEADS for column in INDICATORS if column.head == head]
    end = _write(worksheet, columns, lines, 1, pen)
    for place, column in enumerate(columns, 1):
        letter = get_column_letter(place)
        choices.offer(worksheet, column.head, f"{letter}2:{letter}{end + _MORE}")
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{end}"


def write_summary(
    worksheet: Worksheet,
    document: Document,
    numbered: Numbered,
    problems: Mapping[str, str],
    pen: Pen,
    *,
    draft: bool = False,
) -> str:
    """Projects under a title, with sums as formulas and what the check found, in words by a project's id.

    Returns what is said below it of the sums, "" for nothing.
    """
    last = len(PROJECTS)
    pen.text(worksheet, 1, 1, f"{document.title}项目汇总表{MARK if draft else ''}", _TITLE)
    pen.merge(worksheet, (1, 1, 1, last), _TITLE)
    pen.set_row(worksheet, 1, _TITLE_ROW)
    corner = Look(sheet.VALUE, "right", frame=False)
    pen.text(worksheet, 2, 1, f"单位：{document.money_unit}", corner)
    pen.merge(worksheet, (2, 1, 2, last), corner)
    lines = [Line(n, each, problems=problems.get(each.id, "")) for n, each in numbered]
    end = _write(worksheet, PROJECTS, lines, 3, pen)
    if not lines:
        return ""
    _write_sums(worksheet, lines, 4, end, pen)
    return _write_remark(worksheet, lines, end + 2, pen)


def _write(worksheet: Worksheet, columns: Sequence[Column], lines: Sequence[Line], head: int, pen: Pen) -> int:
    """Write the lines below a row of heads; the last row that is used."""
    for place, column in enumerate(columns, 1):
        worksheet.column_dimensions[get_column_letter(place)].width = column_width(column.width)
        pen.text(worksheet, head, place, column.head, _HEAD)
    pen.set_row(worksheet, head, _HEAD_ROW)
    row = head + 1
    for line in lines:
        rows = pen.fit_line(worksheet, row, [(column.text(line), sheet.VALUE, column.width) for column in columns])
        for place, column in enumerate(columns, 1):
            _write_cell(worksheet, (row, place, row + rows - 1, place), column, column.text(line), pen)
        row += rows
    worksheet.freeze_panes = f"A{head + 1}"
    worksheet.print_title_rows = f"{head}:{head}"
    return row - 1


def _write_cell(worksheet: Worksheet, place: tuple[int, int, int, int], column: Column, text: str, pen: Pen) -> None:
    row, number, last, _ = place
    look = Look(sheet.VALUE, column.align, tall=last > row)
    pen.merge(worksheet, place, look)
    value = countable(text) if column.counts else None
    if value is None:
        write = pen.typed if column.is_figure else pen.text
        write(worksheet, row, number, text, look)
    else:
        pen.number(worksheet, row, number, value, look._replace(number=_number_format(_decimals(text))))


def _decimals(text: str) -> int:
    return len(text.partition(".")[2].rstrip()) if countable(text) is not None else 0


def _number_format(decimals: int) -> str:
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _write_sums(worksheet: Worksheet, lines: Sequence[Line], first: int, last: int, pen: Pen) -> None:
    row = last + 1
    pen.merge(worksheet, (row, 1, row, next(n for n, column in enumerate(PROJECTS) if column.counts)), _HEAD)
    for place, column in enumerate(PROJECTS, 1):
        if not column.counts:
            pen.text(worksheet, row, place, "合计" if place == 1 else "", _HEAD)
        else:
            decimals = max(_decimals(column.text(line)) for line in lines)
            shown = _number_format(decimals)
            is_blank_column = all(countable(column.text(line)) is None for line in lines)
            look = Look(sheet.VALUE, column.align, number=f"{shown};-{shown};" if is_blank_column else shown)
            letter = get_column_letter(place)
            pen.formula(worksheet, row, place, f"SUM({letter}{first}:{letter}{last})", look)
    pen.set_row(worksheet, row, _HEAD_ROW)


def _write_remark(worksheet: Worksheet, lines: Sequence[Line], row: int, pen: Pen) -> str:
    """Say which amounts are in no sum; Excel passes over them."""
    texts = {column.head: [column.text(line) for line in lines] for column in PROJECTS if column.counts}
    left_out = {
        head: sum(not is_blank(text) and countable(text) is None for text in column) for head, column in texts.items()
    }
    remark = not_summed(left_out, _NO_SUM)
    if remark:
        look, last = Look(sheet.VALUE, frame=False), len(PROJECTS)
        pen.text(worksheet, row, 1, remark, look)
        pen.merge(worksheet, (row, 1, row, last), look)
        pen.fit_row(worksheet, row, [(remark, sheet.VALUE, sum(column.width for column in PROJECTS))])
    return remark

"""OpenDocument spreadsheets (.ods): package in, sheet out. Each cell holds the text that it shows."""

from collections.abc import Iterator

from pbeditor.exchange import limits
from pbeditor.exchange.archive import Package, Stream
from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.excel_own import workbook_sheet
from pbeditor.exchange.markup import Element, events, let_go, refuse_doctype
from pbeditor.exchange.odf_text import (
    CELL,
    COMMENT_TAG,
    CONTENT,
    COVERED,
    ROW,
    STYLE,
    STYLE_TAG,
    TABLE,
    TBL,
    paragraphs,
    repeated,
    spanned,
    text_of,
)
from pbeditor.exchange.passed import COMMENT
from pbeditor.exchange.spread import Gathering, Spread, place_name
from pbeditor.sheet.sheet import Sheet

_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_LOOK, _DISPLAY = f"{STYLE}table-properties", f"{TABLE}display"


def read_ods(package: Package) -> Sheet:
    """The sheets of a workbook. Raises UnreadableError."""
    with damage_is_told(package.name), package.damage_is_told(), package.stream(CONTENT, limits.BLOCK) as stream:
        return workbook_sheet(_spreads(stream))


def _spreads(stream: Stream) -> Iterator[Spread]:
    gathering, row, depth = Gathering(), 0, 0
    hidden: set[str] = set()  # styles of tables
    for event, element in events(stream, (TBL, ROW, STYLE_TAG)):
        if element.tag == STYLE_TAG:
            if event == "end" and any(look.get(_DISPLAY) == "false" for look in element.iterchildren(_LOOK)):
                hidden.add(element.get(f"{STYLE}name", ""))
            continue
        if element.tag == TBL:
            depth += 1 if event == "start" else -1
            refuse_doctype(element)
        if depth == 1 and element.tag == ROW and event == "end":
            row += _add_row(gathering, row, element)
            stream.go_on(limits.BLOCK)
            let_go(element)
        elif not depth:
            is_hidden = element.get(f"{TABLE}style-name") in hidden
            yield gathering.spread(element.get(f"{TABLE}name", ""), hidden=is_hidden)
            gathering, row = Gathering(), 0


def _add_row(gathering: Gathering, row: int, element: Element) -> int:
    """Add the cells of a row; returns how many times the file says that it stands."""
    times = repeated(element, "rows")
    column = 0
    for cell in element:
        if cell.tag not in (CELL, COVERED):
            continue
        across = repeated(cell, "columns")
        text = "\n".join(text_of(one, []) for one in paragraphs(cell, [])) if cell.tag == CELL else ""
        _tell_comments(gathering, row, column, cell)
        if cell.get(_KIND) == "error":
            gathering.fail(row, column, text)
        elif text.strip():
            _add(gathering, range(row, row + times), range(column, column + across), text, cell)
        column += across
    return times


def _tell_comments(gathering: Gathering, row: int, column: int, cell: Element) -> None:
    for comment in cell.iterchildren(COMMENT_TAG):
        said = "\n".join(text_of(one, []) for one in paragraphs(comment, []))
        gathering.pass_over(COMMENT, f"{place_name(row, column)} {said}")


def _add(gathering: Gathering, rows: range, columns: range, text: str, cell: Element) -> None:
    down, right = spanned(cell, "rows"), spanned(cell, "columns")
    for row in rows:
        for column in columns:
            gathering.add(row, column, text)
            if down > 1 or right > 1:
                gathering.merge((row, column, row + down - 1, column + right - 1))

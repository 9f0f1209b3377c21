"""Excel workbooks (.xlsx, .xlsm): package in, sheet out. Values are those that Excel stored; nothing is computed.

Written by hand over the XML because the usual libraries tell neither how a number is shown nor stay within limits.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from pbeditor.exchange import limits
from pbeditor.exchange.about import about_in
from pbeditor.exchange.archive import Package, Stream
from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.excel_beside import comments_in, headings_in
from pbeditor.exchange.excel_own import workbook_sheet
from pbeditor.exchange.excel_parts import Formats, shared_texts, text_in
from pbeditor.exchange.markup import Element, events, let_go, parse, refuse_doctype, whole
from pbeditor.exchange.number_formats import Shown
from pbeditor.exchange.passed import FORMULA, HEADING
from pbeditor.exchange.relations import DOCUMENT, related, relations_of, relations_part
from pbeditor.exchange.spread import Gathering, Merge, Spread, place_name
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Sheet

_BINARY = "是二进制的 Excel 工作簿（.xlsb），暂时不能导入。请用 Excel 打开它，另存为 .xlsx 后再导入。"
_PLACE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_TRUTH = {"0": "FALSE", "1": "TRUE"}


def read_excel(package: Package) -> Sheet:
    """The sheets of a workbook. Raises UnreadableError."""
    main = related(package).get(DOCUMENT, "xl/workbook.xml")
    if main.endswith(".bin"):
        raise UnreadableError(package.name, _BINARY)
    if main not in package:
        raise package.damaged()
    with damage_is_told(package.name), package.damage_is_told():
        return workbook_sheet(_spreads(package, main), lambda: about_in(package.read("docProps/custom.xml")))


def _spreads(package: Package, main: str) -> Iterator[Spread]:
    parts = related(package, main)
    workbook = parse(package.read(main))
    texts = shared_texts(package, parts.get("sharedStrings", ""))
    settings = next(workbook.iter("{*}workbookPr"), None)
    from_1904 = settings is not None and settings.get("date1904") in ("1", "true")
    formats = Formats(package.read(parts.get("styles", "")), from_1904=from_1904)
    for sheet_name, part, hidden in _worksheets(package, main, workbook):
        with package.stream(part, limits.BLOCK) as stream:
            gathering = _gathered(stream, texts, formats)
        for kind, text in comments_in(package, part):
            gathering.pass_over(kind, text)
        yield gathering.spread(sheet_name, hidden=hidden)


def _worksheets(package: Package, main: str, workbook: Element) -> Iterator[tuple[str, str, bool]]:
    """Name and part of each sheet of cells, and whether it is hidden; charts and macros have none."""
    if not package.read(relations_part(main)):
        raise package.damaged()  # else it would pass for a workbook without sheets
    found = relations_of(package, main)
    targets = {one.id: one.target for one in found if one.kind == "worksheet" and not one.is_outside}
    for sheet in workbook.iter("{*}sheet"):
        number = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        part = targets.get(str(number), "")
        if part in package:
            yield sheet.get("name", ""), part, sheet.get("state", "visible") != "visible"


def _gathered(stream: Stream, texts: list[str], formats: Formats) -> Gathering:
    gathering = Gathering()
    row = -1
    for event, element in events(stream, ("{*}row", "{*}mergeCell", "{*}headerFooter")):
        if event == "start":
            continue
        refuse_doctype(element)
        if element.tag.endswith("}row"):
            row = whole(element.get("r", ""), row + 2) - 1
            _add_row(gathering, row, element, texts, formats)
        elif element.tag.endswith("}headerFooter"):
            for line in headings_in(element):
                gathering.pass_over(HEADING, line)
        elif merge := _merge(element.get("ref", "")):
            gathering.merge(merge)
        stream.go_on(limits.BLOCK)
        let_go(element)
    return gathering


def _add_row(gathering: Gathering, row: int, element: Element, texts: list[str], formats: Formats) -> None:
    column = -1
    for cell in element.iterchildren("{*}c"):
        place = _place(cell.get("r", ""))
        column = place[1] if place else column + 1
        value = next((child.text or "" for child in cell if str(child.tag).endswith("}v")), "")
        if cell.get("t") == "e":
            gathering.fail(row, column, value)
        elif not value and cell.get("t") != "str" and next(cell.iterchildren("{*}f"), None) is not None:
            gathering.pass_over(FORMULA, place_name(row, column))
        else:
            gathering.add(row, column, *_shown(cell, value, texts, formats))


def _shown(cell: Element, value: str, texts: list[str], formats: Formats) -> Shown:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return Shown(text_in(cell))
    if kind == "s":
        number = whole(value, len(texts))
        return Shown(texts[number] if number < len(texts) else "")
    if kind == "b":
        return Shown(_TRUTH.get(value, value))
    with suppress(ValueError):
        if kind == "n" and value:
            return formats.shown(float(value), whole(cell.get("s", "")))
    return Shown(value)


def _place(text: str) -> tuple[int, int] | None:
    """Row and column of a place like B5, from 0."""
    found = _PLACE.fullmatch(text)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _merge(text: str) -> Merge | None:
    first, _, last = text.partition(":")
    start, end = _place(first), _place(last)
    return (*start, *end) if start and end else None

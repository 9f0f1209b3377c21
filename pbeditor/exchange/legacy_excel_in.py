"""Old Excel workbooks (.xls, Excel 97 to 2003) and Kingsoft .et, which is the same format: bytes in, sheet out.

Sources: [MS-XLS] 2.3 (numbers of records) and 2.4 (what they hold).
"""

import struct
from collections.abc import Callable, Iterator

from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.excel_own import workbook_sheet
from pbeditor.exchange.legacy_excel_book import Book, read_book
from pbeditor.exchange.legacy_excel_records import BOF, EOF, Record, Texts, records, rk, short, workbook_stream
from pbeditor.exchange.number_formats import Shown
from pbeditor.exchange.spread import Gathering, Spread
from pbeditor.sheet.sheet import Sheet

_TEXT, _NUMBER, _RK, _RKS, _LABEL, _RICH = 0xFD, 0x203, 0x27E, 0xBD, 0x204, 0xD6
_FORMULA, _STRING, _TRUTH, _MERGES = 0x06, 0x207, 0x205, 0xE5
_IS_TRUTH, _IS_ERROR = 1, 2
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read_legacy_excel(data: bytes, name: str) -> Sheet:
    """The sheets of a workbook. Raises UnreadableError."""
    with damage_is_told(name):
        stream = workbook_stream(data)
        book = read_book(stream, name)
        return workbook_sheet(_spread(stream, place, sheet, book) for place, sheet in book.sheets.items())


def _spread(stream: bytes, place: int, name: str, book: Book) -> Spread:
    gathering = Gathering()
    depth = 0  # charts inside a sheet have a begin and an end of their own
    formula = (0, 0)  # the cell whose text the next record tells
    for record in records(stream, place):
        depth += {BOF: 1, EOF: -1}.get(record.kind, 0)
        if not depth:
            break
        if record.kind == _MERGES:
            for merge in struct.iter_unpack("<4H", record.data[2 : 2 + 8 * short(record.data, 0)]):
                gathering.merge((merge[0], merge[2], merge[1], merge[3]))
        elif record.kind == _STRING:
            gathering.add(*formula, Texts(record, 0).next())
        elif record.kind in _CELLS:
            formula = short(record.data, 0), short(record.data, 2)
            for row, column, shown in _CELLS[record.kind](book, record, *formula):
                _take(gathering, row, column, shown)
    return gathering.spread(name, hidden=place in book.hidden)


def _take(gathering: Gathering, row: int, column: int, shown: "Shown | Failure") -> None:
    if isinstance(shown, Failure):
        gathering.fail(row, column, shown)
    else:
        gathering.add(row, column, *shown)


class Failure(str):
    """What a cell shows whose formula came to no value."""

    __slots__ = ()


Cells = Iterator[tuple[int, int, Shown | Failure]]


def _text(book: Book, record: Record, row: int, column: int) -> Cells:
    (number,) = struct.unpack_from("<I", record.data, 6)
    if number < len(book.texts):
        yield row, column, Shown(book.texts[number])


def _label(_: Book, record: Record, row: int, column: int) -> Cells:
    yield row, column, Shown(Texts(record, 6).next())


def _number(book: Book, record: Record, row: int, column: int) -> Cells:
    yield row, column, book.shown(*reversed(struct.unpack_from("<Hd", record.data, 4)))


def _packed(book: Book, record: Record, row: int, column: int) -> Cells:
    style, number = struct.unpack_from("<HI", record.data, 4)
    yield row, column, book.shown(rk(number), style)


def _several(book: Book, record: Record, row: int, column: int) -> Cells:
    end = 4 + (len(record.data) - 6) // 6 * 6
    for place, (style, number) in enumerate(struct.iter_unpack("<HI", record.data[4:end])):
        yield row, column + place, book.shown(rk(number), style)


def _truth(_: Book, record: Record, row: int, column: int) -> Cells:
    value, is_error = record.data[6], record.data[7]
    yield row, column, Failure(_ERRORS.get(value, "")) if is_error else Shown(str(bool(value)).upper())


def _formula(book: Book, record: Record, row: int, column: int) -> Cells:
    """The value that Excel stored: a number, or where its last two bytes are FF a kind and a value."""
    result = record.data[6:14]
    if result[6:8] != b"\xff\xff":
        yield row, column, book.shown(struct.unpack("<d", result)[0], short(record.data, 4))
    elif result[0] == _IS_TRUTH:
        yield row, column, Shown(str(bool(result[2])).upper())
    elif result[0] == _IS_ERROR:
        yield row, column, Failure(_ERRORS.get(result[2], ""))


_CELLS: dict[int, Callable[[Book, Record, int, int], Cells]] = {
    _TEXT: _text,
    _LABEL: _label,
    _RICH: _label,
    _NUMBER: _number,
    _RK: _packed,
    _RKS: _several,
    _TRUTH: _truth,
    _FORMULA: _formula,
}

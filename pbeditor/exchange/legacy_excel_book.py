"""What an old Excel workbook says about all its sheets: shared texts, number formats, where each sheet begins.

Sources: [MS-XLS] 2.4.28 (BoundSheet8), 2.4.126 (Format), 2.4.265 (SST), 2.4.353 (XF).
"""

import struct
from collections.abc import Callable

from msgspec import Struct

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ENCRYPTED, Allowance
from pbeditor.exchange.legacy_excel_records import BOF, EOF, Record, Texts, records, short
from pbeditor.exchange.number_formats import BUILT_IN, GENERAL, Shown, shown
from pbeditor.model.errors import UnreadableError

_FILEPASS, _DATE_MODE, _FORMAT, _XF, _SHEET, _SST = 0x2F, 0x22, 0x41E, 0xE0, 0x85, 0xFC
_STATE = 3  # bits that say whether a sheet is hidden
_EXCEL_97 = 0x600
_TOO_OLD = "是 Excel 5.0/95 的工作簿，格式太旧。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"


class Book(Struct):
    """What the first part of a workbook says about all its sheets."""

    sheets: dict[int, str] = {}  # the place in the stream where each begins -> its name
    hidden: set[int] = set()  # those of them that Excel does not show
    texts: list[str] = []
    formats: dict[int, str] = {}
    styles: list[int] = []
    from_1904: bool = False

    def shown(self, value: float, style: int) -> Shown:
        """A number in the format of a cell's style."""
        number = self.styles[style] if style < len(self.styles) else 0
        return shown(value, self.formats.get(number, GENERAL), from_1904=self.from_1904)


def read_book(stream: bytes, name: str) -> Book:
    book = Book(formats=dict(BUILT_IN))
    found = records(stream)
    kind, data, _ = next(found, Record(-1, b""))
    if kind != BOF:
        raise ValueError
    if struct.unpack_from("<H", data)[0] < _EXCEL_97:
        raise UnreadableError(name, _TOO_OLD)
    for record in found:
        if record.kind == _FILEPASS:
            raise UnreadableError(name, ENCRYPTED)
        if record.kind == EOF:
            break
        if record.kind in _ABOUT:
            _ABOUT[record.kind](book, record)
    return book


def _add_sheet(book: Book, record: Record) -> None:
    place, state, kind = struct.unpack_from("<IBB", record.data)
    if kind == 0:  # cells; others hold charts and macros
        book.sheets[place] = Texts(record, 6).next(short=True)
        if state & _STATE:
            book.hidden.add(place)


def _add_texts(book: Book, record: Record) -> None:
    (count,) = struct.unpack_from("<I", record.data, 4)
    texts = Texts(record, 8)
    room = Allowance(limits.CHARACTERS)
    for _ in range(count):
        book.texts.append(texts.next())
        room.take(len(book.texts[-1]) + 1)


def _add_format(book: Book, record: Record) -> None:
    book.formats[short(record.data, 0)] = Texts(record, 2).next()


def _set_dates(book: Book, record: Record) -> None:
    book.from_1904 = record.data[:1] == b"\1"


_ABOUT: dict[int, Callable[[Book, Record], None]] = {
    _SHEET: _add_sheet,
    _SST: _add_texts,
    _FORMAT: _add_format,
    _XF: lambda book, record: book.styles.append(short(record.data, 2)),
    _DATE_MODE: _set_dates,
}

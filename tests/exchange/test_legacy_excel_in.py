"""Old workbooks: LibreOffice's, and records put together by hand."""

import struct

import pytest

from pbeditor.exchange import legacy_excel_in
from pbeditor.exchange.legacy_excel_in import read_legacy_excel
from pbeditor.exchange.legacy_excel_records import Record, Texts, records, rk
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from tests.exchange.shown import WORKBOOK, Cells, sample, seen

BOF, EOF = (0x809, struct.pack("<HH12x", 0x600, 5)), (0x0A, b"")


def stream(*found: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in found)


def cells(
    monkeypatch: pytest.MonkeyPatch, *found: tuple[int, bytes], book: tuple[tuple[int, bytes], ...] = ()
) -> list[str | Cells]:
    """What a workbook of one sheet with these records shows."""
    size = len(stream(BOF, *book, (0x85, bytes(6) + b"\1\0A"), EOF))
    sheet = (0x85, struct.pack("<IBB", size, 0, 0) + b"\1\0A")
    data = stream(BOF, *book, sheet, EOF, BOF, *found, EOF)
    monkeypatch.setattr(legacy_excel_in, "workbook_stream", lambda _: data)
    return seen(read_legacy_excel(b"", "甲").blocks)


def at(column: int, rest: bytes, style: int = 0) -> bytes:
    return struct.pack("<HHH", 0, column, style) + rest


def test_a_workbook_is_read_as_shown() -> None:
    assert seen(read_sheet(sample("workbook.xls"), "甲.et").blocks) == WORKBOOK


def test_every_kind_of_cell_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (
        (0x203, at(0, struct.pack("<d", 2.5))),
        (0x27E, at(1, struct.pack("<I", 300 << 2 | 3))),
        (0xBD, struct.pack("<HH", 0, 2) + struct.pack("<HI", 0, 4 << 2 | 2) * 2 + struct.pack("<H", 3)),
        (0x204, at(4, b"\2\0\1" + "甲乙".encode("utf-16-le"))),
        (0x205, at(5, b"\1\0")),
        (0x205, at(6, b"\x17\1")),
        (0x06, at(7, struct.pack("<d", 7.0) + bytes(8))),
        (0x06, at(8, b"\0\0\0\0\0\0\xff\xff" + bytes(8))),
        (0x207, b"\1\0\0x"),
        (0x06, at(9, b"\1\0\1\0\0\0\xff\xff" + bytes(8))),
        (0x06, at(10, b"\2\0\x2a\0\0\0\xff\xff" + bytes(8))),
    )
    (table,) = cells(monkeypatch, *found)
    texts = ["2.5", "3", "4", "4", "甲乙", "TRUE", "", "7", "x", "TRUE", ""]
    assert table == [[(text, column, 1, 1) for column, text in enumerate(texts) if text]]
    (note,) = read_legacy_excel(b"", "甲").notes
    assert (note.message, note.original) == ("有 2 个单元格的公式出错，按空白导入", "G1 #REF!\nK1 #N/A")


def test_a_hidden_sheet_is_told() -> None:
    (note,) = read_sheet(sample("workbook.xls"), "甲").notes
    assert (note.where, note.kind) == ("隐藏的工作表“隐藏”", "guessed")


def test_numbers_follow_the_format_of_their_style(monkeypatch: pytest.MonkeyPatch) -> None:
    book = (
        (0x41E, struct.pack("<H", 200) + b"\4\0\0" + b"0.0%"),
        (0xE0, bytes(20)),
        (0xE0, struct.pack("<HH16x", 0, 200)),
    )
    found = cells(monkeypatch, (0x203, at(0, struct.pack("<d", 0.955), style=1)), book=book)
    assert found == [[[("95.5%", 0, 1, 1)]]]


def test_a_locked_workbook_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="密码"):
        cells(monkeypatch, book=((0x2F, b""),))


@pytest.mark.parametrize("version", [0x500, 0x400])
def test_an_older_workbook_is_told(monkeypatch: pytest.MonkeyPatch, version: int) -> None:
    monkeypatch.setattr(legacy_excel_in, "workbook_stream", lambda _: stream((0x809, struct.pack("<HH", version, 5))))
    with pytest.raises(UnreadableError, match="太旧"):
        read_legacy_excel(b"", "甲")


@pytest.mark.parametrize("data", [b"", b"\x09\x08", stream((0x123, b""))])
def test_a_stream_that_is_no_workbook_is_damage(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(legacy_excel_in, "workbook_stream", lambda _: data)
    with pytest.raises(UnreadableError, match="损坏"):
        read_legacy_excel(b"", "甲")


def test_a_text_goes_on_in_the_next_record_in_another_width() -> None:
    first = b"\5\0\1" + "甲乙".encode("utf-16-le")
    (record,) = records(stream((0xFC, first), (0x3C, b"\0ab"), (0x3C, b"\1" + "丙".encode("utf-16-le"))))
    assert Texts(record, 0).next() == "甲乙ab丙"


def test_formatting_and_reading_aids_of_a_text_are_passed_over() -> None:
    rich = b"\1\0\x0c" + struct.pack("<HI", 2, 3) + b"a" + bytes(8)
    texts = Texts(Record(0xFC, rich, (bytes(3) + b"\1\0\0b",)), 0)
    assert [texts.next(), texts.next()] == ["a", "b"]


@pytest.mark.parametrize(
    ("packed", "number"),
    [
        (300 << 2 | 3, 3.0),
        (7 << 2 | 2, 7.0),
        ((-7 << 2 | 2) & 0xFFFFFFFF, -7.0),
        (0x3FF80000, 1.5),
        (0x3FF80001, 0.015),
    ],
)
def test_packed_numbers_are_integers_or_halves_of_floats(packed: int, number: float) -> None:
    assert rk(packed) == number

"""Old Word files: LibreOffice's, and bytes of them changed to what Word writes."""

import struct

import pytest

from pbeditor.exchange.legacy_word_file import Piece, WordFile
from pbeditor.exchange.legacy_word_in import read_legacy_word
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from tests.exchange.shown import LAYOUTS, sample, seen

FIB = bytes.fromhex("eca5")


@pytest.fixture(scope="module")
def data() -> bytes:
    return sample("layouts.doc")


def with_short(data: bytes, place: int, number: int) -> bytes:
    """The file with another number at a place in its FIB."""
    start = data.index(FIB) + place
    return data[:start] + struct.pack("<H", number) + data[start + 2 :]


def test_a_converted_file_keeps_text_lists_and_tables(data: bytes) -> None:
    assert seen(read_sheet(data, "甲.wps").blocks) == LAYOUTS


def test_deleted_and_hidden_text_is_in_the_file_and_not_read(data: bytes) -> None:
    text = WordFile(data, "甲").text()
    assert "删除" in text
    assert "隐藏" in text
    assert not {"保留插入删除结尾", "保留插入隐藏结尾"} & set(map(str, seen(read_legacy_word(data, "甲").blocks)))


@pytest.mark.parametrize(
    ("place", "number", "said"), [(10, 0x0100, "密码"), (2, 0x0065, "太旧"), (0, 0xA5DC, "太旧"), (0, 0, "损坏")]
)
def test_locked_and_older_files_are_told(data: bytes, place: int, number: int, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_legacy_word(with_short(data, place, number), "甲")


def test_text_of_one_byte_a_character_is_western(data: bytes) -> None:
    file = WordFile(data, "甲")
    file.main = b"--\x80 95%\x96"
    file.pieces = (Piece(0, 6, 2, 1),)
    assert file.text() == "€ 95%–"


def test_the_halves_of_rare_signs_keep_their_places(data: bytes) -> None:
    file = WordFile(data, "甲")
    assert len(file.text()) == file.pieces[-1].end


def test_a_file_of_pieces_is_put_together(data: bytes) -> None:
    file = WordFile(data, "甲")
    file.main = "乙甲".encode("utf-16-le")
    file.pieces = (Piece(0, 1, 2, 2), Piece(1, 2, 0, 2))
    assert file.text() == "甲乙"


def test_pieces_that_reach_past_the_file_are_damage(data: bytes) -> None:
    piece_table = struct.pack("<I", 0x800) + b"\0\0"  # the first piece begins at byte 2048
    assert piece_table in data
    with pytest.raises(UnreadableError, match="损坏"):
        read_legacy_word(data.replace(piece_table, struct.pack("<I", 0x7FFFFFF) + b"\0\0"), "甲")

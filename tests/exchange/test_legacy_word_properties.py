"""Paragraph properties as Word packs them."""

import struct

import pytest

from pbeditor.exchange.edges import Edge
from pbeditor.exchange.legacy_word_properties import ParagraphTable, Properties
from pbeditor.exchange.legacy_word_sprms import sprms

ROW_END = bytes.fromhex("162401172401")  # in a table, the end of a row


def page(*grpprls: bytes) -> bytes:
    """A page of paragraphs, each ten bytes long from byte 0."""
    count = len(grpprls)
    built = bytearray(512)
    built[511] = count
    built[: 4 * (count + 1)] = struct.pack(f"<{count + 1}I", *range(0, 10 * (count + 1), 10))
    place = 400
    for number, grpprl in enumerate(grpprls):
        papx = bytes(2) + grpprl + bytes(len(grpprl) % 2)
        place -= len(papx) + 2
        built[place : place + len(papx) + 2] = bytes((0, len(papx) // 2)) + papx
        built[4 * (count + 1) + 13 * number] = place // 2
    return bytes(built)


def properties(grpprl: bytes, apart: bytes = b"") -> Properties | None:
    return ParagraphTable([page(grpprl)], lambda _: apart).at(5)


def row(*flags: int, more: bytes = b"") -> bytes:
    """The definition of a row whose cells are 100 twips wide each."""
    count = len(flags)
    cells = b"".join(struct.pack("<H18x", flag) for flag in flags)
    operand = struct.pack(f"<B{count + 1}h", count, *range(0, 100 * (count + 1), 100)) + cells
    return ROW_END + struct.pack("<HH", 0xD608, len(operand) + 1) + operand + more


def test_a_plain_paragraph_has_no_table_around_it() -> None:
    assert properties(b"") == Properties()


def test_nothing_is_known_outside_of_the_pages() -> None:
    assert ParagraphTable([page(b"", b"")], lambda _: b"").at(20) is None


def test_the_end_of_a_row_tells_its_cells() -> None:
    found = properties(row(0, 0))
    assert found is not None
    assert (found.level, found.row_end) == (1, True)
    assert found.edges == (Edge(0, 100), Edge(100, 200))


@pytest.mark.parametrize(
    ("flags", "across", "down"),
    [
        (0x01, False, ""),
        (0x02, True, ""),
        (0x20, False, "continue"),
        (0x60, False, "restart"),
        (0x40, False, "restart"),
    ],
)
def test_merged_cells_are_told_by_flags(flags: int, across: bool, down: str) -> None:
    found = properties(row(flags))
    assert found is not None
    assert found.edges == (Edge(0, 100, across, down),)


def test_later_properties_change_the_row() -> None:
    merges = bytes.fromhex("2bd602000324560103")  # the first cell begins downwards; cells 1 to 2 are one
    found = properties(row(0, 0, 0, more=merges))
    assert found is not None
    assert found.edges == (Edge(0, 100, down="restart"), Edge(100, 200), Edge(200, 300, across=True))


@pytest.mark.parametrize("sprm", ["4566", "4666", "6b64"])
def test_properties_may_stand_apart(sprm: str) -> None:
    found = properties(ROW_END + bytes.fromhex(sprm + "08000000"), apart=row(0))
    assert found is not None
    assert (found.row_end, len(found.edges)) == (True, 1)


def test_an_inner_table_tells_its_level() -> None:
    found = properties(bytes.fromhex("1624014966020000004b2401"))
    assert found is not None
    assert (found.level, found.cell_end, found.row_end) == (2, True, False)


def test_a_property_cut_off_ends_the_list() -> None:
    assert list(sprms(bytes.fromhex("1624014966020000"))) == [(0x2416, b"\1"), (0x6649, b"\2\0\0")]


def test_the_size_of_tab_stops_follows_from_their_counts() -> None:
    tabs = b"\x15\xc6\xff" + b"\1" + bytes(4) + b"\2" + bytes(6)
    assert [code for code, _ in sprms(tabs + b"\x16\x24\x01")] == [0xC615, 0x2416]

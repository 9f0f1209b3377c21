"""What is too long for a cell or too tall for a row of a worksheet: in pieces, so that nothing is cut off."""

from math import ceil
from typing import NamedTuple

from pbeditor.exchange.xml_text import legal
from pbeditor.sheet.geometry import MM_A_POINT

TALLEST = 409.0 * MM_A_POINT  # mm, as tall as Excel makes a row
# mm, the rows that stand for a taller one: low, for a page ends between two of them and leaves the rest of it blank.
LOW = 90.0 * MM_A_POINT
_LONGEST = 32_767  # UTF-16 units that Excel keeps in a cell
_SURE = _LONGEST // 2  # signs that are surely not more
_LEFT_OFF = "……（文字过长，后略）"


class Piece(NamedTuple):
    """A text for one cell, and the blanks and line breaks that part it from the piece before."""

    text: str
    gap: str = ""


def pieces(text: str) -> tuple[Piece, ...]:
    """The text as it fits into cells: cut where a line ends or, where none does, inside a line.

    No piece begins or ends with a blank, for readers drop those of a cell.
    """
    text, gap = legal(text), ""
    if len(text) <= _SURE:
        return (Piece(text),)
    found: list[Piece] = []
    while (end := _room(text, _LONGEST)) < len(text):
        line = text.rfind("\n", end // 2, end + 1)
        end = line if line > 0 else end
        head, rest = text[:end].rstrip(), text[end:].lstrip()
        found.append(Piece(head, gap))
        text, gap = rest, text[len(head) : len(text) - len(rest)]
    return (*found, Piece(text, gap))


def shortened(text: str) -> str:
    """A text for a cell of a list, which must be one; where it is not whole it says so."""
    if len(pieces(text)) == 1:
        return text
    return text[: _room(text, _LONGEST - len(_LEFT_OFF))] + _LEFT_OFF


def is_shortened(text: str, whole: str) -> bool:
    """Whether this is the beginning of what stands whole elsewhere."""
    return text.endswith(_LEFT_OFF) and text.removesuffix(_LEFT_OFF) in whole


def low_rows(height: float) -> int:
    """How many rows a text of this height takes where rows are low."""
    return ceil(height / LOW)


def worksheet_rows(height: float) -> list[float]:
    """The heights of the rows that stand for a row of this height, all in mm."""
    if height <= TALLEST:
        return [height]
    count = low_rows(height)
    return [LOW] * (count - 1) + [height - LOW * (count - 1)]


def _room(text: str, units: int) -> int:
    """How many signs from the beginning have no more than so many UTF-16 units."""
    return len(text[:units].encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

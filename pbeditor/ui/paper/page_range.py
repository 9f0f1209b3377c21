"""Which pages “1-3,5” means."""

from re import fullmatch, split
from unicodedata import normalize

ALL, ODD, EVEN = "all", "odd", "even"
_DASHES = str.maketrans("－—–~～至", "------")


def pages_meant(text: str, count: int) -> tuple[int, ...] | None:
    """The numbers of pages from 1 to `count`, each once and in order, for so they are printed; all of them for "".

    None where it cannot be told.
    """
    parts = [part for part in split(r"[,，、;；\s]+", normalize("NFKC", text).translate(_DASHES).strip()) if part]
    found: set[int] = set()
    for part in parts:
        ends = fullmatch(r"(\d{1,6})?(-)?(\d{1,6})?", part)
        if ends is None or not (ends[1] or ends[3]):
            return None
        first = int(ends[1] or 1)
        last = int(ends[3] or count) if ends[2] else first
        if not 1 <= first <= last <= count:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found)) if parts else tuple(range(1, count + 1))


def on_side(numbers: tuple[int, ...], side: str) -> tuple[int, ...]:
    """Those of the pages that lie on right-hand sides (ODD), on left-hand sides (EVEN), or ALL."""
    return numbers if side == ALL else tuple(number for number in numbers if number % 2 == (side == ODD))

"""Which texts become numbers in a worksheet, and the formats that show them as they were typed."""

from decimal import Decimal
from functools import lru_cache

from pbeditor.exchange.number_formats import GENERAL, Shown, shown
from pbeditor.model.amount import number

_DIGITS = 15  # of a number that Excel keeps; what has more stays a text
_GENERAL_DIGITS = 11  # of a whole number that it shows without an exponent when no format says how
_KEPT = 4096  # formats of texts, which come again and again
_MORE = "#" * 6  # decimals that are shown where somebody types more into the cell


def countable(text: str) -> Decimal | None:
    """The number written in a text if Excel can keep it whole."""
    value = number(text)
    return value if value is not None and len(value.as_tuple().digits) <= _DIGITS else None


@lru_cache(maxsize=_KEPT)
def exact_format(text: str) -> str:
    """The format in which Excel, and who reads its file, sees the number just as it is written.

    "" for a text that is none or that no format gives back, as 007; it has to stay a text.
    """
    value = countable(text)
    if value is None or (not value and text.startswith("-")):
        return ""
    whole, _, decimals = text.partition(".")
    if decimals:
        code = f"{'#,##0' if ',' in whole else '0'}.{'0' * len(decimals)}{_MORE}"
    else:
        code = "#,##0" if "," in whole else GENERAL if len(whole) <= _GENERAL_DIGITS else "0"
    return code if shown(float(value), code) == Shown(text) else ""

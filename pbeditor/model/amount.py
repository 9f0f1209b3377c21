"""Numbers as people type them, read without rounding."""

import re
import unicodedata
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?|[+-]?\.\d+")


def is_blank(text: str) -> bool:
    """Whether nothing is written; blank counts as 0 in sums."""
    return not text.strip()


def number(text: str) -> Decimal | None:
    """The number written in `text`, or None for a blank or for what is no number.

    Full-width digits and thousands commas are understood; a unit or a second number is not.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return Decimal(plain.replace(",", "")) if plain.isascii() and _NUMBER.fullmatch(plain) else None

"""Amounts as foreign tables write them: with their unit in the cell, in 元, in full-width digits."""

from decimal import Decimal

from pbeditor.model.amount import narrowed, number
from pbeditor.model.patterns import pattern

_AMOUNT = pattern(r"(?P<number>[+-]?[0-9][0-9,]*(?:\.[0-9]*)?)\s*(?P<unit>万元|元)?")
_IN_YUAN = {"元": Decimal(1), "万元": Decimal(10_000)}


def read_amount(text: str, unit: str, wanted: str) -> str:
    """The amount in the unit `wanted` (万元 or 元) when the cell or else the table says it is in the other one.

    What is no amount, or is in an unknown unit, stays as it is.
    """
    found = _AMOUNT.fullmatch(narrowed(text))
    if not found:
        return text
    amount, unit = number(found["number"]), found["unit"] or unit
    if amount is None:
        return text
    if unit == wanted or not {unit, wanted} <= _IN_YUAN.keys():
        return found["number"]
    return _text(amount * _IN_YUAN[unit] / _IN_YUAN[wanted])


def _text(amount: Decimal) -> str:
    """Without exponent or needless zeros, with the two decimals that amounts are printed with."""
    return f"{amount:.2f}" if amount == round(amount, 2) else f"{amount.normalize():f}"

"""Amounts as foreign tables write them: with their unit in the cell, in 元, in brackets, in full-width digits."""

from decimal import Decimal, localcontext

from pbeditor.model.amount import ANY_MONEY_UNIT, MONEY_UNITS, narrowed, number
from pbeditor.model.patterns import pattern
from pbeditor.sheet.sheet import Cell

_UNIT = rf"(?:{ANY_MONEY_UNIT}|\((?:{ANY_MONEY_UNIT})\))"
# Accounts write what is below zero in brackets or behind △.
_AMOUNT = pattern(
    rf"(?:人民币|[¥￥])?(?P<below>\(|△)?(?:[¥￥])?(?P<number>[+-]?[0-9][0-9,]*(?:\.[0-9]*)?)"
    rf"(?P<inner>{_UNIT})?(?P<close>\))?(?P<outer>{_UNIT})?"
)
_PRECISION = 100  # digits: more than any amount in any unit has


_LONG = pattern(r"\.[0-9]{7}")  # decimals of what was divided: nobody means them, and 万元 with six are 分


def stored(cell: Cell) -> str:
    """The number behind a cell of a spreadsheet; what is shown where that has no end."""
    return cell.text if not cell.exact or _LONG.search(cell.exact) else cell.exact


def read_amount(text: str, unit: str, wanted: str) -> str:
    """The amount in the unit `wanted` when the cell or else the table says it is in another one.

    What is no amount, or is in an unknown unit, stays as it is.
    """
    found = _AMOUNT.fullmatch(narrowed(text))
    if not found or (found["below"] == "(") != bool(found["close"]) or (found["inner"] and found["outer"]):
        return text
    printed = f"-{found['number']}" if found["below"] else found["number"]
    amount, unit = number(printed), (found["inner"] or found["outer"] or unit).strip("()")
    if amount is None:
        return text
    if unit == wanted or not {unit, wanted} <= MONEY_UNITS.keys():
        return printed
    with localcontext(prec=_PRECISION):
        return _text(amount * MONEY_UNITS[unit] / MONEY_UNITS[wanted])


def _text(amount: Decimal) -> str:
    """Without exponent or needless zeros, with the two decimals that amounts are printed with."""
    return f"{amount:.2f}" if amount == round(amount, 2) else f"{amount.normalize():f}"

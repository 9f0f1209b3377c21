"""Typing a value: what is typed flows from operator to number to text, so that >=95%及以上 can be typed straight on."""

import re

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.document import Target
from pbeditor.model.patterns import pattern
from pbeditor.model.target import OPERATORS, canonical_operator

OPERATOR, NUMBER, TEXT = "operator", "number", "text"
PARTS = (OPERATOR, NUMBER, TEXT)
_SPELLING = pattern("|".join(re.escape(spelling) for spelling, _ in OPERATORS))
_DIGITS = pattern(r"[0-9０-９][0-9０-９,，.．]*")


class Flow(Struct, frozen=True):
    """The value after a keystroke, and the part where typing goes on."""

    target: Target
    part: str


def flowed(part: str, typed: str, before: Target, origin: Target | None = None) -> Flow:
    """What comes of `typed` standing in `part` of the value that was `before`, and `origin` when editing began."""
    now = replace(before, **{part: typed})
    if part == NUMBER and (not typed or _DIGITS.fullmatch(typed)):
        return Flow(_text_follows(before, now, origin or before), NUMBER)
    if part != TEXT and _begins_operator(typed):
        return Flow(now, part)  # more of a spelling may follow: ">" may become ">="
    moved = _MOVES[part](now, *_cut(typed))
    return moved or Flow(now, part)


def finished(target: Target) -> Target:
    """The value when it is left: an operator in any spelling becomes the form's sign."""
    return replace(target, operator=canonical_operator(target.operator) or target.operator)


def part_for(key: str) -> str:
    """The part that a first keystroke belongs to."""
    if _DIGITS.match(key):
        return NUMBER
    return OPERATOR if _begins_operator(key) else TEXT


def _from_operator(now: Target, operator: str, rest: str) -> Flow | None:
    return None if now.number or now.text else _spread(operator, rest)


def _from_number(now: Target, operator: str, rest: str) -> Flow | None:
    if now.text or (operator and now.operator):
        return None
    return _spread(operator or now.operator, rest)


def _from_text(now: Target, operator: str, rest: str) -> Flow | None:
    return _spread(operator, rest) if operator and _DIGITS.match(rest) and not (now.operator or now.number) else None


_MOVES = {OPERATOR: _from_operator, NUMBER: _from_number, TEXT: _from_text}


def _spread(operator: str, rest: str) -> Flow:
    """Cut what was typed at a stretch into its parts."""
    found = _DIGITS.match(rest)
    number = found.group() if found else ""
    text = rest[len(number) :]
    return Flow(Target(canonical_operator(operator) or operator, number, text), TEXT if text else NUMBER)


def _cut(typed: str) -> tuple[str, str]:
    found = _SPELLING.match(typed)
    return (found.group(), typed[found.end() :]) if found else ("", typed)


def _begins_operator(typed: str) -> bool:
    return any(spelling.startswith(typed) for spelling, _ in OPERATORS)


def _text_follows(before: Target, now: Target, origin: Target) -> Target:
    """90 + 90%及以上 becomes 95 + 95%及以上 when only the number is typed again."""
    if not origin.number or not origin.text.startswith(origin.number):
        return now
    rest = origin.text.removeprefix(origin.number)
    return replace(now, text=now.number + rest) if before.text == before.number + rest else now

"""How many bytes a value holds that another one does not share with it; what is the same object is held once."""

from typing import Any

from msgspec import Struct

from pbeditor.model.differing import differing

_OBJECT, _TEXT, _POINTER, _CHARACTER = 16, 56, 8, 2  # bytes; most characters here are Chinese


def unshared(value: Any, other: Any) -> int:
    """The bytes of `value`, a document or a part of one, without what `other` holds too; an estimate."""
    if value is other:
        return 0
    if isinstance(value, str):
        return _TEXT + _CHARACTER * len(value)
    if isinstance(value, Struct):
        fields = value.__struct_fields__
        parts = (unshared(getattr(value, field), getattr(other, field, None)) for field in fields)
        return _OBJECT + _POINTER * len(fields) + sum(parts)
    return _OBJECT + (_items(value, other) if isinstance(value, tuple) else 0)


def _items(items: tuple[Any, ...], others: Any) -> int:
    """Items are looked for by identity wherever they moved; what changed is compared with what has its place."""
    rest = others if isinstance(others, tuple) else ()
    elsewhere = differing(rest, items)
    known = set(map(id, rest)) if len(elsewhere) > 1 else ()
    return _POINTER * len(items) + sum(
        unshared(items[place], rest[place] if place < len(rest) else None)
        for place in elsewhere
        if id(items[place]) not in known
    )

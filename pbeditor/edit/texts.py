"""The texts of a document in reading order, each with its place: what a search goes through.

The texts of one struct are looked at as one first, so that each of 7,000 rows costs one look.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import fields

from pbeditor.model.document import Target
from pbeditor.model.target import printed

# What a program reads and no person does, notes of the check, and a text that is not this document's.
_HIDDEN = frozenset({"id", "form", "year", "muted", "confirmed", "last_year"})

# A place, its text, and where in it the parts meet of which it is printed together.
Text = tuple[str, str, tuple[int, ...]]
Sees = Callable[[str], bool]


class _Leaves(Struct, frozen=True):
    """Neighbouring texts of a struct and of the structs in it: their places in it, and how to take them."""

    names: tuple[str, ...]
    take: Callable[[Any], tuple[str, ...]]


class _Items(Struct, frozen=True):
    """A field with any number of texts, or of structs of one `kind`."""

    name: str
    kind: type


def likely_texts(value: Struct, sees: Sees, path: str = "") -> Iterator[Text]:
    """The texts of those structs in whose joined texts `sees` sees something; `path` is blank or ends with "/"."""
    for segment in _segments(type(value)):
        if isinstance(segment, _Leaves):
            texts = segment.take(value)
            if sees("".join(texts)):
                yield from _placed(segment, texts, value, path)
        else:
            yield from _of_items(segment.kind, getattr(value, segment.name), sees, f"{path}{segment.name}/")


def _of_items(kind: type, items: tuple[Any, ...], sees: Sees, path: str) -> Iterator[Text]:
    if kind is str:
        yield from ((f"{path}{index}", text, ()) for index, text in enumerate(items) if sees(text))
        return
    first, *more = _segments(kind)
    if isinstance(first, _Leaves) and not more:  # rows: no generator for each of them
        for index, texts in enumerate(map(first.take, items)):
            if sees("".join(texts)):
                yield from _placed(first, texts, items[index], f"{path}{index}/")
        return
    for index, item in enumerate(items):
        yield from likely_texts(item, sees, f"{path}{index}/")


def _placed(leaves: _Leaves, texts: tuple[str, ...], value: Struct, path: str) -> Iterator[Text]:
    """Each text that is not blank; a value's printed text after its parts."""
    for name, text in zip(leaves.names, texts, strict=True):
        if text:
            yield path + name, text, ()
        owner, _, last = name.rpartition("/")
        if last == _LAST_PART and isinstance(target := _owner(value, owner), Target):
            whole = printed(target)
            if whole not in (target.operator, target.number, target.text):
                seams = (len(target.operator), len(target.operator + target.number))
                yield (path + owner).removesuffix("/"), whole, seams


def _owner(value: Struct, path: str) -> Any:
    return attrgetter(path.replace("/", "."))(value) if path else value


_LAST_PART = Target.__struct_fields__[-1]


@lru_cache
def _segments(owner: type[Struct]) -> tuple[_Leaves | _Items, ...]:
    """The shape of a struct: runs of texts, and the fields between them that hold several."""
    segments: list[_Leaves | _Items] = []
    names: list[str] = []
    for field in fields(owner):
        kind: Any = field.type
        if field.name in _HIDDEN:
            continue
        if kind is str:
            names.append(field.name)
        elif isinstance(kind, type) and issubclass(kind, Struct):
            names += [f"{field.name}/{name}" for name in _names(kind)]
        else:
            segments += [*_leaves(names), _Items(field.name, get_args(kind)[0])]
            names = []
    return (*segments, *_leaves(names))


def _names(owner: type[Struct]) -> Iterator[str]:
    for segment in _segments(owner):
        yield from segment.names if isinstance(segment, _Leaves) else ()


def _leaves(names: list[str]) -> list[_Leaves]:
    if not names:
        return []
    take: Callable[[Any], Any] = attrgetter(*(name.replace("/", ".") for name in names))
    return [_Leaves(tuple(names), take if len(names) > 1 else lambda value: (take(value),))]

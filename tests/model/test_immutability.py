"""Nothing below a document can change once it is made."""

import types
import typing
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit

PLAIN = {str, int, type(None)}
MADE_OF_OTHERS = {tuple, types.UnionType}


def types_below(kind: Any, seen: set[Any]) -> Iterator[Any]:
    """`kind` and every type that a value of it can hold."""
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    inner = typing.get_type_hints(kind).values() if is_struct(kind) else typing.get_args(kind)
    for part in inner:
        if part is not Ellipsis:
            yield from types_below(part, seen)


def is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def cannot_change(kind: Any) -> bool:
    if is_struct(kind):
        return bool(kind.__struct_config__.frozen)
    return kind in PLAIN or typing.get_origin(kind) in MADE_OF_OTHERS


def test_every_type_below_a_document_is_frozen() -> None:
    assert [kind for kind in types_below(Document, set()) if not cannot_change(kind)] == []


def test_the_walk_reaches_the_deepest_types() -> None:
    assert {"Target", "Budget", "Section", "Unit"} <= {
        kind.__name__ for kind in types_below(Document, set()) if is_struct(kind)
    }


def test_the_walk_finds_a_list() -> None:
    class Loose(msgspec.Struct, frozen=True):
        items: tuple[list[int], ...] = ()

    assert [kind for kind in types_below(Loose, set()) if not cannot_change(kind)] == [list[int]]


def test_a_whole_document_can_be_hashed() -> None:
    project = Project("p", Unit("203", "甲"), indicators=(Indicator("i"),))
    first, second = (Document("hebei-2020", 2020, overall=(Section("总体", "一"),), projects=(project,)) for _ in "12")
    assert hash(first) == hash(second)


@pytest.mark.parametrize(
    "value", [Document("f", 2020), Project("p"), Indicator("i"), Section(), Unit(), Budget(), Target()]
)
def test_a_field_cannot_be_set(value: msgspec.Struct) -> None:
    with pytest.raises(AttributeError, match="immutable"):
        setattr(value, value.__struct_fields__[0], "changed")

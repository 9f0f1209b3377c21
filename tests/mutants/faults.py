"""The places of a module where a small fault can be put, and the module with one of them."""

import ast
from collections.abc import Callable, Iterator
from typing import Any, cast

from msgspec import Struct

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
}
_UNREAD = ("annotation", "returns", "decorator_list", "format_spec")  # fields that say nothing about what is done


class Fault(Struct, frozen=True):
    """One small fault of a module."""

    number: int  # of all that the module can have
    line: int

    def put_into(self, source: str) -> str:
        """The module with this fault."""
        tree = ast.parse(source)
        node, way = list(_places(tree))[self.number]
        _WAYS[way](node)
        return ast.unparse(tree)

    def told(self, source: str) -> str:
        """The line of the module before and after, both as Python writes code: `return a < b → return a <= b`."""
        before, after = ast.unparse(ast.parse(source)).splitlines(), self.put_into(source).splitlines()
        return next(f"{old.strip()} → {new.strip()}" for old, new in zip(before, after, strict=True) if old != new)


def faults(source: str) -> Iterator[Fault]:
    """Every fault that a module can have."""
    for number, (node, _) in enumerate(_places(ast.parse(source))):
        yield Fault(number, cast("ast.expr", node).lineno)


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    yield from ((node, way) for way in _ways(node))
    for name, value in ast.iter_fields(node):
        if name not in _UNREAD and not _is_a_claim(node, name):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _places(child)


def _is_a_claim(node: ast.AST, field: str) -> bool:
    """Whether a field says how values are stored (frozen, gc), or that two lists are of one length."""
    said_of_class = isinstance(node, ast.ClassDef) and field == "keywords"
    return said_of_class or (isinstance(node, ast.keyword) and ast.unparse(node) == "strict=True")


def _ways(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _OTHER:
        yield "compare"
    elif isinstance(node, ast.BoolOp):
        yield "operator"
        yield from (("first", "last") if len(node.values) > 1 else ())
    elif isinstance(node, ast.BinOp) and type(node.op) in _OTHER:
        yield "operator"
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "condition"
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float, bool):
        yield "constant"


def _compare(node: ast.Compare) -> None:
    node.ops[0] = cast("ast.cmpop", _OTHER[type(node.ops[0])]())


def _operator(node: ast.BoolOp | ast.BinOp) -> None:
    node.op = _OTHER[type(node.op)]()  # type: ignore[assignment] # an operator of the same kind


def _first(node: ast.BoolOp) -> None:
    node.values = node.values[1:]


def _last(node: ast.BoolOp) -> None:
    node.values = node.values[:-1]


def _condition(node: ast.If | ast.IfExp | ast.While) -> None:
    node.test = ast.UnaryOp(ast.Not(), node.test)


def _constant(node: ast.Constant) -> None:
    node.value = not node.value if isinstance(node.value, bool) else cast("int", node.value) + 1


_WAYS: dict[str, Callable[[Any], None]] = {
    "compare": _compare,
    "operator": _operator,
    "first": _first,
    "last": _last,
    "condition": _condition,
    "constant": _constant,
}

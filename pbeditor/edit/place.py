"""Places in a document, as paths such as "projects/0/indicators/3/target/number"."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.cleaning import clean_field
from pbeditor.model.document import Document, Target
from pbeditor.model.text import clean_line

T = TypeVar("T", bound=Struct)
Texts = list[tuple[list[str], str | int]]  # the steps that lead to each place, and what is put there

DIFFERENCES = {"added": "新增", "removed": "删除", "changed": "修改"}  # what the kinds are called
TEXTS = ("plan", "periods")  # tuples of texts, in which a place beyond the end is one not filled in yet


class Difference(Struct, frozen=True):
    """One difference between two documents; `kind` is added, removed or changed.

    `path` counts in the later document, its last step for a removed item in the earlier one.
    """

    kind: str
    path: str
    before: Any
    after: Any

    @property
    def is_of_earlier(self) -> bool:
        """Whether the path leads to something in the earlier document alone: a project, say, not a row of one."""
        return self.kind == "removed" and self.path.count("/") == 1


def get(document: Document, path: str) -> Any:
    """What stands at `path`; "" for a plan period that the project does not have yet. LookupError for no place."""
    return get_in(document, path)


def get_in(part: Struct, path: str) -> Any:
    """`get` in a part of the document, such as a project, by the path that leads on from there."""
    value: Any = part
    name = ""
    for step in path.split("/"):
        if isinstance(value, tuple):
            index = int(step)
            value = value[index] if index < len(value) or name not in TEXTS else ""
        elif isinstance(value, Struct) and step in value.__struct_fields__:
            name, value = step, getattr(value, step)
        else:
            raise LookupError(path)
    return value


def put(document: Document, path: str, text: str | int) -> Document:
    """The document with `text`, cleaned, at `path`; the same object where that changes nothing."""
    return put_in(document, path, text)


def put_in(part: T, path: str, text: str | int) -> T:
    """`put` in a part of the document, such as a project, by the path that leads on from there."""
    new: T = _put(part, [(path.split("/"), text)])
    return new


def put_all(document: Document, changes: Iterable[tuple[str, str]]) -> Document:
    """Several texts put at once, as a fix or a pasted block does; of two for one place the later stays."""
    new: Document = _put(document, [(path.split("/"), text) for path, text in changes])
    return new


def put_target(document: Document, path: str, target: Target) -> Document:
    """The document with the three parts of `target`, cleaned, in the value at `path`."""
    return put_all(document, ((f"{path}/{part}", getattr(target, part)) for part in Target.__struct_fields__))


def differences(before: Any, after: Any, path: str = "") -> Iterator[Difference]:
    """Every difference, in reading order. What is the same object is not looked at; items are matched by id.

    Documents that differ in last year's document alone do not differ.
    """
    if before is after or before == after:
        return
    if isinstance(before, Struct) and type(before) is type(after):
        for name in before.__struct_fields__:
            if name != "last_year":
                yield from differences(getattr(before, name), getattr(after, name), f"{path}/{name}".lstrip("/"))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _items(before, after, path)
    else:
        yield Difference("changed", path, before, after)


def remaining(change: Difference) -> str:
    """The place to show for a difference: of a whole project or section that has gone, the one that was before it.

    What has its number now is another one, and its fields would be taken for those that were looked at.
    """
    part, _, place = change.path.partition("/")
    is_gone = change.kind == "removed" and place.isdecimal()
    return f"{part}/{max(int(place) - 1, 0)}" if is_gone else change.path


def _put(value: Any, texts: Texts) -> Any:
    parts: dict[str, Texts] = {}
    for (step, *rest), text in texts:
        parts.setdefault(step, []).append((rest, text))
    return _put_items(value, parts) if isinstance(value, tuple) else _put_fields(value, parts)


def _put_fields(value: Any, parts: dict[str, Texts]) -> Any:
    changed = {}
    for step, texts in parts.items():
        if not isinstance(value, Struct) or step not in value.__struct_fields__:
            raise LookupError(step)
        old, (rest, text) = getattr(value, step), texts[-1]
        new = _put(old, texts) if rest else _cleaned(value, step, text)
        if new is not old and new != old:
            changed[step] = new
    return replace(value, **changed) if changed else value


def _cleaned(owner: Struct, field: str, text: str | int) -> str | int:
    return clean_field(owner, field, text) if isinstance(text, str) else text


def _put_items(items: tuple[Any, ...], parts: dict[str, Texts]) -> tuple[Any, ...]:
    new, is_same = list(items), True
    for step, texts in parts.items():
        index, (rest, text) = int(step), texts[-1]
        new += [""] * (0 if rest else index + 1 - len(new))
        old, new[index] = new[index], _put(new[index], texts) if rest else clean_line(str(text))
        is_same = is_same and new[index] is old
    return items if is_same and len(new) == len(items) else tuple(new)


def _items(before: tuple[Any, ...], after: tuple[Any, ...], path: str) -> Iterator[Difference]:
    old = {_key(item, index): (index, item) for index, item in enumerate(before)}
    kept = set()
    for index, item in enumerate(after):
        key = _key(item, index)
        kept.add(key)
        if key in old:
            yield from differences(old[key][1], item, f"{path}/{index}")
        else:
            yield Difference("added", f"{path}/{index}", None, item)
    for key, (index, item) in old.items():
        if key not in kept:
            yield Difference("removed", f"{path}/{index}", item, None)


def _key(item: Any, index: int) -> Any:
    return getattr(item, "id", index)

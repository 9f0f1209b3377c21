"""The rows of the project tree: sections; projects alone, or those of each unit below a line with its name."""

from collections.abc import Hashable, Sequence
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import cast

from msgspec import Struct

from pbeditor.edit.amounts import total
from pbeditor.edit.units import by_unit, unit_name
from pbeditor.model.document import Project, Section, Unit


class UnitHead(Struct, frozen=True, dict=True):
    """The line above the projects of one unit."""

    unit: Unit
    members: tuple[Project, ...]

    @cached_property
    def total(self) -> Decimal:
        """The sum of their 预算数."""
        return total(self.members)

    @property
    def name(self) -> str:
        """Code and name of the unit."""
        return unit_name(self.unit) or "未填写单位"


Row = Project | UnitHead
_id, _SHOWN = attrgetter("id"), attrgetter("name", "code", "budget.total")


def rows_of(projects: tuple[Project, ...], known: Sequence[Row], *, grouped: bool) -> list[Row]:
    """The rows for `projects`; heads that are the same as in `known` stay the same objects."""
    units = by_unit(projects) if grouped else {}
    if len(units) < 2:  # noqa: PLR2004 - one unit is no group
        return list(projects)
    heads = {row.unit: row for row in known if isinstance(row, UnitHead)}
    rows: list[Row] = []
    for unit, members in units.items():
        old = heads.get(unit)
        rows += [old if old and old.members == members else UnitHead(unit, members), *members]
    return rows


def keys_of(rows: Sequence[Row]) -> list[Hashable]:
    """What stays the same while a row changes: a project's id, a head's unit."""
    if not isinstance(next(iter(rows), None), UnitHead):  # without heads, at every keystroke
        return [*map(_id, cast("Sequence[Project]", rows))]
    return [row.unit if isinstance(row, UnitHead) else row.id for row in rows]


def shows_alike(old: Row, new: Row) -> bool:
    """Whether nobody sees or hears here that a project has become another object."""
    if isinstance(old, UnitHead) or isinstance(new, UnitHead):
        return False
    return old.id == new.id and _SHOWN(old) == _SHOWN(new)


def section_keys(old: tuple[Section, ...], new: tuple[Section, ...]) -> tuple[list[int], list[int]]:
    """Keys for sections, which have no ids: the same object keeps its key, an edited one that of its forerunner."""
    left: dict[int, list[int]] = {}
    for place, section in enumerate(old):
        left.setdefault(id(section), []).append(place)
    keys = [left[id(section)].pop(0) if left.get(id(section)) else -1 for section in new]
    spare = sorted(place for places in left.values() for place in places)
    spare += range(len(old), len(old) + len(new))
    return list(range(len(old))), [key if key >= 0 else spare.pop(0) for key in keys]

"""How far a project is filled in: a share of its fields, no judgement about what stands in them."""

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from pbeditor.model.document import Project
from pbeditor.model.form import Form

Way = tuple[str | int, ...]
_FIELDS_OF_A_ROW = 4


class Filled(Struct, frozen=True):
    """`done` of `all` fields hold something; `missing` is the first that does not, as a path inside the project."""

    done: int
    all: int
    missing: str = ""


def filled(project: Project, form: Form) -> Filled:
    """Code, name, unit, amounts, purpose, plan, goals and the indicators, as many as the form wants at least.

    One source of money is enough, and a description and a basis of an indicator may stay blank.
    """
    fields = tuple(_fields(project, form))
    missing = next((path for path, text in fields if not text), ())
    return Filled(sum(bool(text) for _, text in fields), len(fields), "/".join(map(str, missing)))


def _fields(project: Project, form: Form) -> Iterator[tuple[Way, str]]:
    """The way to each field, as a path in its parts, and what stands there."""
    budget = project.budget
    yield ("unit", "name"), project.unit.name
    yield ("code",), project.code
    yield ("name",), project.name
    yield ("budget", "total"), budget.total
    yield ("budget", "fiscal"), budget.fiscal or budget.other
    yield ("purpose",), project.purpose
    for place, text in zip_longest(range(max(len(form.periods), len(project.plan))), project.plan, fillvalue=""):
        yield ("plan", place), text
    yield ("goals",), project.goals
    for place, row in enumerate(project.indicators):
        yield ("indicators", place, "level1"), row.level1
        yield ("indicators", place, "level2"), row.level2
        yield ("indicators", place, "name"), row.name
        yield ("indicators", place, "target"), row.target.operator or row.target.number or row.target.text
    for _ in range(_FIELDS_OF_A_ROW * (form.indicator_count[0] - len(project.indicators))):
        yield ("indicators",), ""

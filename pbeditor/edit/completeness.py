"""How far a project is filled in: a share of its fields, no judgement about what stands in them."""

from collections.abc import Iterator

from msgspec import Struct

from pbeditor.model.document import Indicator, Project
from pbeditor.model.form import Form


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
    missing = next((path for path, is_filled in fields if not is_filled), "")
    return Filled(sum(is_filled for _, is_filled in fields), len(fields), missing)


def _fields(project: Project, form: Form) -> Iterator[tuple[str, bool]]:
    budget = project.budget
    yield "unit/name", bool(project.unit.name)
    yield from ((field, bool(getattr(project, field))) for field in ("code", "name"))
    yield "budget/total", bool(budget.total)
    yield "budget/fiscal", bool(budget.fiscal or budget.other)
    yield "purpose", bool(project.purpose)
    plan = (*project.plan, *[""] * (len(form.periods) - len(project.plan)))
    yield from ((f"plan/{place}", bool(text)) for place, text in enumerate(plan))
    yield "goals", bool(project.goals)
    for place, row in enumerate(project.indicators):
        yield from ((f"indicators/{place}/{field}", is_filled) for field, is_filled in _of_row(row))
    for _ in range(form.indicator_count[0] - len(project.indicators)):
        yield from (("indicators", False) for _ in _of_row(Indicator("")))


def _of_row(row: Indicator) -> Iterator[tuple[str, bool]]:
    yield from ((field, bool(getattr(row, field))) for field in ("level1", "level2", "name"))
    yield "target", bool(row.target.operator or row.target.number or row.target.text)

"""批量填写: one text for many projects. Each function changes a project; `fill` does it for all that are chosen."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from pbeditor.model.document import Document, Indicator, Project, Target, Unit
from pbeditor.model.form import Category, Form

Change = Callable[[Project], Project]


def fill(document: Document, ids: Iterable[str], change: Change) -> Document:
    """The document with `change` made to the chosen projects; the same object where none of them changes."""
    chosen = frozenset(ids)
    projects = tuple(change(project) if project.id in chosen else project for project in document.projects)
    return document if projects == document.projects else replace(document, projects=projects)


def with_plan(plan: tuple[str, ...]) -> Change:
    """Gives a project this spending plan, cumulative percent by period."""
    return lambda project: replace(project, plan=plan)


def with_unit(unit: Unit) -> Change:
    """Puts a project under this unit."""
    return lambda project: replace(project, unit=unit)


def with_basis(basis: str, *, only_blank: bool = True) -> Change:
    """Gives every indicator this 指标值确定依据, or only those that have none."""

    def change(project: Project) -> Project:
        rows = tuple(row if only_blank and row.basis else replace(row, basis=basis) for row in project.indicators)
        return replace(project, indicators=rows)

    return change


def with_satisfaction(name: str, description: str, target: Target, form: Form, ids: Iterator[str]) -> Change:
    """Gives a project this 满意度 indicator: over the first it has, else as a new last row with an id from `ids`."""
    found = satisfaction(form)

    def change(project: Project) -> Project:
        if found is None:
            return project
        level1, level2 = found.name, (found, *found.children)[:2][-1].name
        rows, old = list(project.indicators), satisfaction_row(project, form)
        place = rows.index(old) if old else len(rows)
        old = old or Indicator(next(ids))
        rows[place : place + 1] = [Indicator(old.id, level1, level2, name, description, target, old.basis)]
        return replace(project, indicators=tuple(rows))

    return change


def satisfaction(form: Form) -> Category | None:
    """The 一级指标 of satisfaction, None where the form has none."""
    return next((category for category in form.categories if "满意度" in category.name), None)


def satisfaction_row(project: Project, form: Form) -> Indicator | None:
    """The first 满意度 indicator of a project, the one that a fill writes over."""
    wanted = satisfaction(form)
    return next((row for row in project.indicators if wanted and form.level1(row.level1) is wanted), None)

"""Edits of one project's indicator grid. They change a `Project`; `projects.change_project` puts it back."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pbeditor.edit.items import inserted, moved, shifted, without
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Indicator, Project, Target
from pbeditor.model.form import Form
from pbeditor.model.target import printed, read_target, shown

Cell = str | Target
FIELDS = ("level1", "level2", "name", "description", "target", "basis")


def insert_indicators(project: Project, index: int, rows: Iterable[Indicator]) -> Project:
    """The project with `rows` in front of the indicator now at `index`."""
    return replace(project, indicators=inserted(project.indicators, index, rows))


def delete_indicators(project: Project, ids: Iterable[str]) -> Project:
    """The project without the indicators called `ids`."""
    return replace(project, indicators=without(project.indicators, ids))


def move_indicators(project: Project, ids: Iterable[str], before: int) -> Project:
    """The project with the indicators called `ids` in front of the one now at `before`."""
    return replace(project, indicators=moved(project.indicators, ids, before))


def shift_indicators(project: Project, ids: Iterable[str], step: int) -> Project:
    """The project with the indicators called `ids` one place up (-1) or down (1)."""
    rows = shifted(project.indicators, ids, step)
    return project if rows is project.indicators else replace(project, indicators=rows)


def duplicate_indicators(project: Project, chosen: Iterable[str], ids: Iterator[str]) -> Project:
    """The project with a copy of each chosen indicator after the last of them."""
    wanted = frozenset(chosen)
    places = [index for index, row in enumerate(project.indicators) if row.id in wanted]
    if not places:
        return project
    copies = [replace(project.indicators[index], id=next(ids)) for index in places]
    return insert_indicators(project, places[-1] + 1, copies)


def sort_indicators(project: Project, form: Form) -> Project:
    """The project with its indicators in the form's order of categories; unknown ones last, equal ones as they were."""
    order = {
        (parent.name, child.name): (first, second)
        for first, parent in enumerate(form.categories)
        for second, child in enumerate(parent.children)
    }
    last = (len(form.categories), 0)

    def rank(row: Indicator) -> tuple[int, int]:
        parent = form.level1(row.level1)
        found = [c for c in parent.children if c.is_called(row.level2)] if parent else []
        if not parent:
            return last
        return order[parent.name, found[0].name] if found else (form.categories.index(parent), len(parent.children))

    return replace(project, indicators=tuple(sorted(project.indicators, key=rank)))


def set_cell(row: Indicator, field: str, value: Cell, *, twice: bool = False) -> Indicator:
    """The indicator with `value`, cleaned, in one of `FIELDS`.

    A text put into the value cell is split into its three parts, as among values that say their number `twice`; a
    target put elsewhere gives what it prints.
    """
    if field == "target":
        target = value if isinstance(value, Target) else _read(value, row.target, twice=twice)
        return row if target == row.target else cleaned(replace(row, target=target))
    new = cleaned(replace(row, **{field: shown(value)}))
    return row if new == row else new


def cell_text(row: Indicator, field: str) -> str:
    """The text that one of `FIELDS` shows and copies."""
    return shown(getattr(row, field))


def paste_block(
    project: Project,
    row: int,
    block: Sequence[Sequence[Cell]],
    ids: Iterator[str],
    *,
    fields: Sequence[str] = FIELDS,
    twice: bool = False,
) -> Project:
    """The project with a block of cells laid over these `fields` from `row` on; rows that are missing are added.

    What reaches past the last of `fields` is not placed; the caller tells the user. `twice` is as
    for `set_cell`.
    """
    missing = row + len(block) - len(project.indicators)
    rows = [*project.indicators, *(Indicator(next(ids)) for _ in range(missing))]
    for down, values in enumerate(block):
        for field, value in zip(fields, values, strict=False):
            rows[row + down] = set_cell(rows[row + down], field, value, twice=twice)
    return _with_rows(project, rows)


def set_cells(
    project: Project,
    cells: Iterable[tuple[int, int]],
    value: Cell,
    fields: Sequence[str] = FIELDS,
    *,
    twice: bool = False,
) -> Project:
    """The project with `value` in each (row, column) cell, as clearing or filling a selection does.

    `twice` is as for `set_cell`.
    """
    rows = list(project.indicators)
    for row, column in cells:
        rows[row] = set_cell(rows[row], fields[column], value, twice=twice)
    return _with_rows(project, rows)


def fill_down(project: Project, cells: Iterable[tuple[int, int]], fields: Sequence[str] = FIELDS) -> Project:
    """The project with the topmost chosen cell of each column repeated in the chosen cells below it.

    A column with one chosen cell takes the value from the row above it, as Excel's Ctrl+D does.
    """
    columns: dict[int, list[int]] = {}
    for row, column in sorted(cells):
        columns.setdefault(column, []).append(row)
    rows = list(project.indicators)
    for column, chosen in columns.items():
        source = chosen[0] if len(chosen) > 1 else max(chosen[0] - 1, 0)
        value = getattr(rows[source], fields[column])
        for row in chosen:
            rows[row] = set_cell(rows[row], fields[column], value)
    return _with_rows(project, rows)


def _read(text: str, present: Target, *, twice: bool) -> Target:
    """The parts of a value typed as it prints; the present parts where they print the same."""
    return present if printed(present) == text else read_target(text, twice=twice).target


def _with_rows(project: Project, rows: Sequence[Indicator]) -> Project:
    old = project.indicators
    same = len(rows) == len(old) and all(new is row for new, row in zip(rows, old, strict=True))
    return project if same else replace(project, indicators=tuple(rows))

"""The lines of a comparison: parts and projects, and below each project its indicators that changed."""

from collections.abc import Mapping

from msgspec import Struct

from pbeditor.edit.changes import Kind, ProjectChange, RowChange, TextChange
from pbeditor.edit.comparison import (
    KIND_NAMES,
    ROW_KINDS,
    Comparison,
    PartChange,
    field_name,
    field_name_in_row,
)
from pbeditor.edit.comparison_texts import amount, named, row_told, rows_told, signed
from pbeditor.model.form import Form
from pbeditor.model.steps import Steps, gathered
from pbeditor.model.unnamed import UNNAMED_INDICATOR, UNNAMED_SECTION
from pbeditor.ui.widgets.difference_view import Passage

LONGEST = 30  # signs of a text in one line


class Line(Struct, frozen=True):
    """One line. `place` is where it leads in the later document, with ids; "" for what is gone."""

    key: str
    cells: tuple[str, ...]
    kind: Kind
    place: str = ""
    passages: tuple[Passage, ...] = ()
    below: tuple["Line", ...] = ()
    change: ProjectChange | None = None


def lines_of(comparison: Comparison, form: Form, forms: Mapping[str, str]) -> Steps[tuple[Line, ...]]:
    """A line a part that differs, then one a project; `forms` are the names of forms by id."""
    parts = (_part(number, part, form, forms) for number, part in enumerate(comparison.parts))
    projects = yield from gathered(_project(number, one, form) for number, one in enumerate(comparison.projects))
    return (*parts, *projects)


def _part(number: int, part: PartChange, form: Form, forms: Mapping[str, str]) -> Line:
    cells = (part.name or UNNAMED_SECTION, KIND_NAMES[part.kind], *("",) * 5)
    texts = (
        TextChange("form", forms.get(text.before, text.before), forms.get(text.after, text.after))
        if text.field == "form"
        else text
        for text in part.texts
    )
    passages = tuple(_passage(text, field_name(text.field, form)) for text in texts)
    return Line(f"part/{number}/{part.name}", cells, part.kind, part.path, passages)


def _project(number: int, change: ProjectChange, form: Form) -> Line:
    cells = (
        named(change),
        KIND_NAMES[change.kind],
        amount(change.amount_before, form.decimals),
        amount(change.amount_after, form.decimals),
        signed(change.difference, form.decimals),
        signed(change.percent, 1, "%"),
        rows_told(change),
    )
    place = f"projects/{change.after.id}" if change.after else ""
    texts = change.texts if change.before and change.after else _whole(change)
    passages = tuple(_passage(text, field_name(text.field, form)) for text in texts)
    below = tuple(_row(place, place_of_row, row, form) for place_of_row, row in enumerate(change.rows))
    key = place or f"gone/{change.project.id}/{number}"
    return Line(key, cells, change.kind, place, passages, below, change)


def _whole(change: ProjectChange) -> tuple[TextChange, ...]:
    """What a project that is new or gone says of itself."""
    texts = ((field, getattr(change.project, field)) for field in ("code", "purpose", "goals"))
    return tuple(TextChange(f, "", text) if change.after else TextChange(f, text, "") for f, text in texts if text)


def _row(place: str, number: int, row: RowChange, form: Form) -> Line:
    told = row_told(row, form, LONGEST)
    cells = (f"{ROW_KINDS[row.kind]}　{row.name or UNNAMED_INDICATOR}：{told}", *("",) * 6)
    passages = tuple(_passage(text, field_name_in_row(text.field, form)) for text in row.texts)
    where = f"{place}/indicators/{row.after.id}/name" if row.after else f"{place}/indicators"
    return Line(f"{place}/{number}", cells, row.kind, where, passages)


def _passage(text: TextChange, label: str) -> Passage:
    return Passage(label, text.before, text.after)

"""A table that an import left out, read as rows of indicators because a person says that it is one."""

from collections.abc import Sequence

from pbeditor.model.document import Indicator
from pbeditor.model.form import Form
from pbeditor.sheet.guessing import column_guess
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.mapped_form import mapped_form
from pbeditor.sheet.mapping import findings
from pbeditor.sheet.mapping_findings import COLUMN, COLUMN_FIELDS
from pbeditor.sheet.sheet import Sheet, Table, row_of


def indicators_in(rows: Sequence[Sequence[str]], form: Form) -> tuple[Indicator, ...]:
    """The indicators, by the head of the table where it has one, else by what stands in its columns; () for none."""
    sheet = _as_sheet(rows)
    found = findings(sheet, form)
    if not any(each.kind == COLUMN for each in found.found):
        sheet = _as_sheet((_head(rows, form), *rows))
        found = findings(sheet, form)
    document, _ = interpret(sheet, mapped_form(form, found, {}))
    return tuple(row for project in document.projects for row in project.indicators)


def _head(rows: Sequence[Sequence[str]], form: Form) -> tuple[str, ...]:
    """Heads in the form's own words for columns without any; the first likely name is that of the widest texts."""
    labels = {column.field: column.label for column in form.columns}
    width = max(map(len, rows), default=0)
    columns = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(width)]
    heads: list[str] = []
    for texts in columns:
        field = column_guess("", texts, form)
        heads.append(field if field not in heads else "")
    free = [place for place, field in enumerate(heads) if not field and columns[place]]
    if "name" not in heads and free:
        heads[free[0]] = "name"
    return tuple(labels.get(field, COLUMN_FIELDS.get(field, "")) for field in heads)


def _as_sheet(rows: Sequence[Sequence[str]]) -> Sheet:
    return Sheet((Table(tuple(row_of(row) for row in rows)),))

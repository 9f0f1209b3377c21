"""Last year's document becomes this year's draft."""

from msgspec.structs import replace

from pbeditor.edit.categories import categories_in
from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.form import Form
from pbeditor.model.years import OF_YEARS, shifted, written_in


def in_form(document: Document, form: Form) -> Document:
    """The document in another form: categories get the names they have there; the same object in its own form.

    A 二级指标 that became a 一级指标 (成本指标 in 2021) leaves its old place blank, for which of its parts is meant is
    a person's decision. What the form does not know stays as it is and is left to `check`.
    """
    if document.form == form.id:
        return document
    return replace(document, form=form.id, projects=tuple(_project(project, form) for project in document.projects))


def title_of(document: Document, year: int, form: Form) -> str:
    """The title with its year renewed, however it is written; the form's own where there is none."""
    if not document.title:
        return form.title.format(year=year)
    title = document.title
    for found in reversed(written_in(title)):
        if found.kind in OF_YEARS and document.year in found.numbers:
            piece = shifted(title[found.start : found.end], found.kind, year - document.year)
            title = f"{title[: found.start]}{piece}{title[found.end :]}"
    return title


def _project(project: Project, form: Form) -> Project:
    return replace(project, indicators=tuple(_indicator(row, form) for row in project.indicators))


def _indicator(row: Indicator, form: Form) -> Indicator:
    level1, level2 = categories_in(form, row.level1, row.level2)
    return replace(row, level1=level1, level2=level2)

"""What a document begins as: blank, in a form, for the year whose budget is being prepared."""

from datetime import date

from msgspec.structs import replace

from pbeditor.model.document import Document, Section
from pbeditor.model.form import Form

BUDGETS_BEGIN = 7  # from July on, the budget of the next year is prepared


def blank(form: Form, year: int) -> Document:
    """An empty document with the sections that the form expects."""
    sections = tuple(Section(heading) for heading in form.sections)
    return Document(form.id, year, form.title.format(year=year), money_unit=form.money_unit, overall=sections)


def as_begun_in(document: Document, form: Form, before: Form) -> Document:
    """The document with what a new one got from the form `before`, and nobody wrote in, as it would begin in `form`."""
    begun, other = blank(before, document.year), blank(form, document.year)
    if document.overall == begun.overall:
        document = replace(document, overall=other.overall)
    if document.title == begun.title and not document.projects:
        document = replace(document, title=other.title)
    return document


def working_year(today: date) -> int:
    """The year whose budget is being prepared."""
    return today.year + (today.month >= BUDGETS_BEGIN)

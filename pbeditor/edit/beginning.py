"""What a document begins as: blank, in a form, for the year whose budget is being prepared."""

from datetime import date

from pbeditor.model.document import Document, Section
from pbeditor.model.form import Form

BUDGETS_BEGIN = 7  # from July on, the budget of the next year is prepared


def blank(form: Form, year: int) -> Document:
    """An empty document with the sections that the form expects."""
    sections = tuple(Section(heading) for heading in form.sections)
    return Document(form.id, year, form.title.format(year=year), money_unit=form.money_unit, overall=sections)


def working_year(today: date) -> int:
    """The year whose budget is being prepared."""
    return today.year + (today.month >= BUDGETS_BEGIN)

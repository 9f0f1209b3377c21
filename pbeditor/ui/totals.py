"""What the projects add up to, kept up as one types."""

from collections.abc import Iterable
from decimal import Decimal

from pbeditor.check.memory import differing
from pbeditor.model.amount import number
from pbeditor.model.document import Document, Project


def total(projects: Iterable[Project], field: str = "total") -> Decimal:
    """The sum of one amount of the projects, in the document's money unit; what is no number counts as 0."""
    amounts = (number(getattr(project.budget, field)) for project in projects)
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


class RunningTotal:
    """The sum of all 预算数; an edit costs only what it changed."""

    def __init__(self, document: Document) -> None:
        self.value = total(document.projects)

    def follow(self, before: Document, after: Document) -> None:
        """Add what is new and take away what is gone."""
        if after.projects is not before.projects:
            old, new = before.projects, after.projects
            self.value += total(new[place] for place in differing(old, new))
            self.value -= total(old[place] for place in differing(new, old))

"""What the projects add up to, kept up as one types."""

from pbeditor.edit.amounts import total
from pbeditor.model.differing import differing
from pbeditor.model.document import Document


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

"""A project as it is put together from heads and grids in any order."""

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.document import Budget, Project, Unit
from pbeditor.sheet.read_grid import GridRow


class ProjectRead(Struct):
    """A project as far as it has been read."""

    project: Project
    rows: list[GridRow]
    has_head: bool
    levels: dict[str, str]  # of the last row, which a table goes on with that is cut off
    hidden: str = ""  # the hidden worksheet that it began in

    def goes_on_with(self, new: Project, name: str, *, below: bool, apart: bool) -> bool:
        """Whether a head that says `new` and stands under `name` goes on with this project.

        So it does below the indicators, or where it has no name; one that tells again what is known begins another.
        """
        if not self.has_head and (below or (name and name == self.project.name)):
            return True
        told_twice = (new.code and self.project.code) or (new.budget.total and self.project.budget.total)
        if told_twice or (name and name != self.project.name):
            return False
        return below if name else not apart

    def complete(self, new: Project) -> None:
        """Take what this project lacks; what both have is this one's, but a name in a head goes before a title."""
        old, has_head = self.project, self.has_head
        self.has_head = True
        self.project = replace(
            old,
            unit=old.unit if has_head and old.unit != Unit() else new.unit,
            code=old.code or new.code,
            name=(old.name or new.name) if has_head else (new.name or old.name),
            budget=Budget(
                old.budget.total or new.budget.total,
                old.budget.fiscal or new.budget.fiscal,
                old.budget.other or new.budget.other,
            ),
            purpose=old.purpose or new.purpose,
            plan=old.plan if any(old.plan) else new.plan,
            goals=old.goals or new.goals,
        )

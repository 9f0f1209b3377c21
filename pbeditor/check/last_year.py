"""Last year's document, looked up project by project."""

from collections.abc import Callable

from msgspec import Struct

from pbeditor.check.names import folded
from pbeditor.model.document import Document, Indicator, Project, Section


class LastYear(Struct, frozen=True, eq=False):
    """What a document's projects and sections are compared with.

    The same id means the same project; one that was typed in anew is found by its code, then by its name. Each project
    is looked up by itself, so that an edit of one cannot change what another is compared with.
    """

    document: Document
    by_id: dict[str, Project]
    by_code: dict[str, Project]
    by_name: dict[str, Project]

    def project(self, project: Project) -> Project | None:
        """The project that this one was last year, None for a new one."""
        known = self.by_id.get(project.id) or self.by_code.get(folded(project.code))
        return known or self.by_name.get(folded(project.name))

    def section(self, section: Section) -> Section | None:
        """The section that had this heading last year."""
        heading = folded(section.heading)
        return next((old for old in self.document.overall if folded(old.heading) == heading), None)


def last_year_of(document: Document) -> LastYear | None:
    """The document of last year that `document` holds, None where it holds none."""
    last = document.last_year
    if last is None:
        return None
    by_id = {project.id: project for project in last.projects}
    return LastYear(last, by_id, _by(last, lambda p: p.code), _by(last, lambda p: p.name))


def old_row(row: Indicator, last: Project) -> Indicator | None:
    """The row that this one was last year: of the same id, or of the same name."""
    same = next((old for old in last.indicators if old.id == row.id), None)
    name = folded(row.name)
    return same or next((old for old in last.indicators if name and folded(old.name) == name), None)


def _by(document: Document, text: Callable[[Project], str]) -> dict[str, Project]:
    """The first project of each code or name that is no blank."""
    return {folded(text(project)): project for project in reversed(document.projects) if text(project)}

"""A document as it prints: cover line, contents, overall targets, one page of tables a project."""

from collections.abc import Iterable, Iterator
from itertools import chain

from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.model.numerals import chinese
from pbeditor.sheet import sheet
from pbeditor.sheet.lay_out_project import grid_table, head_table
from pbeditor.sheet.sheet import About, Block, Paragraph, Sheet


def lay_out(document: Document, form: Form, projects: Iterable[str] | None = None) -> Sheet:
    """The whole document as a sheet, or only the projects with the given ids, without cover and overall targets."""
    chosen = None if projects is None else frozenset(projects)
    numbered = [(n, p) for n, p in enumerate(document.projects, 1) if chosen is None or p.id in chosen]
    tables = chain.from_iterable(_project(n, p, document, form, number > 0) for number, (n, p) in enumerate(numbered))
    if chosen is not None:
        return Sheet(tuple(tables), about(document))
    return Sheet((*_front(document, form), *_overall(document, form), *_part(document, form), *tables), about(document))


def about(document: Document) -> About:
    """What travels with a file although the paper does not show it."""
    unit = document.department
    return About(document.form, document.year, unit.code, unit.name, document.money_unit)


def anchor(number: int) -> str:
    """The bookmark of a project's title, by its place from 1."""
    return f"pb_project_{number}"


def project_title(number: int, project: Project, form: Form) -> str:
    """The line above a project's tables."""
    return form.project_title.format(number=number, name=project.name)


def section_title(number: int, heading: str, form: Form) -> str:
    """The line above a section of the overall targets."""
    return form.section_heading.format(number=chinese(number), heading=heading)


def _front(document: Document, form: Form) -> Iterator[Block]:
    yield Paragraph(document.title, sheet.TITLE)
    if not document.projects:
        return
    yield Paragraph(form.contents, sheet.CONTENTS)
    if document.overall:
        yield Paragraph(form.overall_part, sheet.ENTRY, target="pb_overall")
    yield Paragraph(form.projects_part, sheet.ENTRY, target="pb_projects")
    for number, project in enumerate(document.projects, 1):
        yield Paragraph(project_title(number, project, form), sheet.ENTRY, target=anchor(number))


def _overall(document: Document, form: Form) -> Iterator[Block]:
    if not document.overall:
        return
    yield Paragraph(form.overall_part, sheet.PART, anchor="pb_overall", page_before=True)
    for number, section in enumerate(document.overall, 1):
        yield Paragraph(section_title(number, section.heading, form), sheet.SECTION)
        for line in section.text.split("\n") if section.text else ():
            yield Paragraph(line, sheet.BODY)


def _part(document: Document, form: Form) -> Iterator[Block]:
    if document.projects:
        yield Paragraph(form.projects_part, sheet.PART, anchor="pb_projects", page_before=True)


def _project(number: int, project: Project, document: Document, form: Form, page_before: bool) -> Iterator[Block]:
    title = project_title(number, project, form)
    yield Paragraph(title, sheet.PROJECT, anchor=anchor(number), page_before=page_before)
    yield head_table(project, document, form)
    yield Paragraph("", sheet.GAP)
    yield grid_table(project, form)

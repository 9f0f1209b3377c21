"""A document as it prints: cover, contents, overall targets, one page of tables a project."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.model.numerals import chinese
from pbeditor.model.steps import CountedSteps, at_once
from pbeditor.sheet import sheet
from pbeditor.sheet.lay_out_cover import cover
from pbeditor.sheet.lay_out_lines import numbered_lines, table_room
from pbeditor.sheet.lay_out_project import ProjectTables
from pbeditor.sheet.lay_out_summary import summary
from pbeditor.sheet.sheet import About, Block, Paragraph, Sheet
from pbeditor.sheet.style import USUAL, Style, has_contents, has_cover, mark_up, styled

Numbered = Sequence[tuple[int, Project]]


def lay_out(document: Document, form: Form, projects: Iterable[str] | None = None, style: Style = USUAL) -> Sheet:
    """The whole document as a sheet, or only the projects with the given ids.

    Those come without overall targets, and without cover and contents unless the style asks for them. What is drawn
    has the layout of `styled(form, style)`.
    """
    return at_once(laying_out(document, form, projects, style))


def laying_out(
    document: Document, form: Form, projects: Iterable[str] | None = None, style: Style = USUAL
) -> CountedSteps[Sheet]:
    """As `lay_out`, in steps of a few milliseconds; how many they are nobody knows, so each says 0 of 1."""
    form = styled(form, style)
    chosen = None if projects is None else frozenset(projects)
    if chosen is not None:
        form = replace(form, layout=replace(form.layout, with_cover=False, with_contents=False))
    numbered = [(n, p) for n, p in enumerate(document.projects, 1) if chosen is None or p.id in chosen]
    parts = _summary if style.summary else _tables if chosen is not None else _whole
    laid_out: list[Block] = []
    for block in parts(document, form, numbered, style):
        laid_out.append(block)
        yield 0, 1
    blocks = numbered_lines(laid_out) if mark_up(style) == sheet.LINES else tuple(laid_out)
    return Sheet(blocks, about(document), style.draft, mark_up(style))


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


def _whole(document: Document, form: Form, numbered: Numbered, style: Style) -> Iterator[Block]:
    """Title, contents, overall targets, the tables of all projects."""
    covered = has_cover(form, style)
    yield from cover(document, form) if covered else (Paragraph(document.title, sheet.TITLE),)
    parts = list(_parts(document, form))
    listed = bool(numbered) and has_contents(form, style)
    if listed:
        yield from _contents(form, numbered, [part for part, _ in parts], page_before=covered)
    for place, (part, blocks) in enumerate(parts):
        yield replace(part, page_before=bool(place) or listed or covered)
        yield from blocks
    yield from _projects(document, form, numbered, style)


def _tables(document: Document, form: Form, numbered: Numbered, style: Style) -> Iterator[Block]:
    """Some projects; cover and contents only where they are asked for."""
    covered = has_cover(form, style)
    listed = bool(numbered) and has_contents(form, style)
    yield from cover(document, form) if covered else ()
    yield from _contents(form, numbered, (), page_before=covered) if listed else ()
    yield from _projects(document, form, numbered, style, page_before=covered or listed)


def _summary(document: Document, form: Form, numbered: Numbered, style: Style) -> Iterator[Block]:
    """The one table of all projects."""
    covered = has_cover(form, style)
    yield from cover(document, form) if covered else ()
    yield Paragraph(document.title, sheet.TITLE, page_before=covered)
    yield from summary(document, form, numbered, table_room(form.layout, style))


def _contents(form: Form, numbered: Numbered, parts: Iterable[Paragraph], *, page_before: bool) -> Iterator[Block]:
    yield Paragraph(form.contents, sheet.CONTENTS, page_before=page_before)
    for part in parts:
        yield Paragraph(part.text, sheet.ENTRY, target=part.anchor)
    for number, project in numbered:
        yield Paragraph(project_title(number, project, form), sheet.ENTRY, target=anchor(number))


def _parts(document: Document, form: Form) -> Iterator[tuple[Paragraph, Iterable[Block]]]:
    """The heading of each part that is there, and what stands below it before any tables."""
    if document.overall:
        yield Paragraph(form.overall_part, sheet.PART, anchor="pb_overall"), _overall(document, form)
    if document.projects:
        yield Paragraph(form.projects_part, sheet.PART, anchor="pb_projects"), ()


def _overall(document: Document, form: Form) -> Iterator[Block]:
    for number, section in enumerate(document.overall, 1):
        yield Paragraph(section_title(number, section.heading, form), sheet.SECTION)
        for line in section.text.split("\n") if section.text else ():
            yield Paragraph(line, sheet.BODY)


def _projects(
    document: Document, form: Form, numbered: Numbered, style: Style, *, page_before: bool = False
) -> Iterator[Block]:
    """Each project on a page of its own; the first one where it comes, unless it must not."""
    tables = ProjectTables(document, form, style)
    for place, (number, project) in enumerate(numbered):
        title = project_title(number, project, form)
        yield Paragraph(title, sheet.PROJECT, anchor=anchor(number), page_before=page_before or place > 0)
        yield tables.head(project)
        yield Paragraph("", sheet.GAP)
        yield tables.grid(project)

"""Blocks of a printed document, ours or anybody's, understood as a document.

Nothing is refused for its content: what is doubtful, missing or not understood comes back as notes.
`interpret(lay_out(document, form), form)` gives the document back, apart from its ids.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document, Project, Unit
from pbeditor.model.form import Form
from pbeditor.model.progress import UNDERSTANDING, tick
from pbeditor.sheet.document_year import told_year
from pbeditor.sheet.gathered_projects import GatheredProjects
from pbeditor.sheet.grid import Labels
from pbeditor.sheet.head_lines import with_head_lines
from pbeditor.sheet.in_sight import by_sight
from pbeditor.sheet.read_paragraphs import RunningText
from pbeditor.sheet.read_projects import ProjectTables
from pbeditor.sheet.remainder import NO_PLACE, Seen, remainder, texts_at
from pbeditor.sheet.sheet import WORKSHEET, About, Block, Note, Paragraph, Sheet, Table
from pbeditor.sheet.unfold import parts
from pbeditor.sheet.year_in_line import title_year

WENT_ON = "这段文字与前面隔着表格或工作表，已接在“{}”后面，请核对"


class Interpretation(NamedTuple):
    """A document, what a person should look at, and the hidden worksheets of projects that were read of one, by id."""

    document: Document
    notes: tuple[Note, ...]
    hidden: Mapping[str, str]


def interpret(sheet: Sheet, form: Form, ids: Iterator[str] | None = None) -> tuple[Document, tuple[Note, ...]]:
    """The document that a sheet shows in terms of `form`, and what a person should look at."""
    document, notes, _ = interpretation(sheet, form, ids)
    return document, notes


def interpretation(sheet: Sheet, form: Form, ids: Iterator[str] | None = None) -> Interpretation:
    """The same with what is known of hidden worksheets."""
    text = RunningText(form)
    labels = Labels(form, 0 if sheet.about.form else told_year(sheet, form))
    gathered = GatheredProjects(form, ids or (str(number) for number in count(1)))
    tables = ProjectTables(labels, gathered)
    seen: list[Seen] = []
    in_sight, hidden = (tuple(with_head_lines(blocks, labels)) for blocks in by_sight(sheet))
    for number, whole in enumerate(_told((*in_sight, *hidden))):
        if hidden and number == len(in_sight):
            text.begin_hidden(has_projects=tables.begin_hidden())
        for block in parts(whole, labels):
            seen.extend(_taken(block, text, tables, gathered))
    text.end()
    projects = gathered.projects()
    if not projects:
        gathered.note("全文", "missing", "没有找到项目绩效目标表")
    about = sheet.about if sheet.about.form else _about(text, projects, form, gathered.money_unit)
    department = Unit(about.department_code, about.department_name)
    periods = gathered.own_periods()
    if periods and not sheet.about.form:
        gathered.note("全文", "guessed", f"支出进度按原表的期别（{'、'.join(periods)}）导入，与表样不同，请核对")
    title, sections = text.headline, text.sections
    document = Document(form.id, about.year, title, department, about.money_unit, sections, projects, periods)
    document = document if sheet.about.form else cleaned(document)  # cells of others break lines anywhere
    seen = [one for one in seen if one not in gathered.heads and not gathered.accounts_for(one)]
    notes = (*gathered.notes, *remainder(seen, document, gathered.notes, form))
    return Interpretation(document, notes, gathered.hidden())


def _taken(block: Block, text: RunningText, tables: ProjectTables, gathered: GatheredProjects) -> Iterator[Seen]:
    """Take a block, and tell the texts in it, a table under its own number."""
    if isinstance(block, Table):
        _take_table(block, text, tables)
        yield from texts_at(gathered.where, block)
    else:
        yield from texts_at(gathered.where, block)
        _take_line(block, text, tables, gathered)


def _take_table(table: Table, text: RunningText, tables: ProjectTables) -> None:
    if tables.take(table, text.project_title):
        text.project_title = ""
        text.end_section()
    else:
        text.pause_section()


def _take_line(line: Paragraph, text: RunningText, tables: ProjectTables, gathered: GatheredProjects) -> None:
    if line.text:
        tables.end_grid(line.text)
    left = _left(line, tables, in_section=text.is_open)
    if not text.take(left):
        if not tables.take_heading(left.text):  # else the remainder tells, unless it becomes a name
            gathered.note(gathered.where, "ignored", NO_PLACE, left.text)
    elif text.went_on:
        number, heading = text.last_section
        gathered.note(gathered.where, "guessed", WENT_ON.format(heading), left.text, f"overall/{number}/text")


def _left(line: Paragraph, tables: ProjectTables, *, in_section: bool) -> Paragraph:
    """What is left of a foreign line when the tables have taken what it says for them."""
    left = line.text if line.role not in ("", WORKSHEET) else tables.take_line(line.text, in_section=in_section)
    return line if left == line.text else Paragraph(left, line.role)


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same, with a tick before each."""
    for number, block in enumerate(blocks):
        tick(UNDERSTANDING, number, len(blocks))
        yield block


def _about(text: RunningText, projects: Sequence[Project], form: Form, money_unit: str) -> About:
    """What a file tells through title and tables alone; amounts of a foreign one have been put into the form's unit."""
    unit = next((project.unit for project in projects), Unit())
    return About(form.id, title_year(text.headline) or form.year, unit.code, unit.name, money_unit or form.money_unit)

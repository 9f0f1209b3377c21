"""The year that a foreign document is of: told by title, lines or the file's name, else guessed from the texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.sheet.grid import Labels
from pbeditor.sheet.in_sight import by_sight
from pbeditor.sheet.line_kinds import PROJECT_TITLE
from pbeditor.sheet.read_paragraphs import RunningText
from pbeditor.sheet.remainder import NO_PLACE, NO_PROJECT
from pbeditor.sheet.sheet import Block, Note, Sheet, Table
from pbeditor.sheet.unfold import parts
from pbeditor.sheet.year_in_line import BUDGETED, first_year, title_year, years_in_line

PLACE = "year"  # of the note that it was guessed
# 2019年度项目支出绩效目标表 is the title of a form, 2019年某某大赛绩效目标表 that of a project.
_FORM_WORDS = r"(?:省级|市级|县级|区级|本级|部门|单位|预算|项目|支出|整体)*绩效目标"
_FORM_TITLE = pattern(rf"\s*年?度?\s*{_FORM_WORDS}")
_FORM_ALONE = pattern(
    rf"(?:20[0-9]{{2}}\s*年?度?)?\s*{_FORM_WORDS}(?:申报)?表\s*(?:[（(]\s*20[0-9]{{2}}\s*年?度?\s*[）)])?"
)
_LONGEST_LINE, _LONGEST_CELL = 40, 16
_ROWS_ON_TOP = 60  # of a table that may hold the whole document
_ROWS_ABOVE = 4  # of a table, where it may name its year


def told_year(sheet: Sheet, form: Form) -> int:
    """The year that a foreign sheet tells by itself; 0 where it would have to be guessed from its projects."""
    return next(filter(None, _told(sheet, form)), 0)


def year_of(sheet: Sheet, form: Form, document: Document) -> tuple[int, tuple[Note, ...]]:
    """The year of what was understood of a foreign sheet, and a note where that is a guess."""
    year = title_year(document.title) or told_year(sheet, form)
    if year:
        return year, ()
    year = _most_named(document)
    how = f"按正文里提到最多的 {year} 年" if year else f"暂按表样的 {form.year} 年"
    message = f"没有找到这份文件是哪一年的，{how}读取，请核对年度"
    return year or form.year, (Note("全文", "guessed", message, place=PLACE),)


def without_year(notes: Iterable[Note], year: int) -> Iterator[Note]:
    """The notes but those of lines that say nothing beside the document's year and the title of a form."""
    for note in notes:
        if note.kind != "ignored" or note.message not in (NO_PLACE, NO_PROJECT) or not _says(note.original, year):
            yield note


def _says(text: str, year: int) -> bool:
    years = years_in_line(text)
    is_form = _FORM_ALONE.fullmatch(text.strip()) is not None
    return all(one.year == year and (is_form or one.is_alone) for one in years) and (is_form or bool(years))


def _told(sheet: Sheet, form: Form) -> Iterator[int]:
    """What each place says, the surest first; 0 where it says nothing."""
    in_sight, _ = by_sight(sheet)
    title, lines = _opening(in_sight, form)
    yield title_year(title)
    yield from map(_in_line, lines)
    yield _alone_in(in_sight)
    yield first_year(sheet.source.replace("_", " "), lambda one: one.is_budgeted, lambda one: one.is_plain)


def _opening(blocks: Sequence[Block], form: Form) -> tuple[str, list[str]]:
    """The title and the lines before the first table and the first section."""
    text, labels = RunningText(form), Labels(form)
    lines: list[str] = []
    for part in chain.from_iterable(parts(_top(block), labels) for block in blocks):
        if isinstance(part, Table):
            break
        text.take(part)
        if text.sections:
            break
        lines.append(part.text)
    return text.headline, lines


def _top(block: Block) -> Block:
    """A table's first rows: what opens a document stands there, and a list may have thousands."""
    return replace(block, rows=block.rows[:_ROWS_ON_TOP]) if isinstance(block, Table) else block


def _in_line(text: str) -> int:
    if len(text) > _LONGEST_LINE:
        return 0
    budget = _FORM_TITLE if PROJECT_TITLE.match(text) else BUDGETED
    return first_year(text, lambda one: one.is_alone or one.is_in_brackets or bool(budget.match(one.after)))


def _alone_in(blocks: Sequence[Block]) -> int:
    """The year that most lines and upper rows of tables say by themselves; rows with several of them compare years."""
    years: Counter[int] = Counter()
    for block in blocks:
        rows = (row.cells for row in block.rows[:_ROWS_ABOVE]) if isinstance(block, Table) else ((block,),)
        for row in rows:
            short = [part.text for part in row if 0 < len(part.text) <= _LONGEST_CELL]
            short += [f"{label}：{value}" for label, value in pairwise(short) if label.endswith("年度")]
            found = {one.year for text in short for one in years_in_line(text) if one.is_alone}
            years.update(found if len(found) == 1 else ())
    return _most_common(years)


def _most_named(document: Document) -> int:
    """The year that most places of the texts name."""
    years: Counter[int] = Counter()
    for text in _texts(document):
        years.update(one.year for one in years_in_line(text) if one.kind == "year")
    return _most_common(years)


def _texts(document: Document) -> Iterator[str]:
    yield from (section.text for section in document.overall)
    for project in document.projects:
        yield from (project.name, project.purpose, project.goals)
        for row in project.indicators:
            yield from (row.name, row.description, row.target.text, row.basis)


def _most_common(years: Counter[int]) -> int:
    """Of equals the latest; 0 of none."""
    return max(years, key=lambda year: (years[year], year), default=0)

"""The last look at a foreign sheet: a text that neither the document nor the report has any more is reported.

The readers of heads, grids and running text list what they pass over, each with its own words; this net is under all
of them. Only the form's own words, such as labels, headings and titles of tables, may go.
"""

from collections.abc import Iterable, Iterator, Sequence

from pbeditor.model.document import Document
from pbeditor.model.fillers import DITTO, is_filler
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.target import printed
from pbeditor.model.text import fold
from pbeditor.sheet.coded_name import coded_name
from pbeditor.sheet.grid import LONGEST_LABEL, UNIT_IN_LABEL, Labels, label_key
from pbeditor.sheet.heading_name import heading_name
from pbeditor.sheet.line_kinds import BOOKMARK, CONTENTS_LINE, CONTINUED, NUMBERED, PART, PROJECT_TITLE
from pbeditor.sheet.money_line import is_money_line, money_said
from pbeditor.sheet.read_unit import named_unit
from pbeditor.sheet.sheet import WORKSHEET, Note, Paragraph, Table, texts_at_once

_COLON = pattern("[:：]")
_JOINTS = pattern(r" / |、|：|\n")  # between the texts that one note holds
NO_PLACE = "这段文字没有对应的栏目，未导入"
NO_PROJECT = "没有名称与这个标题相同的项目，标题未导入，请核对"
Seen = tuple[str, str]  # a place for a person, and a text that stands there


def texts_at(where: str, block: Paragraph | Table) -> Iterator[Seen]:
    """The texts that nobody has marked as what they are: in our own files those that somebody typed elsewhere."""
    if isinstance(block, Table):
        for row in block.rows:
            cells = [cell for cell in row.cells if cell.runs and not cell.role]
            yield from [(where, text) for text in texts_at_once(cells)]
    elif block.text and block.role == WORKSHEET:
        numbered = NUMBERED.fullmatch(block.text)
        yield where, numbered["rest"] if numbered else block.text
    elif block.text and not block.role:
        yield where, BOOKMARK.sub("", block.text)


def remainder(seen: Iterable[Seen], document: Document, notes: Sequence[Note], form: Form) -> Iterator[Note]:
    """A note for each text that is nowhere any more, in reading order."""
    exact = set(_held(document, notes))
    labels = Labels(form)
    words = _own_words(form, labels)
    known: dict[str, bool] = {}
    left = [one for one in seen if one[1] not in exact and not _is_known(one[1], words, exact, known, labels)]
    if not left:
        return
    held = {fold(part) for text in exact for part in _parts(text)}
    for where, text in left:
        if not _is_held(text, held, words, labels):
            yield Note(where, "ignored", NO_PROJECT if PROJECT_TITLE.match(text) else NO_PLACE, text)


def _parts(text: str) -> tuple[str, ...]:
    """A text, and what it may hold of others: most hold none."""
    if not _JOINTS.search(text):
        return (text,)
    return (text, *text.split(" / "), *text.split("\n"), *_JOINTS.split(text))


def _held(document: Document, notes: Sequence[Note]) -> Iterator[str]:
    yield document.title
    yield from (line for section in document.overall for line in (section.heading, *section.text.split("\n")))
    for project in document.projects:
        unit, budget = project.unit, project.budget
        yield from (unit.code, unit.name, unit.code + unit.name, project.code, project.name, project.purpose)
        yield from (budget.total, budget.fiscal, budget.other, project.goals, *project.plan)
        for row in project.indicators:
            target = row.target
            yield from (row.level1, row.level2, row.name, row.description, row.basis)
            yield from (printed(target), target.operator, target.number, target.text, target.operator + target.number)
    yield from document.periods
    yield from (note.original for note in notes)


def _own_words(form: Form, labels: Labels) -> frozenset[str]:
    parts = (form.overall_part, form.projects_part)
    named = (found["rest"] for found in map(PART.fullmatch, parts) if found)
    titles = (*parts, *named, form.contents, *form.sections, *form.periods)
    return frozenset({*labels.heads, *labels.columns, *map(label_key, titles)})


def _is_known(text: str, words: frozenset[str], names: set[str], known: dict[str, bool], labels: Labels) -> bool:
    """Whether the form prints this by itself; titles of tables are its words around a project's name."""
    if text not in known:
        key = label_key(text)
        title = PROJECT_TITLE.match(text)
        rest = text[title.end() :] if title and title["name"] in names else text
        is_title = (rest is not text and bool(CONTENTS_LINE.fullmatch(rest))) or CONTINUED.fullmatch(rest) is not None
        own = key in words or is_money_line(text) or is_filler(key) or is_filler(text) or key in DITTO
        known[text] = own or UNIT_IN_LABEL.sub("", key) in words or labels.says_column(text) or is_title
    return known[text]


def _is_held(text: str, held: set[str], words: frozenset[str], labels: Labels) -> bool:
    plain = money_said(text)[0]
    numbered = NUMBERED.fullmatch(plain)
    bare = CONTENTS_LINE.sub("", numbered["rest"] if numbered else plain)
    title = PROJECT_TITLE.match(plain)
    if title and CONTENTS_LINE.fullmatch(plain[title.end() :]):
        return not held.isdisjoint((fold(title["name"]), fold(title["name"].removesuffix("项目"))))
    unit = named_unit(plain)
    values = (one for whole in (bare, plain) for one in _announced(whole, words))
    likely = (
        plain,
        numbered["rest"] if numbered else plain,
        unit.code + unit.name,
        heading_name(plain),
        coded_name(plain)[1],
        plain.removesuffix("%").removesuffix("％"),
        *values,
    )
    return (
        any(one and fold(one) in held for one in likely)
        or is_filler(label_key(bare))
        or not {label_key(bare), label_key(CONTENTS_LINE.sub("", plain))}.isdisjoint(words)
        or all(fold(line) in held for line in text.split("\n"))
        or _are_held(labels.pairs(text), held)
    )


def _are_held(pairs: Sequence[tuple[str, str]], held: set[str]) -> bool:
    return bool(pairs) and all(not value or fold(value) in held for _, value in pairs)


def _announced(text: str, words: frozenset[str]) -> Iterator[str]:
    """What follows a label and its colon in the same text."""
    for colon in _COLON.finditer(text, 0, LONGEST_LABEL):
        if label_key(text[: colon.start()]) in words:
            yield text[colon.end() :]

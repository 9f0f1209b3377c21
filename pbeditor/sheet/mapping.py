"""An unknown layout put in terms of a known form: what stands in it, with a guess for each.

`sheet.mapped_form` makes of it the form that a person has confirmed.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.form import Form
from pbeditor.sheet.document_year import told_year
from pbeditor.sheet.finding import GridHead, grid_head, labelled_values, texts_below
from pbeditor.sheet.grid import Grid, Labels, label_key
from pbeditor.sheet.guessing import category_guess, column_guess, label_guess
from pbeditor.sheet.mapping_findings import CATEGORY, COLUMN, LABEL, Chosen, Findings, Found, Key
from pbeditor.sheet.sheet import Block, Note, Paragraph, Sheet, Table, texts_of
from pbeditor.sheet.unfold import unfolded

_SAMPLES, _DISTINCT = 3, 60
_SHOWN = 3  # tables in the preview
_LINES = 3  # above the first of them


class _Gathered(Struct):
    """One text while the tables are looked at."""

    text: str
    known: str
    texts: dict[str, None]
    heads: set[int]
    tables: int = 0


def findings(sheet: Sheet, form: Form, chosen: Chosen | None = None) -> Findings:
    """What `sheet` shows in terms of `form`; `chosen` goes before any guess."""
    study = _Study(Labels(form, told_year(sheet, form)), chosen or {})
    for block in _tables_of(sheet, form):
        study.take(block)
    return study.findings()


def left_out(sheet: Sheet, notes: Iterable[Note]) -> int:
    """The number of the first block whose table an import has left out as a whole, as its `notes` say; 0 for none."""
    first_rows = {tuple(filter(None, note.rows[0])) for note in notes if note.rows}
    blocks = enumerate(sheet.blocks if first_rows else ())
    tables = ((number, block) for number, block in blocks if isinstance(block, Table))
    found = (n for n, table in tables if any(tuple(filter(None, row)) in first_rows for row in texts_of(table)))
    return next(found, 0)


def sample(sheet: Sheet, start: int = 0) -> Sheet:
    """The sheet from a table on, with the lines right above it: enough to see whether a mapping is right."""
    blocks: list[Block] = []
    tables = 0
    above = range(start - 1, max(start - 1 - _LINES, -1), -1)
    start -= sum(1 for _ in takewhile(lambda number: isinstance(sheet.blocks[number], Paragraph), above))
    for block in sheet.blocks[start:]:
        tables += isinstance(block, Table) and len(block.rows) > 1
        blocks.append(replace(block, rows=block.rows[:_DISTINCT]) if isinstance(block, Table) else block)
        if tables >= _SHOWN:
            break
    return replace(sheet, blocks=tuple(blocks))


def _tables_of(sheet: Sheet, form: Form) -> Iterator[Table]:
    """The tables as `interpret` sees them; a spreadsheet is cut at its titles."""
    labels = Labels(form)
    blocks = chain.from_iterable(
        unfolded(block, labels) for block in sheet.blocks if not isinstance(block, Paragraph) and block.rows
    )
    return (block for block in blocks if isinstance(block, Table))


class _Study:
    """Gathers what the tables show. Lives while one sheet is looked at."""

    def __init__(self, labels: Labels, chosen: Chosen) -> None:
        self._form, self._chosen = labels.form, chosen
        self._labels = labels
        self._gathered: dict[Key, _Gathered] = {}
        self._layouts: dict[tuple[str, ...], int] = {}
        self._guesses: dict[tuple[str, bool], str | None] = {}  # None for what is known
        self._likely: dict[str, str] = {}
        self._fields: dict[int, list[str]] = {}  # of each layout

    def take(self, table: Table) -> None:
        """Note the head of the grid, the labels above it, and the categories below it."""
        grid = Grid(table)
        head = grid_head(grid, self._labels)
        above = grid.rows if head is None else grid.rows[: head.top]
        labelled = [
            (cell, value, self._labels.head(grid, cell)) for cell, value in labelled_values(above, self._labels, grid)
        ]
        if head is not None or any(known or self._label_guess(cell.text) for cell, _, known in labelled):
            for cell, value, known in labelled:
                self._gather((LABEL, label_key(cell.text)), cell.text, known, (value,))
        if head is not None:
            self._take_grid(grid, head)

    def findings(self) -> Findings:
        found = [self._found(key, each) for key, each in self._gathered.items()]
        order = (COLUMN, LABEL, CATEGORY)
        return Findings(tuple(sorted(_once_each(found), key=lambda each: order.index(each.kind))))

    def _take_grid(self, grid: Grid, head: GridHead) -> None:
        layout = self._layouts.setdefault(tuple(label_key(cell.text) for cell in head.cells), len(self._layouts))
        below = [tuple(dict.fromkeys(texts_below(grid, head, cell))) for cell in head.cells]
        keys = [(COLUMN, label_key(cell.text)) for cell in head.cells]
        for key, cell, known, texts in zip(keys, head.cells, head.fields, below, strict=True):
            self._gather(key, cell.text, known, texts, layout)
        if layout not in self._fields:
            likely = zip(keys, head.cells, head.fields, strict=True)
            self._fields[layout] = [
                self._chosen.get(key, known or self._column_guess(key, cell.text)) for key, cell, known in likely
            ]
        columns = dict(zip(reversed(self._fields[layout]), reversed(below), strict=True))  # the first of each wins
        self._take_categories(columns.get("level1", ()), is_level2=False)
        if "name" in columns:  # else the second level holds the names
            self._take_categories(columns.get("level2", ()), is_level2=True)

    def _column_guess(self, key: Key, text: str) -> str:
        return column_guess(text, tuple(self._gathered[key].texts), self._form)

    def _take_categories(self, texts: tuple[str, ...], *, is_level2: bool) -> None:
        for text in texts:
            key = (text, is_level2)
            if key not in self._guesses:
                known = self._form.level1(text) or self._form.level2(text)
                self._guesses[key] = None if known else category_guess(text, self._form, is_level2=is_level2)
            if self._guesses[key] is not None:
                self._gather((CATEGORY, label_key(text)), text, "", ())

    def _gather(self, key: Key, text: str, known: str, texts: tuple[str, ...], layout: int | None = None) -> None:
        each = self._gathered.setdefault(key, _Gathered(text, known, {}, set()))
        each.known = each.known or known
        each.tables += 1
        if layout is not None:
            each.heads.add(layout)
        if len(each.texts) < _DISTINCT:
            each.texts.update(dict.fromkeys(text for text in texts if text))

    def _found(self, key: Key, each: _Gathered) -> Found:
        texts = tuple(each.texts)
        guess = each.known or self._guess(key, each)
        looks = guess if key[0] == COLUMN else ""
        heads = frozenset(each.heads)
        return Found(key[0], each.text, guess, bool(each.known), texts[:_SAMPLES], each.tables, heads, looks)

    def _guess(self, key: Key, each: _Gathered) -> str:
        if key[0] == COLUMN:
            return self._column_guess(key, each.text)
        if key[0] == CATEGORY:
            return self._guesses.get((each.text, False)) or self._guesses.get((each.text, True)) or ""
        return self._label_guess(each.text)

    def _label_guess(self, text: str) -> str:
        if text not in self._likely:
            self._likely[text] = label_guess(text, self._form)
        return self._likely[text]


def _once_each(found: list[Found]) -> Iterator[Found]:
    """A field goes to one column of a grid: to the one that the form knows, else to the first."""
    for each in found:
        others = [one for one in found if one is not each and one.kind == each.kind and one.guess == each.guess]
        if each.kind == COLUMN and each.guess and any(_goes_before(one, each, found) for one in others):
            yield replace(each, guess="", is_known=False)
        elif each.kind == LABEL and not each.is_known and any(one.is_known for one in others):
            yield replace(each, guess="")
        else:
            yield each


def _goes_before(one: Found, each: Found, found: list[Found]) -> bool:
    rank = (not one.is_known, found.index(one)) < (not each.is_known, found.index(each))
    return rank and bool(one.heads & each.heads)

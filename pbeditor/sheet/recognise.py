"""Which form a foreign sheet is printed in."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pbeditor.model.form import Form
from pbeditor.model.text import fold
from pbeditor.sheet.sheet import Sheet, Table, texts_at_once


def likely_form(sheet: Sheet, forms: Iterable[Form]) -> Form:
    """The form our own file names, else a user's own one all of whose marks are there, the one with most of them.

    Otherwise the form whose own words stand in most cells; the first of equals. Synonyms do not count: every form knows
    the other forms' words, but prints only its own.
    """
    candidates = tuple(forms)
    named = [form for form in candidates if form.id == sheet.about.form]
    if named:
        return named[0]
    cells: Counter[str] = Counter()
    for text, times in Counter(_texts(sheet)).items():  # most texts come again and again
        cells[fold(text)] += times
    present = {text.rstrip(":") for text in cells}
    known = [form for form in candidates if form.base and present.issuperset(form.marks)]
    if known:
        return max(known, key=lambda form: len(form.marks))
    candidates = tuple(form for form in candidates if not form.base)
    words = {form.id: _words(form) for form in candidates}
    return max(candidates, key=lambda form: sum(cells[word] for word in words[form.id]))


def _words(form: Form) -> frozenset[str]:
    boxes = (box.label for row in form.layout.head for box in row if box.label)
    columns = (column.label for column in form.columns)
    categories = (category.name for parent in form.categories for category in (parent, *parent.children))
    return frozenset(fold(word) for word in (*boxes, *columns, *categories, *form.periods))


def _texts(sheet: Sheet) -> Iterator[str]:
    for block in sheet.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from texts_at_once(row.cells)

"""A block of cells from a spreadsheet, laid over the columns of the indicator grid.

Its own heading says what its columns are. Without one they are those where it is put, but for a value whose sign,
number and unit stand apart, as the budget systems' lists have them.
"""

from collections.abc import Sequence

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.target import canonical_operator, read_target
from pbeditor.model.text import fold
from pbeditor.sheet import sheet
from pbeditor.sheet.grid import UNIT_IN_LABEL, Labels, label_key

Value = str | Target
Block = Sequence[Sequence[Value]]
Texts = Sequence[Sequence[str]]
_TITLES = 2  # rows of one text each that may stand above a heading
_ENOUGH = 3  # heads that make a row a heading, whatever else stands in it; fewer must be all of it
_NUMBER = pattern(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
_DIGITS = pattern(r"[0-9０-９]")
_UNIT = pattern(r"[^\d，。；、,;]{1,6}")
_PARTS = (sheet.OPERATOR, sheet.NUMBER, sheet.WORDS)
# Heads that say enough only beside others.
_SHORT = {
    "一级": "level1",
    "二级": "level2",
    "三级": "name",
    "名称": "name",
    "描述": "description",
    "依据": "basis",
    "性质": sheet.OPERATOR,
    "单位": sheet.WORDS,
}


class Laid(Struct, frozen=True):
    """Rows of cells, each for the field of the same place in `fields`.

    `headed`: rows that named the columns are left out. `composed`: parts of values are put together. `strange`: heads
    of columns that no field stands for, and `beyond`: columns that the grid has no room for; both are left out.
    """

    fields: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    headed: bool = False
    composed: bool = False
    strange: tuple[str, ...] = ()
    beyond: int = 0


class _Heading(Struct, frozen=True):
    """How many rows it takes with the titles above it, what each column is for, and what stands above it."""

    rows: int
    fields: tuple[str, ...]
    texts: tuple[str, ...]


def laid(block: Block, fields: Sequence[str], form: Form) -> Laid:
    """The rectangular `block` where `fields` are the grid's columns from the one on where it is put."""
    texts = [[cell for cell in row if isinstance(cell, str)] for row in block]
    width = len(block[0])
    if all(len(row) == width for row in texts):  # cells of our own grid know what they are
        if heading := _heading(texts, fields, Labels(form)):
            return _by_heading(texts, heading)
        if (sign := _sign_column(texts, fields)) is not None:
            return _composed(texts, fields, sign, form)
    rows = tuple(tuple(row[: len(fields)]) for row in block)
    return Laid(tuple(fields[:width]), rows, beyond=max(width - len(fields), 0))


def _heading(texts: Texts, fields: Sequence[str], labels: Labels) -> _Heading | None:
    for index, row in enumerate(texts[: _TITLES + 1]):
        if found := _heads(row, labels, fields if len(texts) > 1 else ()):
            below = _part_heads(texts[index + 1], labels) if index + 1 < len(texts) else ()
            named = _once([under or above for under, above in zip(below, found, strict=True)] if below else found)
            heads = [under or above for under, above in zip(texts[index + 1], row, strict=True)] if below else row
            return _Heading(index + 1 + bool(below), named, tuple(heads))
        if sum(map(bool, row)) > 1:
            return None
    return None


def _heads(row: Sequence[str], labels: Labels, fields: Sequence[str]) -> tuple[str, ...]:
    """The field of each column if this row is a heading, else ()."""
    known, sure = [_known(text, labels) for text in row], [_likely(text, labels) for text in row]
    count, is_all = len({*sure} - {""}), sum(map(bool, sure)) == sum(map(bool, row))
    if len(row) == 1:
        is_heading = tuple(known) == tuple(fields[:1])
    else:
        is_heading = any(known) and (count >= _ENOUGH or (is_all and count > 1))
    return tuple(sure) if is_heading else ()


def _part_heads(row: Sequence[str], labels: Labels) -> tuple[str, ...]:
    """The parts of a value that a second row of heads names below a merged one, else ()."""
    named = [_likely(text, labels) for text in row]
    parts = [name if name in _PARTS else "" for name in named]
    filled = sum(map(bool, row))
    return tuple(parts) if filled > 1 and sum(map(bool, parts)) == filled else ()


def _known(text: str, labels: Labels) -> str:
    key = label_key(text)
    return labels.columns.get(key) or labels.columns.get(UNIT_IN_LABEL.sub("", key), "")


def _likely(text: str, labels: Labels) -> str:
    """The same where other heads stand beside it."""
    short = _SHORT.get(fold(text), "")
    return _known(text, labels) or (short if short in labels.columns.values() else "")


def _once(fields: Sequence[str]) -> tuple[str, ...]:
    """A second column under the same head is not the field; a unit without a number is none."""
    named = tuple("" if field in fields[:place] else field for place, field in enumerate(fields))
    has_number = {sheet.NUMBER, "target"} & {*named}
    return tuple("" if field in _PARTS and not has_number else field for field in named)


def _by_heading(texts: Texts, heading: _Heading) -> Laid:
    places = {field: place for place, field in enumerate(heading.fields) if field}
    apart = bool({*_PARTS} & {*places})
    fields = tuple(field for field in places if field not in (*_PARTS, "target"))
    has_value = apart or "target" in places
    unit = _unit(heading.texts[places["target"]]) if "target" in places else ""
    below = [row for row in texts[heading.rows :] if any(row)]
    rows = []
    for row in below:
        value: list[Value] = [_value(row, places, unit, apart=apart)] if has_value else []
        rows.append((*(row[places[field]] for field in fields), *value))
    unnamed = [place for place, field in enumerate(heading.fields) if not field]
    strange = [heading.texts[place] for place in unnamed if any(row[place] for row in below)]
    return Laid((*fields, *["target"] * has_value), tuple(rows), True, apart, tuple(strange))


def _value(row: Sequence[str], places: dict[str, int], unit: str, *, apart: bool) -> Value:
    operator, number, words, value = (row[places[part]] if part in places else "" for part in (*_PARTS, "target"))
    if value and not value.endswith(unit):
        value += unit
    return _put_together(operator, number + value, words) if apart else value


def _unit(head: str) -> str:
    """% of 指标值（%）."""
    found = UNIT_IN_LABEL.search(label_key(head))
    return found.group()[1:-1] if found else ""


def _put_together(operator: str, number: str, words: str) -> Target:
    """The value of parts that stand apart; what is no plain number is read as it would print."""
    if not number or _NUMBER.fullmatch(number):
        return Target(canonical_operator(operator) or operator, number, words)
    said = "" if number.endswith(words) else words  # 90% in a column of values whose unit is % too
    target = read_target(f"{operator}{number}{said}").target
    return Target(canonical_operator(target.operator) or target.operator, target.number, target.text)


def _sign_column(texts: Texts, fields: Sequence[str]) -> int | None:
    """The column of signs with numbers beside it, not behind where the grid has its values."""
    last = min(fields.index("target") if "target" in fields else -1, len(texts[0]) - 2)
    return next((place for place in range(last + 1) if _are_signs(texts, place)), None)


def _are_signs(texts: Texts, place: int) -> bool:
    pairs = [(row[place], row[place + 1]) for row in texts if row[place] or row[place + 1]]
    known = [(canonical_operator(sign), number) for sign, number in pairs]
    fits = all(
        (sign or not pair[0]) and (sign == "定性" or _DIGITS.match(number))
        for (sign, number), pair in zip(known, pairs, strict=True)
    )
    return fits and any(sign and _DIGITS.match(number) for sign, number in known)


def _composed(texts: Texts, fields: Sequence[str], sign: int, form: Form) -> Laid:
    """What follows goes into the columns that the value has been put behind, as in our own list for Excel."""
    has_unit = sign + 2 < len(texts[0]) and _are_units(texts, sign, form)
    after = sign + 2 + has_unit
    rest = [field for field in fields[sign:] if field != "target"]
    room = len(rest)
    rows: list[tuple[Value, ...]] = []
    for row in texts:
        value = _put_together(row[sign], row[sign + 1], row[sign + 2] if has_unit else "")
        rows.append((*row[:sign], value, *row[after : after + room]))
    behind = len(texts[0]) - after
    named = (*fields[:sign], "target", *rest[:behind])
    return Laid(named, tuple(rows), composed=True, beyond=max(behind - room, 0))


def _are_units(texts: Texts, sign: int, form: Form) -> bool:
    """Whether the column behind the numbers says what they count, or prints them again as 90%及以上 does."""
    pairs = [(row[sign + 1], row[sign + 2]) for row in texts if row[sign + 2]]
    return bool(pairs) and all(
        unit not in form.bases and (_UNIT.fullmatch(unit) or (number and unit.startswith(number)))
        for number, unit in pairs
    )

"""A block of cells from a spreadsheet, laid over the columns of the indicator grid.

Its own heading says what its columns are. Without one they are those where it is put, but for a value whose sign,
number and unit stand apart, as the budget systems' lists have them.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.target import canonical_operator
from pbeditor.sheet import sheet
from pbeditor.sheet.columns import columns_of
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.sheet import TARGET_PARTS, Table, row_of
from pbeditor.sheet.value_parts import from_columns, joined, unit_doubts, unit_in_head, with_unit

Value = str | Target
Block = Sequence[Sequence[Value]]
Texts = Sequence[Sequence[str]]
_TITLES = 2  # rows of one text each that may stand above a heading
_ENOUGH = 3  # heads that make a row a heading, whatever else stands in it; fewer must be all of it
_DIGITS = pattern(r"[0-9０-９]")
_LIKE_UNIT = pattern(r"[^\d，。；、,;]{1,6}")  # beside a sign and a number any short word can only be a unit
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
    `doubts`: what a person should look at.
    """

    fields: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    headed: bool = False
    composed: bool = False
    strange: tuple[str, ...] = ()
    beyond: int = 0
    doubts: tuple[str, ...] = ()


class _Heading(Struct, frozen=True):
    """How many rows it takes with the titles above it, where each field stands, and what stands above the columns."""

    rows: int
    places: dict[str, int]
    texts: tuple[str, ...]
    doubt: str = ""


def laid(block: Block, fields: Sequence[str], form: Form) -> Laid:
    """The rectangular `block` where `fields` are the grid's columns from the one on where it is put."""
    texts = [[cell for cell in row if isinstance(cell, str)] for row in block]
    width = len(block[0])
    if all(len(row) == width for row in texts):  # cells of our own grid know what they are
        if heading := _heading(texts, fields, form):
            return _by_heading(texts, heading)
        if (sign := _sign_column(texts, fields)) is not None:
            return _composed(texts, fields, sign, form)
    rows = tuple(tuple(row[: len(fields)]) for row in block)
    return Laid(tuple(fields[:width]), rows, beyond=max(width - len(fields), 0))


def _heading(texts: Texts, fields: Sequence[str], form: Form) -> _Heading | None:
    sure, likely = Labels(form), Labels(form)
    likely.columns = {text: field for text, field in _SHORT.items() if field in sure.columns.values()} | sure.columns
    for index, row in enumerate(texts[: _TITLES + 1]):
        if _is_heading(row, sure, likely, fields if len(texts) > 1 else ()):
            return _placed(texts, index, likely)
        if sum(map(bool, row)) > 1:
            return None
    return None


def _is_heading(row: Sequence[str], sure: Labels, likely: Labels, fields: Sequence[str]) -> bool:
    """Two heads are enough where nothing else stands beside them, one above the column that it names."""
    known, named = _fields_of(row, sure), _fields_of(row, likely)
    if len(row) == 1:
        return tuple(known) == tuple(fields[:1])
    count, is_all = len({*named} - {""}), sum(map(bool, named)) == sum(map(bool, row))
    return any(known) and (count >= _ENOUGH or (is_all and count > 1))


def _fields_of(row: Sequence[str], labels: Labels) -> list[str]:
    cells = row_of(row)
    grid = Grid(Table((cells,)))
    return [labels.column(grid, cell) for cell in cells.cells]


def _placed(texts: Texts, index: int, labels: Labels) -> _Heading:
    """The heading in row `index`, its columns chosen as those of a file are."""
    found = columns_of(Grid(Table(tuple(map(row_of, texts[index : index + 2])))), 0, labels)
    places = {field: cell.column for field, cell in found.placed.items()}
    if not {sheet.NUMBER, "target"} & places.keys():  # a unit without a number is none
        places = {field: place for field, place in places.items() if field not in TARGET_PARTS}
    below = {cell.column: cell.text for cell in found.below}
    heads = tuple(below.get(place, head) for place, head in enumerate(texts[index]))
    return _Heading(index + 1 + bool(below), dict(sorted(places.items(), key=_second)), heads, found.doubt)


def _by_heading(texts: Texts, heading: _Heading) -> Laid:
    places = heading.places
    apart = bool({*TARGET_PARTS} & places.keys())
    fields = tuple(field for field in places if field not in (*TARGET_PARTS, "target"))
    head = heading.texts[places["target"]] if "target" in places else ""
    below = [row for row in texts[heading.rows :] if any(row)]
    values = [_value(row, places, unit_in_head(head)[0], apart=apart) for row in below]
    ends: list[tuple[Value, ...]] = [(value,) if apart or head else () for value, _ in values]
    rows: list[tuple[Value, ...]] = []
    for row, end in zip(below, ends, strict=True):
        rows.append((*(row[places[field]] for field in fields), *end))
    named = (*fields, "target") if apart or head else fields
    unnamed = [place for place in range(len(heading.texts)) if place not in places.values()]
    strange = tuple(heading.texts[place] for place in unnamed if any(row[place] for row in below))
    doubts = unit_doubts(head, [row[places["target"]] for row in below] if head else ())
    units = _unfit(unit for _, unit in values)
    return Laid(named, tuple(rows), True, apart, strange, doubts=(*filter(None, [heading.doubt]), *doubts, *units))


def _value(row: Sequence[str], places: dict[str, int], unit: str, *, apart: bool) -> tuple[Value, str]:
    """The value of a row, and a unit that does not fit it."""
    operator, number, words, value = (row[places[part]] if part in places else "" for part in (*TARGET_PARTS, "target"))
    if apart:
        return from_columns(operator, number, words, value, unit)
    return (with_unit(value, unit) if unit else None) or value, ""


def _unfit(units: Iterable[str]) -> Iterator[str]:
    for unit in dict.fromkeys(filter(None, units)):
        yield f"单位“{unit}”与指标值不合，没有加到后面，请核对"


def _second(item: tuple[str, int]) -> int:
    return item[1]


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
    values = [joined(row[sign], row[sign + 1], row[sign + 2] if has_unit else "") for row in texts]
    rows: list[tuple[Value, ...]] = []
    for row, (value, _) in zip(texts, values, strict=True):
        rows.append((*row[:sign], value, *row[after : after + room]))
    doubts = tuple(_unfit(unit for _, unit in values))
    behind = len(texts[0]) - after
    named = (*fields[:sign], "target", *rest[:behind])
    return Laid(named, tuple(rows), composed=True, beyond=max(behind - room, 0), doubts=doubts)


def _are_units(texts: Texts, sign: int, form: Form) -> bool:
    """Whether the column behind the numbers says what they count, or prints them again as 90%及以上 does."""
    pairs = [(row[sign + 1], row[sign + 2]) for row in texts if row[sign + 2]]
    return bool(pairs) and all(
        unit not in form.bases and (_LIKE_UNIT.fullmatch(unit) or (number and unit.startswith(number)))
        for number, unit in pairs
    )

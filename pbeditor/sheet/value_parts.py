"""Values whose parts stand apart: as runs, in columns for operator, number and unit, or with the unit in a head."""

from collections.abc import Iterator, Sequence

from pbeditor.model.amount import number
from pbeditor.model.document import Target
from pbeditor.model.fillers import is_filler
from pbeditor.model.measuring_units import is_unit
from pbeditor.model.patterns import pattern
from pbeditor.model.target import canonical_operator, operator_apart, read_target
from pbeditor.sheet.sheet import TARGET_PARTS, Cell

_UNIT_IN_HEAD = pattern(r"(?s).*[（(](?P<unit>[^（()）]{1,6})[）)]")
_TERMS = ("年", "季度")  # behind a number a unit, in a head the time that its values are for
_OF_WORDS = ("级", "类")  # units of words as well: 优良中低差级, 甲类
_REMARK = pattern(r"[0-9年含填请注如]|目标|计划|预期|单位|必|可|不")


def joined(operator: str, value: str, words: str) -> tuple[Target, str]:
    """The value that an operator, a value and a unit in cells of their own make, and the unit where it fits none."""
    unit = "" if is_filler(words) else words
    said, rest = operator_apart(value)
    if said and operator and canonical_operator(said) != canonical_operator(operator):
        return Target(operator, "", f"{value}{unit}"), ""
    sign = operator or said.strip()
    if not rest or number(rest) is not None:
        return Target(sign, rest, unit), ""
    read = read_target(rest).target
    text = Target(sign, read.number, f"{read.operator}{read.text}")
    if unit in rest:
        return text, ""
    counts = is_unit(unit) and unit not in _OF_WORDS
    return (text, unit) if counts else (Target(sign, read.number, f"{text.text}{unit}"), "")


def from_runs(cell: Cell | None) -> Target | None:
    """The value of a cell whose runs say which parts they are; None for any other text."""
    if cell is None or not cell.runs:
        return Target()
    if not all(run.role in TARGET_PARTS for run in cell.runs):
        return None
    parts = ["", "", ""]
    for run in cell.runs:
        parts[TARGET_PARTS.index(run.role)] += run.text
    return Target(*parts)


def from_columns(operator: str, figure: str, words: str, value: str, unit: str) -> tuple[Target, str]:
    """The same of a row with columns for parts, perhaps with one for whole values that has its unit in its head."""
    if figure and value:
        return Target(operator, figure, f"{value}{words}"), ""
    takes_unit = unit and not words and with_unit(value, unit) is not None
    return joined(operator, figure or value, unit if takes_unit else words)


def unit_in_head(text: str) -> tuple[str, str]:
    """The unit of measure in brackets in the head of the value column, and what may be one that is not known."""
    found = _UNIT_IN_HEAD.fullmatch(text)
    unit = "".join(found["unit"].split()) if found else ""
    if is_unit(unit) and unit not in _TERMS:
        return unit, ""
    return "", "" if _REMARK.search(unit) else unit


def with_unit(value: str, unit: str) -> Target | None:
    """The value with the unit of its column; None for what is more than an operator and a number."""
    operator, rest = operator_apart(value)
    return Target(operator.strip(), rest, unit) if number(rest) is not None else None


def unit_doubts(head: str, values: Sequence[str]) -> Iterator[str]:
    """What may be wrong with the values below a head for the unit in its brackets."""
    unit, unknown = unit_in_head(head)
    if not (unit or unknown):
        return
    bare = sum(with_unit(value, "") is not None for value in values)
    if unknown and bare:
        yield f"表头括号里的“{unknown}”没有加到指标值后面，请核对"
    if unit and 0 < bare < len(values):
        yield f"表头里的单位“{unit}”只加到了没有写单位的数值后面，请核对"

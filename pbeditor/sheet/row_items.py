"""Several indicators as lines of one row: three names in one cell and three values in another."""

from collections.abc import Mapping, Sequence

from pbeditor.model.patterns import pattern
from pbeditor.model.target import operator_apart

_NUMBERED = pattern(r"[（(]?(?P<number>[0-9]{1,2})(?:[）)][、.．]?|、|[.．](?![0-9]))\s*(?P<rest>.+)")
_LEVELS = ("level1", "level2")
_SHARED = ("basis", "operator", "words", *_LEVELS)  # may be said once for all of them


def items(texts: Mapping[str, str]) -> list[dict[str, str]]:
    """The indicators in what a row says by field, mostly one.

    There are as many as the cells have lines, where all have the same number and the names are counted, or each value
    begins with its own sign; any other breaks are those of a narrow column.
    """
    if "\n" not in texts.get("name", ""):
        return [dict(texts)]
    lines = {field: [line.strip() for line in text.split("\n") if line.strip()] for field, text in texts.items()}
    names, values = lines.get("name", []), lines.get("target") or lines.get("number") or []
    count = len(names)
    one = [dict(texts)]
    if count <= 1 or len(values) != count or any("\n" in texts.get(field, "") for field in _LEVELS):
        return one
    if any(len(said) not in (0, count) and not (field in _SHARED and len(said) == 1) for field, said in lines.items()):
        return one
    if not (_bare(names) or all(operator_apart(value)[0].strip() for value in values)):
        return one
    parts = {field: _bare(said) or said for field, said in lines.items()}
    return [{field: _at(said, place) for field, said in parts.items()} for place in range(count)]


def _bare(lines: Sequence[str]) -> list[str]:
    """The lines without their numbers; none where they are not counted from 1 on."""
    found = [_NUMBERED.fullmatch(line) for line in lines]
    rests = [each["rest"] for number, each in enumerate(found, 1) if each and int(each["number"]) == number]
    return rests if len(lines) > 1 and len(rests) == len(lines) else []


def _at(lines: Sequence[str], place: int) -> str:
    """The line of one of them, or the one for all."""
    return lines[place if len(lines) > 1 else 0] if lines else ""

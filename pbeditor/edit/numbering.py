"""Numbered lines, as 绩效目标 has them: 1、做好 and so on."""

from pbeditor.model.patterns import pattern

# A dot between digits is a decimal, not a number of a line.
_NUMBER = pattern(r"(\s*[（(]?)(\d{1,3})([、)）]|[.．](?!\d))\s*")


def next_start(line: str) -> str:
    """What a line after `line` starts with: its number plus one in the same style, or nothing."""
    found = _NUMBER.match(line)
    return f"{found[1]}{int(found[2]) + 1}{found[3]}" if found else ""


def is_only_a_number(line: str) -> bool:
    """Whether the line is a number waiting for its text; a line break there ends the list."""
    return _NUMBER.fullmatch(line) is not None


def number_length(line: str) -> int:
    """How many characters of the line are its number with what belongs to it; 0 for one without."""
    found = _NUMBER.match(line)
    return found.end() if found else 0


def renumbered(text: str) -> str:
    """The text with its non-blank lines numbered 1、 2、 3、 whatever number stood in front of them.

    A digit behind the number, as in 3、4月份, makes it one only where it goes on from the line before or comes twice.
    """
    lines, place, last = [], 0, 0
    for line in text.split("\n"):
        place += bool(line.strip())
        last, bare = _taken_off(line, last + 1)
        lines.append(f"{place}、{bare}" if line.strip() else line)
    return "\n".join(lines)


def _taken_off(line: str, expected: int) -> tuple[int, str]:
    """The number in front of a line, the one before the expected for none, and the text behind it."""
    found = _NUMBER.match(line)
    if found is None:
        return expected - 1, line.strip()
    number, rest = int(found[2]), line[found.end() :]
    again = _NUMBER.match(rest)
    if again and int(again[2]) == number:
        return number, rest[again.end() :].strip()
    is_number = number == expected or not rest[:1].isdigit()
    return (number, rest.strip()) if is_number else (expected - 1, line.strip())

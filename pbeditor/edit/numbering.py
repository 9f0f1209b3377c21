"""Numbered lines, as 绩效目标 has them: 1、做好 and so on."""

from pbeditor.model.patterns import pattern

# A dot between digits is a decimal, not a number of a line.
_NUMBER = pattern(r"(\s*[（(]?)(\d{1,3})([、．)）]|\.(?!\d))\s*")


def next_start(line: str) -> str:
    """What a line after `line` starts with: its number plus one in the same style, or nothing."""
    found = _NUMBER.match(line)
    return f"{found[1]}{int(found[2]) + 1}{found[3]}" if found else ""


def is_only_a_number(line: str) -> bool:
    """Whether the line is a number waiting for its text; a line break there ends the list."""
    return _NUMBER.fullmatch(line) is not None


def renumbered(text: str) -> str:
    """The text with its non-blank lines numbered 1、 2、 3、 whatever stood in front of them."""
    lines, place = [], 0
    for line in text.split("\n"):
        place += bool(line.strip())
        lines.append(f"{place}、{_bare(line)}" if line.strip() else line)
    return "\n".join(lines)


def _bare(line: str) -> str:
    while found := _NUMBER.match(line):
        line = line[found.end() :]
    return line.strip()

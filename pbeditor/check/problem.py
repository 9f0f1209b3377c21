"""What a rule says, and what the program shows."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")  # gravest first
SEVERITY_NAMES = {"error": "错误", "warning": "警告", "hint": "提示"}
Fix = tuple[tuple[str, str], ...]

_ORDER = (
    *(
        "title",
        "overall",
        "projects",
        "department",
        "unit",
        "code",
        "name",
        "budget",
        "total",
        "fiscal",
        "other",
        "purpose",
        "plan",
        "goals",
    ),
    *("indicators", "level1", "level2", "description", "target", "operator", "number", "text", "basis"),
)
_RANKS = {name: rank for rank, name in enumerate(_ORDER)}


class Finding(Struct, frozen=True, gc=False):
    """One finding of a rule, with paths relative to its project ("budget/total", "" for the project itself).

    A rule about the whole document gives the `index` of the project it speaks of, or None and absolute paths.
    `fix` holds (path, new text) pairs.
    """

    path: str
    message: str
    fix: Fix = ()
    index: int | None = None


class Problem(Struct, frozen=True, gc=False):
    """One finding with its place in the document.

    `path` and the paths in `fix` are absolute and fit `edit.place`. `project` is the project's id, blank for what
    concerns the document or its 部门整体绩效目标; the path then leads to the first place of several.
    """

    rule: str
    severity: Severity
    path: str
    message: str
    fix: Fix = ()
    project: str = ""


def gravest(severities: Iterable[str]) -> str:
    """The worst of some severities, "" for none."""
    present = set(severities)
    return next((severity for severity in SEVERITIES if severity in present), "")


def reading_order(path: str) -> tuple[int, ...]:
    """A key that sorts paths as a reader meets their places in the printed form."""
    return tuple(int(step) if step.isdecimal() else _RANKS.get(step, -1) for step in path.split("/"))


def quoted(text: str, longest: int = 24) -> str:
    """A user's text inside a message: on one line, shortened, in Chinese quotes, its own quotes single."""
    line = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    return f"“{line if len(line) <= longest else line[: longest - 1] + '…'}”"

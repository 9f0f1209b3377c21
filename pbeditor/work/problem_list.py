"""问题清单: what the checks found, as a Word document for the colleagues who have to mend it."""

from pathlib import Path

from pbeditor.check.checked import Checked
from pbeditor.check.problem import SEVERITY_NAMES, Problem
from pbeditor.edit.place_name import place_name
from pbeditor.store import disk
from pbeditor.work.reference import built_in

_HEADS = ("序号", "级别", "位置", "问题")
_CENTRED = frozenset({0, 1})
_WIDTHS = (11.0, 13.0, 58.0, 74.0)


def write_problem_list(checked: Checked, path: Path) -> None:
    """Write every finding, gravest first and grouped by rule. Raises UnwritableError."""
    from pbeditor.exchange.word_list_out import Listing, list_bytes

    counts = "，".join(f"{SEVERITY_NAMES[severity]} {count} 个" for severity, count in checked.counts.items())
    found = [problem for group in checked.groups for problem in group.problems]
    rows = tuple((str(number), *_row(problem, checked)) for number, problem in enumerate(found, 1))
    listing = Listing(f"{checked.document.title}问题清单", f"{counts}。", _HEADS, _WIDTHS, rows, _CENTRED)
    disk.write(path, list_bytes(listing, built_in(), checked.form.layout))


def _row(problem: Problem, checked: Checked) -> tuple[str, str, str]:
    where = place_name(checked.document, checked.form, problem.path)
    return SEVERITY_NAMES[problem.severity], where, problem.message

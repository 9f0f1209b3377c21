"""What the front page says about a document, as rows that lead to their places."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from msgspec import Struct

from pbeditor.check.checked import Checked
from pbeditor.check.problem import SEVERITIES, SEVERITY_NAMES
from pbeditor.edit.amounts import total, with_commas
from pbeditor.edit.completeness import Filled, filled
from pbeditor.edit.place import DIFFERENCES, Difference, differences
from pbeditor.edit.place_name import place_name
from pbeditor.edit.units import by_unit, unit_name
from pbeditor.model.amount import BUDGET_PARTS, number
from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.model.unnamed import UNNAMED_PROJECT
from pbeditor.ui.models.board import BoardColumn, BoardRow

UNIT_COLUMNS = (
    BoardColumn("单位"),
    BoardColumn("项目", 44, right=True),
    BoardColumn("预算数", 88, right=True),
    BoardColumn("财政资金", 88, right=True),
    BoardColumn("其他资金", 88, right=True),
)
PROJECT_COLUMNS = (
    BoardColumn("项目"),
    BoardColumn("金额", drawn="bar"),
    BoardColumn("预算数", 88, right=True),
    BoardColumn("填写", 96, drawn="share", right=True),
    BoardColumn("问题", 48, drawn="sign", right=True),
)
PROBLEM_COLUMNS = (BoardColumn("", 28, drawn="sign"), BoardColumn("", 60), BoardColumn("", right=True))
CHANGE_COLUMNS = (BoardColumn("", 44), BoardColumn(""))
MOST = 200  # changes that are listed
LONGEST = 40  # characters of a value in a tooltip
Bar = tuple[float, float, float]


class Standing(Struct, frozen=True):
    """What a project comes to, whatever becomes of the others; amounts below 0 count as 0 in its bar."""

    filled: Filled
    whole: Decimal  # 预算数
    fiscal: Decimal
    other: Decimal

    @property
    def largest(self) -> Decimal:
        """预算数, or the sum of its sources where that is more."""
        return max(self.whole, self.fiscal + self.other)


def standing(project: Project, form: Form) -> Standing:
    """Reads the amounts and counts what is filled in."""
    budget = project.budget
    amounts = (number(text) or Decimal(0) for text in (budget.total, budget.fiscal, budget.other))
    return Standing(filled(project, form), *amounts)


def unit_rows(document: Document, form: Form) -> Iterator[BoardRow]:
    """The sums of each unit, and of all."""
    groups = by_unit(document.projects)
    for unit, members in groups.items():
        first = next(place for place, project in enumerate(document.projects) if project is members[0])
        name = unit_name(unit) or "未填写单位"
        yield BoardRow(unit, _sums(name, members, form), f"projects/{first}/unit/name", explained=name)
    if len(groups) != 1:
        yield BoardRow("", _sums("合计", document.projects, form), "projects" if document.projects else "", strong=True)


def project_rows(
    projects: Sequence[Project], checked: Checked, standing_of: Callable[[Project], Standing]
) -> Iterator[BoardRow]:
    """Every project: its amount as a bar, how far it is filled in and what is wrong with it."""
    standings = tuple(map(standing_of, projects))
    most = max((each.largest for each in standings), default=Decimal(0))
    for place, (project, its) in enumerate(zip(projects, standings, strict=True)):
        found, done = checked.count(project.id), its.filled
        share = done.done / done.all
        name = project.name or project.code or UNNAMED_PROJECT
        # Rounded down: what lacks something is never 100%.
        cells = (f"{place + 1} {name}", "", project.budget.total, f"{int(share * 100)}%", str(found or ""))
        yield BoardRow(
            project.id,
            cells,
            f"projects/{place}/name",
            bar_of(its, most),
            share,
            checked.worst(project.id),
            f"{name}\n已填 {done.done} 项，共 {done.all} 项",
        )


def problem_rows(checked: Checked) -> Iterator[BoardRow]:
    """How many findings of each severity; a row leads to the first."""
    for severity in SEVERITIES:
        count = checked.counts[severity]
        said = f"{count} 个" if count else "没有" if checked.is_known else "…"
        first = next((found.path for found in checked.problems if found.severity == severity), "") if count else ""
        yield BoardRow(severity, ("", SEVERITY_NAMES[severity], said), first, sign=severity)


def change_rows(saved: Document | None, document: Document, form: Form) -> Iterator[BoardRow]:
    """What differs from the file, as far as it can be listed."""
    if saved is None:
        yield BoardRow("", ("", "还没有保存"))
        return
    changes = list(islice(differences(saved, document), MOST + 1))
    for place, change in enumerate(changes[:MOST]):
        name = place_name(saved if change.is_of_earlier else document, form, change.path)
        yield BoardRow(
            (place, change.path), (DIFFERENCES[change.kind], name), _way(change), explained=_explained(name, change)
        )
    if len(changes) > MOST:
        yield BoardRow("more", ("", "还有更多修改，没有全部列出"))
    elif not changes:
        moved = saved is not document and saved.projects != document.projects
        yield BoardRow("", ("", "只有项目的次序变了" if moved else "没有未保存的修改"), "projects" if moved else "")


def bar_of(its: Standing, most: Decimal) -> Bar:
    """财政资金, 其他资金 and what of 预算数 has no source, as parts of `most`."""
    if most <= 0:
        return 0, 0, 0
    whole, *parts = (max(amount, Decimal(0)) for amount in (its.whole, its.fiscal, its.other))
    rest = max(whole - sum(parts), Decimal(0))
    fiscal, other, left = (float(min(part / most, Decimal(1))) for part in (*parts, rest))
    return fiscal, other, left


def _sums(name: str, members: tuple[Project, ...], form: Form) -> tuple[str, ...]:
    sums = (with_commas(total(members, field), form.decimals) for field in BUDGET_PARTS)
    return name, str(len(members)), *sums


def _way(change: Difference) -> str:
    """What is gone leads to what it was in."""
    return change.path.rpartition("/")[0] if change.kind == "removed" else change.path


def _explained(name: str, change: Difference) -> str:
    if change.kind != "changed":
        return name
    before, after = (_short(value) for value in (change.before, change.after))
    return f"{name}\n{before} → {after}"


def _short(value: object) -> str:
    text = str(value) if isinstance(value, str | int) else "…"
    return (f"{text[:LONGEST]}…" if len(text) > LONGEST else text) or "（空）"

"""The words of a comparison, for the window, the report and the command line alike."""

from decimal import Decimal

from pbeditor.edit.amounts import rounded, with_commas
from pbeditor.edit.changes import ProjectChange, RowChange
from pbeditor.edit.comparison import KIND_NAMES, ROW_KINDS, Comparison, Sums, field_name_in_row
from pbeditor.model.form import Form
from pbeditor.model.sums import written
from pbeditor.model.unnamed import UNNAMED_PROJECT

EMPTY = "（空）"
KINDS = {**KIND_NAMES, "changed": "有调整"}  # as a sentence says them


def signed(value: Decimal | None, decimals: int, sign: str = "") -> str:
    """A difference as +1,200.00 or, with the sign %, rounded as -3.5%; nothing for None."""
    if value is None:
        return ""
    plain = Decimal(rounded(value, decimals) if sign else written(value, decimals))
    return f"{'+' if plain > 0 else ''}{plain + 0:,}{sign}"


def amount(value: Decimal | None, decimals: int) -> str:
    """An amount with commas; nothing for None."""
    return "" if value is None else with_commas(value, decimals)


def sums_line(added: Sums, decimals: int, money_unit: str, names: tuple[str, str] = ("上年合计", "本年合计")) -> str:
    """What the projects add up to, in a sentence."""
    percent = f"（{signed(added.percent, 1, '%')}）" if added.percent is not None else ""
    old, new = names
    before, after = f"{old} {amount(added.before, decimals)}", f"{new} {amount(added.after, decimals)}"
    blank = f"，{added.blank} 个项目还没有填预算数" if added.blank else ""
    return f"{before}，{after}，增减 {signed(added.difference, decimals)}{percent}{blank}　单位：{money_unit}"


def counts_line(comparison: Comparison) -> str:
    """How many projects are new, gone and so on; kinds that do not occur are left out."""
    counts = ((name, comparison.count(kind)) for kind, name in KINDS.items())
    return "，".join(f"{name} {count} 个" for name, count in counts if count) or "没有项目"


def rows_told(change: ProjectChange) -> str:
    """How many indicators are new, gone and changed, as 新增 1，修改 2."""
    if not (change.before and change.after):
        return f"共 {len(change.project.indicators)} 条"
    counts = ((name, change.count(kind)) for kind, name in ROW_KINDS.items())
    return "，".join(f"{name} {count}" for name, count in counts if count)


def named(change: ProjectChange) -> str:
    """The project's name, with the one before where it is another."""
    name = change.project.name or UNNAMED_PROJECT
    return f"{name}（原名：{change.before.name}）" if change.kind == "renamed" and change.before else name


def row_told(row: RowChange, form: Form, longest: int = 0) -> str:
    """What became of an indicator, in one line; `longest`, if not 0, cuts its texts to so many signs."""
    if row.kind != "changed":
        return "，".join(_short(text.after or text.before, longest) for text in row.texts)
    return "；".join(
        f"{field_name_in_row(text.field, form)} {_short(text.before, longest)} → {_short(text.after, longest)}"
        for text in row.texts
    )


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return (f"{line[: longest - 1]}…" if 0 < longest < len(line) else line) or EMPTY

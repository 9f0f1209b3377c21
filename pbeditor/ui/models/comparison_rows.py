"""The lines of a comparison: parts and projects, and below each project its indicators that changed."""

from decimal import Decimal

from msgspec import Struct

from pbeditor.edit.amounts import rounded
from pbeditor.edit.changes import Kind, ProjectChange, RowChange, TextChange
from pbeditor.edit.comparison import (
    KIND_NAMES,
    ROW_KINDS,
    Comparison,
    PartChange,
    Sums,
    field_name,
    field_name_in_row,
)
from pbeditor.model.form import Form
from pbeditor.ui.widgets.difference_view import Passage

MINUS = "\N{MINUS SIGN}"


class Line(Struct, frozen=True):
    """One line. `place` is where it leads in the later document, with ids; "" for what is gone."""

    key: str
    cells: tuple[str, ...]
    kind: Kind
    place: str = ""
    passages: tuple[Passage, ...] = ()
    below: tuple["Line", ...] = ()
    change: ProjectChange | None = None


def lines_of(comparison: Comparison, form: Form) -> tuple[Line, ...]:
    """A line a part that differs, then one a project."""
    parts = (_part(number, part, form) for number, part in enumerate(comparison.parts))
    projects = (_project(number, one, form) for number, one in enumerate(comparison.projects))
    return (*parts, *projects)


def signed(value: Decimal | None, decimals: int, sign: str = "") -> str:
    """A difference with its sign, as +1,200.00 or −3.5%; nothing for None."""
    if value is None:
        return ""
    mark = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{mark}{abs(value):,.{decimals}f}{sign}"


def amount(value: Decimal | None, decimals: int) -> str:
    """An amount with commas; nothing for None."""
    return "" if value is None else f"{Decimal(rounded(value, decimals)):,}"


def sums_line(
    added: Sums, decimals: int, money_unit: str, old_name: str = "上年合计", new_name: str = "本年合计"
) -> str:
    """What the projects add up to, in a sentence."""
    percent = f"（{signed(added.percent, 1, '%')}）" if added.percent is not None else ""
    before, after = (f"{amount(each, decimals)}" for each in (added.before, added.after))
    change = signed(added.difference, decimals)
    return f"{old_name} {before}，{new_name} {after}，增减 {change}{percent}　单位：{money_unit}"


def rows_told(change: ProjectChange) -> str:
    """How many indicators are new, gone and changed, as 新增 1，修改 2."""
    if not (change.before and change.after):
        return f"共 {len(change.project.indicators)} 条"
    counts = ((ROW_KINDS[kind], change.count(kind)) for kind in ("new", "gone", "changed"))
    return "，".join(f"{name} {count}" for name, count in counts if count)


def named(change: ProjectChange) -> str:
    """The project's name, with the one before where it is another."""
    name = change.project.name or "未命名项目"
    return f"{name}（原名：{change.before.name}）" if change.kind == "renamed" and change.before else name


def _part(number: int, part: PartChange, form: Form) -> Line:
    cells = (part.name or "未命名部分", KIND_NAMES[part.kind], *("",) * 5)
    passages = tuple(_passage(text, field_name(text.field, form)) for text in part.texts)
    return Line(f"part/{number}/{part.name}", cells, part.kind, part.path, passages)


def _project(number: int, change: ProjectChange, form: Form) -> Line:
    cells = (
        named(change),
        KIND_NAMES[change.kind],
        amount(change.amount_before, form.decimals),
        amount(change.amount_after, form.decimals),
        signed(change.difference, form.decimals),
        signed(change.percent, 1, "%"),
        rows_told(change),
    )
    place = f"projects/{change.after.id}" if change.after else ""
    texts = change.texts if change.before and change.after else _whole(change)
    passages = tuple(_passage(text, field_name(text.field, form)) for text in texts)
    below = tuple(_row(place, place_of_row, row, form) for place_of_row, row in enumerate(change.rows))
    key = place or f"gone/{change.project.id}/{number}"
    return Line(key, cells, change.kind, place, passages, below, change)


def _whole(change: ProjectChange) -> tuple[TextChange, ...]:
    """What a project that is new or gone says of itself."""
    texts = ((field, getattr(change.project, field)) for field in ("code", "purpose", "goals"))
    return tuple(TextChange(f, "", text) if change.after else TextChange(f, text, "") for f, text in texts if text)


def _row(place: str, number: int, row: RowChange, form: Form) -> Line:
    told = "；".join(
        f"{field_name_in_row(text.field, form)} {_short(text.before)} → {_short(text.after)}" for text in row.texts
    )
    told = told if row.kind == "changed" else "，".join(_short(text.after or text.before) for text in row.texts)
    cells = (f"{ROW_KINDS[row.kind]}　{row.name or '未命名指标'}：{told}", *("",) * 6)
    passages = tuple(_passage(text, field_name_in_row(text.field, form)) for text in row.texts)
    where = f"{place}/indicators/{row.after.id}/name" if row.after else f"{place}/indicators"
    return Line(f"{place}/{number}", cells, row.kind, where, passages)


def _passage(text: TextChange, label: str) -> Passage:
    return Passage(label, text.before, text.after)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (f"{line[:29]}…" if len(line) > 30 else line) or "（空）"  # noqa: PLR2004 - signs that one line can hold

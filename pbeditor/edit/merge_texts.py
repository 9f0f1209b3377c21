"""合并: my side and theirs of what could be taken, in words."""

from pbeditor.edit.merge_items import Item
from pbeditor.edit.units import unit_name
from pbeditor.model.document import Budget, Indicator, Project, Section, Unit
from pbeditor.model.target import shown


def texts_of(item: Item, field: str) -> tuple[str, str]:
    """My side and theirs of a field, in words."""
    return (_text(item.mine, field) if item.mine else "", _text(item.theirs, field))


def _text(part: Project | Section, field: str) -> str:
    if isinstance(part, Section):
        return part.text
    if field == "indicators" or not field:
        rows = "\n".join(_row(row) for row in part.indicators)
        return rows if field else "\n".join(filter(None, (_amounts(part.budget), part.purpose, part.goals, rows)))
    value = getattr(part, field)
    if isinstance(value, Unit):
        return unit_name(value)
    if isinstance(value, Budget):
        return _amounts(value)
    return "、".join(text or "空" for text in value) if isinstance(value, tuple) else str(value)


def _amounts(budget: Budget) -> str:
    return " / ".join(text or "空" for text in (budget.total, budget.fiscal, budget.other))


def _row(row: Indicator) -> str:
    head = f"{row.level1}·{row.level2} {row.name}：{shown(row.target)}"
    return "；".join(filter(None, (head, row.description, row.basis)))

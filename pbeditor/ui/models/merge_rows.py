"""The lines of the merging dialog: what colleagues' files have, file by file, new things first."""

from collections.abc import Iterator, Sequence

from pbeditor.edit.merge_confirmed import NEW, confirmed_in
from pbeditor.edit.merge_items import Item
from pbeditor.edit.merge_texts import texts_of
from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.model.document import Section
from pbeditor.model.form import Form
from pbeditor.ui.models.tick_table import TickRow

LABELS = {"budget": " / ".join(BUDGET_PARTS.values()), "unit": "单位", "indicators": "绩效指标", "text": "文字"}


def merge_rows(items: Sequence[Item], names: Sequence[str], form: Form) -> Iterator[TickRow]:
    """What differs; keys are the number of an item and its field. `names` are those of the files."""
    for source, name in enumerate(names):
        numbered = [(number, item) for number, item in enumerate(items) if item.source == source]
        new = [_new(number, item) for number, item in numbered if item.kind == "new"]
        if new:
            yield TickRow((f"{name}：新增",), is_head=True)
            yield from new
        for number, item in numbered:
            if item.kind == "conflict":
                yield TickRow((f"{name}：{item.name}",), is_head=True)
                yield from (_field(number, item, field, form) for field in item.fields)


def _new(number: int, item: Item) -> TickRow:
    kind = "部分" if isinstance(item.theirs, Section) else "项目"
    again = "（另一文件里也有）" if item.again else ""
    return TickRow(
        (f"    {kind} {item.name}{again}{_confirmed(item, NEW)}", "（没有）", _line(texts_of(item, NEW)[1])),
        (number, NEW),
    )


def _field(number: int, item: Item, field: str, form: Form) -> TickRow:
    label = LABELS.get(field) or next(iter(form.labels.get(field, ())), field)
    before, after = texts_of(item, field)
    return TickRow((f"    {label}{_confirmed(item, field)}", _line(before) or "（空）", _line(after)), (number, field))


def _confirmed(item: Item, field: str) -> str:
    """What comes along with it."""
    count = len([*confirmed_in(item.confirmed, (field,))])
    return f"（已核实 {count} 处）" if count else ""


def _line(text: str) -> str:
    return " ".join(text.split())

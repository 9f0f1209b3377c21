"""All projects in one table, with the sums of their amounts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.amount import BUDGET_PARTS, is_blank, number
from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.amount_room import Room, amount_room, fixed_room, shared, spare_room
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Table

_CAPTION = "项目汇总表"
_SUM = "合计"


class _Column(Struct, frozen=True):
    """`width` is a part of the whole; `label` is one of the form's, or said as it is."""

    label: str
    width: float
    text: Callable[[int, Project], str]
    is_amount: bool = False
    gives: bool = False  # what amounts need beyond their width


_COLUMNS = (
    _Column("序号", 5, lambda place, _project: str(place)),
    _Column("code", 20, lambda _place, project: project.code),
    _Column("name", 25, lambda _place, project: project.name, gives=True),
    _Column("total", 10, lambda _place, project: project.budget.total, is_amount=True),
    _Column("fiscal", 10, lambda _place, project: project.budget.fiscal, is_amount=True),
    _Column("other", 10, lambda _place, project: project.budget.other, is_amount=True),
)


def summary(document: Document, form: Form, numbered: Sequence[tuple[int, Project]], room: float) -> Iterator[Block]:
    """A caption and the table, which is `room` mm wide."""
    yield Paragraph(_CAPTION, sheet.CAPTION)
    rows = tuple(_rows(document, form, numbered))
    width = room / sum(column.width for column in _COLUMNS)
    rooms = [_room(place, column.width * width, rows, form) for place, column in enumerate(_COLUMNS)]
    yield Table(rows, tuple(shared(rooms)))


def _room(place: int, given: float, rows: Sequence[Row], form: Form) -> Room:
    column = _COLUMNS[place]
    if not column.is_amount:
        return spare_room(given) if column.gives else fixed_room(given)
    texts = {cell.text for row in rows for cell in row.cells if cell.column == place}
    return replace(amount_room(given, texts, form.layout), least=given)  # its head needs the room


def _rows(document: Document, form: Form, numbered: Sequence[tuple[int, Project]]) -> Iterator[Row]:
    unit = form.labels["money_unit"][0] + document.money_unit
    yield Row((_cell(unit, 0, sheet.LABEL, "right", columns=len(_COLUMNS), frame=False),), header=True)
    labels = (_head(form.labels.get(column.label, (column.label,))[0]) for column in _COLUMNS)
    yield Row(tuple(_cell(text, place, sheet.LABEL, "center") for place, text in enumerate(labels)), header=True)
    for place, project in numbered:
        texts = (column.text(place, project) for column in _COLUMNS)
        yield Row(tuple(_cell(text, n, sheet.VALUE, _align(n)) for n, text in enumerate(texts)))
    sums = [_sum(column.text(place, project) for place, project in numbered) for column in _COLUMNS[3:]]
    first = _cell(_SUM, 0, sheet.LABEL, "center", columns=3)
    yield Row((first, *(_cell(text, n, sheet.VALUE, "right") for n, text in enumerate(sums, 3))))
    remark = not_summed({BUDGET_PARTS[column.label]: _left_out(column, numbered) for column in _COLUMNS[3:]})
    if remark:
        yield Row((_cell(remark, 0, sheet.VALUE, "left", columns=len(_COLUMNS), frame=False),))


def not_summed(left_out: Mapping[str, int], why: str = "不是数字") -> str:
    """What is said below a table of the amounts that are in none of its sums, by column; "" where all are."""
    told = "，".join(f"{name} {count} 项" for name, count in left_out.items() if count)
    return f"注：合计不含{why}的金额：{told}。" if told else ""


def _left_out(column: _Column, numbered: Sequence[tuple[int, Project]]) -> int:
    texts = [column.text(place, project) for place, project in numbered]
    return sum(not is_blank(text) and number(text) is None for text in texts)


def _head(label: str) -> str:
    """其中： stands above the rest, for which its column has no room beside it."""
    first, colon, rest = label.partition("：")
    return f"{first}{colon}\n{rest}" if rest else label


def _sum(texts: Iterable[str]) -> str:
    """The sum of what is a number; drafts may hold anything."""
    known = [value for value in map(number, texts) if value is not None]
    return f"{sum(known, Decimal()):f}" if known else ""


def _align(place: int) -> str:
    return "right" if _COLUMNS[place].is_amount else "left" if place else "center"


def _cell(text: str, column: int, role: str, align: str, *, columns: int = 1, frame: bool = True) -> Cell:
    return Cell((Run(text),) if text else (), column, columns, 1, role, align, frame)

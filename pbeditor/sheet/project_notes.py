"""What the import report says of a project: what was guessed in its head and its values, and what has no place."""

from collections.abc import Iterator
from operator import eq

from msgspec.structs import astuple

from pbeditor.model.document import Project, Target
from pbeditor.model.target import Reading, printed
from pbeditor.sheet.read_head import Head
from pbeditor.sheet.sheet import Note, Table

NO_FIELD = "这一格没有对应的栏目，未导入"
NAMELESS = "这张表没有写项目名称和编码，已按一个新项目导入，请核对是不是"
FROM_HIDDEN = "这个项目来自隐藏的工作表，可能是旧稿或备份，请核对要不要"
_SEVERAL = "表中分列中期（实施期）与年度等几栏，金额和目标已取年度一栏，请核对"
_HIDDEN = {
    True: "单元格没有显示全部小数，已按实际数值导入，请核对",
    False: "单元格显示的数与实际数值不同，已按显示的导入，请核对",
}
_NOT_FOLLOWED = "单元格的数字格式无法识别，已按原始数值导入，请核对单位"
_NO_NUMBER = "没有读出完整的数值，数字仍留在文字里，请核对"


def named(number: int, project: Project) -> str:
    """The place of a project, the first of which has the number 1, for a person."""
    return f"项目{number}“{project.name}”"


def head_notes(head: Head, project: Project, where: str, money_unit: str, periods: tuple[str, ...]) -> Iterator[Note]:
    """What to say of a head that was read into `project`, in `money_unit`; `periods` are those of the document."""
    place = f"projects/{project.id}"
    yield from _money_notes(head, project, where, money_unit)
    if not agree(head.period_labels(), periods):
        message = f"支出进度的期别与前面的表（{'、'.join(periods)}）不同，请核对"
        yield Note(where, "guessed", message, "、".join(head.period_labels()), f"{place}/plan/0")
    if doubted := head.doubted():
        yield Note(where, "guessed", _SEVERAL, doubted, place)
    for text in head.left_over():
        yield Note(where, "ignored", NO_FIELD, text, place)


def _money_notes(head: Head, project: Project, where: str, money_unit: str) -> Iterator[Note]:
    place = f"projects/{project.id}/budget"
    if amounts := head.amounts.converted(money_unit):
        yield Note(where, "guessed", f"金额已按{money_unit}读入，请核对", amounts, f"{place}/total")
    if unit := head.amounts.unknown_units():
        message = f"金额单位“{unit}”无法换算，金额按{money_unit}原样导入，请核对"
        printed_amounts = amounts or " / ".join(filter(None, astuple(project.budget)))
        yield Note(where, "guessed", message, printed_amounts, f"{place}/total")
    for field, text in head.amounts.unread(money_unit):
        yield Note(where, "guessed", "这个金额读不出数值，已按原样导入，请核对", text, f"{place}/{field}")


def shortened_notes(table: Table, stored: frozenset[tuple[str, str]], where: str, project: Project) -> Iterator[Note]:
    """Numbers of a spreadsheet that show less than they are; those in `stored` were read by what they are."""
    kinds: dict[str, list[str]] = {}
    for cell in (cell for row in table.rows for cell in row.cells if cell.exact):
        message = _NOT_FOLLOWED if cell.exact == cell.text else _HIDDEN[(cell.text, cell.exact) in stored]
        kinds.setdefault(message, []).append(f"{cell.text}：{cell.exact}")
    for message, texts in kinds.items():
        yield Note(where, "guessed", message, "、".join(texts), f"projects/{project.id}")


def hidden_note(where: str, project: Project, name: str) -> Note:
    """That a project was read of a worksheet that its file hides."""
    return Note(where, "guessed", FROM_HIDDEN, name, f"projects/{project.id}")


def agree(periods: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the periods of two plans are the same as far as both go."""
    return all(map(eq, periods, others))


def doubt(where: str, reading: Reading, place: str) -> Note:
    """What to say of a value whose parts could not be told apart for sure."""
    if not reading.alternatives:
        return Note(where, "guessed", _NO_NUMBER, printed(reading.target), place)
    choices = (reading.target, *reading.alternatives)
    likely, *others = (f"“{spelt(target)}”" for target in choices)
    same = all(printed(target) == printed(reading.target) for target in choices)
    why = "无法确定数值从哪里断开" if same else "这个百分数可能把“≥”误认成了“2”"
    message = f"{why}：暂按{likely}读取，也可能是{'、'.join(others)}，请核对"
    return Note(where, "guessed", message, printed(reading.target), place, choices)


def spelt(target: Target) -> str:
    """A value with its parts told apart."""
    return " | ".join(part for part in (target.operator, target.number, target.text) if part)

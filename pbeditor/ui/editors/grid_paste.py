"""Pasting into the grid: where a block goes, and what is told of it.

As in Excel hidden columns are filled like any other, so that nothing comes to stand in a wrong column; that is told.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from pbeditor.edit.indicators import Cell, paste_block
from pbeditor.sheet.pasted_block import Laid, laid
from pbeditor.ui.editors.clipboard import Block
from pbeditor.ui.editors.grid_aims import Place
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.session import Session

Rows = Sequence[Sequence[Cell]]


class Missing(Enum):
    """What to do with pasted rows that the grid does not have."""

    ADD = "添加行并粘贴"
    CUT = "只粘贴到现有的行"
    CANCEL = "取消"


def ask(parent: QWidget, missing: int) -> Missing:
    """Ask once before a paste makes the grid longer."""
    box = QMessageBox(
        QMessageBox.Icon.Question, "粘贴", f"粘贴的内容比表格多 {missing} 行，要在末尾添加这些行吗？", parent=parent
    )
    roles = QMessageBox.ButtonRole
    add = box.addButton(Missing.ADD.value, roles.AcceptRole)
    cut = box.addButton(Missing.CUT.value, roles.ActionRole)
    box.addButton(Missing.CANCEL.value, roles.RejectRole)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return Missing.ADD if clicked is add else Missing.CUT if clicked is cut else Missing.CANCEL


def paste(session: Session, grid: IndicatorGrid, block: Block, ask_missing: Callable[[QWidget, int], Missing]) -> str:
    """Lay a block over the grid at the first chosen cell, else at the end, or by its heading; what is to be told."""
    table, cells = grid.table, grid.caret.spanned()
    top, left = (cells[0][0], min(column for _, column in cells)) if cells else (len(table.rows), 0)
    what = laid(block, table.fields[left:], session.form)
    is_plain = not (what.headed or what.composed)
    rows = _repeated(what.rows, cells) if is_plain else what.rows
    missing = top + len(rows) - len(table.rows)
    if missing > 0 and table.rows:
        answer = ask_missing(grid, missing)
        if answer is Missing.CANCEL:
            return ""
        rows = rows[:-missing] if answer is Missing.CUT else rows
    if not rows:
        return "复制的只有表头，没有可以粘贴的内容。" if what.headed and not what.rows else ""
    fields, ids = table.fields[left:][: len(rows[0])] if is_plain else what.fields, session.new_ids()
    twice = table.says_twice()
    table.change("粘贴", lambda project: paste_block(project, top, rows, ids, fields=fields, twice=twice))
    columns = sorted(table.fields.index(field) for field in fields)
    grid.caret.choose_each(range(top, top + len(rows)), columns)
    return "".join(_sentences(what, told_of_hidden(grid, columns, "粘贴")))


def told_of_hidden(grid: IndicatorGrid, columns: Iterable[int], act: str) -> str:
    """That `act` was done to those of these columns too that are not to be seen, "" where all are."""
    labels = [f"“{grid.table.columns[column].label}”" for column in columns if grid.isColumnHidden(column)]
    return f"隐藏的{'、'.join(labels)}列也一起{act}了。" if labels else ""


def _sentences(what: Laid, hidden: str) -> Iterator[str]:
    if what.headed:
        yield "已按表头对应各列，表头没有粘贴。"
    if what.composed:
        yield "符号、数值、单位已合成指标值。"
    yield hidden
    yield from (f"{doubt}。" for doubt in what.doubts)
    if what.strange:
        yield f"{''.join(f'“{head}”' for head in what.strange)}列在指标表里没有，没有粘贴。"
    if what.beyond:
        yield f"有 {what.beyond} 列超出了表格，没有粘贴。"


def _repeated(block: Rows, cells: list[Place]) -> Rows:
    """The block as often as it fits exactly into the chosen rectangle."""
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    height, width = len(block), len(block[0])
    down, right = divmod(len(rows), height), divmod(len(columns), width)
    if not cells or down[1] or right[1] or len(cells) != len(rows) * len(columns):
        return block
    return [list(row) * right[0] for row in block] * down[0]

"""The commands of the indicator grid as records.

Its own menu, tool bar and keys, the menu bar, the command finder and the page of shortcuts are all made from them.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from pbeditor.ui.actions import Action, is_open

if TYPE_CHECKING:
    from pbeditor.ui.editors.indicators_tab import IndicatorsTab
    from pbeditor.ui.main_window import MainWindow

INDICATORS = "指标(&I)"


class GridAction(Struct, frozen=True):
    """The method `name` of the grid's commands. `keys` work in the grid, the first is shown; `group` parts menus.

    `bar` is its text in the grid's tool bar, "" where it has no button there. `begins`: it works on a grid without
    rows too; the others find nothing there.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    group: str = ""
    icon: str = ""
    bar: str = ""
    begins: bool = False


GRID = (
    GridAction("edit", "修改单元格(&V)", ("F2",), "edit"),
    GridAction("open_list", "打开可选列表(&I)", ("Alt+Down", "F4"), "edit"),
    GridAction("cut", "剪切(&T)", ("Ctrl+X", "Shift+Del"), "cells"),
    GridAction("copy", "复制(&C)", ("Ctrl+C", "Ctrl+Ins"), "cells"),
    GridAction("paste", "粘贴(&P)", ("Ctrl+V", "Shift+Ins"), "cells", begins=True),
    GridAction("clear", "清除内容(&E)", ("Del",), "cells"),
    GridAction("fill_down", "向下填充(&F)", ("Ctrl+D",), "cells"),
    GridAction("insert_above", "在上方插入行(&A)", ("Ctrl++", "Ctrl+Shift++"), "rows", begins=True),
    GridAction("insert_below", "在下方插入行(&B)", ("Ctrl+Return",), "rows", "add", "插入行", begins=True),
    GridAction("duplicate", "复制行(&D)", ("Ctrl+Shift+D",), "rows", "duplicate", "复制行"),
    GridAction("delete", "删除行(&R)", ("Ctrl+-",), "rows", "delete", "删除行"),
    GridAction("move_up", "上移一行(&U)", ("Alt+Shift+Up",), "order", "up", "上移"),
    GridAction("move_down", "下移一行(&N)", ("Alt+Shift+Down",), "order", "down", "下移"),
    GridAction("sort", "按指标类别排序(&S)", (), "order", "sort", "按类别排序"),
    GridAction("keep", "保存到指标库(&K)", (), "library", "library", "存入指标库"),
    GridAction("choose_rows", "选择整行(&W)", ("Shift+Space",), "choice"),
    GridAction("choose_columns", "选择整列(&L)", ("Ctrl+Space",), "choice"),
)


def has_grid(window: "MainWindow") -> bool:
    """Whether the grid is to be seen."""
    return is_open(window) and window.pages.indicators() is not None


def has_rows(window: "MainWindow") -> bool:
    """Whether it has rows."""
    tab = window.pages.indicators() if is_open(window) else None
    return tab is not None and tab.commands.has_rows


def commands() -> Iterator[Action]:
    """The menu of the grid for the window's table, a line between groups."""
    group = ""
    for record in GRID:
        if group and record.group != group:
            yield Action("", INDICATORS)
        group = record.group
        yield _command(record)
    yield Action("", INDICATORS)
    yield Action(
        "library_take", INDICATORS, "本文档的指标收入指标库(&H)", lambda w: w.aids.library.take(), "", is_open, "take"
    )
    yield Action("library_merge", INDICATORS, "合并指标库(&Y)…", lambda w: w.aids.library.merge(), "", icon="import")
    yield Action("library_export", INDICATORS, "导出指标库(&X)…", lambda w: w.aids.library.export(), "", icon="export")
    yield Action(
        "library_collect",
        INDICATORS,
        "导入文件时收入其指标(&J)",
        lambda w: w.memory.remember(collect=not w.memory.settings.collect),
        checked=lambda w: w.memory.settings.collect,
    )
    yield Action("", INDICATORS)
    yield Action("grid_larger", INDICATORS, "放大表格(&G)", _on_grid(lambda tab: tab.grid.zoom.step(1)), "", has_grid)
    yield Action("grid_smaller", INDICATORS, "缩小表格(&M)", _on_grid(lambda tab: tab.grid.zoom.step(-1)), "", has_grid)
    yield Action(
        "grid_plain", INDICATORS, "恢复 100% 大小(&Z)", _on_grid(lambda tab: tab.grid.zoom.set(100)), "", has_grid
    )
    yield Action("grid_columns", INDICATORS, "显示的列(&O)", _on_grid(_show_columns), "", has_grid)


def _command(record: GridAction) -> Action:
    run = _on_grid(lambda tab: getattr(tab.commands, record.name)())
    keys = record.keys[0] if record.keys else ""
    enabled = has_grid if record.begins else has_rows
    return Action(f"grid_{record.name}", INDICATORS, record.text, run, keys, enabled, record.icon, "grid")


def _on_grid(run: "Callable[[IndicatorsTab], object]") -> "Callable[[MainWindow], object]":
    def on_grid(window: "MainWindow") -> None:
        if tab := window.pages.indicators():
            run(tab)

    return on_grid


def _show_columns(tab: "IndicatorsTab") -> None:
    header = tab.grid.horizontalHeader()
    tab.grid.columns.menu().popup(header.mapToGlobal(header.rect().bottomLeft()))

"""The commands of the problems panel as records: going to findings, mending them, and setting them aside."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pbeditor.ui.actions import Action, is_open
from pbeditor.ui.panels.dock import bring_up

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow
    from pbeditor.ui.panels.problem_panel import ProblemPanel

CHECK = "检查(&C)"


def commands() -> Iterator[Action]:
    """The first part of the menu 检查 for the window's table."""
    yield Action("next", CHECK, "下一个问题(&N)", _going(1), "F8", is_open, "next")
    yield Action("previous", CHECK, "上一个问题(&P)", _going(-1), "Shift+F8", is_open, "previous")
    yield Action("", CHECK)
    yield Action("fix", CHECK, "改正选中的问题(&X)", lambda w: w.problems.fix(), "Ctrl+F8", _can_fix, "fix")
    fix_all = _in_panel(lambda panel: panel.fix_all())
    yield Action("fix_all", CHECK, "改正这一类的全部问题(&A)…", fix_all, "Ctrl+Shift+F8", _can_fix_all)
    confirm, mute = _in_panel(lambda panel: panel.confirm()), _in_panel(lambda panel: panel.mute())
    yield Action("confirm", CHECK, "已核实选中的问题(&V)…", confirm, "Ctrl+Alt+K", _has_finding)
    yield Action("mute", CHECK, "静音选中的检查(&M)…", mute, "Ctrl+Alt+M", _has_rule)
    aside = _in_panel(lambda panel: panel.show_aside(shown=not panel.is_aside_shown()))
    yield Action(
        "aside", CHECK, "已静音与已核实(&R)", aside, "", is_open, checked=lambda w: w.problems.is_aside_shown()
    )


def _going(step: int) -> Callable[["MainWindow"], object]:
    """Who is typing in a cell of the grid goes on typing in the cell of the finding."""

    def go(window: "MainWindow") -> None:
        tab = window.pages.indicators()
        was_typing = tab is not None and tab.grid.delegate.editor is not None
        window.problems.go(step)
        tab, problem = window.pages.indicators(), window.problems.current()
        if was_typing and tab is not None and problem is not None and tab.stands_at(problem.path):
            tab.grid.go_on_editing()

    return go


def _in_panel(run: Callable[["ProblemPanel"], None]) -> Callable[["MainWindow"], object]:
    """A command that goes on in the panel, which must be seen then."""

    def bring_and_run(window: "MainWindow") -> None:
        bring_up(window.problem_dock)
        run(window.problems)

    return bring_and_run


def _can_fix(window: "MainWindow") -> bool:
    problem = window.problems.current()
    return is_open(window) and problem is not None and bool(problem.fix)


def _can_fix_all(window: "MainWindow") -> bool:
    return is_open(window) and window.problems.has_rule() and window.problems.mendable > 0


def _has_finding(window: "MainWindow") -> bool:
    return is_open(window) and window.problems.current() is not None


def _has_rule(window: "MainWindow") -> bool:
    return is_open(window) and window.problems.has_rule()

"""Going from one part of the window to the next by keyboard."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QMainWindow, QTabBar, QWidget
from shiboken6 import isValid

Seen = TypeVar("Seen", bound=QWidget)
_Area = Qt.DockWidgetArea
_BESIDE = {_Area.LeftDockWidgetArea: 0, _Area.RightDockWidgetArea: 2, _Area.BottomDockWidgetArea: 3}
_PAGE, _FOOT = 1, 4
_TAB, _BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def focus_next(panes: Sequence[QWidget]) -> None:
    """Move the focus from the pane that has it to the next one that is seen, not behind another tab."""
    seen = [pane for pane in panes if is_seen(pane)]
    focus = QApplication.focusWidget()
    here = next((place for place, pane in enumerate(seen) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
    if seen:
        focus_into(seen[(here + 1) % len(seen)])


def focus_along(window: QMainWindow, *, forward: bool) -> bool:
    """Let Tab go on, or back, in the order in which one reads: side, page, what lies beside and below it.

    Qt's own order is that in which widgets were made, and pages are made late.
    """
    focus = QApplication.focusWidget()
    order = sorted(stops(window, focus), key=lambda widget: _place(window, widget))
    here = order.index(focus) if focus in order else -1
    ahead = [*order[here + 1 :], *order[: max(here, 0)]]
    if ahead:
        ahead[0 if forward else -1].setFocus(_TAB if forward else _BACK)
    return bool(ahead)


def focus_into(pane: QWidget) -> None:
    """Give the focus to the pane or to the first part of it to work in, if there is one, before buttons and tabs."""
    inside = [widget for widget in stops(pane.window()) if widget is pane or pane.isAncestorOf(widget)]
    if inside:
        first = next((widget for widget in inside if not isinstance(widget, (QTabBar, QAbstractButton))), inside[0])
        # Not as by Tab, which selects all: what is typed next would take its place.
        (pane if pane in inside else first).setFocus(Qt.FocusReason.OtherFocusReason)


def stops(window: QWidget, besides: QWidget | None = None) -> list[QWidget]:
    """What Tab stops at in Qt's order, which holds within each part of the window; and `besides`, where it stands.

    PySide takes what it gives as next for a part of the one before, and its Python side would end with that. Asking
    for all parts of the window sets that right; the window itself must not be given.
    """
    found: list[QWidget] = []
    last = window.previousInFocusChain()
    widget: QWidget | None = window
    while widget and widget is not last:
        widget = widget.nextInFocusChain()
        if widget and (widget is besides or _is_stop(widget)):
            found.append(widget)
    window.findChildren(QWidget)
    return found


def _place(window: QMainWindow, widget: QWidget) -> tuple[int, int]:
    """Which part of the window the widget lies in, and whether in the head of a panel or in what that holds."""
    part = widget
    while (above := part.parentWidget()) is not None and above is not window:
        part = above
    if not isinstance(part, QDockWidget):
        return (_PAGE if part is window.centralWidget() else _FOOT), 0
    head = part.titleBarWidget()
    return _BESIDE[window.dockWidgetArea(part)], int(widget is not head and not head.isAncestorOf(widget))


def _is_stop(widget: QWidget) -> bool:
    takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
    return takes_focus and is_seen(widget) and widget.focusProxy() is None


def still_there(widget: Seen | None) -> Seen | None:
    """A widget remembered from before, None where it has gone since, as a cell's editor does, or is hidden."""
    return widget if widget is not None and isValid(widget) and widget.isVisible() else None


def is_seen(pane: QWidget) -> bool:
    """Whether the pane is on the screen. Qt moves what stands behind a tab out of the window instead of hiding it."""
    return pane.isVisible() and pane.mapTo(pane.window(), pane.rect().bottomRight()).x() >= 0

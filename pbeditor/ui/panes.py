"""Going from one part of the window to the next by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_next(panes: Sequence[QWidget]) -> None:
    """Move the focus from the pane that has it to the next one that is seen, not behind another tab."""
    seen = [pane for pane in panes if is_seen(pane)]
    focus = QApplication.focusWidget()
    here = next((place for place, pane in enumerate(seen) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
    if seen:
        focus_into(seen[(here + 1) % len(seen)])


def focus_into(pane: QWidget) -> None:
    """Give the focus to the pane or to the first part of it that takes it; the chain strays outside in between."""
    widget: QWidget | None = pane
    while widget and not ((widget is pane or pane.isAncestorOf(widget)) and _takes_focus(widget)):
        widget = widget.nextInFocusChain()
        if widget is pane:
            return
    if widget:
        widget.setFocus(Qt.FocusReason.TabFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def is_seen(pane: QWidget) -> bool:
    """Whether the pane is on the screen. Qt moves what stands behind a tab out of the window instead of hiding it."""
    return pane.isVisible() and pane.mapTo(pane.window(), pane.rect().bottomRight()).x() >= 0

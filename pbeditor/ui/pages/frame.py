"""What all pages share: their margins, and what they are asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pbeditor.ui.letters import wide
from pbeditor.ui.theme import XL, L, M
from pbeditor.ui.widgets.parts import scrolled

if TYPE_CHECKING:
    from pbeditor.ui.editors.indicators_tab import IndicatorsTab

WIDEST = 760  # px; longer lines of fields are hard to follow


def column(parent: QWidget) -> QVBoxLayout:
    """The layout of a page, with the margins that all pages have."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(XL, L, XL, L)
    layout.setSpacing(M)
    return layout


class Page(QWidget):
    """A page is told which entry it shows and which place should have the focus."""

    def show_key(self, key: str) -> None:
        """Show the entry called `key` of this page's kind."""

    def show_place(self, path: str) -> bool:
        """Give the focus to the field for `path`; False where there is none."""
        return False

    def turn(self, step: int) -> None:
        """Show the next (1) or previous (-1) tab, on a page that has some."""

    def indicators(self) -> "IndicatorsTab | None":
        """The tab with the indicator grid, while it is shown."""
        return None


class SidesPage(Page):
    """A page that scrolls, with two sides: beside each other from a width in px on, else one below."""

    sides: QBoxLayout
    area: QScrollArea

    def __init__(self, from_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from_width = from_width

    def hold(self, content: QWidget, sides: QBoxLayout) -> None:
        """Show `content`, of which `sides` is a part."""
        self.sides, self.area = sides, scrolled(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _turn_sides(self) -> None:
        is_wide = self.width() >= wide(self._from_width)
        self.sides.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_sides()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout():  # else it is still being made
            self._turn_sides()

    def showEvent(self, event: QShowEvent) -> None:
        """What turned while the page was hidden, Qt would leave as wide as it was."""
        super().showEvent(event)
        if layout := self.area.widget().layout():
            layout.invalidate()
            layout.activate()

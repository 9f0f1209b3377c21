"""What all pages share: their margins, and what they are asked."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pbeditor.ui.theme import XL, L, M

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

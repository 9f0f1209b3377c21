"""What all pages of the wizard share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pbeditor.ui.theme import M
from pbeditor.work.importing import Import


class WizardPage(QWidget):
    """One step. It shows an import, and gives it back with what was chosen; it may be shown again at any time."""

    changed = Signal()  # whether one may go on may be another answer now
    heading: str = ""
    purpose: str = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(M)

    def is_needed(self, so_far: Import) -> bool:
        """Whether there is anything to choose."""
        return bool(so_far)

    def show_import(self, so_far: Import) -> None:
        """Show what was read and chosen so far."""

    def chosen(self, so_far: Import) -> Import:
        """The import with what was chosen here."""
        return so_far

    @property
    def is_complete(self) -> bool:
        """Whether one may go on."""
        return True

    def take_focus(self) -> None:
        """Put the keyboard where the work on this page begins."""
        self.setFocus()

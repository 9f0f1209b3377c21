"""The buttons at the foot of a dialog: words alone, on every system."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

Standard = QDialogButtonBox.StandardButton


def button_box(parent: QWidget, buttons: Standard = Standard.NoButton) -> QDialogButtonBox:
    """A row of Qt's own buttons, to which more can be added."""
    box = QDialogButtonBox(buttons, parent)
    in_words(box)
    return box


def in_words(box: QDialogButtonBox | QMessageBox) -> None:
    """Take away the pictures that some systems want beside the words of Qt's own buttons."""
    for button in box.buttons():
        button.setIcon(QIcon())

"""Buttons: at the foot of a dialog words alone, on every system; on a bar flat ones that are spoken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QToolButton, QWidget

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


def flat_button(parent: QWidget, tip: str, act: Callable[[], None]) -> QToolButton:
    """A button of a bar, reached by Tab; it is spoken as its tooltip without the keys in brackets."""
    button = QToolButton(parent)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition("（")[0])
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked: act())
    return button

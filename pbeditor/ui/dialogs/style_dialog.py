"""版式: the look of preview and print."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from pbeditor.model.form import Form
from pbeditor.sheet.style import Style
from pbeditor.ui.dialogs.style_box import StyleRows
from pbeditor.ui.theme import M
from pbeditor.ui.widgets.buttons import button_box


class StyleDialog(QDialog):
    """The style box with 确定 and 取消."""

    def __init__(self, form: Form, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("版式")
        self.box = StyleRows(form, style, self)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(M)
        rows = QFormLayout()
        self.box.add_to(rows)
        layout.addLayout(rows)
        layout.addStretch()
        layout.addWidget(buttons)


def ask_style(dialog: StyleDialog) -> Style | None:
    """The style that was chosen, None where the dialog was given up."""
    agreed = bool(dialog.exec())
    style = dialog.box.style_chosen()
    dialog.deleteLater()
    return style if agreed else None

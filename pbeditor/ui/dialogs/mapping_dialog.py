"""对应栏目 as a dialog of its own: for a file that was just read, or for the report of its import."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Sheet
from pbeditor.ui import letters
from pbeditor.ui.dialogs.mapping_page import MappingPage
from pbeditor.ui.pages.frame import plain
from pbeditor.ui.theme import M
from pbeditor.ui.trying import tried


class MappingDialog(QDialog):
    """Its page decides; the layout is kept before the dialog closes, so that a fault can be mended."""

    def __init__(self, name: str, sheet: Sheet, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("对应栏目")
        letters.resize(self, 920, 640)
        about = plain(f"“{name}”的表格与已知的表样不同。请告诉程序每一列、每个栏目是什么，然后导入。", self)
        about.setWordWrap(True)
        self.page = MappingPage(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.ok = self.buttons.addButton("导入(&I)", QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(M)
        for part in (about, self.page, self.buttons):
            layout.addWidget(part)
        layout.setStretchFactor(self.page, 1)
        self.page.changed.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.page.show_found(sheet, form)
        self.page.table.setFocus()

    def _follow(self) -> None:
        self.ok.setEnabled(self.page.is_ready())

    def accept(self) -> None:
        if self.page.is_ready() and tried(self, self.page.keep):
            super().accept()


def ask_mapping(window: QWidget, name: str, sheet: Sheet, form: Form) -> Form | None:
    """The form that reads `sheet` as the user confirms; None if that was cancelled."""
    dialog = MappingDialog(name, sheet, form, window)
    try:
        return dialog.page.form() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()

"""对应栏目 as a dialog of its own: for a file that was read, or for a layout that is kept."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Note, Sheet
from pbeditor.ui import letters
from pbeditor.ui.dialogs.mapping_page import MappingPage
from pbeditor.ui.theme import M
from pbeditor.ui.trying import tried
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.labels import plain


class _PageDialog(QDialog):
    """Its page decides; the layout is kept before the dialog closes, so that a fault can be mended."""

    def __init__(self, title: str, agree: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = MappingPage(self)
        self.buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton(agree, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(M)
        self.column.addWidget(self.page, 1)
        self.column.addWidget(self.buttons)
        self.page.changed.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.page.table.setFocus()

    def _follow(self) -> None:
        self.ok.setEnabled(self.page.is_ready())

    def accept(self) -> None:
        if self.page.is_ready() and tried(self, self.page.keep):
            super().accept()


class MappingDialog(_PageDialog):
    """What a file holds, to be imported so."""

    def __init__(
        self, name: str, sheet: Sheet, form: Form, notes: Sequence[Note] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("对应栏目", "导入(&I)", parent)
        letters.resize(self, 920, 640)
        about = plain(f"“{name}”的表格与已知的表样不同。请告诉程序每一列、每个栏目是什么，然后导入。", self)
        about.setWordWrap(True)
        self.column.insertWidget(0, about)
        self.page.show_found(sheet, form, notes)


class KeptDialog(_PageDialog):
    """What one layout of the user's own reads as what."""

    def __init__(self, form: Form, base: Form, parent: QWidget) -> None:
        super().__init__(f"我的表样：{form.name}", "保存", parent)
        letters.resize(self, 760, 480)
        self.page.show_kept(form, base)


def ask_mapping(window: QWidget, name: str, sheet: Sheet, form: Form, notes: Sequence[Note] = ()) -> Form | None:
    """The form that reads `sheet` as the user confirms; None if that was cancelled. `notes` say what was left out."""
    dialog = MappingDialog(name, sheet, form, notes, window)
    try:
        return dialog.page.form() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()

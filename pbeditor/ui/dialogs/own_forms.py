"""我的表样: the layouts that a user has explained, to rename, to remove and to look at again."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from pbeditor.model.form import Form
from pbeditor.store.forms import all_forms, form_called
from pbeditor.store.own_forms import fault_of_name, own_forms, remove_form, rename_form
from pbeditor.ui import letters
from pbeditor.ui.dialogs import questions
from pbeditor.ui.dialogs.choosing import ChoosingDialog
from pbeditor.ui.dialogs.mapping_dialog import KeptDialog
from pbeditor.ui.trying import outcome, tried

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

COLUMNS = (("名称", 220, False), ("导入后用的表样", 0, False), ("认出它的名称", 110, True))
EMPTY = (
    "还没有自己的表样。导入表格与已知表样不同的文件时，在“对应栏目”里勾选“保存为我的表样”，以后这样的文件就会自动读取。"
)
ABOUT = "导入时遇到同样的表格会自动使用。删除只影响以后的导入，已导入的内容不变。"
SIZE = 640, 380  # px


class OwnFormsDialog(ChoosingDialog):
    """All layouts by name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("我的表样", COLUMNS, parent)
        self.forms: tuple[Form, ...] = ()
        letters.resize(self, *SIZE)
        self.offer("查看对应(&V)…", self.look)
        self.offer("改名(&R)…", self.rename)
        self.offer("删除(&D)", self.remove)
        self.offer_to_leave("关闭")
        self._refresh()

    def look(self) -> None:
        """Show what the chosen layout reads as what; it can be corrected."""
        form = self._chosen()
        if dialog := outcome(self, lambda: KeptDialog(form, form_called(form.base), self)):
            dialog.exec()
            dialog.deleteLater()
            self._refresh()

    def rename(self) -> None:
        """Ask for another name until it can be used or the user gives up."""
        form, name, label = self._chosen(), self._chosen().name, "新的名称："
        while True:
            name, wanted = QInputDialog.getText(self, "改名", label, QLineEdit.EchoMode.Normal, name)
            if not wanted:
                return
            if not (label := fault_of_name(name, form.name)):
                break
        tried(self, lambda: rename_form(form, name))
        self._refresh()

    def remove(self) -> None:
        """Forget the chosen layout if the user is sure."""
        form = self._chosen()
        if not questions.ask_remove_form(self, form.name) or not tried(self, lambda: remove_form(form)):
            return
        if own_forms():
            self._refresh()
        else:
            self.accept()

    def _chosen(self) -> Form:
        return self.forms[max(self.row(), 0)]

    def _refresh(self) -> None:
        row = max(self.row(), 0)
        self.forms = own_forms()
        self.about.setText(f"共有 {len(self.forms)} 个表样：")
        self.foot.setText("\n".join((ABOUT, *_faults())))
        self.show_rows([(form.name, _base_name(form), f"{len(form.marks)} 个") for form in self.forms])
        if self.forms:
            self.list.setCurrentIndex(self.model.index(min(row, len(self.forms) - 1), 0))


def _faults() -> tuple[str, ...]:
    """What is wrong with each file of the user's that cannot be used as a form."""
    return tuple(map(str, all_forms().faults))


def _base_name(form: Form) -> str:
    base = all_forms().forms.get(form.base)
    return base.name if base else form.base


def show_own_forms(window: "MainWindow") -> None:
    """Let the user look after the layouts."""
    if not own_forms():
        questions.tell(window, "\n".join((EMPTY, *_faults())))
        return
    dialog = OwnFormsDialog(window)
    dialog.exec()
    dialog.deleteLater()

"""Sentences and questions in message boxes, all as plain text."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from pbeditor import __version__
from pbeditor.ui.widgets.buttons import in_words

Answer = Literal["save", "discard", "cancel"]
Button, Icon, Role = QMessageBox.StandardButton, QMessageBox.Icon, QMessageBox.ButtonRole
_MOST_NAMES = 5
NAME = "部门预算绩效信息编辑器"


def tell_fault(parent: QWidget | None, sentence: str) -> None:
    """Say what is wrong, in a sentence that can be selected and copied."""
    _shown(box_of(parent, Icon.Warning, sentence))


def tell(parent: QWidget, sentence: str) -> None:
    """Say something that is neither wrong nor to be decided."""
    _shown(box_of(parent, Icon.Information, sentence))


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Whether to save what would be lost; Escape cancels."""
    box = box_of(parent, Icon.Question, f"“{name}”有未保存的修改，要保存吗？")
    box.setInformativeText("如果不保存，这些修改将会丢失。")
    box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
    in_words(box)
    box.setDefaultButton(Button.Save)
    box.button(Button.Discard).setText("不保存(&N)")
    chosen = box.exec()
    box.deleteLater()
    answers: dict[int, Answer] = {Button.Save.value: "save", Button.Discard.value: "discard"}
    return answers.get(chosen, "cancel")


def ask_give_up(parent: QWidget, name: str) -> bool:
    """Whether unsaved work that could be recovered is to be deleted for good."""
    box = box_of(parent, Icon.Warning, f"要删除“{name}”未保存的内容吗？")
    return _agreed(box, "删除以后不能再恢复。已保存的文件不受影响。", "删除(&D)")


def ask_remove_form(parent: QWidget, name: str) -> bool:
    """Whether a layout of the user's own is to be forgotten."""
    box = box_of(parent, Icon.Question, f"要删除表样“{name}”吗？")
    return _agreed(box, "以后导入这样的文件时要重新对应栏目。已导入的内容不变。", "删除(&D)")


def ask_replace(parent: QWidget, names: Sequence[str]) -> bool:
    """Whether files that are there already may be written over."""
    shown = "\n".join(names[:_MOST_NAMES]) + (f"\n……共 {len(names)} 个" if len(names) > _MOST_NAMES else "")
    return _agreed(box_of(parent, Icon.Warning, f"有 {len(names)} 个同名文件，要覆盖吗？"), shown, "覆盖(&R)")


def ask_leave_import(parent: QWidget) -> bool:
    """Whether to give up an import in which something was chosen already."""
    box = box_of(parent, Icon.Question, "要放弃这次导入吗？")
    return _agreed(box, "已经选好的内容不会保留。原文件不受影响。", "放弃(&D)", "继续导入(&C)")


def tell_about(parent: QWidget) -> None:
    """The program's name, version and licence."""
    box = box_of(parent, Icon.NoIcon, f"{NAME}\n版本 {__version__}")
    box.setInformativeText("编辑部门预算绩效信息：项目绩效目标表和部门整体绩效目标。\n不连接网络。MIT 许可证。")
    box.setIconPixmap(parent.windowIcon().pixmap(48, 48))
    _shown(box)


def box_of(parent: QWidget | None, icon: QMessageBox.Icon, sentence: str) -> QMessageBox:
    """A box that shows its sentence as it is and lets it be copied."""
    box = QMessageBox(icon, NAME, sentence, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return box


def _shown(box: QMessageBox) -> None:
    box.setStandardButtons(Button.Ok)
    in_words(box)
    box.exec()
    box.deleteLater()


def _agreed(box: QMessageBox, more: str, agree: str, stop: str = "") -> bool:
    """Whether the button `agree` was pressed; Enter and Escape mean the other, 取消 if it has no text of its own."""
    box.setInformativeText(more)
    agreeing = box.addButton(agree, Role.DestructiveRole)
    box.setDefaultButton(box.addButton(stop, Role.RejectRole) if stop else box.addButton(Button.Cancel))
    in_words(box)
    box.exec()
    answer = box.clickedButton() is agreeing
    box.deleteLater()
    return answer

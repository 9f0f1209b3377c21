"""Sentences and questions in message boxes, all as plain text."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from pbeditor import __version__

Answer = Literal["save", "discard", "cancel"]
Button = QMessageBox.StandardButton
NAME = "部门预算绩效信息编辑器"


def tell_fault(parent: QWidget | None, sentence: str) -> None:
    """Say what is wrong, in a sentence that can be selected and copied."""
    box = _box(parent, QMessageBox.Icon.Warning, sentence)
    box.setStandardButtons(Button.Ok)
    box.exec()
    box.deleteLater()


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Whether to save what would be lost; Escape cancels."""
    box = _box(parent, QMessageBox.Icon.Question, f"“{name}”有未保存的修改，要保存吗？")
    box.setInformativeText("如果不保存，这些修改将会丢失。")
    box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
    box.setDefaultButton(Button.Save)
    box.button(Button.Discard).setText("不保存(&N)")
    chosen = box.exec()
    box.deleteLater()
    answers: dict[int, Answer] = {Button.Save.value: "save", Button.Discard.value: "discard"}
    return answers.get(chosen, "cancel")


def tell_about(parent: QWidget) -> None:
    """The program's name, version and licence."""
    box = _box(parent, QMessageBox.Icon.NoIcon, f"{NAME}\n版本 {__version__}")
    box.setInformativeText("编辑部门预算绩效信息：项目绩效目标表和部门整体绩效目标。\n不连接网络。MIT 许可证。")
    box.setIconPixmap(parent.windowIcon().pixmap(48, 48))
    box.setStandardButtons(Button.Ok)
    box.exec()
    box.deleteLater()


def _box(parent: QWidget | None, icon: QMessageBox.Icon, sentence: str) -> QMessageBox:
    box = QMessageBox(icon, NAME, sentence, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return box

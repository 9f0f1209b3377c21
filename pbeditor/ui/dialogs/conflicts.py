"""Questions about a file that somebody else has open or has changed: what happened, and ways that lose nothing."""

from typing import Literal, TypeVar, cast

from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

from pbeditor.store.lock import Holder
from pbeditor.ui.dialogs.questions import box_of

Icon, Role = QMessageBox.Icon, QMessageBox.ButtonRole
Way = Literal["read", "copy", "take", "cancel"]
Cure = Literal["reload", "save_as", "compare", "write", "cancel"]

T = TypeVar("T", bound=str)

WAYS: tuple[tuple[Way, str], ...] = (("read", "只读打开(&R)"), ("copy", "打开副本(&C)"), ("take", "接手编辑(&T)"))
SAVE_AS: tuple[Cure, str] = ("save_as", "另存(&A)…")
CURES: tuple[tuple[Cure, str], ...] = (("compare", "对比(&C)…"), ("reload", "重新载入(&R)"), SAVE_AS)
WRITE: tuple[Cure, str] = ("write", "仍然保存(&S)")


def ask_lock(parent: QWidget, name: str, other: Holder) -> Way:
    """How to open a file that somebody else has open; Escape cancels."""
    sentence = f"“{name}”正由{said(other)}编辑。"
    more = (
        "只读打开：可以看，要保存时另存为别的文件。\n"
        "打开副本：另做一份，与原文件互不影响。\n"
        "接手编辑：请先确认对方已不再编辑，否则两人的修改会互相覆盖。"
    )
    return _asked(parent, sentence, more, WAYS, "cancel")


def ask_changed(parent: QWidget, name: str, successor: Holder | None, *, saving: bool, changed: bool = True) -> Cure:
    """What to do about a file that changed on the disk, or was taken over; Escape leaves everything as it is."""
    who = f"{said(successor)}接手了“{name}”" if successor else ""
    sentence = f"“{name}”在磁盘上已被其他程序或其他人修改。" if changed else f"{who}，现在由对方编辑。"
    more = [f"{who}。"] if changed and who else []
    more.append("重新载入：换成磁盘上的内容，可以用“撤销”换回。\n另存：把这里的内容存成另一个文件。")
    if saving:
        more.append("仍然保存：用这里的内容覆盖；磁盘上的内容留在“以前的版本”里。")
    choices = (*CURES, WRITE) if saving else CURES
    return _asked(parent, sentence, "\n".join(more), choices, "cancel", "取消" if saving else "以后再说(&L)")


def ask_in_place(parent: QWidget, name: str, fault: str) -> Cure:
    """What to do after a folder refused a new file: to write over the old one in place may lose it, so this is last."""
    more = (
        f"{fault}\n\n这个位置不让程序先写好新文件再替换。可以直接写入原文件：写入前的内容已留在“以前的版本”里；"
        "但如果写到一半断电或断网，文件会不完整。"
    )
    choices: tuple[tuple[Cure, str], ...] = (SAVE_AS, ("write", "直接写入(&W)"))
    return _asked(parent, f"“{name}”没有保存。", more, choices, "cancel")


def said(other: Holder) -> str:
    """Who it is, where and since when, as far as the lock tells."""
    where = f"在“{other.host}”上" if other.host else ""
    since = f"自 {other.since} 起" if other.since else ""
    return f"{other.user or '其他人'}{where}{since}"


def _asked(
    parent: QWidget, sentence: str, more: str, choices: tuple[tuple[T, str], ...], otherwise: T, stop: str = "取消"
) -> T:
    box = box_of(parent, Icon.Warning, sentence)
    box.setInformativeText(more)
    buttons: dict[QAbstractButton, T] = {box.addButton(text, Role.ActionRole): choice for choice, text in choices}
    last = box.addButton(stop, Role.RejectRole)
    box.setDefaultButton(cast(QPushButton, next(iter(buttons))))
    box.setEscapeButton(last)
    box.exec()
    answer = buttons.get(box.clickedButton(), otherwise)
    box.deleteLater()
    return answer

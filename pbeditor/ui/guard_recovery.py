"""What an earlier run of the program left unsaved is offered, at the start and when asked for."""

from typing import TYPE_CHECKING

from pbeditor.store.recovery import left_over
from pbeditor.ui.dialogs.questions import tell

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

EMPTY = "没有要恢复的内容：上次打开的文档都已保存，或没有改动。"


def offer_recovery(window: "MainWindow", *, asked: bool = False) -> None:
    """Offer what was not saved; where there is nothing, say so only to someone who `asked`."""
    copies = left_over()
    if asked and not copies:
        tell(window, EMPTY)
    elif copies:
        from pbeditor.ui.dialogs.recovered import RecoveredDialog

        dialog = RecoveredDialog(copies, window)
        dialog.exec()
        dialog.deleteLater()

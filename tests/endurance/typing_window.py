"""A whole program whose window opens a file and has its first project renamed, and that then waits for what happens.

`python -m tests.endurance.typing_window FILE PAUSE WAIT`: milliseconds until a copy is kept, and from the change
until "ready" is said.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pbeditor.model.library import Entry
from pbeditor.ui import app, guard
from pbeditor.ui.editors.entry_mime import carried
from pbeditor.ui.main_window import MainWindow

TYPED = "没来得及保存"


def change(window: MainWindow, wait: int) -> None:
    window.session.write("改名", "projects/0/name", TYPED)
    QApplication.clipboard().setMimeData(carried([Entry("产出指标", "数量指标", "次数", "描述")]))
    QTimer.singleShot(wait, lambda: print("ready", flush=True))  # noqa: T201 - whoever waits reads it


def main(file: str, pause: str, wait: str) -> int:
    guard.PAUSE = int(pause)
    app.offer_recovery = lambda window: change(window, int(wait))  # type: ignore[attr-defined, assignment, misc]
    return app.run([file])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

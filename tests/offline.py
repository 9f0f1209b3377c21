"""The whole main job in one process: import, edit, check, save, open, export and print, with the real window.

`python -m tests.offline FOLDER`: any internet socket ends it. Local channels are allowed: the running program listens
on one (ui/only_one.py), and the desktop's own libraries use them.
"""

import os
import shutil
import socket
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pbeditor.cli import main as command
from pbeditor.store.project_file import load
from pbeditor.store.resources import resource
from pbeditor.ui import app
from pbeditor.ui.main_window import MainWindow

LOCAL = getattr(socket, "AF_UNIX", None)
REFUSED = {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


def forbid() -> None:
    """From now on a socket of Python's, or a name that is looked up, ends the program."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in REFUSED or (event == "socket.__new__" and arguments[1] != LOCAL):
            os.write(2, f"{event} {arguments}\n".encode())
            os._exit(3)

    sys.addaudithook(watch)


def work(window: MainWindow, folder: Path) -> None:
    """What a clerk does from last year's file to this year's paper."""
    word, project = folder / "上年.docx", folder / "今年.pbproj"
    window.files.open_path(word)
    assert window.session.document.projects
    window.session.write("改名", "projects/0/name", "今年的名称")
    window.problems.follow()
    window.guard.keep_now()
    assert window.files._write(project)
    window.files.open_path(project)
    for suffix in (".docx", ".xlsx", ".pdf"):
        export(window, folder / f"今年{suffix}")
    assert load(project).projects[0].name == "今年的名称"
    window.close()


def export(window: MainWindow, path: Path) -> None:
    """As the command line does it, for the dialog is not what is tried here."""
    assert window.session.path is not None
    assert command(["export", str(window.session.path), "-o", str(path), "--draft"]) == 0
    assert path.stat().st_size > 1000


def main(folder: Path) -> int:
    shutil.copy(max(resource("samples").glob("*.docx")), folder / "上年.docx")
    forbid()
    QTimer.singleShot(0, lambda: start(folder))
    return app.run([])


def start(folder: Path) -> None:
    """Once the loop runs: the window is there."""
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))

    def tried() -> None:
        try:
            work(window, folder)
        except BaseException:  # noqa: BLE001 - the loop would go on after it
            traceback.print_exc()
            os._exit(4)

    QTimer.singleShot(100, tried)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

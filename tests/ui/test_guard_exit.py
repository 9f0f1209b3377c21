"""Ends that nobody chose: signals, logging off. The next start offers what was not saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.model.library import Entry
from pbeditor.store.lock import lock_path
from pbeditor.store.project_file import load, save
from pbeditor.store.recovery import left_over
from pbeditor.ui import guard_exit
from pbeditor.ui.app import leave_clipboard
from pbeditor.ui.dialogs import questions
from pbeditor.ui.editors.entry_mime import carried
from pbeditor.ui.main_window import MainWindow
from tests.endurance.typing_window import TYPED
from tests.ui.conftest import shell_document

ROOT = Path(__file__).resolve().parents[2]
EARLY = """
import os, signal, sys
from PySide6.QtCore import QEventLoop, QTimer
from pbeditor.ui import app, files

def ask(*_):
    os.kill(os.getpid(), signal.SIGTERM)
    if sys.argv[2]:
        loop = QEventLoop()
        QTimer.singleShot(200, loop.quit)
        loop.exec()

files.Files.open_path = ask
sys.exit(app.run([sys.argv[1]]))
"""
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX signals")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "绩效.pbproj"
    save(shell_document(), path)
    return path


def ended_by(number: int, file: Path, pause: int = 20_000, wait: int = 0) -> tuple[int, str]:
    """The exit status of a program that was sent this signal once it had unsaved work, and what it complained of."""
    module = "tests.endurance.typing_window"
    command = [sys.executable, "-X", "faulthandler", "-m", module, str(file), str(pause), str(wait)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == "ready\n"
        program.send_signal(number)
        status, complaints = program.wait(30), program.stderr.read().splitlines()
        return status, "\n".join(line for line in complaints if "plugin does not support" not in line)


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_the_program_and_the_work_is_recovered(file: Path, name: str) -> None:
    number = getattr(signal, name)
    assert ended_by(number, file) == (128 + number, "")
    assert load(file) == shell_document()
    (copy,) = left_over()
    assert copy.path == file
    assert copy.document.projects[0].name == TYPED
    assert not lock_path(file).exists()


@posix
@pytest.mark.parametrize("inner", [False, True], ids=["before any loop", "in a loop before the program's own"])
def test_a_signal_that_comes_before_the_program_listens_ends_it_all_the_same(file: Path, *, inner: bool) -> None:
    program = [sys.executable, "-c", EARLY, str(file), "inner" if inner else ""]
    ended = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 128 + signal.SIGTERM, ended.stderr


@posix
def test_what_was_typed_before_a_kill_is_recovered_once_the_pause_has_passed(file: Path) -> None:
    status, _ = ended_by(signal.SIGKILL, file, pause=1, wait=800)
    assert status == -signal.SIGKILL
    (copy,) = left_over()
    assert copy.document.projects[0].name == TYPED
    assert lock_path(file).exists()  # and the next start takes it without a word: tests/store/test_lock.py


class Session:
    """What the system's session manager lets a program do."""

    def __init__(self, *, interactive: bool) -> None:
        self.interactive, self.said = interactive, list[str]()

    def allowsInteraction(self) -> bool:
        return self.interactive

    def cancel(self) -> None:
        self.said.append("cancel")

    def release(self) -> None:
        self.said.append("release")


@pytest.mark.parametrize(("word", "said"), [("cancel", ["cancel", "release"]), ("discard", ["release"])])
def test_logging_off_asks_where_it_can(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, word: str, said: list[str]
) -> None:
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: word)
    opened.session.write("改名", "projects/0/name", "新名")
    manager = Session(interactive=True)
    guard_exit._log_off(opened, manager)  # type: ignore[arg-type]
    assert manager.said == said


def test_logging_off_without_a_question_leaves_a_copy(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pbeditor.store import recovery

    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: pytest.fail("asked"))
    opened.session.write("改名", "projects/0/name", "新名")
    manager = Session(interactive=False)
    guard_exit._log_off(opened, manager)  # type: ignore[arg-type]
    assert manager.said == []
    assert len([*recovery.folder().iterdir()]) == 1


def test_what_was_copied_is_left_as_text_when_the_program_ends(qapp: QApplication) -> None:
    clipboard = qapp.clipboard()
    clipboard.setMimeData(carried([Entry("产出指标", "数量指标", "次数", "描述")]))
    leave_clipboard(qapp)
    assert clipboard.text() == "次数\t描述\t"
    assert clipboard.mimeData().formats() == ["text/plain"]

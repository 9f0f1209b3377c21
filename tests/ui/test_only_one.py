"""A later start, which is another process, hands its file to the running program."""

import ctypes
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtNetwork import QLocalServer  # noqa: TID251 - what is tested
from pytestqt.qtbot import QtBot

from pbeditor.store.project_file import save
from pbeditor.ui import only_one
from pbeditor.ui.app import open_in_front
from pbeditor.ui.dialogs import questions
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import shell_document

ROOT = Path(__file__).resolve().parents[2]
LATER = "import sys, pathlib, pbeditor.ui.only_one as one; sys.exit(not one.handed_over(pathlib.Path(sys.argv[1])))"
CRASHING = """
import os
from PySide6.QtCore import QCoreApplication
from pbeditor.ui.only_one import listen
app = QCoreApplication([])
server = listen(bool, print, app)
os._exit(not server.isListening())
"""
Listen = Callable[[Callable[[], bool], Callable[[Path], object]], QLocalServer | None]


def ended(qtbot: QtBot, program: str, file: Path) -> int:
    """The exit status of another start, while this program goes on."""
    process = subprocess.Popen([sys.executable, "-c", program, str(file)], cwd=ROOT)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.wait()


@pytest.fixture(autouse=True)
def runtime_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder as the system gives each user one; those of tests are too deep for the name of a socket file."""
    with TemporaryDirectory(prefix="pb") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def listen(qtbot: QtBot) -> Iterator[Listen]:
    """Listen as a running program does, until the test ends."""
    owner, servers = QObject(), []

    def start(is_free: Callable[[], bool], take: Callable[[Path], object]) -> QLocalServer | None:
        server = only_one.listen(is_free, take, owner)
        servers.append(server)
        return server

    yield start
    for server in filter(None, servers):
        server.close()
    owner.deleteLater()


def test_a_later_start_hands_over_its_file(qtbot: QtBot, listen: Listen, tmp_path: Path) -> None:
    taken: list[Path] = []
    listen(lambda: True, taken.append)
    file = tmp_path / "绩效 2020.pbproj"
    assert ended(qtbot, LATER, file) == 0
    qtbot.waitUntil(lambda: taken == [file])


def test_a_program_busy_with_a_dialog_takes_nothing(qtbot: QtBot, listen: Listen, tmp_path: Path) -> None:
    taken: list[Path] = []
    listen(lambda: False, taken.append)
    assert ended(qtbot, LATER, tmp_path) == 1
    assert taken == []


def test_on_windows_the_running_program_may_come_to_the_front_before_it_hears_of_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    happened: list[str] = []
    user32 = SimpleNamespace(AllowSetForegroundWindow=lambda who: happened.append(f"{who:x} may come"))
    running = SimpleNamespace(
        write=lambda _: happened.append("it hears of the file"),
        flush=lambda: None,
        waitForReadyRead=lambda _: True,
        readAll=lambda: QByteArray(only_one.TAKEN),
    )
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(only_one, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(only_one, "_connected", lambda: running)

    assert only_one.handed_over(tmp_path)

    assert happened == ["ffffffff may come", "it hears of the file"]


def test_without_a_running_program_nothing_is_handed_over(qapp: object, tmp_path: Path) -> None:
    assert not only_one.handed_over(tmp_path)


def test_what_a_crashed_program_left_is_taken_over(qtbot: QtBot, listen: Listen, tmp_path: Path) -> None:
    assert ended(qtbot, CRASHING, tmp_path) == 0
    taken: list[Path] = []
    server = listen(lambda: True, taken.append)
    assert server is not None
    assert server.isListening()
    assert ended(qtbot, LATER, tmp_path) == 0
    qtbot.waitUntil(lambda: taken == [tmp_path])


def test_a_second_program_does_not_take_the_channel_of_the_first(listen: Listen) -> None:
    assert listen(lambda: True, print) is not None
    assert listen(lambda: True, print) is None


def test_only_the_same_user_reaches_the_channel(listen: Listen) -> None:
    server = listen(lambda: True, print)
    assert server is not None
    assert server.socketOptions() == QLocalServer.SocketOption.UserAccessOption
    if sys.platform != "win32":
        assert Path(server.fullServerName()).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", "/nowhere"])
def test_without_a_folder_of_the_system_the_channel_lies_in_the_users_own(
    listen: Listen, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", name)
    with TemporaryDirectory(prefix="pb") as folder:
        monkeypatch.setenv("PBEDITOR_SETTINGS", folder)
        if sys.platform != "win32":
            assert Path(only_one.channel()).parent == Path(folder)
        assert listen(lambda: True, print) is not None
        if sys.platform != "win32":
            assert Path(folder).stat().st_mode & 0o077 == 0


def test_where_the_name_would_be_too_long_there_is_no_channel(
    listen: Listen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(only_one, "_LONGEST_NAME", 10)
    monkeypatch.setattr(sys, "platform", "linux")
    assert only_one.channel() == ""
    assert listen(lambda: True, print) is None
    assert not only_one.handed_over(tmp_path)


def test_each_settings_folder_has_its_channel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = only_one.channel()
    monkeypatch.setenv("PBEDITOR_SETTINGS", str(tmp_path / "other"))
    assert only_one.channel() != first


def test_the_window_asks_about_unsaved_work_before_it_opens_the_file(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(("cancel", "discard"))
    monkeypatch.setattr(questions, "ask_unsaved", lambda *_: next(answers))
    file = tmp_path / "另一份.pbproj"
    save(shell_document(), file)
    opened.session.write("修改标题", "title", "改过")
    open_in_front(opened, file)
    assert opened.session.document.title == "改过"
    open_in_front(opened, file)
    assert opened.session.path == file
    assert list(answers) == []

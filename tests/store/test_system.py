"""What a machine lacks for a window is said in one sentence before Qt would end the program."""

import ctypes
import os
import shutil
import sys
from types import SimpleNamespace

import pytest

from pbeditor.cli import main
from pbeditor.store import system


@pytest.fixture
def bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":9")


def test_a_missing_library_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")

    monkeypatch.setattr(system, "loads", lambda name: name == "libhere.so.6")

    assert system.lacking((("libhere.so.6", "libhere6"), ("libabsent.so.9", "libabsent9"))) == ["libabsent9"]


def test_other_systems_need_no_system_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert system.lacking((("libabsent.so.9", "libabsent9"),)) == []


@pytest.mark.parametrize(("user", "rights"), [(0, ""), (1000, "sudo ")])
def test_the_install_command_fits_the_user(user: int, rights: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)

    assert system.how_to_install(["libegl1"]) == f"安装命令：\n    {rights}apt-get install -y libegl1"


@pytest.mark.usefixtures("bare_linux")
def test_the_window_command_says_which_library_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "loads", lambda name: "cursor" not in name)

    assert main([]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "不能打开窗口：缺少系统库。" in said
    assert "libxcb-cursor0" in said


@pytest.mark.usefixtures("bare_linux")
def test_a_machine_without_a_screen_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")

    assert "没有图形界面" in system.why_no_window()


@pytest.mark.usefixtures("bare_linux")
def test_a_complete_machine_has_nothing_in_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "loads", lambda _: True)
    monkeypatch.setattr(system, "answers", lambda: True)

    assert system.why_no_window() == ""


@pytest.mark.usefixtures("bare_linux")
def test_a_screen_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "loads", lambda _: True)
    monkeypatch.setattr(system, "answers", lambda: False)

    assert "“:9”连不上" in system.why_no_window()


@pytest.mark.skipif(sys.platform != "linux", reason="X servers are asked on Linux")
def test_no_x_server_answers_where_none_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":64999")

    assert not system.answers()


def test_a_screen_that_answers_is_closed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[ctypes.c_void_p] = []

    def opened(_name: None) -> int:
        return 7

    x11 = SimpleNamespace(XOpenDisplay=opened, XCloseDisplay=closed.append)
    monkeypatch.setattr("ctypes.CDLL", lambda _name: x11)

    assert system.answers()
    assert [each.value for each in closed] == [7]


def test_offscreen_qt_is_not_asked_for_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert system.why_no_window() == ""


@pytest.mark.usefixtures("bare_linux")
def test_the_sentence_is_shown_by_the_first_program_the_desktop_has(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: name if name != "zenity" else None)
    monkeypatch.setattr("subprocess.Popen", started.append)

    system.show_sentence("缺少系统库。")

    assert started == [["kdialog", "--error", "缺少系统库。"]]


def test_windows_shows_the_sentence_in_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[object, ...]] = []
    user32 = SimpleNamespace(MessageBoxW=lambda *said: shown.append(said))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    system.show_sentence("缺少系统库。")

    assert shown == [(None, "缺少系统库。", "部门预算绩效信息编辑器", 0x10010)]


@pytest.mark.skipif(sys.platform != "linux", reason="a library of Linux")
def test_a_library_is_looked_for_as_the_system_does() -> None:
    assert system.loads("libc.so.6")
    assert not system.loads("libabsent.so.9")

"""The set-up commands say what a machine lacks, and which command brings it."""

import io
import sys
from pathlib import Path

import pytest

import setting_up
from setting_up import NotPossibleError


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]", "utf-8")
    monkeypatch.setattr(setting_up, "ROOT", tmp_path)
    monkeypatch.setattr(setting_up, "ENVIRONMENT", tmp_path / ".venv")
    (tmp_path / ".venv").mkdir()
    return tmp_path


def test_the_running_python_is_taken_when_it_suits() -> None:
    assert setting_up.suitable_python() == [sys.executable]


def test_without_a_suitable_python_it_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_up, "succeeds", lambda *_: False)

    with pytest.raises(NotPossibleError, match=r"3\.11 至 3\.13"):
        setting_up.suitable_python()


def test_a_python_without_venv_names_the_package(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_up, "succeeds", lambda *command: "ensurepip" not in command)

    with pytest.raises(NotPossibleError, match=rf"python3\.{sys.version_info[1]}-venv"):
        setting_up.create()


def test_a_machine_without_a_screen_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert "没有图形界面" in setting_up.why_no_window(sys.executable)


def test_what_is_installed_is_not_installed_again(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_up, "succeeds", lambda *_: True)
    asked: list[str] = []
    monkeypatch.setattr(setting_up, "install", lambda _, extra: asked.append(extra))
    setting_up.stamp("test").write_text(setting_up.recipe(), "ascii")

    for extra in ("program", "test", "dev"):
        setting_up.environment(extra)

    assert asked == ["dev"]


def test_new_dependencies_are_installed(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = setting_up.recipe()
    (checkout / "pyproject.toml").write_text("[project] # changed", "utf-8")

    assert setting_up.recipe() != before


def test_a_console_without_chinese_still_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    monkeypatch.setattr(sys, "stdout", console)

    setting_up.say("安装 pbeditor")

    assert console.buffer.getvalue() == b"?? pbeditor\n"

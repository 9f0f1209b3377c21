"""Small settings that never stop the program."""

import sys
from pathlib import Path

import pytest

from pbeditor.store.settings import ColumnState, Settings, load, save, settings_folder, with_recent

DISK = Path.cwd().anchor  # what a whole path begins with


def test_settings_are_kept_until_the_next_start() -> None:
    kept = Settings(recent=("/a",), geometry="AAA=", columns=(ColumnState("name", 120, True),), zoom=120)
    assert save(kept)
    assert load() == kept


def test_without_a_file_the_defaults_hold() -> None:
    assert load() == Settings()


def test_keys_of_other_versions_are_ignored(settings_folder: Path) -> None:
    settings_folder.mkdir()
    (settings_folder / "settings.json").write_text('{"zoom": 80, "later": {"a": 1}}', "utf-8")
    assert load() == Settings(zoom=80)


@pytest.mark.parametrize(
    "broken",
    [
        *(b"", b"{", b"[]", b'{"zoom": "large"}', b"\xff", b"[" * 100_000),
        *(b'{"font_size": -1}', b'{"font_size": 9999999999}', b'{"zoom": 0}'),
        b'{"columns": [{"field": "name", "width": 2147483648}]}',
    ],
)
def test_a_broken_file_is_set_aside(broken: bytes, settings_folder: Path) -> None:
    settings_folder.mkdir()
    (settings_folder / "settings.json").write_bytes(broken)

    assert load() == Settings()

    assert (settings_folder / "settings.json.broken").read_bytes() == broken
    assert not (settings_folder / "settings.json").exists()


def test_a_broken_file_that_cannot_be_moved_does_no_harm(
    settings_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: Path) -> None:
        raise PermissionError

    settings_folder.mkdir()
    (settings_folder / "settings.json").write_bytes(b"{")
    monkeypatch.setattr(Path, "replace", refuse)
    assert load() == Settings()


def test_a_folder_that_cannot_be_made_does_no_harm(settings_folder: Path) -> None:
    settings_folder.write_text("a file is in the way")
    assert not save(Settings())
    assert load() == Settings()


def test_recent_files_are_absolute_once_each_and_ten_at_most() -> None:
    settings = Settings()
    for name in [*map(str, range(12)), "5"]:
        settings = with_recent(settings, Path(name))
    assert [Path(path).name for path in settings.recent] == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    assert all(Path(path).is_absolute() for path in settings.recent)


@pytest.mark.parametrize(
    ("platform", "variable", "value", "folder"),
    [
        ("linux", "XDG_CONFIG_HOME", f"{DISK}config", f"{DISK}config/pbeditor"),
        ("linux", "XDG_CONFIG_HOME", "relative", "/home/me/.config/pbeditor"),
        ("linux", "XDG_CONFIG_HOME", "", "/home/me/.config/pbeditor"),
        ("win32", "APPDATA", f"{DISK}roaming", f"{DISK}roaming/pbeditor"),
        ("win32", "APPDATA", "", "/home/me/AppData/Roaming/pbeditor"),
    ],
)
def test_the_settings_lie_where_the_system_keeps_them(
    platform: str, variable: str, value: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PBEDITOR_SETTINGS")
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    assert settings_folder() == Path(folder)


def test_without_a_home_the_settings_lie_where_the_program_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError

    monkeypatch.delenv("PBEDITOR_SETTINGS")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", fail)
    assert settings_folder() == Path.cwd() / ".config" / "pbeditor"


def test_a_portable_folder_keeps_settings_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pbeditor" / "settings").mkdir(parents=True)
    monkeypatch.delenv("PBEDITOR_SETTINGS")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pbeditor" / "pbeditor"))

    assert settings_folder() == (tmp_path / "pbeditor" / "settings").resolve()


def test_an_installed_program_keeps_them_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PBEDITOR_SETTINGS")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pbeditor"))

    assert tmp_path not in settings_folder().parents

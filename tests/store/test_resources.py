"""Finding the bundled files."""

import sys
from pathlib import Path

import pytest

from pbeditor.model.errors import UnreadableError
from pbeditor.store import resources
from pbeditor.store.resources import resource


def test_the_bundled_forms_are_found() -> None:
    assert resource("forms", "hebei-2020.toml").is_file()


def test_an_installed_wheel_finds_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "pbeditor" / "store" / "resources.py"
    (tmp_path / "pbeditor" / "resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(installed))

    assert resource("icons") == tmp_path / "pbeditor" / "resources" / "icons"


@pytest.mark.parametrize("unpacked", ["_internal", ""])
def test_a_frozen_program_finds_them_unpacked_or_beside_it(
    unpacked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / unpacked / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pbeditor.exe"))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)

    assert resource("help", "a.html") == tmp_path / unpacked / "resources" / "help" / "a.html"


def test_a_program_without_its_resources_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "pbeditor" / "store" / "resources.py"))

    with pytest.raises(UnreadableError, match="重新安装"):
        resource("forms")

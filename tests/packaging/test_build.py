"""What the recipes for users' installations say, without building: versions, icons, dependencies, kinds of files."""

import os
import re
import struct
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

import build
import elf
import icu
import locked
import parts_list
import program
import windows_version
from debian import needed
from pbeditor.store.system import QT_LIBRARIES, WINDOW_LIBRARIES
from setting_up import ROOT

LINUX = ROOT / "packaging" / "linux"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ \[]", wanted)[0].lower().replace("_", "-") for wanted in requirements}


def test_every_locked_version_has_a_hash_and_no_address() -> None:
    text = locked.LOCK.read_text("utf-8")
    pinned = re.findall(r"^([\w.-]+)==", text, re.MULTILINE)

    assert names(PROJECT["dependencies"]) | names(PROJECT["optional-dependencies"]["build"]) <= set(pinned)
    assert all("--hash=sha256:" in part for part in re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:])
    assert "://" not in text


def test_the_parts_list_leaves_the_tools_of_the_build_out() -> None:
    found = {
        "components": [{"name": name, "bom-ref": name} for name in ("lxml", "python-docx", "typing_extensions", "uv")],
        "dependencies": [{"ref": "python-docx", "dependsOn": ["lxml", "typing_extensions"]}, {"ref": "uv"}],
    }

    assert parts_list.used_by_the_program(found) == {"lxml", "python-docx", "typing_extensions"}


def test_the_windows_version_is_that_of_the_package(tmp_path: Path) -> None:
    windows_version.write_version(build.version(), tmp_path / "version.txt")

    text = (tmp_path / "version.txt").read_text("utf-8")
    assert f"'{build.version()}'" in text
    compile(text, "version.txt", "eval")


def test_the_windows_icon_has_all_sizes(tmp_path: Path) -> None:
    windows_version.write_icon(sys.executable, tmp_path / "pbeditor.ico")

    data = (tmp_path / "pbeditor.ico").read_bytes()
    zero, kind, count = struct.unpack_from("<HHH", data)
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * place) for place in range(count)]
    assert (zero, kind) == (0, 1)
    assert [width or 256 for width, *_ in entries] == list(windows_version.SIZES)
    assert all(data[start : start + 4] == b"\x89PNG" for *_, start in entries)


def test_the_deb_asks_for_what_the_start_up_check_looks_for_and_the_program_does_not_bring(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libxcb-cursor.so.0").touch()

    wanted = needed(tmp_path)

    assert "{depends}" in (LINUX / "control").read_text("utf-8")
    assert len(wanted) == len(QT_LIBRARIES + WINDOW_LIBRARIES) - 1
    assert "libxcb-cursor0" not in wanted
    assert {"libgl1", "libglib2.0-0 | libglib2.0-0t64"} <= set(wanted)


def test_a_double_click_on_our_files_opens_the_program() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(LINUX / "pbeditor.desktop", "utf-8")
    kind = ET.parse(LINUX / "pbeditor.xml").getroot()[0]

    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert entry["Desktop Entry"]["Exec"].endswith(" %f")
    assert kind.find("{*}glob").get("pattern") == "*.pbproj"  # type: ignore[union-attr] # the next line would fail


def test_the_windows_installer_needs_no_administrator_ties_our_files_and_ends_no_program() -> None:
    script = (ROOT / "packaging" / "windows" / "pbeditor.iss").read_text("utf-8")

    assert "PrivilegesRequired=lowest" in script
    assert "Root: HKLM" not in script
    assert "DefaultDirName={autopf}" in script  # the user's own folder, where nobody is administrator
    assert r"Software\Classes\.pbproj" in script
    # Who has unsaved work is asked to close the program; Windows would end it.
    assert "CloseApplications=no" in script
    assert "function PrepareToInstall(" in script
    assert "function InitializeUninstall:" in script
    # Without the mark at its beginning older compilers take Chinese for another code page.
    assert script.startswith("\ufeff")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/opt/pbeditor/_internal"}, {}),
        (
            {"LD_LIBRARY_PATH": "/opt/pbeditor/_internal:/own", "LD_LIBRARY_PATH_ORIG": "/own"},
            {"LD_LIBRARY_PATH": "/own"},
        ),
    ],
)
def test_what_the_built_program_starts_looks_for_its_own_libraries(
    before: dict[str, str], after: dict[str, str]
) -> None:
    program.give_back_libraries(before)
    assert before == after


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace a program that runs")
def test_a_built_program_that_runs_loads_nothing_of_the_one_that_replaces_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = tmp_path / "pbeditor", tmp_path / "pbeditor.dpkg-new"
    own.write_bytes(b"the version that was started")
    other.write_bytes(b"the next version")
    archive = SimpleNamespace(_filename=str(own))
    monkeypatch.setitem(sys.modules, "pyimod02_importers", SimpleNamespace(pyz_archive=archive))

    program.stay_with_this_version()
    other.replace(own)

    assert Path(archive._filename).read_bytes() == b"the version that was started"
    os.close(int(Path(archive._filename).name))


def test_an_unknown_thing_to_build_is_said_with_the_choice(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["exe"]) == 2
    assert "deb" in capsys.readouterr().out


def test_the_commands_run_by_themselves_from_anywhere(tmp_path: Path) -> None:
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, str(ROOT / "packaging" / "build.py"), "nothing"]
    done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, check=False)
    assert done.returncode == 2, done.stderr


def test_of_icu_only_what_sorts_chinese_stays(tmp_path: Path) -> None:
    parts = {
        f"icudt73l/{name}": name.encode().ljust(32, b".") for name in ("coll/ja.res", "coll/zh.res", "zone/zu.res")
    }
    data = packed({**parts, "icudt73l/zzz.res": b"the last one"})

    kept = icu.reduced(data)

    assert kept == packed({"icudt73l/coll/zh.res": parts["icudt73l/coll/zh.res"]})


def packed(parts: dict[str, bytes]) -> bytes:
    """A common data package as ICU's own tool writes it."""
    header = struct.pack("<HBB", 32, 0xDA, 0x27).ljust(12, b"\0") + b"CmnD".ljust(20, b"\0")
    names = [name.encode() + b"\0" for name in parts]
    name_at, tail = 4 + 8 * len(parts), b"".join(names)
    tail += bytes(-(name_at + len(tail)) % 16)
    part_at, table = name_at + len(tail), struct.pack("<I", len(parts))
    for name, part in zip(names, parts.values(), strict=True):
        table += struct.pack("<II", name_at, part_at)
        name_at, part_at = name_at + len(name), part_at + len(part)
    return header + table + tail + b"".join(parts.values())


def library(*entries: tuple[int, int]) -> bytes:
    """A library of 64 bits with two program headers, its dynamic entries, and the texts that these point at."""
    dynamic = b"".join(struct.pack("<qQ", *entry) for entry in (*entries, (5, 0x1000 + 240), (0, 0)))
    head = elf.MAGIC.ljust(32, b"\0") + struct.pack("<Q", 64).ljust(24, b"\0") + struct.pack("<H", 2).ljust(8, b"\0")
    loaded = struct.pack("<IIQQQQQQ", 1, 5, 0, 0x1000, 0x1000, 4096, 4096, 4096)
    described = struct.pack("<IIQQQQQQ", 2, 6, 176, 0x1000 + 176, 0, 64, 64, 8)
    return (head + loaded + described + dynamic).ljust(240, b"\0") + TEXTS


TEXTS = b"\0/home/anybody/python/lib\0$ORIGIN/Qt/lib\0"


def test_a_built_library_looks_in_no_folder_of_the_machine_that_built_it() -> None:
    runpath, needed = 29, 1
    for kind in (runpath, 15):
        left = elf.without_folders(library((kind, TEXTS.index(b"/home")), (needed, 0)))
        assert left == library((needed, 0))[: 176 + 48] + bytes(16) + TEXTS


def test_what_a_built_library_looks_for_beside_itself_stays() -> None:
    beside = library((29, TEXTS.index(b"$")), (1, 0))
    assert elf.without_folders(beside) == beside
    assert elf.without_folders(b"no library") == b"no library"

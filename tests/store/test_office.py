"""The office program of the machine as a second reader, and what happens when it fails."""

import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path, PureWindowsPath

import pytest

from pbeditor.model.errors import UnreadableError
from pbeditor.store import office
from pbeditor.store.office import Office, as_docx, installed

DOC = Path(__file__).resolve().parents[1] / "data" / "corpus" / "01-two-tables.doc"
needs_shell = pytest.mark.skipif(os.name != "posix", reason="the stand-in program is a shell script")


def stand_in(folder: Path, script: str) -> Office:
    """A program of ours under the name of an office program."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return Office("LibreOffice", str(program))


@pytest.mark.libreoffice
def test_libreoffice_makes_a_docx_of_an_old_file() -> None:
    assert installed()
    assert as_docx(DOC.read_bytes(), "上年.doc").startswith(b"PK\x03\x04")


@pytest.mark.libreoffice
def test_what_it_cannot_open_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match=r"“上年\.doc”.*没有转换成功"):
        as_docx(b"\xd0\xcf\x11\xe0" + bytes(600), "上年.doc")


def test_a_machine_without_such_a_program_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert installed() is None
    with pytest.raises(UnreadableError, match="没有找到"):
        as_docx(b"", "上年.doc")


@needs_shell
@pytest.mark.parametrize("script", ["exit 0", "exit 1", "kill -9 $$", "echo x > /dev/full"])
def test_a_program_that_writes_nothing_is_told(script: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"没有转换成功.*另存为"):
        as_docx(b"x", "上年.doc", stand_in(tmp_path, script))


def test_a_program_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="没有转换成功"):
        as_docx(b"x", "上年.doc", Office("LibreOffice", str(tmp_path / "soffice")))


@needs_shell
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 1.5)  # a busy machine takes its time to start the shell
    program = stand_in(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(UnreadableError, match="已停止"):
        as_docx(b"x", "上年.doc", program)
    child = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}/stat")
    for _ in range(100):  # a busy system takes its time to end what was killed
        if not child.exists() or child.read_text().split()[2] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the child lives on")


@needs_shell
def test_the_program_works_in_a_private_folder_that_goes_and_reaches_no_network(tmp_path: Path) -> None:
    script = f'pwd > {tmp_path}/where; stat -c %a . >> {tmp_path}/where; echo "$https_proxy" >> {tmp_path}/where'
    script += f"; cat profile/user/registrymodifications.xcu > {tmp_path}/profile; cp source.doc source.docx"
    assert as_docx(b"x", "上年.doc", stand_in(tmp_path, script)) == b"x"
    folder, mode, proxy = (tmp_path / "where").read_text().split()
    assert (mode, proxy) == ("700", "http://127.0.0.1:9")
    assert not Path(folder).exists()
    assert "DisableMacrosExecution" in (tmp_path / "profile").read_text()


def test_no_console_window_comes_up_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []

    def start(_command: object, **ways: object) -> None:
        told.append(ways["creationflags"])
        raise OSError

    monkeypatch.setattr(office, "_NO_CONSOLE", 0x0800_0000)
    monkeypatch.setattr(subprocess, "Popen", start)
    with pytest.raises(UnreadableError):
        as_docx(b"x", "上年.doc", Office("Word", servant="Word.Application"))
    assert told == [0x0800_0000]


def test_word_is_told_nothing_by_value_alone_that_some_machines_take_only_by_reference() -> None:
    assert re.findall(r"\.(?:Close|Quit)\(.+?\)", office._SCRIPT) == []
    assert re.findall(r"SaveAs\((.*?)\)", office._SCRIPT) == ["$target, $kind", "[ref]$target, [ref]$kind"]


@pytest.mark.skipif(sys.platform == "win32", reason="Word may be there")
def test_word_and_wps_are_asked_through_powershell_without_their_names_in_the_command(tmp_path: Path) -> None:
    command = office._command(Office("WPS", servant="KWPS.Application"), tmp_path)
    environment = office._environment(Office("WPS", servant="KWPS.Application"), tmp_path)
    assert PureWindowsPath(command[0]).is_absolute(), "one beside the document would be found first by its name"
    assert PureWindowsPath(command[0]).name == "powershell.exe"
    assert not any(str(tmp_path) in part for part in command)
    assert environment["PBEDITOR_SERVANT"] == "KWPS.Application"
    assert environment["PBEDITOR_SOURCE"] == str(tmp_path / "source.doc")
    assert not office._is_registered("Word.Application")

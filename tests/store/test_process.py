"""A process that has ended is told from one that runs, also when its number is used again."""

import ctypes
import os
import struct
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

from pbeditor.store import process
from pbeditor.store.process import Owner, is_gone, mark, owner_in, this_owner


def test_this_process_runs() -> None:
    assert not is_gone(this_owner())


def test_a_number_that_is_used_again_is_another_process() -> None:
    assert is_gone(replace(this_owner(), start="1"))


def test_a_machine_that_was_started_again_runs_none_of_the_old_processes() -> None:
    assert is_gone(replace(this_owner(), boot="before"))


def test_another_machine_is_never_said_to_have_crashed() -> None:
    assert not is_gone(replace(this_owner(), machine="other", pid=1, start="1"))


def test_a_child_that_has_ended_is_gone() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert is_gone(replace(this_owner(), pid=child.pid))


def test_an_owner_is_read_from_the_name_of_its_file() -> None:
    assert owner_in(f".{mark(this_owner())}-abcd.pbtmp") == this_owner()
    assert owner_in("0123456789abcdef.pbtmp") is None
    assert owner_in("a-b-c-d-e.pbtmp") is None
    assert this_owner() == Owner(this_owner().machine, this_owner().boot, os.getpid(), this_owner().start)


@pytest.mark.parametrize(("error", "start"), [(None, "0"), (ProcessLookupError(), ""), (PermissionError(), "0")])
def test_without_proc_a_process_is_asked_for_by_a_signal(
    monkeypatch: pytest.MonkeyPatch, error: OSError | None, start: str
) -> None:
    def ask(_pid: int, _signal: int) -> None:
        if error:
            raise error

    monkeypatch.setattr(process, "sys", SimpleNamespace(platform="linux"))
    monkeypatch.setattr(Path, "exists", lambda _: False)
    monkeypatch.setattr(os, "kill", ask)
    assert process._start(1) == start


class Kernel:
    """The calls of Windows that tell of a process; 7 runs, 8 has ended, 9 never was; 5 and 6 are another user's."""

    def OpenProcess(self, _access: int, _inherit: bool, pid: int) -> int:
        return pid if pid in {7, 8} else 0

    def GetExitCodeProcess(self, process: int, status: Any) -> None:
        status._obj.value = 259 if process == 7 else 0

    def GetProcessTimes(self, _process: int, started: Any, *_: object) -> None:
        started._obj.value = 1234

    def CloseHandle(self, _process: int) -> None:
        pass


class AllProcesses:
    """The list of all processes that Windows gives; 6 runs, 5 has ended and is not forgotten yet."""

    def __init__(self, needed: int) -> None:
        self.needed = needed  # bytes; less is refused

    def NtQuerySystemInformation(self, _what: int, held: Any, room: int, _told: None) -> int:
        entries = [(88, 1, 1000, 4), (88, 3, 5678, 6), (88, 0, 99, 5), (0, 1, 1234, 7)]
        data = b"".join(struct.pack("<II24xq40xq", *entry) for entry in entries)
        if room < self.needed:
            return -0x3FFFFFFC
        held.raw = data + bytes(room - len(data))
        return 0


@pytest.mark.parametrize(("pid", "start"), [(7, "1234"), (8, ""), (9, ""), (6, "5678"), (5, "")])
@pytest.mark.parametrize("needed", [0, 2**23])
def test_windows_tells_when_a_process_began(monkeypatch: pytest.MonkeyPatch, pid: int, start: str, needed: int) -> None:
    windows = SimpleNamespace(kernel32=Kernel(), ntdll=AllProcesses(needed))
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    assert process._windows_start(pid) == start


def test_where_windows_tells_nothing_a_process_that_may_not_be_opened_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = SimpleNamespace(kernel32=Kernel(), ntdll=AllProcesses(2**30))
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    assert process._windows_start(6) == ""


def test_the_machine_is_called_what_the_system_calls_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPUTERNAME", "CAIWU-3")
    monkeypatch.delattr(os, "uname", raising=False)  # Windows has no such call
    assert process.host() == "CAIWU-3"


def test_on_windows_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_windows_start", lambda pid: f"since {pid}")
    monkeypatch.setattr(process, "sys", SimpleNamespace(platform="win32"))
    assert process._start(3) == "since 3"

"""Which process wrote something, so that what a crashed program left behind is known as such.

A process number alone is used again by the system: the start of the process and of the machine tell two apart.
"""

import os
import struct
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

_PARTS = 4
_START = 19  # the 22nd field of /proc/PID/stat, counted behind the name in brackets, which may hold spaces
_PROCESSES = 5  # SystemProcessInformation of NtQuerySystemInformation: one entry a process, each begins with
_ENTRY = struct.Struct("<II24xq40xq")  # the way to the next, its threads, when it began, and its number at 80
_ROOM = (2**20, 2**24)  # bytes for all entries, of about 1 KB each


class Owner(Struct, frozen=True):
    """One run of the program on one machine."""

    machine: str
    boot: str
    pid: int
    start: str


def this_owner() -> Owner:
    """The run that asks; a fork is another one."""
    return Owner(_machine(), _boot(), os.getpid(), _start(os.getpid()))


def is_gone(owner: Owner) -> bool:
    """Whether it has surely ended; what runs on another machine cannot be known."""
    if owner.machine != _machine():
        return False
    return owner.boot != _boot() or not _start(owner.pid) or _start(owner.pid) != owner.start


def mark(owner: Owner) -> str:
    """The owner as a part of a file name."""
    return f"{owner.machine}-{owner.boot}-{owner.pid}-{owner.start}"


def owner_in(name: str) -> Owner | None:
    """The owner whose mark a file name holds before its last part."""
    parts = name.lstrip(".").split("-")
    if len(parts) <= _PARTS or not parts[2].isdecimal():
        return None
    return Owner(parts[0], parts[1], int(parts[2]), parts[3])


def host() -> str:
    """What this machine calls itself.

    `platform.node` says so too, but on Windows it first asks another program or a service for all there is to know.
    """
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


@cache
def _machine() -> str:
    return _short(f"{_text('/etc/machine-id')}\n{host()}")


@cache
def _boot() -> str:
    return _short(_text("/proc/sys/kernel/random/boot_id"))


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:
        return ""


def _start(pid: int) -> str:
    """When the process began, in a unit of the system; "" if there is none."""
    if sys.platform == "win32":
        return _windows_start(pid)
    if Path("/proc/self/stat").exists():
        fields = _text(f"/proc/{pid}/stat").rpartition(")")[2].split()
        return fields[_START] if len(fields) > _START and fields[0] not in "ZX" else ""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return ""
    except OSError:
        return "0"
    return "0"


def _windows_start(pid: int) -> str:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]  # only there on Windows
    query, running = 0x1000, 259
    process = kernel.OpenProcess(query, False, pid)
    if not process:
        return _start_in_list(pid)
    try:
        status, times = ctypes.c_ulong(), [ctypes.c_ulonglong() for _ in range(4)]
        kernel.GetExitCodeProcess(process, ctypes.byref(status))
        kernel.GetProcessTimes(process, *map(ctypes.byref, times))
        return str(times[0].value) if status.value == running else ""
    finally:
        kernel.CloseHandle(process)


def _start_in_list(pid: int) -> str:
    """Another user's process may not be opened; the list of all tells of it too."""
    import ctypes

    for room in _ROOM:
        held = ctypes.create_string_buffer(room)
        if ctypes.windll.ntdll.NtQuerySystemInformation(_PROCESSES, held, room, None) == 0:  # type: ignore[attr-defined, unused-ignore]
            return _listed(held.raw, pid)
    return ""


def _listed(processes: bytes, pid: int) -> str:
    place, step = 0, 1
    while step:
        step, threads, began, number = _ENTRY.unpack_from(processes, place)
        if number == pid:
            return str(began) if threads else ""
        place += step
    return ""

"""A file that is saved stays whose it was, with all that others may do with it."""

import ctypes
import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pbeditor.store import disk, rights
from pbeditor.store.rights import take_over

LIST = "system.posix_acl_access"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "共用.pbproj"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def attributes(file: Path, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[int, str], bytes]:
    """Extended attributes by the number of a file, for not every disk keeps them; the file has a list of who may."""
    kept = {(file.stat().st_ino, LIST): b"li may write"}

    def names(path: Path) -> list[str]:
        return [name for number, name in kept if number == path.stat().st_ino]

    def value(path: Path, name: str) -> bytes:
        if (found := kept.get((path.stat().st_ino, name))) is None:
            raise OSError
        return found

    def give(path: Path, name: str, held: bytes) -> None:
        kept[path.stat().st_ino, name] = held

    for name, act in (("listxattr", names), ("getxattr", value), ("setxattr", give)):
        monkeypatch.setattr(os, name, act, raising=False)
    return kept


def test_the_list_of_who_may_read_and_write_stays(file: Path, attributes: dict[tuple[int, str], bytes]) -> None:
    before = file.stat().st_ino
    disk.write(file, b"new")
    assert file.stat().st_ino != before, "the old file stood until the new one lay whole beside it"
    assert attributes[file.stat().st_ino, LIST] == b"li may write"


def test_where_a_new_file_cannot_have_that_list_the_file_itself_is_written(
    file: Path, attributes: dict[tuple[int, str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _name: str, _held: bytes) -> None:
        raise OSError

    monkeypatch.setattr(os, "setxattr", refuse, raising=False)
    before = file.stat().st_ino
    disk.write(file, b"new and longer")
    assert (file.stat().st_ino, file.read_bytes()) == (before, b"new and longer")
    assert [*file.parent.iterdir()] == [file]
    assert attributes


def test_a_colleagues_file_stays_the_colleagues(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, before = Path.stat, file.stat()

    def of_a_colleague(path: Path, **ways: bool) -> os.stat_result:
        found = real(path, **ways)
        return os.stat_result((*found[:4], 2001, *found[5:])) if found.st_ino == before.st_ino else found

    monkeypatch.setattr(os, "chown", lambda *_: (_ for _ in ()).throw(PermissionError), raising=False)
    monkeypatch.setattr(Path, "stat", of_a_colleague)
    disk.write(file, b"new")
    assert (file.stat().st_ino, file.read_bytes()) == (before.st_ino, b"new")


def test_the_group_stays_also_where_the_owner_cannot(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []

    def chown(_path: Path, owner: int, group: int) -> None:
        if owner >= 0:
            raise PermissionError
        given.append((owner, group))

    monkeypatch.setattr(os, "chown", chown, raising=False)
    disk.write(file, b"new")
    assert given == [(-1, file.stat().st_gid)]


def test_what_is_right_already_is_not_set_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file server may call the piece hidden for the dot before its name; set again, that would stay with the file."""
    set_to: list[int] = []
    monkeypatch.setattr(Path, "chmod", lambda _, mode: set_to.append(mode))
    mode = stat.S_IMODE(file.stat().st_mode)
    disk.write(file, b"new")
    assert (set_to, stat.S_IMODE(file.stat().st_mode)) == ([], mode)


def test_a_file_that_all_may_write_stays_so_where_new_ones_are_not(file: Path) -> None:
    file.chmod(0o666)
    before = os.umask(0o022)
    try:
        disk.write(file, b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o666


class Security:
    """What Windows offers to read and to set access lists, by the names of files."""

    def __init__(self, lists: dict[str, bytes]) -> None:
        self.lists = lists

    def GetFileSecurityW(self, name: str, _what: int, held: Any, size: Any, needed: Any) -> int:
        known = self.lists.get(name, b"")
        needed._obj.value = len(known)
        if held is None or not known or size.value < len(known):
            return 0
        held.raw = known
        return 1

    def SetFileSecurityW(self, name: str, _what: int, held: Any) -> int:
        self.lists[name] = held.raw
        return 1


@pytest.mark.parametrize("known", [b"only the head of the office", b""])
def test_on_windows_a_new_file_has_the_access_list_of_the_old_one(
    file: Path, monkeypatch: pytest.MonkeyPatch, known: bytes
) -> None:
    piece = file.with_name("new.pbtmp")
    piece.write_bytes(b"new")
    security = Security({str(file): known} if known else {})
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(advapi32=security), raising=False)
    monkeypatch.setattr(rights, "sys", SimpleNamespace(platform="win32"))
    take_over(file, piece)
    assert security.lists.get(str(piece), b"") == known


def test_an_access_list_that_windows_does_not_give_stops_no_saving(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError

    kernel = getattr(getattr(ctypes, "windll", None), "kernel32", None)  # on Windows it is asked for who is writing
    calls = SimpleNamespace(advapi32=SimpleNamespace(GetFileSecurityW=refuse), kernel32=kernel)
    monkeypatch.setattr(ctypes, "windll", calls, raising=False)
    monkeypatch.setattr(rights, "sys", SimpleNamespace(platform="win32"))
    disk.write(file, b"new")
    assert file.read_bytes() == b"new"

"""A file is written whole or not at all, whatever the disk does meanwhile."""

import errno
import os
import stat
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from pbeditor.model.errors import UnwritableError
from pbeditor.store import replacement
from pbeditor.store.disk import read, write
from tests.store.test_disk import NEW, OLD, failing, posix


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "绩效 2020.pbproj"
    path.write_bytes(OLD)
    return path


def file_like(number: int) -> bool:
    return stat.S_ISREG(os.fstat(number).st_mode)


def test_an_interruption_leaves_no_temporary_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(file, NEW)
    assert list(file.parent.glob("*")) == [file]


@pytest.mark.parametrize("winerror", [5, 32])
@pytest.mark.parametrize("times", [1, 5])
def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    winerror: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)

    replacement._patiently(failing(errno.EACCES, times, winerror))

    assert pauses == [0.01, 0.02, 0.04, 0.08, 0.16][:times]


def test_a_scanner_that_never_lets_go_is_reported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES, winerror=5))

    with pytest.raises(UnwritableError, match="正被其他程序占用"):
        write(file, NEW)

    assert file.read_bytes() == OLD
    assert list(file.parent.glob("*")) == [file]


def test_other_faults_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        replacement._patiently(failing(errno.ENOSPC, winerror=112))


@posix
def test_a_folder_that_cannot_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: sync(number) if file_like(number) else failing(errno.EINVAL)())

    write(tmp_path / "a", NEW)

    assert read(tmp_path / "a") == NEW


def test_where_folders_cannot_be_synced_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacement, "os", SimpleNamespace(name="nt", open=lambda *_: pytest.fail("opened")))
    replacement._sync_folder(tmp_path)

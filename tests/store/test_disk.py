"""Reading and writing with a disk that does what disks do."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.store import disk, replacement
from pbeditor.store.disk import NoNewFileError, read, write, write_in_place, write_private

OLD, NEW = b"old", "新".encode()
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "绩效 2020.pbproj"
    path.write_bytes(OLD)
    return path


def failing(number: int, times: int = 1_000_000, winerror: int | None = None) -> Callable[..., None]:
    """A stand-in for a system call that fails so many times and then does nothing."""
    calls = iter(range(times))

    def fail(*_: object, **__: object) -> None:
        if next(calls, None) is not None:
            error = OSError(number, os.strerror(number))
            error.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
            raise error

    return fail


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a", NEW)
    assert read(tmp_path / "a") == NEW


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"^“.*没有\.txt”不存在，请检查"):
        read(tmp_path / "没有.txt")


@posix
@pytest.mark.parametrize(
    ("name", "sentence"),
    [(".", "文件夹"), ("x" * 300, "太长"), ("a\0b", "无效"), ("绩效 2020.pbproj/a", "不是文件夹")],
)
def test_a_path_that_cannot_be_a_file_is_refused(name: str, sentence: str, file: Path) -> None:
    with pytest.raises(UnreadableError, match=sentence):
        read(file.parent / name)


@posix
def test_a_device_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="不是普通文件"):
        read(tmp_path / "pipe")


def test_a_file_over_the_limit_is_refused(file: Path) -> None:
    assert read(file, 3) == OLD
    with pytest.raises(UnreadableError, match="太大"):
        read(file, 2)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs /proc")
def test_a_file_without_a_size_is_read_up_to_the_limit() -> None:
    with pytest.raises(UnreadableError, match="太大"):
        read(Path("/proc/self/maps"), 8)


@pytest.mark.parametrize(("number", "sentence"), [(errno.EACCES, "没有读取权限"), (errno.EIO, "系统错误 5")])
def test_a_fault_in_reading_is_one_sentence(
    number: int, sentence: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", failing(number))
    with pytest.raises(UnreadableError, match=sentence):
        read(file)


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EDQUOT, "磁盘已满"),
        (errno.EROFS, "只读"),
        (errno.EACCES, "没有写入权限"),
        (errno.EIO, "系统错误 5"),
    ],
)
def test_a_fault_in_writing_leaves_the_old_file_alone(
    call: str, number: int, sentence: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path if call == "replace" else os, call, failing(number))

    with pytest.raises(UnwritableError, match=sentence):
        write(file, NEW)

    assert file.read_bytes() == OLD
    assert list(file.parent.glob("*")) == [file]


@posix
def test_a_disk_that_fills_while_writing_leaves_the_old_file_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(path: str, flags: int, mode: int) -> int:
        return os.open("/dev/full", os.O_WRONLY) if str(path).endswith(".pbtmp") else os.open(path, flags, mode)

    monkeypatch.setattr(replacement, "_opened", half)
    with pytest.raises(UnwritableError, match="磁盘已满"):
        write(file, NEW * 100_000)
    assert file.read_bytes() == OLD


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="文件夹不存在"):
        write(tmp_path / "没有" / "a", NEW)


@posix
def test_a_folder_and_a_device_are_not_written_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnwritableError, match="文件夹"):
        write(tmp_path, NEW)
    with pytest.raises(UnwritableError, match="不是普通文件"):
        write(tmp_path / "pipe", NEW)


def test_a_read_only_file_is_not_written_over(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(UnwritableError, match="只读文件"):
        write(file, NEW)
    assert file.read_bytes() == OLD


@posix
def test_the_permissions_stay(file: Path) -> None:
    file.chmod(0o640)
    write(file, NEW)
    assert file.stat().st_mode & 0o777 == 0o640


@posix
def test_a_symbolic_link_stays_and_its_target_changes(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file.name)

    write(link, NEW)

    assert link.is_symlink()
    assert file.read_bytes() == NEW


@posix
def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("名" * 83 + ".x")
    write(path, NEW)
    assert read(path) == NEW


@posix
def test_all_names_of_a_file_lead_to_what_was_written(file: Path) -> None:
    other = file.with_name("other")
    other.hardlink_to(file)

    write(file, NEW * 10)
    write(file, NEW)

    assert other.read_bytes() == NEW
    assert other.samefile(file)
    assert sorted(file.parent.glob("*")) == sorted([file, other])


@posix
def test_a_disk_that_fills_leaves_the_old_bytes_under_every_name(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = file.with_name("other")
    other.hardlink_to(file)
    faults = iter((failing(0, 0), failing(errno.ENOSPC)))
    monkeypatch.setattr(os, "fsync", lambda _: next(faults, failing(0, 0))())
    with pytest.raises(UnwritableError, match="磁盘已满"):
        write(file, NEW * 10)
    assert other.read_bytes() == OLD


@pytest.mark.parametrize("call", ["open", "replace"])
def test_a_folder_that_takes_no_new_file_is_told_apart(call: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path if call == "replace" else os, call, failing(errno.EACCES))
    with pytest.raises(NoNewFileError, match="没有写入权限"):
        write(file, NEW)
    monkeypatch.undo()
    write_in_place(file, NEW)
    assert file.read_bytes() == NEW


def test_writing_in_place_that_fails_gives_back_the_old_bytes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EIO, 1))
    with pytest.raises(UnwritableError, match="系统错误 5"):
        write_in_place(file, NEW * 5)
    assert file.read_bytes() == OLD


def test_a_file_that_is_gone_is_not_written_in_place(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="已经不在了，可能被移走、改名或删除"):
        write_in_place(tmp_path / "没有", NEW)
    assert not (tmp_path / "没有").exists()


def test_a_file_whose_folder_is_gone_is_not_written_in_place_and_the_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="文件夹不存在"):
        write_in_place(tmp_path / "没有" / "a", NEW)


@posix
def test_a_private_file_is_the_users_alone_whatever_it_was(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a"
    write_private(path, OLD)
    path.chmod(0o644)
    path.parent.chmod(0o755)
    write_private(path, NEW)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_that_is_not_there_was_never_written(tmp_path: Path) -> None:
    assert disk.changed_at(tmp_path / "a") == 0


def test_what_a_disk_refuses_to_tell_of_counts_as_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise PermissionError(errno.EACCES, "no")

    assert disk.is_there(tmp_path)
    assert not disk.is_there(tmp_path / "nothing")
    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr(Path, "is_file", refuse)
    assert disk.is_there(tmp_path)
    with pytest.raises(UnwritableError, match="没有写入权限") as refused:
        disk.write(tmp_path / "a.pbproj", b"new")
    assert type(refused.value) is UnwritableError


@pytest.mark.parametrize("times", [1, 1_000_000])
def test_a_file_whose_server_is_not_found_may_still_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """Windows answers so where a server is off, and Python takes it for a file that is not there."""
    monkeypatch.setattr(Path, "stat", failing(errno.ENOENT, times, winerror=53))
    assert disk.is_there(tmp_path / "nothing")


def test_a_name_that_no_system_has_is_not_there() -> None:
    assert not disk.is_there(Path("a\0b"))

"""What the disk of Windows says is told for what it is; it has one number of POSIX for all that POSIX does not know."""

import errno
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from pbeditor.store import disk_faults
from pbeditor.store.disk_faults import LONGEST, unreadable, unwritable

FILE = Path("财政/绩效.pbproj")


@pytest.fixture(autouse=True)
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_faults, "sys", SimpleNamespace(platform="win32"))


def said_by_windows(number: int, winerror: int | None) -> OSError:
    """As Python tells it; what comes by way of the C library has no `winerror`."""
    error = OSError(number, "…")
    if winerror is not None:
        error.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
    return error


@pytest.mark.parametrize(
    ("number", "winerror", "sentence"),
    [
        (errno.EINVAL, 64, "系统错误 64）.*网络连接"),  # ERROR_NETNAME_DELETED: the cable was pulled
        (errno.EINVAL, 121, "系统错误 121）.*网络连接"),  # ERROR_SEM_TIMEOUT: the server does not answer
        (errno.EINVAL, None, "系统错误 22）.*网络连接"),  # either of these in the middle of writing
        (errno.ENOENT, 53, "系统错误 53）.*网络连接"),  # ERROR_BAD_NETPATH: the server is off
        (errno.EINVAL, 1295, "超出限额"),  # ERROR_DISK_QUOTA_EXCEEDED
        (errno.ENOSPC, 112, "磁盘已满"),  # ERROR_DISK_FULL
        (errno.EINVAL, 123, "路径无效"),  # ERROR_INVALID_NAME
        (errno.EACCES, 32, "被其他程序占用"),  # ERROR_SHARING_VIOLATION
        (errno.ENOENT, 3, "文件夹不存在"),  # ERROR_PATH_NOT_FOUND
    ],
)
def test_a_server_that_has_gone_is_not_taken_for_a_wrong_name(number: int, winerror: int | None, sentence: str) -> None:
    assert re.search(sentence, unwritable(FILE, said_by_windows(number, winerror)))


def test_signs_that_windows_refuses_make_a_wrong_name_also_where_only_the_c_library_says_so() -> None:
    assert "路径无效" in unwritable(Path("预算?/绩效.docx"), said_by_windows(errno.EINVAL, None))


def test_a_path_that_is_too_long_is_not_taken_for_a_folder_that_is_missing() -> None:
    deep = Path("部门预算绩效目标/" * 40, "绩效.pbproj")
    assert len(str(deep)) > LONGEST
    assert "太长" in unwritable(deep, said_by_windows(errno.ENOENT, 3))
    assert "太长" in unreadable(deep, said_by_windows(errno.ENOENT, 3))


def test_a_name_with_a_sign_that_no_system_takes_is_wrong() -> None:
    assert "路径无效" in unreadable(FILE, ValueError("embedded null character"))

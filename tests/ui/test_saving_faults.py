"""What disks and shares do to a saving: the message, the old file as it was, the document still unsaved."""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pbeditor.store import replacement
from pbeditor.store.project_file import load, save
from pbeditor.ui.dialogs import conflicts, questions
from pbeditor.ui.main_window import MainWindow
from tests.store.test_disk import failing
from tests.ui.conftest import shell_document

ROOT = Path(__file__).resolve().parents[2]
Told = list[str]
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")
SMALL_DISK = """
import errno, os, sys
from pathlib import Path
from pbeditor.model.errors import UnwritableError
from pbeditor.store.project_file import load, save
from tests.bench.documents import large
path = Path(sys.argv[1], "绩效.pbproj")
save(large(2), path)
try:
    save(large(300), path)
except UnwritableError as error:
    assert "磁盘已满" in str(error), error
    assert load(path) == large(2)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    other = path.with_name("other")
    other.hardlink_to(path)
    try:
        save(large(300), path)
    except UnwritableError:
        assert load(path) == load(other) == large(2)
        sys.exit(0)
sys.exit("a full disk was not noticed")
"""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The sentences shown; whether to write in place is answered with no."""
    sentences: Told = []
    monkeypatch.setattr(questions, "tell_fault", lambda _, sentence: sentences.append(sentence))
    monkeypatch.setattr(conflicts, "ask_in_place", lambda _w, _n, sentence: sentences.append(sentence))
    monkeypatch.setattr(time, "sleep", lambda _: None)
    return sentences


def changed(window: MainWindow) -> MainWindow:
    window.session.write("改名", "projects/0/name", "新名")
    return window


def check_nothing_is_lost(window: MainWindow, file: Path, told: Told, sentence: str) -> None:
    assert not window.files.save()
    assert len(told) == 1
    assert sentence in told[0]
    assert file.name in told[0]
    assert window.session.is_unsaved
    assert window.session.document.projects[0].name == "新名"
    if file.exists():
        assert load(file) == shell_document()
        assert [*file.parent.glob(".*.pbtmp")] == []


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EROFS, "只读"),
        (errno.EACCES, "没有写入权限"),
        (errno.EPERM, "没有写入权限"),
        (errno.EIO, "系统错误 5"),
    ],
)
def test_a_call_that_fails_costs_nothing(
    opened: MainWindow, told: Told, monkeypatch: pytest.MonkeyPatch, call: str, number: int, sentence: str
) -> None:
    file = opened.session.path
    assert file is not None
    changed(opened)
    with monkeypatch.context() as broken:
        broken.setattr("pbeditor.store.backup.write_private", lambda *_: None)
        broken.setattr(Path if call == "replace" else os, call, failing(number))
        assert not opened.files.save()
    assert load(file) == shell_document()
    assert opened.session.is_unsaved
    assert sentence in told[0]
    assert opened.files.save()  # once the disk is well again
    assert load(file).projects[0].name == "新名"


@pytest.mark.parametrize(("times", "is_saved"), [(1, True), (4, True), (1_000_000, False)])
def test_a_scanner_is_waited_for_but_not_for_ever(
    opened: MainWindow, told: Told, monkeypatch: pytest.MonkeyPatch, times: int, is_saved: bool
) -> None:
    """Access denied once, four times and always, as Windows reports it while another program reads the file."""
    file = opened.session.path
    assert file is not None
    changed(opened)
    replace, held = Path.replace, failing(errno.EACCES, times, winerror=5)

    def once_free(path: Path, target: Path) -> None:
        held()
        replace(path, target)

    with monkeypatch.context() as broken:
        broken.setattr("pbeditor.store.backup.write_private", lambda *_: None)
        broken.setattr(Path, "replace", once_free)
        assert opened.files.save() is is_saved
    assert load(file).projects[0].name == ("新名" if is_saved else "活动经费")
    assert (len(told), opened.session.is_unsaved) == ((0, False) if is_saved else (1, True))


def test_a_read_only_file(opened: MainWindow, told: Told) -> None:
    file = opened.session.path
    assert file is not None
    file.chmod(0o444)
    check_nothing_is_lost(changed(opened), file, told, "是只读文件")


@posix
def test_a_read_only_folder(opened: MainWindow, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    file = opened.session.path
    assert file is not None
    if os.geteuid() == 0:  # whom permissions do not stop
        monkeypatch.setattr(replacement, "_opened", failing(errno.EACCES))
        monkeypatch.setattr("pbeditor.store.backup.write_private", lambda *_: None)
    file.parent.chmod(0o555)
    try:
        check_nothing_is_lost(changed(opened), file, told, "没有写入权限")
    finally:
        file.parent.chmod(0o755)


def test_a_folder_that_is_gone(opened: MainWindow, told: Told, tmp_path: Path) -> None:
    folder = tmp_path / "要删的文件夹"
    folder.mkdir()
    file = folder / "绩效.pbproj"
    save(shell_document(), file)
    opened.files.open_path(file)
    changed(opened)
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    check_nothing_is_lost(opened, file, told, "文件夹不存在")


@posix
@pytest.mark.parametrize("name", ["2020 年 绩效（定稿） 最终版.pbproj", " 前后 空格 .pbproj", "名" * 80 + ".pbproj"])
def test_names_that_people_give(window: MainWindow, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    save(shell_document(), file)
    window.files.open_path(file)
    assert changed(window).files.save()
    assert load(file).projects[0].name == "新名"


@posix
def test_a_path_of_more_than_260_characters(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / ("很长的文件夹名" * 8) / ("another long folder name " * 5) / ("第三层" * 20)
    folder.mkdir(parents=True)
    file = folder / "绩效.pbproj"
    assert len(str(file)) > 260
    save(shell_document(), file)
    window.files.open_path(file)
    assert changed(window).files.save()
    assert load(file).projects[0].name == "新名"


@posix
def test_a_name_longer_than_the_disk_allows(opened: MainWindow, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    file = opened.session.path
    assert file is not None
    monkeypatch.setattr(
        "pbeditor.ui.dialogs.file_choices.file_to_write", lambda *_: file.with_name("名" * 100 + ".pbproj")
    )
    changed(opened)
    assert not opened.files.save_as()
    assert "太长" in told[0]
    assert opened.session.is_unsaved
    assert opened.session.path == file


@posix
@pytest.mark.parametrize("make", [Path.symlink_to, Path.hardlink_to])
def test_links_stay_links(window: MainWindow, tmp_path: Path, make: Callable[[Path, Path], None]) -> None:
    file, link = tmp_path / "真正的.pbproj", tmp_path / "链接.pbproj"
    save(shell_document(), file)
    make(link, file)
    window.files.open_path(link)
    assert changed(window).files.save()
    assert load(file) == load(link) == window.session.document
    assert link.samefile(file)


def may_mount() -> bool:
    """Whether this machine lets a program have a disk of its own; containers often do not."""
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return (
        shutil.which("unshare") is not None
        and subprocess.run(command, check=False, capture_output=True).returncode == 0
    )


MOUNT = 'mount -t tmpfs -o size=256k tmpfs "$0" && exec "$@"'
LIMIT = (
    'folder=$0; ulimit -f 256; trap "" XFSZ; exec "$@"'  # of the size of a file: the system refuses as a full disk does
)
DISKS = {"limit": ("sh", "-c", LIMIT), **({"tmpfs": ("unshare", "-rm", "sh", "-c", MOUNT)} if may_mount() else {})}


@posix
@pytest.mark.parametrize("disk_of", DISKS)
def test_a_disk_that_is_truly_full(tmp_path: Path, disk_of: str) -> None:
    folder = tmp_path / "small disk"
    folder.mkdir()
    command = [*DISKS[disk_of], str(folder), sys.executable, "-c", SMALL_DISK, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PBEDITOR_SETTINGS": str(tmp_path / "settings")}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert done.stderr == ""
    assert done.returncode == 0

"""Who has a document open is told to others; what a crashed program left is taken without a word."""

import ctypes
import getpass
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec import json
from msgspec.structs import replace

from pbeditor.store import lock, temporary
from pbeditor.store.lock import Holder, acquire, holder, lock_path, release, take_over
from pbeditor.store.process import Owner, host, this_owner
from pbeditor.store.temporary import sweep
from tests.store.ended import killed_after

OTHER = Holder("李会计", "二楼电脑", "2020-03-01 09:15", Owner("elsewhere", "b", 7, "1"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "绩效 2020.pbproj"
    path.write_bytes(b"{}")
    return path


def held_by(other: Holder, file: Path) -> None:
    lock_path(file).write_bytes(json.encode(other))


def test_a_lock_names_who_where_and_since_when(file: Path) -> None:
    assert acquire(file) is None
    told = json.decode(lock_path(file).read_bytes(), type=Holder)
    assert (told.user, told.host, told.owner) == (getpass.getuser(), host(), this_owner())
    assert told.since[:2] == "20"


def test_on_windows_it_is_hidden_among_the_documents(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden: list[tuple[str, int]] = []
    kernel = SimpleNamespace(SetFileAttributesW=lambda name, mark: hidden.append((Path(name).suffix, mark)))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(temporary, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(lock, "this_owner", lambda: OTHER.owner)
    monkeypatch.setattr(temporary, "this_owner", lambda: OTHER.owner)
    assert acquire(file) is None
    assert hidden == [(".pbtmp", 2)], "before it has its name"
    assert lock_path(file).exists()


def test_what_this_program_holds_it_may_open_again(file: Path) -> None:
    assert acquire(file) is None
    assert acquire(file) is None
    assert holder(file) is None


def test_another_persons_lock_is_respected_and_not_given_back_by_us(file: Path) -> None:
    held_by(OTHER, file)
    assert acquire(file) == OTHER
    release(file)
    assert holder(file) == OTHER


def test_a_lock_can_be_taken_over_and_given_back(file: Path) -> None:
    held_by(OTHER, file)
    take_over(file)
    assert holder(file) is None
    release(file)
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == [file.name]


def test_a_crashed_programs_lock_is_taken_without_a_word(file: Path) -> None:
    killed_after("from pbeditor.store.lock import acquire\nacquire(Path(sys.argv[1]))", str(file))
    assert lock_path(file).exists()
    assert acquire(file) is None
    assert json.decode(lock_path(file).read_bytes(), type=Holder).owner == this_owner()


def test_a_lock_from_before_the_machine_was_started_again_is_taken(file: Path) -> None:
    held_by(replace(OTHER, owner=replace(this_owner(), boot="before")), file)
    assert acquire(file) is None


def test_of_two_that_find_a_stale_lock_one_gets_it(file: Path) -> None:
    stale = replace(OTHER, owner=replace(this_owner(), boot="before"))
    held_by(OTHER, file)  # the other was quicker: its lock lies there now
    assert not lock._take_away(lock_path(file), stale)
    assert holder(file) == OTHER


@pytest.mark.parametrize("content", [b"", b"\0\0", b"[1]", b"{" * 10_000])
def test_a_lock_that_cannot_be_read_is_somebodys(file: Path, content: bytes) -> None:
    lock_path(file).write_bytes(content)
    assert acquire(file) == Holder()


def test_a_lock_of_another_program_is_shown_as_one_short_line(file: Path) -> None:
    held_by(replace(OTHER, user="甲\n" * 900), file)
    other = holder(file)
    assert other is not None
    assert len(other.user) <= 60
    assert "\n" not in other.user


def test_a_folder_that_takes_no_lock_hinders_nobody(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert acquire(file) is None
    assert not lock_path(file).exists()


def test_a_file_system_without_links_has_locks_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "")

    monkeypatch.setattr("os.link", refuse)
    assert acquire(file) is None
    assert lock_path(file).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there only an administrator makes links")
def test_a_link_and_its_file_have_one_lock(file: Path) -> None:
    link = file.with_name("link.pbproj")
    link.symlink_to(file)
    assert lock_path(link) == lock_path(file)


def test_a_name_as_long_as_the_disk_allows_is_locked(tmp_path: Path) -> None:
    path = tmp_path / ("名" * 82 + ".pbproj")
    assert acquire(path) is None
    assert lock_path(path).exists()


def test_a_lock_that_may_not_be_read_is_somebodys(file: Path) -> None:
    lock_path(file).mkdir()
    assert acquire(file) == Holder()


def test_a_lock_that_is_given_back_in_this_moment_is_ours(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create, refused = lock._create, iter((True,))
    monkeypatch.setattr(lock, "_create", lambda path: not next(refused, False) and create(path))
    assert acquire(file) is None
    assert lock_path(file).exists()


def test_a_stale_lock_that_cannot_be_removed_is_respected(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = replace(OTHER, owner=replace(this_owner(), boot="before"))
    held_by(stale, file)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr(Path, "rename", refuse)
    assert acquire(file) == stale


def test_windows_gives_the_lock_its_name_by_renaming(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    piece = file.with_name("piece")
    piece.write_bytes(b"{}")
    wanted = lock_path(file)
    with monkeypatch.context() as windows:
        windows.setattr(lock, "os", SimpleNamespace(name="nt"))
        lock._name(piece, wanted, b"{}")
    assert lock_path(file).read_bytes() == b"{}"


def test_a_user_without_an_account_has_a_lock_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", fail)
    assert acquire(file) is None
    assert json.decode(lock_path(file).read_bytes(), type=Holder).user == ""


def test_what_a_program_killed_while_it_made_a_lock_left_is_swept_away(file: Path) -> None:
    killed_after(
        "import os\nfrom pbeditor.store import lock\n"
        "lock._name = lambda *_: os.kill(os.getpid(), 9)\nlock.acquire(Path(sys.argv[1]))",
        str(file),
    )
    assert len([*file.parent.glob(".*")]) == 1
    sweep(file.parent)
    assert [*file.parent.glob(".*")] == []

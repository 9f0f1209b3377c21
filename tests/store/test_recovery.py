"""What was not saved when a program crashed is found again; what is not worth a question is not asked about."""

import os
import re
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Document, Project, Section
from pbeditor.store import backup, recovery
from pbeditor.store.process import this_owner
from pbeditor.store.project_file import save
from pbeditor.store.recovery import claim, discard, forget, keep, left_over
from tests.store.ended import killed_after

DOCUMENT = Document("hebei-2020", 2020, "题", projects=(Project("a", name="项目甲"),))
CHANGED = replace(DOCUMENT, title="改过的题")
CRASH = """
from pbeditor.store import recovery, project_file
document = project_file.load(Path(sys.argv[1]))
recovery.keep("k", "绩效.pbproj", Path(sys.argv[2]) if sys.argv[2] else None, document)"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "绩效.pbproj"
    save(DOCUMENT, path)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    return path


def crash_with(document: Document, path: Path | None, tmp_path: Path) -> None:
    """A program that was killed after it had kept `document` as a change of `path`."""
    save(document, tmp_path / "typed.pbproj")
    killed_after(CRASH, str(tmp_path / "typed.pbproj"), str(path or ""))


def test_the_work_of_a_killed_program_is_offered_with_its_file(file: Path, tmp_path: Path) -> None:
    crash_with(CHANGED, file, tmp_path)
    (copy,) = left_over()
    assert (copy.name, copy.path, copy.document, copy.saved) == ("绩效.pbproj", file, CHANGED, DOCUMENT)


def test_what_was_never_saved_is_offered_too(tmp_path: Path) -> None:
    crash_with(CHANGED, None, tmp_path)
    (copy,) = left_over()
    assert (copy.path, copy.saved, copy.document) == (None, None, CHANGED)


def test_the_work_of_a_running_program_is_its_own_affair(file: Path) -> None:
    keep("mine", "绩效.pbproj", file, CHANGED)
    assert left_over() == ()


def test_an_identical_copy_is_never_offered(file: Path, tmp_path: Path) -> None:
    crash_with(DOCUMENT, file, tmp_path)
    assert left_over() == ()
    assert [*recovery.folder().iterdir()] == []


@pytest.mark.parametrize("sections", [(), (Section("总体绩效目标"),)])
def test_an_empty_copy_is_never_offered(file: Path, tmp_path: Path, sections: tuple[Section, ...]) -> None:
    crash_with(replace(DOCUMENT, projects=(), overall=sections), file, tmp_path)
    assert left_over() == ()


def test_an_older_copy_is_not_offered_but_lies_with_the_earlier_versions(file: Path, tmp_path: Path) -> None:
    crash_with(CHANGED, file, tmp_path)
    os.utime(file, (4_000_000_000, 4_000_000_000))
    assert left_over() == ()
    assert [version.projects for version in backup.versions(file)] == [1]


@pytest.mark.parametrize("document", [CHANGED, replace(CHANGED, title="半\ud800")])
def test_a_server_whose_clock_is_ahead_makes_no_copy_older(document: Document, file: Path, tmp_path: Path) -> None:
    os.utime(file, (4_000_000_000, 4_000_000_000))
    crash_with(document, file, tmp_path)
    assert [copy.path for copy in left_over()] == [file]
    assert backup.versions(file) == ()


def test_a_file_that_is_gone_makes_its_copy_all_the_more_wanted(file: Path, tmp_path: Path) -> None:
    crash_with(DOCUMENT, file, tmp_path)
    file.unlink()
    assert [copy.saved for copy in left_over()] == [None]


def test_a_damaged_copy_is_neither_offered_nor_thrown_away(file: Path, tmp_path: Path) -> None:
    crash_with(CHANGED, file, tmp_path)
    (found,) = recovery.folder().iterdir()
    found.write_bytes(found.read_bytes()[:50])
    assert left_over() == ()
    assert found.exists()


@pytest.mark.parametrize("when", [b"1e300", b"-1e300", b"9999999999999"])
def test_a_copy_whose_time_is_spoilt_is_offered_as_of_when_it_was_written(when: bytes, tmp_path: Path) -> None:
    crash_with(CHANGED, None, tmp_path)
    (copy,) = left_over()
    copy.file.write_bytes(re.sub(rb'"when":[^,]*', b'"when":' + when, copy.file.read_bytes()))
    (again,) = left_over()
    assert (again.document, again.when) == (CHANGED, copy.file.stat().st_mtime)


def test_of_two_programs_one_gets_the_copy(file: Path, tmp_path: Path) -> None:
    crash_with(CHANGED, file, tmp_path)
    (copy,) = left_over()
    assert claim(copy, "new")
    assert not claim(copy, "other")
    assert left_over() == ()
    forget("new")
    assert [*recovery.folder().iterdir()] == []


def test_a_copy_can_be_given_up(file: Path, tmp_path: Path) -> None:
    crash_with(CHANGED, file, tmp_path)
    discard(left_over()[0])
    assert left_over() == ()


def test_several_programs_leave_a_copy_each_and_the_newest_comes_first(file: Path, tmp_path: Path) -> None:
    crash_with(replace(DOCUMENT, title="一"), file, tmp_path)
    crash_with(replace(DOCUMENT, title="二"), None, tmp_path)
    assert [copy.document.title for copy in left_over()] == ["二", "一"]


def test_half_a_surrogate_pair_does_not_stop_keeping(file: Path) -> None:
    keep("mine", "绩效.pbproj", file, replace(DOCUMENT, title="题\ud83d"))
    assert len([*recovery.folder().iterdir()]) == 1


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_copies_are_the_users_alone(file: Path) -> None:
    keep("mine", "绩效.pbproj", file, CHANGED)
    (copy,) = recovery.folder().iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert str(this_owner().pid) in copy.name


@pytest.mark.parametrize(("held", "offered"), [(DOCUMENT, True), (replace(DOCUMENT, title="别人改的题"), False)])
def test_a_file_that_was_only_copied_back_makes_no_copy_older(
    held: Document, offered: bool, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("k", "绩效.pbproj", file, CHANGED, sha256(file.read_bytes()).digest())
    save(held, file)
    os.utime(file, (4_000_000_000, 4_000_000_000))
    monkeypatch.setattr(recovery, "is_gone", lambda _: True)
    assert [copy.document for copy in left_over()] == [CHANGED] * offered


def test_a_file_that_cannot_be_read_again_is_taken_for_another(file: Path) -> None:
    assert recovery._digest(file) == sha256(file.read_bytes()).hexdigest()
    assert recovery._digest(file.parent) is None

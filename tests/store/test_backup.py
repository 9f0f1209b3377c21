"""Ten earlier versions of a file, each with its date, size and number of projects."""

import os
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.model.errors import UnwritableError
from pbeditor.store import backup, project_file
from pbeditor.store.backup import KEPT, keep, versions
from pbeditor.store.project_file import encode, load, save

DOCUMENT = Document("hebei-2020", 2020, "题", projects=(Project("a"), Project("b")))


def titled(title: str) -> Document:
    return replace(DOCUMENT, title=title)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "绩效.pbproj"


def test_each_saving_keeps_what_the_file_held(file: Path) -> None:
    for title in ("一", "二", "三"):
        save(titled(title), file)
    kept = versions(file)
    assert [project_file.load(version.file).title for version in kept] == ["二", "一"]
    assert {version.projects for version in kept} == {2}
    assert kept[0].size == len(encode(titled("二")))


def test_a_version_tells_when_it_was_saved_not_when_it_was_replaced(file: Path) -> None:
    save(titled("一"), file)
    os.utime(file, (1_000_000_000, 1_000_000_000))
    save(titled("二"), file)
    assert [version.when.timestamp() for version in versions(file)] == [1_000_000_000]


def test_ten_versions_are_kept_and_the_oldest_goes(file: Path) -> None:
    for number in range(KEPT + 4):
        save(titled(str(number)), file)
    assert [project_file.load(each.file).title for each in versions(file)] == [str(n) for n in range(12, 2, -1)]


def test_a_clock_that_was_set_back_takes_no_newer_version_for_the_oldest(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Back(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Back":
            return cls(2009, 1, 1, tzinfo=tz)

    save(titled("先"), file)
    save(titled("0"), file)
    monkeypatch.setattr(backup, "datetime", Back)
    for number in range(1, KEPT + 2):
        save(titled(str(number)), file)
    assert [project_file.load(each.file).title for each in versions(file)] == [str(n) for n in range(10, 0, -1)]


def test_saving_the_same_again_makes_no_version(file: Path) -> None:
    save(DOCUMENT, file)
    save(DOCUMENT, file)
    assert versions(file) == ()
    assert keep(file, b"x", 0)
    assert keep(file, b"x", 0) is None
    assert keep(file, b"\0\0 ", 0) is None


def test_versions_of_one_file_are_not_those_of_another(file: Path) -> None:
    keep(file, b"x", 0)
    assert versions(file.with_name("另一份.pbproj")) == ()


def test_a_version_that_cannot_be_read_has_no_number_of_projects(file: Path) -> None:
    keep(file, b"PK", 0)
    assert [version.projects for version in versions(file)] == [None]


def test_what_is_named_otherwise_is_left_alone(file: Path) -> None:
    kept = keep(file, b"x", 0)
    assert kept
    other = kept.with_name("我的.pbproj")
    other.write_bytes(b"y")
    assert [version.file for version in versions(file)] == [kept]


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_versions_are_the_users_alone(file: Path) -> None:
    kept = keep(file, b"x", 0)
    assert kept
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


def test_a_settings_disk_that_is_full_does_not_stop_saving(file: Path, settings_folder: Path) -> None:
    save(titled("一"), file)
    settings_folder.write_bytes(b"not a folder")
    save(titled("二"), file)
    assert project_file.load(file).title == "二"
    assert backup.versions(file) == ()


def test_writing_in_place_needs_the_earlier_version_to_lie_safe(file: Path, settings_folder: Path) -> None:
    save(titled("一"), file)
    settings_folder.write_bytes(b"not a folder")
    with pytest.raises(UnwritableError):
        save(titled("二"), file, in_place=True)
    assert project_file.load(file).title == "一"


def test_a_version_that_vanishes_is_no_fault(file: Path) -> None:
    assert not backup._holds(file, b"x")


def test_written_in_place_the_earlier_version_lies_safe_first(file: Path) -> None:
    save(titled("一"), file)
    save(titled("二"), file, in_place=True)
    assert load(file) == titled("二")
    assert [load(version.file) for version in versions(file)] == [titled("一")]

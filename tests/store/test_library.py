"""The library is a file that can be kept, exchanged and never breaks the program."""

import stat
import sys
from pathlib import Path

import pytest

from pbeditor.check.engine import check
from pbeditor.edit.library import row_from, with_entries
from pbeditor.model.document import Document, Project, Target
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.model.library import Entry, Library
from pbeditor.store.forms import load_forms
from pbeditor.store.library import (
    LIMIT,
    library_path,
    load_from,
    load_library,
    save_library,
    save_to,
    set_library_aside,
    starter_set,
)

LIBRARY = Library((Entry("产出指标", "数量指标", "次数", "开展次数", Target("≥", "3", "3次"), "计划", "去年"),))


def test_a_library_is_empty_before_its_first_entry() -> None:
    assert load_library() == Library()


def test_what_is_kept_is_there_at_the_next_start() -> None:
    save_library(LIBRARY)
    assert load_library() == LIBRARY


def test_the_mark_that_notepad_puts_before_a_library_is_passed_over(tmp_path: Path) -> None:
    save_library(LIBRARY)
    (tmp_path / "同事的.json").write_bytes(b"\xef\xbb\xbf" + library_path().read_bytes())
    assert load_from(tmp_path / "同事的.json") == LIBRARY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_library_is_readable_by_its_user_alone() -> None:
    save_library(LIBRARY)
    assert stat.S_IMODE(library_path().stat().st_mode) == 0o600


def test_a_colleague_reads_the_same_library(tmp_path: Path) -> None:
    save_to(LIBRARY, tmp_path / "指标库.json")
    assert load_from(tmp_path / "指标库.json") == LIBRARY


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": "other", "version": 1, "entries": []}', '{"format": "pbeditor-library"}']
)
def test_a_file_that_is_no_library_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "坏.json"
    path.write_text(content, "utf-8")
    with pytest.raises(UnreadableError, match=r"坏\.json.*不是完好的指标库文件"):
        load_from(path)


def test_a_broken_library_is_set_aside_and_never_overwritten() -> None:
    save_library(LIBRARY)
    library_path().write_text("first", "utf-8")
    first = set_library_aside()
    library_path().write_text("second", "utf-8")
    second = set_library_aside()
    assert first is not None
    assert second is not None
    assert (first.read_text("utf-8"), second.read_text("utf-8")) == ("first", "second")
    assert load_library() == Library()


def test_where_nothing_can_be_set_aside_nothing_happens() -> None:
    assert set_library_aside() is None


def test_a_library_too_large_to_be_read_again_is_not_written(tmp_path: Path) -> None:
    huge = Library((Entry(name="字" * (LIMIT // 3)),))
    with pytest.raises(UnwritableError, match="指标库太大"):
        save_to(huge, tmp_path / "大.json")
    assert list(tmp_path.glob("*.json")) == []


@pytest.mark.parametrize("form_id", ["hebei-2020", "mof-2015", "mof-2021"])
def test_the_starter_set_fits_every_form_without_an_error(form_id: str) -> None:
    form = load_forms()[form_id]
    rows = tuple(row_from(entry, str(number), form) for number, entry in enumerate(starter_set()))
    problems = check(Document(form_id, 2020, projects=(Project("p", indicators=rows),)), form).problems
    about_rows = [p for p in problems if "/indicators/" in p.path and p.severity == "error"]
    assert about_rows == []
    assert all(form.level1(row.level1) for row in rows)


def test_the_starter_set_has_every_indicator_once() -> None:
    assert len(with_entries(Library(), starter_set()).entries) == len(starter_set()) > 50

"""The log: kinds and places of errors, nothing of a document, and never more than three small files."""

import os
import sys
from pathlib import Path

import pytest

from pbeditor.store import log
from pbeditor.store.log import log_error, log_path


def fail_over(text: str) -> None:
    try:
        int(text)
    except ValueError as error:
        log_error(type(error), error.__traceback__)


def test_an_error_is_logged_by_its_kind_and_places() -> None:
    fail_over("x")
    text = log_path().read_text("utf-8")
    assert "builtins.ValueError" in text
    assert "test_log.py" in text
    assert "fail_over" in text


def test_no_text_of_a_document_gets_into_the_log() -> None:
    fail_over("某区委的秘密经费")
    assert "秘密" not in log_path().read_text("utf-8")


def test_the_log_turns_over_and_keeps_two_older_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LIMIT", 200)
    for _ in range(12):
        fail_over("x")
    files = sorted(path.name for path in log_path().parent.iterdir())
    assert files == ["pbeditor.log", "pbeditor.log.1", "pbeditor.log.2"]
    assert all(path.stat().st_size < 2000 for path in log_path().parent.iterdir())


def test_a_log_that_cannot_be_written_is_no_second_fault(settings_folder: Path) -> None:
    settings_folder.write_bytes(b"no folder")
    fail_over("x")
    assert not log_path().exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_the_log_is_the_users_alone() -> None:
    os.umask(0o022)
    fail_over("x")
    assert log_path().stat().st_mode & 0o777 == 0o600

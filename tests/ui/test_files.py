"""Opening, saving, leaving: what is open is never lost, and what fails is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.store.project_file import load, save
from pbeditor.store.resources import resource
from pbeditor.ui.dialogs import file_choices, questions
from pbeditor.ui.dialogs.import_report import ImportReport
from pbeditor.ui.main_window import MainWindow
from tests.ui.conftest import shell_document

Told = list[str]
CORPUS = Path(__file__).resolve().parents[1] / "data" / "corpus"


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The sentences that would be shown in dialogs."""
    told: Told = []
    monkeypatch.setattr(questions, "tell_fault", lambda _window, sentence: told.append(sentence))
    return told


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Told]:
    """Answers the question about unsaved work; returns the names that were asked about."""

    def give(word: str) -> Told:
        asked: Told = []

        def ask(_window: MainWindow, name: str) -> str:
            asked.append(name)
            return word

        monkeypatch.setattr(questions, "ask_unsaved", ask)
        return asked

    return give


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: path)


def test_a_project_file_opens_as_saved_and_is_recent(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.session.document == shell_document()
    assert not opened.session.is_unsaved
    assert opened.session.path == tmp_path / "绩效.pbproj"
    assert opened.memory.settings.recent == (str(tmp_path / "绩效.pbproj"),)


@pytest.mark.parametrize("content", [None, b"", b"{", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_bad_file_is_named_and_what_is_open_stays(
    opened: MainWindow, tmp_path: Path, faults: Told, content: bytes | None
) -> None:
    bad = tmp_path / "坏文件.docx"
    if content is not None:
        bad.write_bytes(content)
    before = opened.session.document
    opened.files.open_path(bad)
    assert len(faults) == 1
    assert "坏文件.docx" in faults[0]
    assert opened.session.document is before


def test_a_word_file_is_imported_unsaved_with_its_report(window: MainWindow, real_folder: Path) -> None:
    window.files.open_path(real_folder / "2020.docx")
    assert len(window.session.document.projects) == 14
    assert window.session.is_unsaved
    assert window.session.path is None
    assert window.files.proposed(".pbproj").name == "2020.pbproj"
    assert window.findChild(ImportReport) is not None


def test_saving_writes_the_file_and_clears_the_dot(opened: MainWindow, tmp_path: Path) -> None:
    opened.session.write("改名", "projects/0/name", "新名")
    assert opened.windowTitle().startswith("● 绩效.pbproj")
    assert opened.files.save()
    assert load(tmp_path / "绩效.pbproj").projects[0].name == "新名"
    assert opened.windowTitle().startswith("绩效.pbproj")


def test_saving_what_has_no_file_asks_for_one(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "新.pbproj")
    window.files.new()
    assert window.files.save()
    assert load(tmp_path / "新.pbproj") == window.session.document
    assert window.files.name == "新.pbproj"


def test_a_save_that_fails_leaves_the_document_unsaved(opened: MainWindow, tmp_path: Path, faults: Told) -> None:
    opened.session.write("改名", "projects/0/name", "新名")
    opened.session.path = tmp_path / "没有" / "此文件夹.pbproj"
    assert not opened.files.save()
    assert len(faults) == 1
    assert opened.session.is_unsaved


def test_what_is_being_typed_is_committed_before_saving(opened: MainWindow, tmp_path: Path) -> None:
    opened.session.commit_requested.connect(lambda: opened.session.write("改名", "projects/0/name", "刚打完"))
    opened.files.save()
    assert load(tmp_path / "绩效.pbproj").projects[0].name == "刚打完"


@pytest.mark.parametrize(
    ("word", "leaves", "kept"), [("save", True, "新名"), ("discard", True, "活动经费"), ("cancel", False, "活动经费")]
)
def test_unsaved_work_is_asked_about(
    opened: MainWindow, tmp_path: Path, answer: Callable[[str], Told], word: str, leaves: bool, kept: str
) -> None:
    asked = answer(word)
    opened.session.write("改名", "projects/0/name", "新名")
    assert opened.files.may_leave() is leaves
    assert asked == ["绩效.pbproj"]
    assert load(tmp_path / "绩效.pbproj").projects[0].name == kept


def test_a_broken_file_is_found_before_unsaved_work_is_asked_about(
    opened: MainWindow, tmp_path: Path, faults: Told, answer: Callable[[str], Told]
) -> None:
    asked = answer("discard")
    opened.session.write("改名", "projects/0/name", "新名")
    opened.files.open_path(tmp_path / "不存在.pbproj")
    assert (len(faults), asked) == (1, [])


def test_cancelling_keeps_the_window_open(opened: MainWindow, answer: Callable[[str], Told]) -> None:
    answer("cancel")
    opened.session.write("改名", "projects/0/name", "新名")
    assert not opened.close()
    assert opened.isVisible()


def test_a_saved_document_closes_to_the_start_page(opened: MainWindow) -> None:
    opened.files.close()
    assert opened.start.isVisible()
    assert not opened.commands["save"].isEnabled()


def test_the_report_of_an_import_goes_with_its_document(window: MainWindow, answer: Callable[[str], Told]) -> None:
    answer("discard")
    window.files.open_path(CORPUS / "07-glued-values.docx")
    window.commands.refresh()
    report = window.findChild(ImportReport)
    assert report is not None
    assert window.commands["report"].isEnabled()
    window.files.close()
    assert not window.commands["report"].isEnabled()
    assert not report.isVisible()


def test_the_sample_is_saved_elsewhere(window: MainWindow) -> None:
    window.files.open_sample()
    assert window.session.path is None
    assert not window.session.is_unsaved
    assert window.files.proposed(".pbproj").parent != resource("samples")


def test_choosing_nothing_changes_nothing(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, None)
    before = opened.session.document
    opened.files.open()
    opened.files.import_file()
    opened.files.open_last_year()
    assert not opened.files.save_as()
    assert opened.session.document is before


def test_recent_files_lead_the_list_once(opened: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "另一个.pbproj"
    save(replace(shell_document(), year=2019), other)
    opened.files.open_path(other)
    opened.files.open_path(tmp_path / "绩效.pbproj")
    assert [Path(name).name for name in opened.memory.settings.recent] == ["绩效.pbproj", "另一个.pbproj"]

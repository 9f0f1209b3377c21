"""Exporting: what fails is said and leaves nothing half-written; what was written can be opened."""

from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from pbeditor.model.progress import tick
from pbeditor.store.resources import resource
from pbeditor.ui import outputs
from pbeditor.ui.background import wait_for_all
from pbeditor.ui.dialogs import export_options, file_choices, questions
from pbeditor.ui.dialogs.options import Options
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import Node
from pbeditor.ui.paper import print_preview
from pbeditor.work.opening import open_any
from tests.ui.waiting import written


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _window, sentence: told.append(sentence))
    return told


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)
    monkeypatch.setattr(export_options, "ask_options", lambda dialog: dialog.options())


def test_an_export_that_fails_is_said_and_leaves_the_old_file(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    file = tmp_path / "只读.docx"
    file.write_bytes(b"old")
    file.chmod(0o444)
    choose(monkeypatch, file)
    opened.outputs.export(".docx")
    written(opened)
    assert "只读.docx" in faults[0]
    assert file.read_bytes() == b"old"
    assert opened.status.currentMessage() == ""
    assert QApplication.overrideCursor() is None


def test_the_findings_are_exported_as_a_list(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    choose(monkeypatch, tmp_path / "清单.docx")
    opened.outputs.export_problems()
    written(opened)
    assert (opened.status.currentMessage(), faults) == ("已导出“清单.docx”", [])
    assert (tmp_path / "清单.docx").read_bytes().startswith(b"PK")


def test_no_file_chosen_exports_nothing(opened: MainWindow, monkeypatch: pytest.MonkeyPatch, faults: list[str]) -> None:
    choose(monkeypatch, None)
    opened.outputs.export(".pdf")
    assert (opened.status.currentMessage(), faults) == ("", [])


def test_what_was_exported_can_be_opened_with_its_folder(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())))
    choose(monkeypatch, tmp_path / "导出.docx")
    opened.outputs.export(".docx")
    written(opened)
    for link in opened.status._links.findChildren(QToolButton):
        link.click()
    assert shown == [tmp_path / "导出.docx", tmp_path]
    opened.status.clearMessage()
    assert not opened.status._links.isVisible()


def test_of_a_file_for_each_project_the_folder_can_be_opened(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())))
    choose(monkeypatch, tmp_path / "导出.docx")
    monkeypatch.setattr(export_options, "ask_options", lambda _dialog: Options(each=True))
    opened.outputs.export(".docx")
    written(opened)
    assert len(list(tmp_path.glob("导出-*.docx"))) == len(opened.session.document.projects) > 1
    for link in opened.status._links.findChildren(QToolButton):
        if not link.isHidden():
            link.click()
    assert shown == [tmp_path]


def test_the_users_own_reference_document_is_used(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    own = tmp_path / "版式.docx"
    own.write_bytes(resource("word", "reference.docx").read_bytes())
    opened.memory.remember(reference=str(own))
    choose(monkeypatch, tmp_path / "导出.docx")
    opened.outputs.export(".docx")
    written(opened)
    assert len(open_any(tmp_path / "导出.docx").document.projects) == 3
    own.unlink()
    opened.outputs.export(".docx")
    written(opened)
    assert "版式.docx" in faults[0]


def test_the_preview_gets_what_was_just_typed_and_what_is_selected(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, list[str]]] = []

    class Preview:
        def __init__(self, _session: object, _parent: object, selected: list[str], _memory: object) -> None:
            seen.append((opened.session.document.title, selected))

        def exec(self) -> None:
            """Shown."""

        def deleteLater(self) -> None:
            """Gone."""

    opened.session.commit_requested.connect(lambda: opened.session.write("改", "title", "刚打完"))
    monkeypatch.setattr(print_preview, "PrintPreviewDialog", Preview)
    opened.tree.show_node(Node("project", "6HMH"))
    opened.commands["preview"].trigger()
    assert seen == [("刚打完", ["6HMH"])]


def test_printing_shows_the_pages_with_the_printer_s_button_ready(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def look(dialog: print_preview.PrintPreviewDialog) -> int:
        dialog.show()
        seen.append(dialog.focusWidget() is dialog.print_button)
        return 0

    monkeypatch.setattr(print_preview.PrintPreviewDialog, "exec", look)
    opened.commands["print"].trigger()
    assert seen == [True]


def test_a_pdf_is_written_while_the_window_goes_on(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    path = tmp_path / "导出.pdf"
    choose(monkeypatch, path)
    opened.outputs.export(".pdf")
    assert opened.status.progress.isVisible()
    opened.session.write("改", "title", "导出时改的")
    qtbot.waitUntil(lambda: not opened.status.progress.isVisible())
    assert opened.status.currentMessage().startswith("已导出“导出.pdf”")
    said = PdfReader(path).metadata
    assert (said and said.title, faults) == ("2020年部门预算绩效信息", [])


def test_a_pdf_can_be_given_up_on_the_way(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    path, clicked = tmp_path / "导出.pdf", Event()

    def slow(*_: object) -> bytes:
        clicked.wait(5)
        tick("正在绘制")
        return b""

    choose(monkeypatch, path)
    monkeypatch.setattr(outputs, "_draw_pdf", slow)
    opened.outputs.export(".pdf")
    opened.status.progress.stop.click()
    clicked.set()
    wait_for_all()
    qtbot.wait(20)
    assert (path.exists(), opened.status.currentMessage(), faults) == (False, "", [])


def test_a_pdf_that_fails_beside_the_window_is_said(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    choose(monkeypatch, tmp_path / "没有" / "导出.pdf")
    opened.outputs.export(".pdf")
    qtbot.waitUntil(lambda: bool(faults))
    assert "导出.pdf" in faults[0]


def test_an_export_waits_for_the_one_before(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    for name in ("导出.docx", "导出.xlsx"):
        choose(monkeypatch, tmp_path / name)
        opened.outputs.export(Path(name).suffix)
    assert not (tmp_path / "导出.xlsx").exists()
    written(opened)
    assert sorted(file.name for file in tmp_path.glob("导出.*")) == ["导出.docx", "导出.xlsx"]
    assert opened.status.currentMessage().startswith("已导出“导出.xlsx”")


def test_giving_up_an_export_lets_the_next_one_begin(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    clicked = Event()

    def slow(*_: object) -> bytes:
        clicked.wait(5)
        tick("正在绘制")
        return b""

    monkeypatch.setattr(outputs, "_draw_pdf", slow)
    for name in ("导出.pdf", "导出.docx"):
        choose(monkeypatch, tmp_path / name)
        opened.outputs.export(Path(name).suffix)
    opened.status.progress.stop.click()
    clicked.set()
    written(opened)
    wait_for_all()
    assert ([file.name for file in tmp_path.glob("导出.*")], faults) == (["导出.docx"], [])


def test_the_file_holds_the_document_as_it_was_when_asked_for(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    choose(monkeypatch, tmp_path / "导出.docx")
    opened.outputs.export(".docx")
    opened.session.write("改", "title", "导出时改的")
    written(opened)
    assert open_any(tmp_path / "导出.docx").document.title == "2020年部门预算绩效信息"

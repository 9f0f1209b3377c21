"""导出: what is asked before the file's name, and what comes of it."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import LINES
from pbeditor.sheet.style import PLAIN, Style
from pbeditor.store.resources import resource
from pbeditor.ui.dialogs import export_options, file_choices, questions, style_dialog
from pbeditor.ui.dialogs.export_options import SELECTED, SUMMARY, ExportOptionsDialog
from pbeditor.ui.dialogs.options import Options
from pbeditor.ui.dialogs.style_dialog import StyleDialog, ask_style
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.paper.print_preview import PrintPreviewDialog
from tests.ui.paper.conftest import paper_document
from tests.ui.waiting import written


@pytest.fixture
def document() -> Document:
    return paper_document()


def dialog(
    qtbot: QtBot, document: Document, form: Form, suffix: str = ".docx", before: Options | None = None
) -> ExportOptionsDialog:
    made = ExportOptionsDialog(document, form, suffix, before or Options(), ["乙"])
    qtbot.addWidget(made)
    made.show()
    return made


def choose(box: ExportOptionsDialog, scope: str) -> None:
    box.scope.setCurrentIndex(box.scope.findData(scope))


def test_at_first_the_whole_document_is_wanted_in_the_usual_style(
    qtbot: QtBot, document: Document, hebei: Form
) -> None:
    assert dialog(qtbot, document, hebei).options() == Options()


def test_what_was_chosen_last_time_is_chosen_again(qtbot: QtBot, document: Document, hebei: Form) -> None:
    before = Options(style=Style(PLAIN, cover=True, contents=False, draft=True, markup=LINES), each=True, comments=True)
    assert dialog(qtbot, document, hebei, before=before).options() == before


def test_the_projects_one_is_at_or_their_summary_can_be_chosen(qtbot: QtBot, document: Document, hebei: Form) -> None:
    box = dialog(qtbot, document, hebei)
    choose(box, SELECTED)
    assert box.options().projects == ("乙",)
    choose(box, SUMMARY)
    assert box.options().style.summary
    assert not box.each.isEnabled()


def test_what_a_summary_cannot_follow_cannot_be_chosen_beside_it(qtbot: QtBot, document: Document, hebei: Form) -> None:
    box = dialog(qtbot, document, hebei, before=Options(comments=True))
    assert box.comments.isEnabled()
    choose(box, SUMMARY)
    assert not any(part.isEnabled() for part in (box.comments, box.style_box.values, box.style_box.contents))
    assert not box.options().comments


def test_the_summary_can_be_a_workbook(qtbot: QtBot, document: Document, hebei: Form) -> None:
    box = dialog(qtbot, document, hebei, ".xlsx")
    choose(box, SUMMARY)
    assert box.options().style.summary
    assert not box.heads.isEnabled()


def test_a_cover_that_is_remembered_is_followed_only_for_whole_documents() -> None:
    style = Style(cover=True, contents=True)
    assert Options(style=style).followed == style
    less = Style(cover=False, contents=False)
    assert [Options(("乙",), style).followed, Options(style=style, each=True).followed] == [less, less]


def test_each_project_may_have_a_workbook_though_one_is_at_none(qtbot: QtBot, document: Document, hebei: Form) -> None:
    box = ExportOptionsDialog(document, hebei, ".xlsx", Options(each=True))
    qtbot.addWidget(box)
    assert box.each.isEnabled()
    assert box.options().each


def test_cover_and_contents_are_for_whole_documents(qtbot: QtBot, document: Document, hebei: Form) -> None:
    box = dialog(qtbot, document, hebei)
    assert box.style_box.cover.isEnabled()
    box.each.setChecked(True)
    assert not box.style_box.cover.isEnabled()


@pytest.mark.parametrize(
    ("suffix", "word_only", "paged"), [(".docx", True, True), (".xlsx", False, False), (".pdf", False, True)]
)
def test_a_format_is_asked_only_for_what_it_has(
    qtbot: QtBot, document: Document, hebei: Form, suffix: str, word_only: bool, paged: bool
) -> None:
    box = dialog(qtbot, document, hebei, suffix)
    assert [part.isVisible() for part in (box.comments, box.own, box.look)] == [word_only] * 3
    assert [part.isVisible() for part in (box.style_box.cover, box.style_box.markup)] == [paged] * 2


def test_the_users_own_look_is_taken_and_given_up_again(
    qtbot: QtBot, document: Document, hebei: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = dialog(qtbot, document, hebei)
    monkeypatch.setattr(file_choices, "file_to_open", lambda *_: tmp_path / "版式.docx")
    box.own.click()
    assert box.look.text() == "版式.docx"
    assert box.options().reference == str(tmp_path / "版式.docx")
    box.built_in.click()
    assert box.options().reference == ""


def test_the_built_in_look_is_written_out_and_taken(
    qtbot: QtBot, document: Document, hebei: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = dialog(qtbot, document, hebei)
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: tmp_path / "我的.docx")
    box.write_out.click()
    assert (tmp_path / "我的.docx").read_bytes().startswith(b"PK")
    assert box.options().reference == str(tmp_path / "我的.docx")


def test_the_dialog_fits_a_small_screen_and_enter_goes_on(qtbot: QtBot, document: Document, hebei: Form) -> None:
    box = dialog(qtbot, document, hebei)
    assert box.ok.isDefault()
    assert box.sizeHint().width() < 700
    assert box.sizeHint().height() < 600
    assert box.buttons.button(QDialogButtonBox.StandardButton.Cancel) is not None


def answering(monkeypatch: pytest.MonkeyPatch, options: Options | None, path: Path) -> None:
    monkeypatch.setattr(export_options, "ask_options", lambda _dialog: options)
    monkeypatch.setattr(file_choices, "file_to_write", lambda *_: path)


def test_choices_reach_the_file_and_are_remembered(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, Options(style=Style(PLAIN, cover=True, draft=True), comments=True), tmp_path / "a.docx")
    opened.outputs.export(".docx")
    written(opened)
    names = zipfile.ZipFile(tmp_path / "a.docx").namelist()
    assert {"word/pbHeader.xml", "word/pbComments.xml"} <= set(names)
    assert opened.session.style == Style(PLAIN, cover=True, draft=True)
    assert opened.memory.settings.style == Style(PLAIN, cover=True)


def test_who_gives_up_the_choices_exports_nothing(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, None, tmp_path / "a.docx")
    opened.outputs.export(".docx")
    assert not list(tmp_path.glob("*.docx"))


def test_each_project_gets_a_file_and_old_ones_are_asked_about(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    answer = [False]

    def ask(_parent: object, names: list[str]) -> bool:
        asked.append(names)
        return answer[0]

    monkeypatch.setattr(questions, "ask_replace", ask)
    answering(monkeypatch, Options(each=True), tmp_path / "甲.docx")
    opened.outputs.export(".docx")
    written(opened)
    files = sorted(tmp_path.glob("甲-*.docx"))
    assert len(files) == len(opened.session.document.projects)
    assert asked == []
    assert opened.status.currentMessage().startswith(f"已导出 {len(files)} 个文件")
    files[0].write_bytes(b"old")
    opened.outputs.export(".docx")
    written(opened)
    assert len(asked[0]) == len(files)
    assert files[0].read_bytes() == b"old"
    answer[0] = True
    opened.outputs.export(".docx")
    written(opened)
    assert files[0].read_bytes().startswith(b"PK")


def test_a_hostile_reference_document_is_said_in_a_sentence(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _window, sentence: told.append(sentence))
    wrong = tmp_path / "版式.docx"
    wrong.write_bytes(resource("word", "reference.docx").read_bytes()[:900])
    answering(monkeypatch, Options(reference=str(wrong)), tmp_path / "a.docx")
    opened.outputs.export(".docx")
    written(opened)
    assert "样式文件" in told[0]
    assert not (tmp_path / "a.docx").exists()


def test_the_preview_changes_its_look(qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = PrintPreviewDialog(opened.session, opened)
    qtbot.addWidget(preview)
    count = len(preview.printout.pages)
    monkeypatch.setattr("pbeditor.ui.paper.print_preview.ask_style", lambda _dialog: Style(cover=True, draft=True))
    preview.style_button.click()
    assert len(preview.printout.pages) == count + 1
    assert preview.draft.isChecked()
    monkeypatch.setattr("pbeditor.ui.paper.print_preview.ask_style", lambda _dialog: None)
    preview.style_button.click()
    assert opened.session.style.cover


def test_the_style_dialog_answers_only_when_agreed(qtbot: QtBot, hebei: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    for agreed, answer in ((1, Style(PLAIN)), (0, None)):
        box = StyleDialog(hebei, Style(PLAIN))
        qtbot.addWidget(box)
        monkeypatch.setattr(style_dialog.StyleDialog, "exec", lambda _box, agreed=agreed: agreed)
        assert ask_style(box) == answer

"""我的表样: saved layouts are listed, renamed, removed and looked at again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from pbeditor.model.form import Form
from pbeditor.sheet.mapped_form import mapped_form
from pbeditor.sheet.mapping import findings
from pbeditor.store.own_forms import own_forms, own_id, remove_form, save_form
from pbeditor.ui.dialogs import questions
from pbeditor.ui.dialogs.mapping_dialog import KeptDialog
from pbeditor.ui.dialogs.own_forms import OwnFormsDialog, show_own_forms
from pbeditor.ui.main_window import MainWindow
from pbeditor.work.opening import understood
from tests.sheet.unknown import unknown_sheet


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, hebei: Form) -> OwnFormsDialog:
    for name in ("乙表", "甲表"):
        save_form(mapped_form(hebei, findings(unknown_sheet(), hebei), {}, own_id(name), name))
    dialog = OwnFormsDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def names() -> list[str]:
    return [form.name for form in own_forms()]


def test_all_are_listed_with_the_form_that_their_documents_get(dialog: OwnFormsDialog, hebei: Form) -> None:
    assert [form.name for form in dialog.forms] == ["乙表", "甲表"]
    assert dialog.model.index(0, 1).data() == hebei.name


def test_one_is_removed_only_after_a_question(dialog: OwnFormsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "ask_remove_form", lambda *_: False)
    dialog.remove()
    assert names() == ["乙表", "甲表"]
    monkeypatch.setattr(questions, "ask_remove_form", lambda *_: True)
    dialog.remove()
    assert names() == ["甲表"]
    dialog.remove()
    assert (names(), dialog.isVisible()) == ([], False)


def test_a_name_that_is_taken_is_asked_for_again(dialog: OwnFormsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([("甲表", True), ("丙表", True)])
    asked: list[str] = []

    def answer(_: object, __: str, label: str, *___: object) -> tuple[str, bool]:
        asked.append(label)
        return next(answers)

    monkeypatch.setattr(QInputDialog, "getText", answer)
    dialog.rename()
    assert names() == ["丙表", "甲表"]
    assert "已有" in asked[1]


def test_a_mapping_is_looked_at_again_and_corrected(dialog: OwnFormsDialog, hebei: Form, qtbot: QtBot) -> None:
    kept = KeptDialog(own_forms()[0], hebei, dialog)
    qtbot.addWidget(kept)
    model = kept.page.model
    assert model is not None
    rows = {model.found(row).text: row for row in range(model.rowCount())}
    assert {"大类", "甲县", "乙县", "项目全称", "社会影响"} <= rows.keys()
    assert (model.field(rows["甲县"]), model.field(rows["乙县"])) == ("target", "")
    model.choose(rows["甲县"], "")
    model.choose(rows["乙县"], "target")
    kept.accept()
    after = own_forms()[0]
    assert (after.name, after.marks) == ("乙表", own_forms()[1].marks)
    rows_read = understood(unknown_sheet(), after).document.projects[0].indicators
    assert [row.target.number for row in rows_read] == ["80", "96", "800"]


def test_without_any_a_sentence_says_how_to_get_one(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(questions, "tell", lambda _, text: said.append(text))
    window.commands["own_forms"].trigger()
    assert "对应栏目" in said[0]


def test_files_that_cannot_be_used_as_a_form_are_told(
    dialog: OwnFormsDialog, window: MainWindow, settings_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (settings_folder / "forms" / "自写.toml").write_text("id =", "utf-8")
    dialog._refresh()
    assert "自写.toml”不是可用的表样：" in dialog.foot.text()
    for form in own_forms():
        remove_form(form)
    told: list[str] = []
    monkeypatch.setattr(questions, "tell", lambda _, text: told.append(text))
    show_own_forms(window)
    assert "自写.toml”不是可用的表样：" in told[0]

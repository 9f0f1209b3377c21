"""A file of unknown layout is explained once; next time it opens by itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from pbeditor.edit.money_units import in_money_unit
from pbeditor.model.place import present_path
from pbeditor.store.own_forms import own_forms
from pbeditor.ui.dialogs import questions
from pbeditor.ui.dialogs.import_report import ImportReport
from pbeditor.ui.dialogs.mapping_dialog import MappingDialog
from pbeditor.ui.main_window import MainWindow
from tests.sheet.unknown import GRID, HEAD
from tests.work.test_worksheets import NEW, OLD, SECOND, with_hidden, workbook

TEXT = "\n".join("\t".join(row) for row in (*HEAD, (), *GRID)).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "县.txt"
    path.write_bytes(TEXT)
    return path


def answer(window: MainWindow, name: str = "", *, accepts: bool = True) -> None:
    def act() -> None:
        dialog = window.findChild(MappingDialog)
        assert isinstance(dialog, MappingDialog)
        if name:
            dialog.page.keeps.setChecked(True)
            assert not dialog.ok.isEnabled()
            dialog.page.name.setText(name)
        (dialog.accept if accepts else dialog.reject)()

    QTimer.singleShot(0, window, act)


def test_an_unknown_layout_is_explained_kept_and_applied_by_itself(window: MainWindow, file: Path) -> None:
    answer(window, "县表")
    window.files.open_path(file)
    assert [project.name for project in window.session.document.projects] == ["公园改造"]
    assert [form.name for form in own_forms()] == ["县表"]
    window.session.mark_saved(window.session.document, file)
    window.files.open_path(file)
    assert "“县表”" in window.files.notes[0].message


def test_without_an_answer_nothing_is_opened(window: MainWindow, file: Path) -> None:
    answer(window, accepts=False)
    window.files.open_path(file)
    assert not window.files.is_open


def test_the_report_maps_again_as_one_step(window: MainWindow, file: Path) -> None:
    answer(window)
    window.files.open_path(file)
    report = window.findChild(ImportReport)
    assert isinstance(report, ImportReport)
    (button,) = (each for each in report.findChildren(QPushButton) if "重新对应" in each.text())

    def choose_other() -> None:
        dialog = window.findChildren(MappingDialog)[-1]
        model = dialog.page.model
        assert model is not None
        row = next(row for row in range(model.rowCount()) if model.found(row).text == "乙县")
        model.choose(row, "target")
        dialog.accept()

    QTimer.singleShot(0, window, choose_other)
    button.click()
    numbers = [row.target.number for row in window.session.document.projects[0].indicators]
    assert numbers == ["80", "96", "800"]
    window.session.undo()
    assert window.session.document.projects[0].indicators[0].target.number == "90"


def test_a_file_without_any_table_is_refused_with_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(questions, "tell_fault", lambda _, text: said.append(text))
    (tmp_path / "空.txt").write_text("没有表格", "utf-8")
    window.files.open_path(tmp_path / "空.txt")
    assert "没有找到项目绩效目标表" in said[0]


def report_of(window: MainWindow) -> ImportReport:
    report = window.findChildren(ImportReport)[-1]
    assert isinstance(report, ImportReport)
    return report


def buttons(report: ImportReport, label: str) -> list[QPushButton]:
    return [each for each in report.findChildren(QPushButton) if label in each.text()]


def test_projects_of_hidden_sheets_are_left_out_until_the_user_wants_them(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "去年.xlsx"
    path.write_bytes(with_hidden(own=False))
    window.files.open_path(path)
    before = window.session.document
    assert SECOND not in [project.name for project in before.projects]
    assert buttons(report_of(window), "重新对应") == []
    (button,) = buttons(report_of(window), "也导入")
    button.click()
    assert SECOND in [project.name for project in window.session.document.projects]
    assert not button.isEnabled()
    assert buttons(report_of(window), "也导入") == []
    window.session.undo()
    assert window.session.document is before
    window.files.show_report()
    assert len(buttons(report_of(window), "也导入")) == 1


def test_what_is_doubtful_in_projects_of_hidden_sheets_is_told_when_they_come(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "去年.xlsx"
    path.write_bytes(workbook(NEW, OLD, hidden=1))
    window.files.open_path(path)
    assert not any("已按万元" in note.message for note in window.files.notes)
    buttons(report_of(window), "也导入")[0].click()
    (note,) = (note for note in window.files.notes if "已按万元" in note.message)
    assert present_path(window.session.document, note.place) == "projects/1/budget/total"
    assert note in [report_of(window).note(row) for row in range(len(window.files.notes))]


def test_projects_of_hidden_sheets_come_in_the_form_and_money_unit_that_the_document_has_now(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "去年.xlsx"
    path.write_bytes(workbook(NEW, OLD, hidden=1))
    window.files.open_path(path)
    window.session.apply("金额单位", lambda document: in_money_unit(document, "元"))
    buttons(report_of(window), "也导入")[0].click()
    seen, hidden = window.session.document.projects
    assert (seen.budget.total, hidden.budget.total) == ("2500000.00", "2500000.00")

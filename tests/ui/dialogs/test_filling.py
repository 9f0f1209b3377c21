"""批量填写 through the real dialog: a preview, then one undo step."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Indicator, Target, Unit
from pbeditor.ui.dialogs.fill_kinds import BasisFill, FillKind, PlanFill, SatisfactionFill, UnitFill
from pbeditor.ui.dialogs.filling import FillingDialog
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.models.fill_preview import SAME
from pbeditor.ui.session import Session

# As a click without keys held, whatever another test left pressed.
ONE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

CHECK = int(Qt.ItemDataRole.CheckStateRole)


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> FillingDialog:
    rows = (Indicator("i", "产出指标", basis="历史标准"), Indicator("j", "产出指标"))
    session.apply("装入", lambda d: replace(d, projects=(replace(d.projects[0], indicators=rows), *d.projects[1:])))
    dialog = FillingDialog(session, ["6X18", "6HMH"])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def kind_of(dialog: FillingDialog, kind: type[FillKind]) -> FillKind:
    """Bring up one tab."""
    place = next(place for place, form in enumerate(dialog.kinds) if isinstance(form, kind))
    dialog.tabs.setCurrentIndex(place)
    return dialog.kind()


def after(dialog: FillingDialog) -> list[str]:
    return [dialog.model.index(row, 2).data() for row in range(dialog.model.rowCount())]


def test_what_is_there_already_is_nothing_to_fill_in(dialog: FillingDialog) -> None:
    assert after(dialog) == [SAME, SAME, ""]
    assert not dialog.ok.isEnabled()


def test_a_plan_is_previewed_and_filled_as_one_step(session: Session, dialog: FillingDialog) -> None:
    plan = kind_of(dialog, PlanFill)
    assert isinstance(plan, PlanFill)
    for field, text in zip(plan.periods, ("10", "30", "60", "100%"), strict=True):
        field.setText(text)
    assert after(dialog) == ["10.00 / 30.00 / 60.00 / 100.00"] * 2 + [""]
    assert dialog.ok.text() == "填写 2 个项目"
    before = session.document
    dialog.ok.click()
    assert [project.plan[0] for project in session.document.projects] == ["10.00", "10.00", "25.00"]
    assert session.history.past[-1].label == "批量填写资金支出计划"
    session.undo()
    assert session.document == before


def test_ready_plans_are_one_click_away(qtbot: QtBot, dialog: FillingDialog) -> None:
    plan = kind_of(dialog, PlanFill)
    next(button for button in plan.findChildren(QPushButton) if button.text() == "年底一次支出").click()
    assert after(dialog)[0] == "0.00 / 0.00 / 0.00 / 100.00"


def test_a_basis_fills_blanks_alone_unless_told_otherwise(session: Session, dialog: FillingDialog) -> None:
    basis = kind_of(dialog, BasisFill)
    assert isinstance(basis, BasisFill)
    basis.basis.setCurrentText("行业标准")
    assert after(dialog) == ["历史标准 1 行，行业标准 1 行", SAME, ""]
    basis.only_blank.setChecked(False)
    assert after(dialog)[0] == "行业标准 2 行"
    dialog.ok.click()
    assert {row.basis for row in session.document.projects[0].indicators} == {"行业标准"}


def test_the_satisfaction_row_is_added(session: Session, dialog: FillingDialog) -> None:
    form = kind_of(dialog, SatisfactionFill)
    assert isinstance(form, SatisfactionFill)
    assert not dialog.ok.isEnabled()
    form.name.setText("群众满意度")
    form.operator.setCurrentText(">=")
    form.number.setText("95")
    form.text.setText("95%")
    assert after(dialog)[:2] == ["群众满意度 ≥9595%"] * 2
    dialog.ok.click()
    rows = [project.indicators[-1] for project in session.document.projects[:2]]
    assert [row.target for row in rows] == [Target("≥", "95", "95%")] * 2
    assert len({row.id for row in rows}) == 2


def test_a_unit_is_filled_for_ticked_projects_alone(session: Session, dialog: FillingDialog) -> None:
    form = kind_of(dialog, UnitFill)
    assert isinstance(form, UnitFill)
    form.code.setText("203003")
    form.name.setText(" 某党校 ")
    dialog.model.setData(dialog.model.index(0, 0), Qt.CheckState.Unchecked, CHECK)
    assert after(dialog) == ["", "203003 某党校", ""]
    dialog.ok.click()
    assert [project.unit.name for project in session.document.projects] == ["某区委组织部", "某党校", "某区委组织部"]
    assert session.document.projects[1].unit == Unit("203003", "某党校")


def test_cancel_changes_nothing(session: Session, dialog: FillingDialog) -> None:
    before = session.document
    dialog.model.choose(True)
    dialog.reject()
    assert session.document is before


def test_the_command_takes_the_selected_projects_or_all(qtbot: QtBot, opened: MainWindow) -> None:
    for chosen in (["6HMH", "7A01"], []):
        if chosen:
            opened.tree.select_projects(chosen)
        else:
            opened.tree.tree.selectionModel().setCurrentIndex(opened.tree.model.index(0, 0), ONE_ROW)
        opened.commands["fill"].trigger()
        dialog = next(shown for shown in opened.findChildren(FillingDialog) if shown.isVisible())
        assert dialog.model.chosen == set(chosen or ["6X18", "6HMH", "7A01"])
        dialog.close()

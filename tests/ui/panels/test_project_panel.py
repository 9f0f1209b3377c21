"""The tree's panel: filter, selection, and which page is wanted."""

from time import monotonic

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pbeditor.edit.projects import delete_projects, insert_projects
from pbeditor.edit.sections import shift_section
from pbeditor.model.document import Document, Project, Unit
from pbeditor.ui.models.tree_rows import UnitHead
from pbeditor.ui.nodes import DOCUMENT, OVERALL, OVERVIEW, PROJECTS, Node
from pbeditor.ui.panels.project_panel import ProjectPanel
from pbeditor.ui.panels.tree_delegate import amount_beside
from pbeditor.ui.session import Session


class _Painted(QObject):
    """Tells when a widget is painted."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.emit()
        return False


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProjectPanel:
    panel = ProjectPanel(session)
    qtbot.addWidget(panel)
    panel.resize(320, 640)  # every line is in view, whatever font and style another test left
    panel.show()
    return panel


def shown(panel: ProjectPanel) -> list[str]:
    parent = panel.model.index_of(PROJECTS)
    rows = range(panel.model.rowCount(parent))
    return [panel.model.index(row, 0, parent).data() for row in rows if not panel.tree.isRowHidden(row, parent)]


@pytest.mark.parametrize(("typed", "left"), [("培训", ["培训经费"]), ("7a01", ["会议费"]), ("不存在", [])])
def test_the_filter_looks_at_name_and_code(qtbot: QtBot, panel: ProjectPanel, typed: str, left: list[str]) -> None:
    panel.filter.setText(typed)
    assert shown(panel) == left


def test_a_filter_says_how_many_it_finds(panel: ProjectPanel) -> None:
    whole = panel._sum.text()
    panel.filter.setText("经费")
    assert panel._sum.text() == "共 3 个项目，符合的 2 个"
    panel.filter.setText("不存在")
    assert panel._sum.text() == "没有符合的项目"
    panel.filter.clear()
    assert panel._sum.text() == whole


def test_escape_gives_the_filter_up_and_goes_to_the_tree(qtbot: QtBot, panel: ProjectPanel) -> None:
    panel.window().activateWindow()
    panel.focus_filter()
    qtbot.keyClicks(panel.filter, "7a")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert panel.tree.hasFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert panel.tree.hasFocus()


def test_enter_in_the_filter_opens_the_first_project_left(qtbot: QtBot, panel: ProjectPanel) -> None:
    qtbot.keyClicks(panel.filter, "7a")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert panel.current() == Node("project", "7A01")


def test_typing_a_name_never_hides_the_project_typed_in(session: Session, panel: ProjectPanel) -> None:
    panel.filter.setText("培训")
    session.write("改名", "projects/1/name", "别的")
    assert shown(panel) == ["别的"]


def test_a_place_that_the_filter_hides_is_shown_all_the_same(panel: ProjectPanel) -> None:
    panel.filter.setText("培训")
    panel.show_node(Node("project", "6X18"))
    assert panel.filter.text() == ""
    assert panel.current() == Node("project", "6X18")


def test_a_new_project_obeys_the_filter(session: Session, panel: ProjectPanel) -> None:
    panel.filter.setText("培训")
    session.apply("新建", lambda d: insert_projects(d, 0, [Project("new", name="无关")]))
    assert shown(panel) == ["培训经费"]


def test_several_selected_projects_come_in_reading_order(panel: ProjectPanel) -> None:
    select = QItemSelectionModel.SelectionFlag.Select
    for key in ("7A01", "6X18"):
        panel.tree.selectionModel().select(panel.model.index_of(Node("project", key)), select)
    assert panel.selected() == [OVERVIEW, Node("project", "6X18"), Node("project", "7A01")]


def test_deleting_the_shown_project_shows_its_neighbour(qtbot: QtBot, session: Session, panel: ProjectPanel) -> None:
    panel.show_node(Node("project", "6HMH"))
    with qtbot.waitSignal(panel.chosen) as chosen:
        session.apply("删除", lambda d: delete_projects(d, ["6HMH"]))
    assert chosen.args[0].key in {"6X18", "7A01"}


def test_deleting_under_a_filter_counts_anew_and_shows_what_is_still_to_be_seen(
    session: Session, panel: ProjectPanel
) -> None:
    panel.filter.setText("经费")
    panel.show_node(Node("project", "6HMH"))
    session.apply("删除", lambda d: delete_projects(d, ["6HMH"]))
    assert panel._sum.text() == "共 2 个项目，符合的 1 个"
    assert panel.current() == Node("project", "6X18")
    session.apply("删除", lambda d: delete_projects(d, ["6X18"]))
    assert panel._sum.text() == "没有符合的项目"
    assert (panel.current(), panel.selected()) == (PROJECTS, [PROJECTS])


def test_a_moved_section_is_shown_under_its_new_place(qtbot: QtBot, session: Session, panel: ProjectPanel) -> None:
    panel.show_node(Node("section", "0"))
    with qtbot.waitSignal(panel.chosen) as chosen:
        session.apply("下移", lambda d: shift_section(d, 0, 1))
    assert chosen.args == [Node("section", "1")]


def test_all_of_it_is_painted_with_marks(session: Session, panel: ProjectPanel) -> None:
    before = panel.tree.grab().toImage()
    session.write("清空", "projects/0/code", "")
    assert panel.tree.grab().toImage() != before


def test_an_entry_that_hides_its_own_shows_an_arrow(panel: ProjectPanel) -> None:
    index = panel.model.index_of(OVERALL)
    row = panel.tree.visualRect(index)
    before = panel.tree.viewport().grab(row).toImage()
    panel.tree.collapse(index)
    assert panel.tree.viewport().grab(row).toImage() != before
    panel.tree.expand(index)
    assert panel.tree.viewport().grab(row).toImage() == before


def test_the_name_of_a_unit_goes_before_how_many_projects_it_has(panel: ProjectPanel) -> None:
    head, metrics = UnitHead(Unit("318002", "青禾县地方志编纂中心"), ()), panel.tree.fontMetrics()
    name, number = metrics.horizontalAdvance(head.name), metrics.horizontalAdvance("0 个 · 0.00")
    assert amount_beside(head, "0.00", name, metrics, name + number) == "0 个 · 0.00"
    assert amount_beside(head, "0.00", name, metrics, name + number - 1) == "0.00"
    assert amount_beside(head, "0.00", name, metrics, name) == "0.00"
    assert amount_beside(head, "0.00", name, metrics, metrics.horizontalAdvance("0.00") + 1) == ""


def test_sums_lose_none_of_their_decimals(session: Session, panel: ProjectPanel) -> None:
    session.write("改", "projects/0/budget/total", "1000.125")
    panel.model.group_by_unit(True)
    assert panel._sum.text() == "3 个项目，合计 1,018.625 万元"
    heads = [UnitHead(project.unit, (project,)) for project in session.document.projects]
    assert [panel.model.total(head) for head in heads] == ["1,000.125", "15.00", "3.50"]


def test_several_projects_that_change_at_once_are_painted_as_they_are_now(
    qtbot: QtBot, session: Session, panel: ProjectPanel
) -> None:
    panel.repaint()
    before = panel.tree.viewport().grab().toImage()
    session.apply("改", lambda d: replace(d, projects=tuple(replace(each, name="改过") for each in d.projects)))
    with qtbot.waitSignal(_Painted(panel.tree.viewport()).painted):
        pass
    assert panel.tree.viewport().grab().toImage() != before


@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_PageDown])
def test_a_page_turned_by_key_is_marked_in_the_tree(qtbot: QtBot, panel: ProjectPanel, key: Qt.Key) -> None:
    qtbot.keyClick(panel.tree, key, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected() == [panel.current()]
    assert panel.current().kind == "project"


def test_ctrl_and_an_arrow_leave_both_where_they_are(qtbot: QtBot, panel: ProjectPanel) -> None:
    panel.show_node(Node("project", "6X18"))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected() == [panel.current()] == [Node("project", "6X18")]
    qtbot.keyClick(panel.tree, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected() == [Node("project", "6X18"), Node("project", "6HMH")]


def test_a_unit_stays_to_be_seen_as_long_as_one_of_its_projects_fits(session: Session, panel: ProjectPanel) -> None:
    session.write("改单位", "projects/2/unit/name", "某党校")
    panel.group_by_unit(True)
    panel.filter.setText("会议")
    assert shown(panel) == ["203002 某党校", "会议费"]
    panel.filter.clear()
    assert len(shown(panel)) == 5


def test_grouping_a_thousand_projects_of_forty_units_is_quick(session: Session, panel: ProjectPanel) -> None:
    many = tuple(Project(f"{n}", Unit(f"{n % 40}"), name=f"项目{n}") for n in range(1000))
    session.apply("装入", lambda document: replace(document, projects=many))
    start = monotonic()
    panel.group_by_unit(True)
    assert len(shown(panel)) == 1040
    panel.group_by_unit(False)
    assert monotonic() - start < 5


def test_an_empty_document_opens_at_its_title_and_another_at_the_overview(
    session: Session, panel: ProjectPanel
) -> None:
    assert panel.current() == OVERVIEW
    session.open(Document("hebei-2020", 2020), session.form, None, saved=True)
    assert panel.current() == DOCUMENT


def click(qtbot: QtBot, panel: ProjectPanel, node: Node, *held: Qt.KeyboardModifier) -> None:
    modifiers = next(iter(held), Qt.KeyboardModifier.NoModifier)
    index = panel.model.index_of(node)
    panel.tree.scrollTo(index)
    middle = panel.tree.visualRect(index).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, modifiers, middle)


def test_a_click_shows_what_it_selects(qtbot: QtBot, panel: ProjectPanel) -> None:
    for node in (Node("project", "6HMH"), DOCUMENT, Node("section", "1")):
        click(qtbot, panel, node)
        assert panel.selected() == [panel.current()] == [node]


def test_a_click_with_ctrl_shows_what_it_adds_and_keeps_what_it_takes_away(qtbot: QtBot, panel: ProjectPanel) -> None:
    first, second = Node("project", "6X18"), Node("project", "6HMH")
    click(qtbot, panel, first)
    click(qtbot, panel, second, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected() == [first, second]
    assert panel.current() == second
    click(qtbot, panel, first, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected() == [panel.current()] == [second]


@pytest.fixture
def grouped(session: Session, panel: ProjectPanel) -> ProjectPanel:
    """Two units: one of two projects, one of one."""
    session.write("改单位", "projects/2/unit/name", "某党校")
    panel.group_by_unit(True)
    panel.show()
    return panel


def seen_names(panel: ProjectPanel) -> list[str]:
    parent = panel.model.index_of(PROJECTS)
    rows = [row for row in range(panel.model.rowCount(parent)) if not panel.tree.isRowHidden(row, parent)]
    return [panel.model.index(row, 0, parent).data() for row in rows]


def click_head(panel: ProjectPanel, row: int) -> None:
    index = panel.model.index(row, 0, panel.model.index_of(PROJECTS))
    place = panel.tree.visualRect(index).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_click_on_a_unit_folds_and_unfolds_it(grouped: ProjectPanel) -> None:
    click_head(grouped, 0)
    assert seen_names(grouped) == ["203002 某区委组织部", "203002 某党校", "会议费"]
    click_head(grouped, 0)
    assert len(seen_names(grouped)) == 5


def test_keys_fold_the_unit_one_is_in_and_unfold_all(grouped: ProjectPanel) -> None:
    grouped.show_node(Node("project", "6HMH"))
    QTest.keyClick(grouped.tree, Qt.Key.Key_Minus)
    assert "培训经费" not in seen_names(grouped)
    assert grouped.current() == PROJECTS
    QTest.keyClick(grouped.tree, Qt.Key.Key_Plus)
    assert "培训经费" in seen_names(grouped)


def test_going_to_a_folded_project_unfolds_its_unit(grouped: ProjectPanel) -> None:
    click_head(grouped, 0)
    grouped.show_node(Node("project", "6HMH"))
    assert "培训经费" in seen_names(grouped)
    assert grouped.current() == Node("project", "6HMH")


def test_a_filter_looks_into_folded_units_and_they_stay_folded(grouped: ProjectPanel) -> None:
    click_head(grouped, 0)
    grouped.filter.setText("培训")
    assert seen_names(grouped) == ["203002 某区委组织部", "培训经费"]
    grouped.filter.clear()
    assert "培训经费" not in seen_names(grouped)


def test_a_project_that_comes_into_a_folded_unit_is_folded_with_it(session: Session, grouped: ProjectPanel) -> None:
    click_head(grouped, 0)
    session.write("改单位", "projects/2/unit/name", "某区委组织部")
    session.write("改单位", "projects/0/unit/name", "某党校")
    assert [name for name in seen_names(grouped) if "费" in name] == ["活动经费"]


def test_without_groups_nothing_is_hidden(grouped: ProjectPanel) -> None:
    click_head(grouped, 0)
    grouped.group_by_unit(False)
    assert seen_names(grouped) == ["活动经费", "培训经费", "会议费"]


def test_what_the_filter_hides_is_not_selected_for_any_command(panel: ProjectPanel) -> None:
    panel.select_projects(["6X18", "6HMH"])
    panel.filter.setText("培训")
    assert [node.key for node in panel.selected()] == ["6HMH"]
    panel.filter.setText("会议")
    assert panel.selected() == []
    panel.filter.setText("")
    assert [node.key for node in panel.selected()] == ["6X18", "6HMH"]

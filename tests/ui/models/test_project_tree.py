"""The project tree follows any edit by exact spans, under Qt's model tester in fatal mode."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pbeditor.check import seen
from pbeditor.edit.projects import delete_projects, duplicate_projects
from pbeditor.edit.sections import delete_section, insert_section, move_sections, shift_section
from pbeditor.edit.units import by_unit, reorder
from pbeditor.model.document import Document, Muted, Project, Section, Unit
from pbeditor.model.form import Form
from pbeditor.ui.models.project_tree import ProjectTreeModel
from pbeditor.ui.nodes import DOCUMENT, OVERALL, PROJECTS, Node, node_at
from pbeditor.ui.session import Session
from tests.moving import shift_projects, sort_projects
from tests.ui.conftest import UNIT, shell_document

UNITS = (UNIT, Unit("203003", "某党校"), Unit("", ""))
Edit = Callable[[Document, int], Document]


@pytest.fixture
def model(session: Session) -> ProjectTreeModel:
    return watched(session)


def watched(session: Session) -> ProjectTreeModel:
    model = ProjectTreeModel(session, session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def texts(model: ProjectTreeModel, parent: QModelIndex) -> list[str]:
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def ids(document: Document, place: int) -> list[str]:
    return [document.projects[place % len(document.projects)].id] if document.projects else []


EDITS: tuple[Edit, ...] = (
    lambda d, n: delete_projects(d, ids(d, n)),
    lambda d, n: duplicate_projects(d, ids(d, n), iter([f"new{len(d.projects)}{n}{hash(d)}"])),
    lambda d, n: shift_projects(d, ids(d, n), -1),
    lambda d, n: shift_projects(d, ids(d, n), 1),
    lambda d, _: sort_projects(d, lambda project: project.name),
    lambda d, n: replace(d, projects=tuple(replace(project, name=f"{n}") for project in d.projects)),
    lambda d, n: replace(
        d, projects=tuple(replace(p, unit=UNITS[(n * place) % 3]) for place, p in enumerate(d.projects))
    ),
    lambda d, n: replace(d, projects=tuple(replace(p, unit=UNITS[n % 3]) for p in d.projects)),
    lambda d, n: reorder(d, lambda projects: projects[::-1], within_units=bool(n % 2)),
    lambda d, n: move_sections(d, [n % 3, n // 2], n % 3),
    lambda d, n: insert_section(d, n % (len(d.overall) + 1), Section(f"部分{n}")),
    lambda d, n: delete_section(d, n % len(d.overall)) if d.overall else d,
    lambda d, n: shift_section(d, n, 1),
    lambda d, n: replace(d, overall=tuple(replace(section, heading=f"{n}") for section in d.overall)),
)


def shown_names(document: Document, *, grouped: bool) -> list[str]:
    units = by_unit(document.projects)
    if not grouped or len(units) < 2:
        return [project.name or "未命名项目" for project in document.projects]
    heads = ((f"{unit.code} {unit.name}".strip() or "未填写单位", members) for unit, members in units.items())
    return [text for head, members in heads for text in (head, *(each.name or "未命名项目" for each in members))]


@given(steps=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 5)), max_size=12), grouped=st.booleans())
def test_any_edits_undone_and_redone_leave_the_tree_as_the_document(
    qapp: object, hebei: Form, steps: list[tuple[Edit, int]], grouped: bool
) -> None:
    session = Session(shell_document(), hebei)
    model = watched(session)
    model.group_by_unit(grouped)
    moves = [lambda edit=edit, n=n: session.apply("改", lambda d: edit(d, n)) for edit, n in steps]
    for move in [*moves, *[session.undo] * len(steps), *[session.redo] * len(steps)]:
        move()
        document = session.document
        assert texts(model, model.index_of(PROJECTS)) == shown_names(document, grouped=grouped)
        headings = [section.heading or "未命名部分" for section in document.overall]
        assert texts(model, model.index_of(OVERALL)) == headings


def test_a_moved_project_keeps_its_persistent_index(session: Session, model: ProjectTreeModel) -> None:
    second = QPersistentModelIndex(model.index_of(Node("project", "6HMH")))
    session.apply("移动", lambda d: shift_projects(d, ["6HMH"], 1))
    assert second.row() == 2
    assert model.node(second) == Node("project", "6HMH")


def test_an_edit_announces_only_its_row(qtbot: QtBot, session: Session, model: ProjectTreeModel) -> None:
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        session.write("改名", "projects/1/name", "新名")
    assert [index.row() for index in changed.args[:2]] == [1, 1]


def test_the_mark_of_a_project_is_its_worst_problem(session: Session, model: ProjectTreeModel) -> None:
    session.write("清空", "projects/0/code", "")
    assert model.mark(model.index_of(Node("project", "6X18"))) == "error"


def test_the_projects_as_a_whole_bear_the_worst_mark_of_any(session: Session, model: ProjectTreeModel) -> None:
    session.write("清空", "projects/2/code", "")
    projects = model.index_of(PROJECTS)
    assert model.mark(projects) == "error"
    assert projects.data(Qt.ItemDataRole.AccessibleTextRole) == "预算项目，有错误"
    everything = tuple(Muted(group.rule, "") for group in session.checked.groups)
    session.apply("暂不检查", lambda document: replace(document, muted=everything))
    assert model.mark(projects) == ""


def test_a_folded_unit_bears_the_worst_mark_of_its_projects(session: Session, model: ProjectTreeModel) -> None:
    model.group_by_unit(True)
    session.apply("改单位", lambda d: replace(d, projects=(replace(d.projects[0], unit=UNITS[1]), *d.projects[1:])))
    session.write("清空", "projects/2/code", "")
    first, second = (model.index(row, 0, model.index_of(PROJECTS)) for row in (0, 2))
    assert (model.mark(first), model.mark(second)) == ("", "")
    model.folded = {each.unit for each in map(model.head, (first, second)) if each}
    rest = session.checked.worst_of(["6HMH", "7A01"])
    assert (model.mark(first), model.mark(second)) == (session.checked.worst("6X18"), rest) != ("", "")


def test_a_screen_reader_hears_amount_and_mark(session: Session, model: ProjectTreeModel) -> None:
    session.write("清空", "projects/0/code", "")
    spoken = model.index_of(Node("project", "6X18")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "活动经费，2.00万元，有错误"


@pytest.mark.parametrize(
    ("path", "node"),
    [
        ("title", DOCUMENT),
        ("department/name", DOCUMENT),
        ("overall/1/text", Node("section", "1")),
        ("overall/9", OVERALL),
        ("projects/2/indicators/0/target", Node("project", "7A01")),
        ("projects/9", PROJECTS),
    ],
)
def test_every_path_has_an_entry(path: str, node: Node) -> None:
    assert node_at(shell_document(), path) == node


def test_grouping_and_ungrouping_keep_what_is_selected(session: Session, model: ProjectTreeModel) -> None:
    session.apply("改单位", lambda d: replace(d, projects=(replace(d.projects[0], unit=UNITS[1]), *d.projects[1:])))
    third = QPersistentModelIndex(model.index_of(Node("project", "7A01")))
    model.group_by_unit(True)
    assert model.is_grouped
    assert [model.node(third), third.row()] == [Node("project", "7A01"), 4]
    model.group_by_unit(False)
    assert third.row() == 2


def test_one_unit_is_no_group(model: ProjectTreeModel) -> None:
    model.group_by_unit(True)
    assert not model.is_grouped


def test_the_line_of_a_unit_is_not_to_be_chosen_and_knows_its_sum(session: Session, model: ProjectTreeModel) -> None:
    model.group_by_unit(True)
    session.apply("改单位", lambda d: replace(d, projects=(replace(d.projects[0], unit=UNITS[1]), *d.projects[1:])))
    second_head = model.index(2, 0, model.index_of(PROJECTS))
    head = model.head(second_head)
    assert head is not None
    assert (head.name, str(head.total)) == ("203002 某区委组织部", "18.50")
    assert second_head.flags() == Qt.ItemFlag.NoItemFlags


def test_a_changed_unit_moves_the_project_without_losing_it(session: Session, model: ProjectTreeModel) -> None:
    model.group_by_unit(True)
    first = QPersistentModelIndex(model.index_of(Node("project", "6X18")))
    for text in ("2", "20", "203"):
        session.write("修改单位", "projects/0/unit/code", text, run="unit")
    assert model.node(first) == Node("project", "6X18")


@given(order=st.permutations(range(60)), units=st.lists(st.integers(0, 4), min_size=60, max_size=60))
def test_many_moves_at_once_keep_every_index_on_its_project(
    qapp: object, hebei: Form, order: list[int], units: list[int]
) -> None:
    projects = tuple(Project(f"{n}", Unit(f"{unit}"), name=f"项目{n}") for n, unit in enumerate(units))
    session = Session(replace(shell_document(), projects=projects), hebei)
    model = watched(session)
    kept = {each.id: QPersistentModelIndex(model.index_of(Node("project", each.id))) for each in projects}
    session.apply("排序", lambda d: replace(d, projects=tuple(d.projects[n] for n in order)))
    assert all(model.node(index) == Node("project", key) for key, index in kept.items())
    model.group_by_unit(True)
    assert all(model.node(index) == Node("project", key) for key, index in kept.items())
    session.undo()
    model.group_by_unit(False)
    assert [index.row() for index in kept.values()] == list(range(60))


@pytest.mark.parametrize(
    ("field", "announced"), [("goals", 0), ("name", 1), ("code", 1), ("budget/total", 1), ("budget/fiscal", 0)]
)
def test_only_what_is_shown_here_is_announced(
    session: Session, model: ProjectTreeModel, qtbot: QtBot, field: str, announced: int
) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    session.write("改", f"projects/1/{field}", "3")
    assert told == [1] * announced
    project = model.project(model.index_of(Node("project", "6HMH")))
    assert project is session.document.projects[1]


def test_marks_are_news_only_where_one_has_changed(session: Session, model: ProjectTreeModel) -> None:
    model.has_other_marks()
    session.write("改", "projects/1/goals", session.document.projects[1].goals + "，")
    assert not model.has_other_marks()
    all_muted = tuple(Muted(group.rule) for group in session.checked.groups)
    session.apply("暂不检查", lambda document: replace(document, muted=all_muted))
    assert model.has_other_marks()
    assert not model.has_other_marks()
    session.undo()
    assert model.has_other_marks()


def test_marks_stay_while_a_large_change_is_being_looked_at(
    session: Session, model: ProjectTreeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "SLICE", 1)
    index = model.index_of(Node("project", "6HMH"))
    before = model.mark(index)
    session.apply("改", lambda d: replace(d, projects=tuple(replace(each, name="改过") for each in d.projects)))
    assert not session.checked.is_known
    assert model.mark(index) == before != ""
    session.look()
    assert model.mark(index) == session.checked.worst("6HMH")

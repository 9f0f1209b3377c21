"""The project tree follows any edit by exact spans, under Qt's model tester in fatal mode."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pbeditor.edit.projects import delete_projects, duplicate_projects, shift_projects, sort_projects
from pbeditor.edit.sections import delete_section, insert_section, shift_section
from pbeditor.model.document import Document, Section
from pbeditor.model.form import Form
from pbeditor.ui.models.project_tree import ProjectTreeModel
from pbeditor.ui.nodes import DOCUMENT, OVERALL, PROJECTS, Node, node_at
from pbeditor.ui.session import Session
from tests.ui.conftest import shell_document

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
    lambda d, n: insert_section(d, n % (len(d.overall) + 1), Section(f"部分{n}")),
    lambda d, n: delete_section(d, n % len(d.overall)) if d.overall else d,
    lambda d, n: shift_section(d, n, 1),
    lambda d, n: replace(d, overall=tuple(replace(section, heading=f"{n}") for section in d.overall)),
)


@given(steps=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 5)), max_size=12))
def test_any_edits_undone_and_redone_leave_the_tree_as_the_document(
    qapp: object, hebei: Form, steps: list[tuple[Edit, int]]
) -> None:
    session = Session(shell_document(), hebei)
    model = watched(session)
    moves = [lambda edit=edit, n=n: session.apply("改", lambda d: edit(d, n)) for edit, n in steps]
    for move in [*moves, *[session.undo] * len(steps), *[session.redo] * len(steps)]:
        move()
        document = session.document
        names = [project.name or "未命名项目" for project in document.projects]
        assert texts(model, model.index_of(PROJECTS)) == names
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

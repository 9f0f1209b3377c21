"""The problems keep their lines while the document changes, under Qt's model tester in fatal mode."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from pbeditor.edit.place import put
from pbeditor.edit.projects import delete_projects, shift_projects
from pbeditor.model.form import Form
from pbeditor.ui.models.problem_tree import PLACE, TEXT, ProblemTreeModel
from pbeditor.ui.session import Session
from tests.ui.conftest import shell_document

PATHS = ("projects/0/code", "projects/1/name", "projects/2/budget/total", "projects/0/plan/1", "overall/0/text")


@pytest.fixture
def model(session: Session) -> ProblemTreeModel:
    return watched(session)


def watched(session: Session) -> ProblemTreeModel:
    model = ProblemTreeModel(session, session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@given(edits=st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(["", "-1", "5", "甲"])), max_size=8))
def test_any_edits_leave_the_lines_as_the_findings(qapp: object, hebei: Form, edits: list[tuple[str, str]]) -> None:
    session = Session(shell_document(), hebei)
    model = watched(session)
    steps = [partial(put, path=path, text=text) for path, text in edits]
    for step in [*steps, partial(shift_projects, ids=["6HMH"], step=1)]:
        session.apply("改", step)
        model.update()
        expected = [problem for group in session.checked.groups for problem in group.problems]
        assert [problem for problem, _ in model.problems()] == expected


def test_a_line_stays_when_its_project_moves(session: Session, model: ProblemTreeModel) -> None:
    session.write("清空", "projects/2/code", "")
    model.update()
    line = next(index for problem, index in model.problems() if problem.path == "projects/2/code")
    kept = QPersistentModelIndex(line)
    session.apply("删除", lambda d: delete_projects(d, ["6X18"]))
    model.update()
    problem = model.problem(kept)
    assert problem is not None
    assert problem.path == "projects/1/code"


def test_a_rule_tells_its_count_and_a_finding_its_place(session: Session, model: ProblemTreeModel) -> None:
    session.write("清空", "projects/2/code", "")
    model.update()
    index = next(index for problem, index in model.problems() if problem.path == "projects/2/code")
    assert index.parent().data().endswith("×1")
    assert index.siblingAtColumn(TEXT).data() == session.checked.at("projects/2/code")[0].message
    assert index.siblingAtColumn(PLACE).data() == "项目3“会议费” 项目编码"

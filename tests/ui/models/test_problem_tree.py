"""The problems keep their lines while the document changes, under Qt's model tester in fatal mode."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from pbeditor.check.problem import Problem
from pbeditor.edit.place import put
from pbeditor.edit.projects import delete_projects
from pbeditor.model.form import Form
from pbeditor.ui.models.problem_choice import EVERYTHING, Choice, shown
from pbeditor.ui.models.problem_tree import PLACE, TEXT, ProblemTreeModel
from pbeditor.ui.session import Session
from tests.moving import shift_projects
from tests.ui.conftest import shell_document

PATHS = ("projects/0/code", "projects/1/name", "projects/2/budget/total", "projects/0/plan/1", "overall/0/text")
CHOICES = (EVERYTHING, Choice(frozenset({"error"})), Choice(project="6HMH"), Choice(frozenset()))


@pytest.fixture
def model(session: Session) -> ProblemTreeModel:
    return watched(session)


def watched(session: Session) -> ProblemTreeModel:
    """Without fetching by the tester, which does it in the midst of other changes and then stumbles over its own."""
    model = ProblemTreeModel(session, session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    tester.setUseFetchMore(False)
    return model


def lines(model: ProblemTreeModel) -> list[tuple[Problem | None, QModelIndex]]:
    """Every finding with its line; unfolds all rules."""
    rules = [model.index(row, 0) for row in range(model.rowCount())]
    for rule in rules:
        model.fetchMore(rule)
    places = [model.index(row, 0, rule) for rule in rules for row in range(model.rowCount(rule))]
    return [(model.problem(place), place) for place in places]


def line_at(model: ProblemTreeModel, path: str) -> QModelIndex:
    return next(index for problem, index in lines(model) if problem is not None and problem.path == path)


@given(
    edits=st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(["", "-1", "5", "甲"])), max_size=8),
    choices=st.lists(st.sampled_from(CHOICES), min_size=1, max_size=3),
    folding=st.booleans(),
)
def test_any_edits_leave_the_lines_as_the_findings(
    qapp: object, hebei: Form, edits: list[tuple[str, str]], choices: list[Choice], *, folding: bool
) -> None:
    session = Session(shell_document(), hebei)
    model = watched(session)
    steps = [partial(put, path=path, text=text) for path, text in edits]
    for at, step in enumerate([*steps, partial(shift_projects, ids=["6HMH"], step=1)]):
        session.apply("改", step)
        choice = choices[at % len(choices)]
        model.choose(choice)
        expected = [problem for group in shown(session.checked, choice) for problem in group.problems]
        assert [problem for problem, _ in lines(model)] == expected
        if folding and expected:
            model.give_up(model.index(0, 0))


def test_a_folded_rule_has_no_lines_but_tells_how_many_there_would_be(
    session: Session, model: ProblemTreeModel
) -> None:
    session.write("清空", "projects/2/code", "")
    model.update()
    rule = model.index(0, 0)
    assert (model.rowCount(rule), model.hasChildren(rule), model.canFetchMore(rule)) == (0, True, True)
    model.fetchMore(rule)
    assert f"×{model.rowCount(rule)}" in rule.data()
    model.give_up(rule)
    assert model.rowCount(rule) == 0


def test_a_line_stays_when_its_project_moves(session: Session, model: ProblemTreeModel) -> None:
    session.write("清空", "projects/2/code", "")
    model.update()
    kept = QPersistentModelIndex(line_at(model, "projects/2/code"))
    session.apply("删除", lambda d: delete_projects(d, ["6X18"]))
    model.update()
    problem = model.problem(kept)
    assert problem is not None
    assert problem.path == "projects/1/code"


def test_a_rule_tells_its_count_and_a_finding_its_place(session: Session, model: ProblemTreeModel) -> None:
    session.write("清空", "projects/2/code", "")
    model.update()
    index = line_at(model, "projects/2/code")
    assert index.parent().data().endswith("×1")
    assert index.siblingAtColumn(TEXT).data() == session.checked.at("projects/2/code")[0].message
    assert index.siblingAtColumn(PLACE).data() == "项目3“会议费” 项目编码"

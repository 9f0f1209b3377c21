"""Ten thousand edits, undos and redos through the session, with every model watched by Qt's tester in fatal mode.

A draw chooses the edits; each example goes back to its start and forth again. What a person does between two saves.
"""

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from pbeditor.edit.indicators import (
    FIELDS,
    delete_indicators,
    duplicate_indicators,
    paste_block,
    set_cells,
    shift_indicators,
    sort_indicators,
)
from pbeditor.edit.place import put
from pbeditor.edit.projects import change_project, delete_projects, duplicate_projects, insert_projects
from pbeditor.edit.review import confirm, mute, unmute
from pbeditor.edit.sections import delete_section, insert_section, shift_section
from pbeditor.model.document import Document, Project, Section
from pbeditor.model.form import Form
from pbeditor.ui.models.indicator_table import IndicatorTable
from pbeditor.ui.models.problem_tree import ProblemTreeModel
from pbeditor.ui.models.project_tree import ProjectTreeModel
from pbeditor.ui.session import Session
from tests.moving import shift_projects
from tests.ui.conftest import shell_document

EXAMPLES, OPERATIONS = 40, 250
WORDS = ("", "≥9090%", "甲", "产出指标", "数量指标", "100", "=1+1", "党员\n培训", "25.00", "a<b>&")
IDS = (f"new{number}" for number in count())
InProject = Callable[[Project, int, str], Project]
Edit = Callable[[Document, int, str], Document]

IN_PROJECT: tuple[InProject, ...] = (
    lambda p, n, text: paste_block(p, n % (len(p.indicators) + 1), [[text, "乙"], ["丙"]], IDS, fields=FIELDS[n % 3 :]),
    lambda p, n, text: set_cells(p, [(n % len(p.indicators), n % 6)], text) if p.indicators else p,
    lambda p, n, _: duplicate_indicators(p, row_ids(p, n), IDS),
    lambda p, n, _: delete_indicators(p, row_ids(p, n)),
    lambda p, n, _: shift_indicators(p, row_ids(p, n), 1 if n % 2 else -1),
)
EDITS: tuple[Edit, ...] = (
    lambda d, n, text: put(d, ("title", "department/name", "money_unit")[n % 3], text),
    lambda d, n, text: put(d, f"projects/{n % len(d.projects)}/budget/total", text) if d.projects else d,
    lambda d, n, text: put(d, f"projects/{n % len(d.projects)}/plan/{n % 4}", text) if d.projects else d,
    lambda d, n, text: put(d, f"overall/{n % len(d.overall)}/text", text) if d.overall else d,
    lambda d, n, _: insert_projects(d, n % (len(d.projects) + 1), [Project(next(IDS))]) if len(d.projects) < 8 else d,
    lambda d, n, _: duplicate_projects(d, project_ids(d, n), IDS) if len(d.projects) < 8 else d,
    lambda d, n, _: delete_projects(d, project_ids(d, n)),
    lambda d, n, _: shift_projects(d, project_ids(d, n), 1 if n % 2 else -1),
    lambda d, n, text: insert_section(d, n % (len(d.overall) + 1), Section(text)) if len(d.overall) < 6 else d,
    lambda d, n, _: delete_section(d, n % len(d.overall)) if d.overall else d,
    lambda d, n, _: shift_section(d, n % len(d.overall), 1) if d.overall else d,
    lambda d, n, _: mute(d, "purpose_is_given") if n % 2 else unmute(d, "purpose_is_given"),
    lambda d, n, text: (
        confirm(d, "goals_are_given", f"projects/{n % len(d.projects)}/goals", text) if d.projects else d
    ),
)


def project_ids(document: Document, place: int) -> list[str]:
    return [document.projects[place % len(document.projects)].id] if document.projects else []


def row_ids(project: Project, place: int) -> list[str]:
    return [project.indicators[place % len(project.indicators)].id] if project.indicators else []


def edited(document: Document, choice: int, place: int, text: str, form: Form) -> Document:
    """The document after one of all the edits, in one of its projects where the edit wants one."""
    if choice < len(EDITS):
        return EDITS[choice](document, place, text)
    if not document.projects:
        return document
    project = document.projects[place % len(document.projects)]
    if choice == len(EDITS) + len(IN_PROJECT):
        return change_project(document, project.id, lambda p: sort_indicators(p, form))
    if len(project.indicators) > 10:
        return change_project(document, project.id, lambda p: delete_indicators(p, [r.id for r in p.indicators[5:]]))
    return change_project(document, project.id, lambda p: IN_PROJECT[choice - len(EDITS)](p, place, text))


def watched(session: Session) -> Iterator[QAbstractItemModelTester]:
    """Every model that stands over the document, under a tester that ends the program at the first wrong signal."""
    table = IndicatorTable(session, session)
    table.show_project(session.document.projects[0].id)
    for model in (ProjectTreeModel(session, session), ProblemTreeModel(session, session), table):
        yield QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, session)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_edits_undo_to_the_start_and_redo_to_the_end(qapp: QApplication, hebei: Form, random: Random) -> None:
    start = shell_document()
    session = Session(start, hebei)
    testers = list(watched(session))
    for _ in range(OPERATIONS):
        operate(session, random)
    travel(session.redo, lambda: session.history.future)
    last = session.document
    travel(session.undo, lambda: session.history.past)
    assert session.document is start
    travel(session.redo, lambda: session.history.future)
    assert session.document == last
    assert len(testers) == 3
    session.deleteLater()


def operate(session: Session, random: Random) -> None:
    """One edit, undo or redo."""
    choice, place, text = random.randrange(len(EDITS) + len(IN_PROJECT) + 4), random.randrange(60), random.choice(WORDS)
    if choice > len(EDITS) + len(IN_PROJECT):
        (session.undo, session.redo, session.undo)[choice % 3]()
    else:
        session.apply(f"改{choice}", lambda document: edited(document, choice, place, text, session.form))


def travel(step: Callable[[], None], left: Callable[[], object]) -> None:
    """Take `step` as long as there is one."""
    while left():
        step()

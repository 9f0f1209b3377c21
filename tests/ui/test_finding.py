"""Searching follows the document without making anybody wait."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSplitter
from pytestqt.qtbot import QtBot

from pbeditor.edit.projects import delete_projects
from pbeditor.edit.search import Hit, Query, find
from pbeditor.model.document import Project
from pbeditor.ui import finding, gradually
from pbeditor.ui.finding import LONGEST, Finding, mark_in_focus, selected_text
from pbeditor.ui.session import Session
from tests.moving import shift_projects


@pytest.fixture
def search(session: Session) -> Finding:
    search = Finding(session)
    search.wake()
    search.look_for(Query("经费"))
    search.finish()
    return search


def test_hits_come_a_moment_after_the_last_keystroke(qtbot: QtBot, session: Session) -> None:
    search = Finding(session)
    search.wake()
    with qtbot.waitSignal(search.found):
        search.look_for(Query("经费"))
    assert [hit.path for hit in search.hits] == ["projects/0/name", "projects/1/name"]


def test_hits_follow_the_document(qtbot: QtBot, session: Session, search: Finding) -> None:
    with qtbot.waitSignal(search.found):
        session.write("改", "projects/2/name", "会议经费")
    assert search.hits == list(find(session.document, search.query))


@pytest.mark.parametrize(
    "edit", [lambda old: shift_projects(old, ["6HMH"], 1), lambda old: delete_projects(old, ["6X18"])]
)
def test_hits_follow_projects_that_move(session: Session, search: Finding, edit: object) -> None:
    session.apply("改", edit)  # type: ignore[arg-type]
    search.finish()
    assert search.hits == list(find(session.document, search.query))


def test_only_a_changed_project_is_searched_again(
    session: Session, search: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []

    def note(_part: object, _query: Query, path: str) -> tuple[Hit, ...]:
        searched.append(path)
        return ()

    monkeypatch.setattr(finding, "find_in", note)
    session.write("改", "projects/1/name", "x")
    search.finish()
    assert searched == ["projects/1"]


def test_a_long_search_is_cut_into_slices(
    qtbot: QtBot, session: Session, search: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = tuple(replace(project, id=f"{project.id}{n}") for n in range(300) for project in session.document.projects)
    session.apply("增", lambda old: replace(old, projects=copies))
    monkeypatch.setattr(gradually, "SLICE", 0)
    slices = []
    search._work.paused.connect(lambda _: slices.append(1))
    with qtbot.waitSignal(search.found):
        search.look_for(Query("活动"))
    assert search.hits == list(find(session.document, search.query))
    assert len(slices) > 2


def test_asleep_it_lets_edits_pass_and_knows_them_when_woken(qtbot: QtBot, session: Session, search: Finding) -> None:
    search.sleep()
    session.write("改", "projects/2/name", "会议经费")
    assert not search._pause.isActive()
    with qtbot.waitSignal(search.found):
        search.wake()
    assert len(search.hits) == 3


def test_another_document_is_searched_afresh(session: Session, search: Finding) -> None:
    other = replace(session.document, projects=(Project("6X18", name="别的经费"),))
    session.open(other, session.form, None, saved=True)
    search.finish()
    assert [hit.text for hit in search.hits] == ["别的经费"]


@pytest.fixture
def stand(qtbot: QtBot) -> QSplitter:
    """An active window, for fields."""
    window = QSplitter()
    window.resize(300, 200)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_selection_of_one_short_line_is_worth_looking_for(stand: QSplitter) -> None:
    line, text = QLineEdit("很长" * LONGEST), QPlainTextEdit("培训\n会议")
    stand.addWidget(line)
    stand.addWidget(text)
    text.setFocus()
    text.selectAll()
    assert selected_text() == ""
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(2, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert selected_text() == "培训"
    line.setFocus()
    line.selectAll()
    assert selected_text() == ""


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_hit_is_marked_in_the_field_that_shows_its_text(
    stand: QSplitter, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    field = kind("𠮷培训经费")
    stand.addWidget(field)
    field.setFocus()
    mark_in_focus(Hit("title", 1, 3, "𠮷培训经费"))
    assert selected_text() == "培训"
    mark_in_focus(Hit("title", 0, 1, "别的"))
    assert selected_text() == "培训"

"""The session shows what is opened before it checks it, and knows what it found before."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from pbeditor.check import seen
from pbeditor.check.engine import check
from pbeditor.check.setting import Setting
from pbeditor.model.document import Document, Project
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.ui.session import Session

PROJECTS = tuple(Project(f"p{n}", code=f"C-{n}", name=f"第{n}号") for n in range(80))
DOCUMENT = Document("hebei-2020", 2020, "标题", projects=PROJECTS)


@pytest.fixture
def session(hebei: Form) -> Session:
    session = Session(DOCUMENT, hebei)
    session.look()
    return session


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the projects that the rules look at from now on."""
    ids: list[str] = []
    look = seen._look

    def counted(project: Project, setting: Setting) -> seen.Look:
        ids.append(project.id)
        return look(project, setting)

    monkeypatch.setattr(seen, "_look", counted)
    return ids


def renamed(document: Document) -> Document:
    return replace(document, projects=tuple(replace(each, name=f"{each.name}改") for each in document.projects))


def test_a_change_of_everything_is_undone_and_redone_without_looking_again(
    session: Session, looked_at: list[str]
) -> None:
    session.apply("全部改名", renamed)
    session.look()
    session.write("改单位", "money_unit", "元")
    session.look()
    assert len(looked_at) == 160
    for travel in (session.undo, session.undo, session.redo, session.redo):
        travel()
        fresh = check(session.document, session.form)
        del looked_at[-80:]
        assert [problem.message for problem in session.checked.problems] == [one.message for one in fresh.problems]
    assert len(looked_at) == 160


def test_what_is_typed_after_a_change_of_everything_is_no_hindrance(session: Session, looked_at: list[str]) -> None:
    session.apply("全部改名", renamed)
    session.look()
    for number in range(9):
        session.write("改名", f"projects/{number}/name", "新名")
    looked_at.clear()
    for _ in range(9):
        session.undo()
    assert len(looked_at) <= 9
    session.undo()
    assert len(looked_at) <= 9
    assert session.document is DOCUMENT


def test_what_is_opened_is_shown_before_it_is_checked(session: Session, qtbot: QtBot) -> None:
    before = session.document
    session.open(replace(before, title=""), session.form, None, saved=True)
    assert not session.checked.is_known
    assert session.checked.problems == ()
    with qtbot.waitSignals([session.looked, session.problems_changed]):
        pass
    assert session.checked.problems


def test_a_change_of_everything_is_looked_at_between_what_the_user_does(
    session: Session, looked_at: list[str], qtbot: QtBot
) -> None:
    known = session.checked
    session.apply("全部改名", renamed)
    assert len(looked_at) < 80
    assert len(session.checked.problems) == 0
    with qtbot.waitSignal(session.problems_changed):
        pass
    assert len(looked_at) == 80
    assert len(session.checked.problems) == len(check(session.document, session.form).problems)
    del looked_at[80:]
    session.undo()
    assert session.checked.document is known.document
    assert len(looked_at) == 80


def test_what_is_typed_while_everything_is_looked_at_is_looked_at_too(session: Session) -> None:
    session.apply("全部改名", renamed)
    session.write("改名", "projects/3/name", "")
    session.look()
    assert session.checked.at("projects/3/name")
    fresh = check(session.document, session.form)
    assert [problem.message for problem in session.checked.problems] == [one.message for one in fresh.problems]


def test_an_edit_before_the_first_look_is_checked_with_it(session: Session) -> None:
    looks: list[bool] = []
    session.looked.connect(lambda: looks.append(True))
    session.open(session.document, session.form, None, saved=True)
    session.write("改", "projects/0/name", "")
    session.look()
    assert session.checked.at("projects/0/name")
    assert looks == [True]


def test_a_step_is_undone_though_the_form_before_it_is_gone_by_now(settings_folder: Path, hebei: Form) -> None:
    session = Session(replace(DOCUMENT, form="own"), replace(hebei, id="own"))
    session.apply("更换表样", lambda document: replace(document, form="mof-2021"))
    session.apply("改期别", lambda document: replace(document, periods=("年底",)))
    session.undo()
    assert session.form.id == "mof-2021"
    session.undo()
    assert (session.document.form, session.form.id) == ("own", "own")
    session.apply("改期别", lambda document: replace(document, periods=("年底",)))
    assert (session.form.id, session.form.periods) == ("own", ("年底",))


def test_a_form_that_is_not_there_leaves_the_document_as_it_is(session: Session) -> None:
    with pytest.raises(UnreadableError):
        session.apply("更换表样", lambda document: replace(document, form="nowhere"))
    assert (session.document, session.form.id, session.history.past) == (DOCUMENT, "hebei-2020", ())

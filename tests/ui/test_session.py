"""The session knows what it found before."""

import pytest
from msgspec.structs import replace

from pbeditor.check import seen
from pbeditor.check.engine import check
from pbeditor.check.setting import Setting
from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.ui.session import Session

PROJECTS = tuple(Project(f"p{n}", code=f"C-{n}", name=f"第{n}号") for n in range(80))
DOCUMENT = Document("hebei-2020", 2020, "标题", projects=PROJECTS)


@pytest.fixture
def session(hebei: Form) -> Session:
    return Session(DOCUMENT, hebei)


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
    session.write("改单位", "money_unit", "元")
    assert len(looked_at) == 160
    for travel in (session.undo, session.undo, session.redo, session.redo):
        travel()
        fresh = check(session.document, session.form)
        del looked_at[-80:]
        assert [problem.message for problem in session.checked.problems] == [one.message for one in fresh.problems]
    assert len(looked_at) == 160


def test_what_is_typed_after_a_change_of_everything_is_no_hindrance(session: Session, looked_at: list[str]) -> None:
    session.apply("全部改名", renamed)
    for number in range(9):
        session.write("改名", f"projects/{number}/name", "新名")
    looked_at.clear()
    for _ in range(9):
        session.undo()
    assert len(looked_at) <= 9
    session.undo()
    assert len(looked_at) <= 9
    assert session.document is DOCUMENT

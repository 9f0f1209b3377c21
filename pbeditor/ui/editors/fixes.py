"""Offering and making the fix that a finding carries."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pbeditor.check.problem import Problem
from pbeditor.edit.place import get, put_all
from pbeditor.edit.place_name import place_name
from pbeditor.model.document import Document
from pbeditor.ui.session import Session


def make_fix(session: Session, problem: Problem) -> None:
    """Put the fix's texts in their places as one step.

    What is typed comes first: the finding may be about that, or be gone.
    """
    session.commit_requested.emit()
    session.look()
    if problem in session.checked.at(problem.path):
        session.apply("改正", lambda document: put_all(document, problem.fix))


def add_fixes(menu: QMenu, session: Session, problems: Iterable[Problem]) -> None:
    """An entry for each finding that has a fix, and a line between them and what follows."""
    fixable = [problem for problem in problems if problem.fix]
    for problem in fixable:
        action = QAction(f"改正：{described(session, problem)}", menu)
        action.triggered.connect(lambda _=False, problem=problem: make_fix(session, problem))
        menu.addAction(action)
    if fixable:
        menu.addSeparator()


def before_and_after(document: Document, problem: Problem) -> tuple[str, str]:
    """What stands at the places of the fix now and what will, as `put` cleans it, each on one line."""
    mended, places = put_all(document, problem.fix), _changed(document, problem)
    return _listed(document, places), _listed(mended, places)


def place_of_fix(document: Document, problem: Problem) -> str:
    """Where the fix changes something: the finding may be at one field, and its fix at another beside it."""
    places = _changed(document, problem)
    is_elsewhere = len(places) == 1 and not places[0].startswith(problem.path)
    return places[0] if is_elsewhere else problem.path


def other_field(session: Session, problem: Problem) -> str:
    """The name of the field that the fix changes, "" if that is the one which the finding is at."""
    place = place_of_fix(session.document, problem)
    named = place_name(session.document, session.form, place) if place != problem.path else ""
    return named.rpartition(" ")[2]


def _changed(document: Document, problem: Problem) -> list[str]:
    mended = put_all(document, problem.fix)
    return [path for path, _ in problem.fix if get(document, path) != get(mended, path)]


def _listed(document: Document, places: Iterable[str]) -> str:
    return "、".join(str(get(document, path)).replace("\n", " ") or "（空）" for path in places)


_LONGEST = 20  # characters of a text in a menu


def described(session: Session, problem: Problem) -> str:
    """What the fix will write: "改为“90.00”", or "财政资金改为“90.00”"."""
    texts = [text for _, text in problem.fix]
    if not any(texts):
        return f"清空{other_field(session, problem)}"
    shown = "、".join(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…" for text in texts if text)
    return f"{other_field(session, problem)}改为“{shown}”".replace("\n", " ").replace("&", "&&")

"""Offering and making the fix that a finding carries."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pbeditor.check.problem import Problem
from pbeditor.edit.place import get, put_all
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
        action = QAction(f"改正：{described(problem)}", menu)
        action.triggered.connect(lambda _=False, problem=problem: make_fix(session, problem))
        menu.addAction(action)
    if fixable:
        menu.addSeparator()


def before_and_after(document: Document, problem: Problem) -> tuple[str, str]:
    """What stands at the places of the fix now and what will, as `put` cleans it, each on one line."""
    mended = put_all(document, problem.fix)
    places = [path for path, _ in problem.fix if get(document, path) != get(mended, path)]
    return _listed(document, places), _listed(mended, places)


def _listed(document: Document, places: Iterable[str]) -> str:
    return "、".join(str(get(document, path)).replace("\n", " ") or "（空）" for path in places)


_LONGEST = 20  # characters of a text in a menu


def described(problem: Problem) -> str:
    """What the fix will write: "改为“90.00”"."""
    texts = [text for _, text in problem.fix]
    if not any(texts):
        return "清空"
    shown = "、".join(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…" for text in texts if text)
    return f"改为“{shown}”".replace("\n", " ").replace("&", "&&")

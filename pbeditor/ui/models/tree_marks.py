"""What is wrong at each entry of the project tree, and whether that is other than when it was last asked."""

from collections.abc import Iterable

from pbeditor.check.problem import gravest
from pbeditor.model.differing import differing
from pbeditor.model.document import Project
from pbeditor.ui.nodes import PROJECTS, Node
from pbeditor.ui.session import Session


class TreeMarks:
    """Severities, the worst of what is found there or below; "" for nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last = session.latest

    def at(self, node: Node) -> str:
        """What is wrong with an entry."""
        checked = self._session.latest
        if node.kind == "project":
            return checked.worst(node.key)
        below = (checked.worst_of(checked.places),) if node == PROJECTS else ()
        return gravest((*(each.severity for each in checked.under(_path(node))), *below))

    def among(self, projects: Iterable[Project]) -> str:
        """What is wrong with some projects."""
        return self._session.latest.worst_of(project.id for project in projects)

    def are_others(self) -> bool:
        """Whether a mark can be another one than when this was last asked."""
        before, now = self._last, self._session.latest
        self._last = now
        if len(before.parts) != len(now.parts) or before.document.muted != now.document.muted:
            return True
        others = (now.document.projects[place].id for place in differing(before.parts, now.parts))
        return not now.whole.says_what(before.whole) or any(before.worst(each) != now.worst(each) for each in others)


def _path(node: Node) -> str:
    return f"overall/{node.key}" if node.kind == "section" else node.kind

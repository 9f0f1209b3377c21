"""The problems panel over a session, and how tests find a line in it."""

from pytestqt.qtbot import QtBot

from pbeditor.ui.panels.problem_panel import ProblemPanel
from pbeditor.ui.session import Session


def shown(qtbot: QtBot, session: Session) -> ProblemPanel:
    """The panel on the screen."""
    panel = ProblemPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1000, 190)
    panel.show()
    return panel


def select(panel: ProblemPanel, path: str, rule: str = "") -> None:
    """Unfold the rule and make the first finding below `path` current."""
    groups = [panel.model.group(panel.model.index(row, 0)) for row in range(panel.model.rowCount())]
    row, at = next(
        (row, at)
        for row, group in enumerate(groups)
        for at, problem in enumerate(group.problems if group else ())
        if problem.path.startswith(path) and rule in {"", problem.rule}
    )
    panel.tree.expand(panel.model.index(row, 0))
    panel.tree.setCurrentIndex(panel.model.line(row, at))

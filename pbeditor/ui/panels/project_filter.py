"""The line above the project tree: only the projects with what is typed there are to be seen."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QTreeView, QWidget

from pbeditor.model.text import fold
from pbeditor.ui.models.project_tree import ProjectTreeModel
from pbeditor.ui.nodes import PROJECTS
from pbeditor.ui.widgets.search_line import SearchLine


class ProjectFilter(SearchLine):
    """Hides rows of the tree: those that do not fit, and while nothing is typed those of folded units."""

    hidden = Signal()  # other rows may be hidden now

    _tree: QTreeView

    def __init__(self, model: ProjectTreeModel, parent: QWidget | None = None) -> None:
        super().__init__("筛选名称或编码（Ctrl+L）", "筛选项目", parent)
        self._model = model
        self.hides = False
        self.found: int | None = None  # how many projects fit; None while nothing is typed

    def hold(self, tree: QTreeView) -> None:
        """Hide rows of this view of the model from now on."""
        self._tree = tree
        self.textChanged.connect(self.hide_others)

    def hide_others(self) -> None:
        """A unit's line stays as long as one of its projects fits, and while it is folded."""
        wanted = fold(self.text())
        folded = self._model.folded if self._model.is_grouped and not wanted else set()
        if not wanted and not folded and not self.hides:
            return
        self.hides = bool(wanted or folded)
        parent, seen, found = self._model.index_of(PROJECTS), False, 0
        for row in reversed(range(self._model.rowCount(parent))):
            project = self._model.project(self._model.index(row, 0, parent))
            fits = seen if project is None else wanted in fold(f"{project.name} {project.code}")
            seen = project is not None and (seen or fits)
            found += project is not None and fits
            self._tree.setRowHidden(row, parent, not fits or (project is not None and project.unit in folded))
        self.found = found if wanted else None
        self.hidden.emit()

    def first(self) -> QModelIndex | None:
        """The first project that is to be seen."""
        parent = self._model.index_of(PROJECTS)
        rows = (row for row in range(self._model.rowCount(parent)) if not self._tree.isRowHidden(row, parent))
        places = (self._model.index(row, 0, parent) for row in rows)
        return next((index for index in places if self._model.project(index)), None)

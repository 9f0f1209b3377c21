"""打印范围: the document, all projects, those selected in the tree, or those that are ticked here."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from pbeditor.sheet.lay_out import project_title
from pbeditor.ui.session import Session
from pbeditor.ui.widgets.calm import CalmComboBox
from pbeditor.ui.widgets.signs import tip
from pbeditor.ui.widgets.tick_delegate import TickDelegate

_ID = Qt.ItemDataRole.UserRole


class PrintScope(QObject):
    """A list of choices and a list of projects to tick; `selected` are the ids of the projects the user is at."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget, selected: Sequence[str]) -> None:
        super().__init__(parent)
        self._session = session
        present = tuple(project.id for project in session.document.projects)
        self.selected = tuple(project_id for project_id in present if project_id in selected)
        self.choice, self.projects = CalmComboBox(parent), QListWidget(parent)
        self.projects.setItemDelegate(TickDelegate(self.projects))
        self._fill()
        self.choice.setAccessibleName("打印范围")
        self.projects.setAccessibleName("要打印的项目")
        self.projects.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.projects.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.projects.hide()
        self.choice.currentIndexChanged.connect(lambda _index: self._follow())
        self.projects.itemChanged.connect(lambda _item: self.changed.emit())

    def wanted(self) -> tuple[str, ...] | None:
        """The projects to print by id, None for the whole document."""
        return SCOPES[self.choice.currentData()].projects(self)

    def chosen(self) -> tuple[str, ...]:
        """The ids of the projects that are ticked."""
        items = (self.projects.item(row) for row in range(self.projects.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def all_projects(self) -> tuple[str, ...]:
        """The ids of all projects."""
        return tuple(project.id for project in self._session.document.projects)

    def _follow(self) -> None:
        by_ticks = SCOPES[self.choice.currentData()].by_ticks
        if by_ticks and not self.projects.count():
            self._list_projects()
        self.projects.setVisible(by_ticks)
        self.changed.emit()

    def _fill(self) -> None:
        count = len(self.selected)
        has = {"": True, "any": bool(self.all_projects()), "one": count == 1, "several": count > 1}
        for number, scope in enumerate(SCOPES):
            if has[scope.needs]:
                self.choice.addItem(scope.label.format(count=count), number)

    def _list_projects(self) -> None:
        """A thousand lines take their time, so they come when they are first wanted."""
        self.projects.blockSignals(True)
        for number, project in enumerate(self._session.document.projects, 1):
            item = QListWidgetItem(project_title(number, project, self._session.form), self.projects)
            item.setToolTip(tip(item.text()))
            item.setData(_ID, project.id)
            ticked = project.id in self.selected
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.projects.blockSignals(False)


class Scope(Struct, frozen=True):
    """A choice of what to print; None for the whole document. It `needs` any project, "one" selected or "several"."""

    label: str
    projects: Callable[[PrintScope], tuple[str, ...] | None]
    needs: str = ""
    by_ticks: bool = False


SCOPES = (
    Scope("整个文档", lambda _scope: None),
    Scope("全部项目表", PrintScope.all_projects, "any"),
    Scope("选中的 {count} 个项目", lambda scope: scope.selected, "several"),
    Scope("当前项目", lambda scope: scope.selected, "one"),
    Scope("勾选的项目", PrintScope.chosen, "any", by_ticks=True),
)

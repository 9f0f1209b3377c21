"""The tree itself: where a drop would go is drawn as a line, and where it may not go the mouse says so."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QTreeView, QWidget

from pbeditor.ui.models.project_tree import ProjectTreeModel
from pbeditor.ui.nodes import Node
from pbeditor.ui.theme import M, accent

Index = QModelIndex | QPersistentModelIndex
TURNING = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
EDGE = 0.28  # of a row's height, within which a drop goes between rows
CONTROL = Qt.KeyboardModifier.ControlModifier
TAG = 220  # px of a name under the mouse
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


class Aim(Struct, frozen=True):
    """Where a drop would go, as models are told, and the height at which to draw it."""

    row: int
    parent: QModelIndex
    y: int


class ProjectTree(QTreeView):
    """Draws its own line for a drop: Qt's frame around a row would say that the drop goes into it."""

    fold_wanted = Signal(object)  # Unit: hide its projects, or show them again
    unfold_wanted = Signal()  # show the projects of every unit

    def __init__(self, model: ProjectTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._aim: Aim | None = None
        self._marks: dict[tuple[Node, int, int], str] = {}  # by entry and where it is, as last painted on demand
        self.setModel(model)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(MOVE)
        self.setDropIndicatorShown(False)

    def _tag(self, text: str) -> QPixmap:
        """A small label of what is under the mouse."""
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, TAG)
        size = QSize(self.fontMetrics().horizontalAdvance(shown) + 2 * M, self.fontMetrics().height() + M)
        picture = QPixmap(size * self.devicePixelRatio())
        picture.setDevicePixelRatio(self.devicePixelRatio())
        picture.fill(self.palette().highlight().color())
        painter = QPainter(picture)
        painter.setFont(self.font())
        painter.setPen(self.palette().highlightedText().color())
        painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter, shown)
        painter.setPen(accent(self.palette()))
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
        painter.end()
        return picture

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A row is as high whatever it says: Qt would ask the height of every one of many anew."""
        if first == last:
            super().dataChanged(first, last, roles)
        else:
            self.viewport().update()

    def show_marks(self) -> None:
        """Paint anew the rows in sight whose mark has changed since the last time; all others stay as they are."""
        if not self._model.has_other_marks():
            return
        marks, index = {}, self.indexAt(QPoint(0, 0))
        while index.isValid() and self.visualRect(index).top() < self.viewport().height():
            entry = self._model.node(index), index.internalId(), index.row()
            marks[entry] = self._model.mark(index)
            if self._marks.get(entry) != marks[entry]:
                self.update(index)
            index = self.indexBelow(index)
        self._marks = marks

    def aim_at(self, place: QPoint) -> Aim:
        """What a drop at `place` of the viewport means."""
        index = self.indexAt(place)
        if not index.isValid():
            return self._end()
        box = self.visualRect(index)
        share = (place.y() - box.top()) / max(box.height(), 1)
        if share < EDGE:
            return Aim(index.row(), index.parent(), box.top())
        if share < 1 - EDGE:
            return Aim(-1, index, box.bottom())
        if self.isExpanded(index) and self._model.rowCount(index):
            return Aim(0, index, box.bottom())
        return Aim(index.row() + 1, index.parent(), box.bottom())

    def _end(self) -> Aim:
        """Below everything means after the last project."""
        parent = self._model.index(self._model.rowCount() - 1, 0)
        count = self._model.rowCount(parent)
        last = self._model.index(count - 1, 0, parent) if count else parent
        return Aim(count, parent, self.visualRect(last).bottom())

    def _take_aim(self, event: QDropEvent) -> None:
        aim, action = self.aim_at(event.position().toPoint()), self._action(event)
        fits = self._model.canDropMimeData(event.mimeData(), action, aim.row, 0, aim.parent)
        self._show_aim(aim if fits else None)
        if fits:
            event.setDropAction(action)
            event.accept()
        else:
            event.ignore()

    def _action(self, event: QDropEvent) -> Qt.DropAction:
        """From another window projects are copied, for this one cannot answer for their going away there."""
        return event.dropAction() if self._model.is_own(event.mimeData()) else COPY

    def _show_aim(self, aim: Aim | None) -> None:
        if aim != self._aim:
            self._aim = aim
            self.viewport().update()

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        # Qt moves its mark and leaves the selection behind where Ctrl is held: right for single steps alone.
        if isinstance(event, QKeyEvent) and event.key() in TURNING and event.modifiers() == CONTROL:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        return super().selectionCommand(index, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        head = self._model.head(self.indexAt(event.position().toPoint()))
        if head and event.button() == Qt.MouseButton.LeftButton:
            self.fold_wanted.emit(head.unit)
            event.accept()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        project = self._model.project(self.currentIndex())
        if self._model.is_grouped and event.key() == Qt.Key.Key_Minus and project:
            self.fold_wanted.emit(project.unit)
        elif self._model.is_grouped and event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Asterisk}:
            self.unfold_wanted.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        indexes = [index for index in self.selectedIndexes() if index.flags() & Qt.ItemFlag.ItemIsDragEnabled]
        mime = self._model.mimeData(indexes) if indexes else None
        if mime is None:
            return
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(self._tag(indexes[0].data() if len(indexes) == 1 else f"{len(indexes)} 项"))
        drag.setHotSpot(QPoint(-M, -M))  # beside the mouse: a picture of the rows would cover the line
        drag.exec(supportedActions, MOVE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(event.mimeData().hasFormat(kind) for kind in self._model.mimeTypes()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        self._take_aim(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self.stopAutoScroll()
        self.setState(QTreeView.State.NoState)
        self._take_aim(event)
        aim = self._aim
        self._show_aim(None)
        if aim is not None:
            parent = aim.parent
            self._model.dropMimeData(event.mimeData(), event.dropAction(), aim.row, 0, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._aim is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(accent(self.palette()), 2))
            painter.setBrush(accent(self.palette()))
            y = max(self._aim.y, 1)
            painter.drawLine(self.indentation() + 6, y, self.viewport().width(), y)
            painter.drawEllipse(QRect(self.indentation(), y - 3, 6, 6))

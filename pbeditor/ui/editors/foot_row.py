"""The lines below fields that stand side by side: a long sentence goes on below those that have nothing to say."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pbeditor.ui.editors.fields import Field
from pbeditor.ui.theme import M


class FootRow(QWidget):
    """Takes the feet of the fields, and stands below them in their parent."""

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        for field in fields:
            field.lend_foot(self)
            field.foot.told.connect(self._arrange)
            field.installEventFilter(self)
        self._arrange()

    def _arrange(self) -> None:
        """From the right: each has at least the width of its field, and what the silent ones beside it leave."""
        self.setFixedHeight(self._fields[0].foot.height())
        telling = [field for field in self._fields if not field.foot.is_silent()]
        end = self.width()
        for place in range(len(telling) - 1, -1, -1):
            field, foot = telling[place], telling[place].foot
            before = telling[place - 1].geometry().right() + M - self.x() if place else 0
            start = min(field.x() - self.x(), max(before, end - foot.wanted_width()))
            foot.setGeometry(start, 0, min(end - start, max(field.width(), foot.wanted_width())), foot.height())
            end = start
        for field in self._fields:
            field.foot.setVisible(field in telling)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._arrange()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

"""How the cells of the indicator grid look, and which editor each opens."""

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)
from shiboken6 import isValid

from pbeditor.edit.categories import choices
from pbeditor.model.library import Entry
from pbeditor.ui.editors.cell_keys import Ending, has_focus, is_left
from pbeditor.ui.editors.cell_text import FRAME, MARGIN, CellText
from pbeditor.ui.editors.name_choices import NameChoices
from pbeditor.ui.editors.target_editor import TargetEditor
from pbeditor.ui.letters import wide
from pbeditor.ui.models.indicator_table import IndicatorTable
from pbeditor.ui.models.roles import Index
from pbeditor.ui.session import Session
from pbeditor.ui.theme import accent, faint, line
from pbeditor.ui.widgets.signs import blended, frame_color, paint_sign, tint
from pbeditor.ui.widgets.text_block import TextBlocks

CellEditor = CellText | TargetEditor
PADDING = FRAME + MARGIN
SIGN, GUTTER = 11, 15  # px; the gutter at the right is always kept, so that a mark never moves the text
ARROW = 16  # px; the place in the corner of a cell with a list that opens it
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint


class CellDelegate(QStyledItemDelegate):
    """Paints text, tint and sign; `ended`, `typed` and `closed` speak of the one open editor."""

    ended = Signal(object)
    typed = Signal()
    closed = Signal()

    def __init__(self, session: Session, table: IndicatorTable, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._table, self._view = session, table, view
        self._blocks = TextBlocks()
        self._name_choices = NameChoices(session)
        self._names: dict[str, Entry] = {}
        self._editor: CellEditor | None = None
        self.place = (-1, -1)

    @property
    def editor(self) -> CellEditor | None:
        """The open editor. The view hides and deletes it by itself when its row goes."""
        editor = self._editor
        return editor if editor is not None and isValid(editor) and not editor.isHidden() else None

    def height(self, row: int, column: int, width: int, font: QFont) -> int:
        """How high a cell of this width must be."""
        text = self._table.text(row, column)
        return round(self._blocks.height(text, width - PADDING - wide(GUTTER, font), font)) + 2 * PADDING

    def has_list(self, row: int, column: int) -> bool:
        """Whether the form offers texts for this cell."""
        return bool(choices(self._table.rows[row], self._table.fields[column], self._session.form))

    def commit(self) -> None:
        """Give what is typed in the open editor to the document; the editor stays."""
        if self.editor is not None and self.editor.is_dirty:
            self.commitData.emit(self.editor)

    def mark_editor(self, severity: str) -> None:
        """Frame the open editor by what is wrong with what is typed, "" for nothing."""
        if (editor := self.editor) is not None:
            palette = editor.palette()
            colour = frame_color(severity, palette, has_focus=True)
            if palette.color(QPalette.ColorRole.WindowText) != colour:
                palette.setColor(QPalette.ColorRole.WindowText, colour)
                editor.setPalette(palette)

    def close(self, how: Ending) -> None:
        """End editing. The focus goes to the grid first: hiding a part that has it would send it on by itself."""
        if how is not Ending.CANCEL:
            if isinstance(self.editor, CellText):
                self.editor.complete()
            self.commit()
        editor, self._editor = self.editor, None
        if editor is not None:
            if has_focus(editor):
                self._view.setFocus()
            self.closeEditor.emit(editor, _NO_HINT)
            self.closed.emit()

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        row, column = index.row(), index.column()
        palette, box = option.palette, option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        mark = self._table.mark(row, column)
        painter.save()
        painter.fillRect(box, _ground(palette, mark, is_chosen=is_chosen))
        painter.setPen(line(palette))  # the style's own grid cannot be seen on a dark ground
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(option.font)
        painter.setPen(faint(palette) if self._repeats(row, column) else palette.color(QPalette.ColorRole.Text))
        painter.setClipRect(box)
        width = box.width() - PADDING - wide(GUTTER, option.font)
        self._blocks.draw(painter, index.data(), width, QPointF(box.left() + PADDING, box.top() + PADDING))
        if mark:
            size = wide(SIGN, option.font)
            sign = QRectF(box.right() - size - 1, box.top() + 3, size, size)
            paint_sign(painter, sign, mark, palette)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_cursor(painter, box, accent(palette), has_list=self.has_list(row, column))
        painter.restore()

    def sizeHint(self, option: Any, index: Index) -> QSize:
        width = option.rect.width() or 100
        return QSize(width, self.height(index.row(), index.column(), width, option.font))

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        row, field = self._table.rows[index.row()], self._table.fields[index.column()]
        form = self._session.form
        editor: CellEditor
        if field == "target":
            editor = TargetEditor(form.operators, parent)
        else:
            self._names = self._name_choices.of(row) if field == "name" else {}
            offered = tuple(self._names) or choices(row, field, form)
            is_strict = field in ("level1", "level2")
            editor = CellText(offered, parent, is_closed=field != "name", is_strict=is_strict)
        editor.setFont(option.font)
        editor.setAccessibleName(f"第{index.row() + 1}行{self._table.columns[index.column()].label}")
        editor.ended.connect(self.ended)
        editor.typed.connect(self.typed)
        self._editor, self.place = editor, (index.row(), index.column())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Load the cell, but never over what is being typed: Qt asks whenever data changes."""
        if isinstance(editor, (CellText, TargetEditor)) and not editor.is_dirty:
            editor.load(self._table.cell(index.row(), index.column()))  # type: ignore[arg-type]

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, (CellText, TargetEditor)) and editor.is_dirty:
            entry = self._names.get(editor.chosen) if isinstance(editor, CellText) else None
            if entry is not None:
                self._table.take(index.row(), entry)
            else:
                self._table.setData(index, editor.value())
            editor.settle()

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        if isinstance(editor, (CellText, TargetEditor)):
            editor.stand_in(QRect(option.rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Editors know their keys; leaving for another widget ends editing, leaving for another program does not."""
        loses_focus = event.type() == QEvent.Type.FocusOut and editor is self.editor
        if loses_focus and is_left(cast("CellEditor", editor), cast("QFocusEvent", event)):
            self.close(Ending.STAY)
        return False

    def _repeats(self, row: int, column: int) -> bool:
        """Whether a category says what the row above says: it is printed once for both."""
        fields = self._table.fields[: column + 1]
        if not row or self._table.fields[column] not in ("level1", "level2"):
            return False
        above, here = self._table.rows[row - 1], self._table.rows[row]
        levels = [field for field in fields if field in ("level1", "level2")]
        return all(getattr(above, field) == getattr(here, field) for field in levels)

    def _paint_cursor(self, painter: QPainter, box: QRect, colour: QColor, *, has_list: bool) -> None:
        painter.setPen(QPen(colour, 2))
        painter.drawRect(box.adjusted(1, 1, -2, -2))
        if has_list:
            x, y = box.right() - ARROW / 2 - 1, box.bottom() - 8
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1.6))
            painter.drawPolyline([QPointF(x - 3.5, y - 2), QPointF(x, y + 1.5), QPointF(x + 3.5, y - 2)])


def _ground(palette: QPalette, mark: str, *, is_chosen: bool) -> QColor:
    ground = tint(mark, palette) if mark else palette.color(QPalette.ColorRole.Base)
    return blended(ground, palette.color(QPalette.ColorRole.Highlight), 0.72) if is_chosen else ground

"""Draws a project as two lines: name and mark above, code and amount below."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from pbeditor.model.document import Project
from pbeditor.model.unnamed import UNNAMED_PROJECT
from pbeditor.ui.letters import wide
from pbeditor.ui.models.project_tree import ProjectTreeModel
from pbeditor.ui.models.tree_rows import UnitHead
from pbeditor.ui.theme import XS, S, accent, faint, line
from pbeditor.ui.widgets.signs import paint_sign

SIGN, FOLD = 14, 10  # px
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class TreeDelegate(QStyledItemDelegate):
    """Paints marks straight from the findings, so that a finding never announces changed data.

    `option` is Any because PySide's stubs do not know the fields of style options.
    """

    def __init__(self, model: ProjectTreeModel) -> None:
        super().__init__(model)
        self._model = model

    def _paint_mark(self, painter: QPainter, box: QRect, index: Index, palette: QPalette) -> None:
        severity = self._model.mark(index)
        if severity:
            size = wide(SIGN)
            left, top = box.right() - size - S, box.center().y() - size // 2
            paint_sign(painter, QRect(left, top, size, size).toRectF(), severity, palette)

    def _paint_project(self, painter: QPainter, box: QRect, project: Project, palette: QPalette) -> None:
        font = QFont(painter.font())
        above, below = _halves(box)
        name = above.adjusted(0, 0, -wide(SIGN) - 2 * S, 0)
        _draw(painter, name, _LEFT, project.name or UNNAMED_PROJECT, palette.color(QPalette.ColorRole.Text))
        painter.setFont(_smaller(font))
        amount = project.budget.total
        width = QFontMetrics(painter.font()).horizontalAdvance(amount) + S
        grey = faint(palette)
        _draw(painter, below.adjusted(0, 0, -width - 2 * S, 0), _LEFT, project.code or "无编码", grey)
        _draw(painter, below.adjusted(0, 0, -S, 0), _RIGHT, amount, grey)
        painter.setFont(font)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        self.initStyleOption(option, index)
        project, head = self._model.project(index), self._model.head(index)
        if project or head:
            option.text = ""
        _paint_ground(painter, option)
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(S, 0, 0, 0)
        painter.save()
        painter.setFont(option.font)
        if project:
            self._paint_project(painter, box, project, option.palette)
            box = _halves(box)[0]
        if head:
            is_folded = head.unit in self._model.folded
            _paint_fold(painter, box, option.palette, is_folded=is_folded)
            at_mark = wide(SIGN) + S if self._model.mark(index) else 0
            box, total = box.adjusted(FOLD + S, 0, 0, 0), self._model.total(head)
            _paint_head(painter, box, head, total, option.palette, at_mark)
        elif self._model.rowCount(index) and not option.widget.isExpanded(index):
            away = wide(SIGN) + 2 * S + FOLD  # where a mark may stand
            _paint_fold(painter, box.adjusted(box.width() - away, 0, 0, 0), option.palette, is_folded=True)
        self._paint_mark(painter, box, index, option.palette)
        painter.restore()

    def sizeHint(self, option: Any, index: Index) -> QSize:
        height = QFontMetrics(option.font).height()
        if self._model.project(index):
            return QSize(0, height + QFontMetrics(_smaller(option.font)).height() + S + XS)
        return QSize(0, height + S + XS)


def _paint_fold(painter: QPainter, box: QRect, palette: QPalette, *, is_folded: bool) -> None:
    """A small arrow: to the right above hidden projects, else down."""
    x, y, half = box.left() + FOLD / 2, box.center().y() + 0.5, FOLD / 4
    ends = (
        ((-half, -2 * half), (half, 0), (-half, 2 * half))
        if is_folded
        else ((-2 * half, -half), (0, half), (2 * half, -half))
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText), 1.4))
    painter.drawPolyline([QPointF(x + right, y + below) for right, below in ends])
    painter.restore()


def _paint_head(painter: QPainter, box: QRect, head: UnitHead, total: str, palette: QPalette, right: int) -> None:
    """Name of the unit and sum of its projects, above a hairline; the sum `right` px from the edge, for a mark."""
    small = _smaller(painter.font())
    active = QPalette.ColorGroup.Active  # a head is no entry to choose, but it is not greyed out
    bold = QFont(small)
    bold.setWeight(QFont.Weight.DemiBold)
    room = box.width() - S - right
    name = QFontMetrics(bold).horizontalAdvance(head.name) + 2 * S
    amount = amount_beside(head, total, name, QFontMetrics(small), room)
    width = QFontMetrics(small).horizontalAdvance(amount) + 2 * S if amount else 0
    painter.setFont(small)
    grey = palette.color(active, QPalette.ColorRole.PlaceholderText)
    _draw(painter, box.adjusted(0, 0, -S - right, 0), _RIGHT, amount, grey)
    painter.setFont(bold)
    ink = palette.color(active, QPalette.ColorRole.Text)
    _draw(painter, box.adjusted(0, 0, -S - right - width, 0), _LEFT, head.name, ink)
    painter.setPen(line(palette))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def amount_beside(head: UnitHead, total: str, name: int, metrics: QFontMetrics, room: int) -> str:
    """How many projects and their sum, the sum alone, or nothing: what leaves the name its width, or half the room."""
    for text, least in ((f"{len(head.members)} 个 · {total}", name), (total, min(name, room // 2))):
        if room - metrics.horizontalAdvance(text) >= least:
            return text
    return ""


def _paint_ground(painter: QPainter, option: Any) -> None:
    """One even bar for a selected row, with an accent at its left where the keyboard acts on it."""
    row = QRect(0, option.rect.top(), option.rect.right() + 1, option.rect.height())
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(row, option.palette.highlight())
        option.palette.setColor(QPalette.ColorRole.Text, option.palette.highlightedText().color())
        if option.widget.hasFocus():
            painter.fillRect(QRect(0, row.top(), XS + 1, row.height()), accent(option.palette))
    elif option.state & QStyle.StateFlag.State_HasFocus:
        # Ctrl+arrow walks the keyboard's place alone, for Ctrl+Space to choose one more.
        _paint_place(painter, row.adjusted(0, 0, -1, -1), option.palette)
    plain = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
    option.state &= ~plain


def _paint_place(painter: QPainter, row: QRect, palette: QPalette) -> None:
    painter.save()
    painter.setPen(QPen(accent(palette), 1, Qt.PenStyle.DashLine))
    painter.drawRect(row)
    painter.restore()


def _halves(box: QRect) -> tuple[QRect, QRect]:
    middle = box.top() + round(box.height() * 0.54)
    return (
        QRect(box.left(), box.top() + XS, box.width(), middle - box.top() - XS),
        QRect(box.left(), middle, box.width(), box.bottom() - middle - XS),
    )


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


def _draw(painter: QPainter, box: QRect, align: Qt.AlignmentFlag, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align, shown)

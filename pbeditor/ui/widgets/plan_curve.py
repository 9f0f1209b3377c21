"""The curve of a spending plan: how much of the year's money is spent by the end of each period."""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pbeditor.ui.letters import wide
from pbeditor.ui.theme import accent, faint, line

_STEPS = (0, 25, 50, 75, 100)
_HIGHEST = 100.0
TALLEST = 360  # px: beside a plan of many periods the curve would be taller than what is seen of the page
_GAP = 8  # px at least between two labels
EVEN, _SAMPLE = "均衡支出", 24  # the name of the dotted line, and px of a piece of it beside that


class PlanPoint(Struct, frozen=True):
    """A period's label and what is spent by its end, in %; None where that is not known."""

    label: str
    reached: float | None


class PlanCurve(QWidget):
    """Solid line and dots for the plan, a dotted line for even spending: told apart without colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[PlanPoint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(wide(TALLEST))
        self.setAccessibleName("支出进度曲线")

    def show_points(self, points: Sequence[PlanPoint]) -> None:
        """Draw another plan."""
        self._points = tuple(points)
        told = (f"{point.label} {point.reached:g}%" for point in points if point.reached is not None)
        self.setAccessibleDescription("，".join(told))
        self.update()

    def named(self) -> tuple[int, ...]:
        """The places whose labels have room below the curve; the end of the year always has."""
        metrics, last = QFontMetricsF(self.font()), len(self._points)
        widest = max(metrics.horizontalAdvance(label) for label in self._labels()) + _GAP
        step = ceil(widest * max(last, 1) / max(self._area().width(), 1))
        return tuple(range(last % step, last + 1, step))

    def _labels(self) -> tuple[str, ...]:
        return ("年初", *(point.label for point in self._points))

    def _area(self) -> QRectF:
        """Where the curve is drawn, inside of the axes' labels."""
        metrics = QFontMetricsF(self.font())
        left, below = metrics.horizontalAdvance("100%") + 12, metrics.height() * 1.5 + 6
        return QRectF(self.rect()).adjusted(left, metrics.height() + 10, -24, -below)

    def sizeHint(self) -> QSize:
        return QSize(420, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMaximumHeight(wide(TALLEST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        self._paint_axes(painter, area)
        if len(self._points) > 0:
            self._paint_even(painter, area)
            self._paint_plan(painter, area)

    def _at(self, area: QRectF, place: int, percent: float) -> QPointF:
        """Where a value stands: `place` 0 is the start of the year."""
        top = max(_HIGHEST, *(point.reached or 0 for point in self._points), 0)
        x = area.left() + area.width() * place / max(len(self._points), 1)
        return QPointF(x, area.bottom() - area.height() * max(percent, 0) / top)

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        height = QFontMetricsF(self.font()).height()
        for percent in _STEPS:
            y = self._at(area, 0, percent).y()
            painter.setPen(QPen(line(self.palette()), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(faint(self.palette()))
            box = QRectF(0, y - height / 2, area.left() - 6, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{percent}%")
        labels = self._labels()
        for place in self.named():
            x = self._at(area, place, 0).x()
            box = QRectF(x - 60, area.bottom() + height / 2 + 2, 120, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, labels[place])

    def _paint_even(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(faint(self.palette()), 1.2, Qt.PenStyle.DotLine))
        end = self._at(area, len(self._points), _HIGHEST)
        painter.drawLine(self._at(area, 0, 0), end)
        box = self.legend()
        middle = QPointF(box.left(), box.center().y())
        painter.drawLine(middle, middle + QPointF(_SAMPLE, 0))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, EVEN)

    def legend(self) -> QRectF:
        """Where the dotted line is named: in the corner that the curve leaves free."""
        area, metrics, last = self._area(), QFontMetricsF(self.font()), len(self._points)
        box = QRectF(0, 0, _SAMPLE + _GAP + metrics.horizontalAdvance(EVEN), metrics.height())
        known = [(n, point.reached) for n, point in enumerate(self._points, 1) if point.reached is not None]
        if sum(reached - _HIGHEST * n / last for n, reached in known) < 0:
            box.moveTopLeft(area.topLeft() + QPointF(_GAP, _GAP))
        else:
            box.moveBottomRight(area.bottomRight() - QPointF(_GAP, _GAP))
        return box

    def _paint_plan(self, painter: QPainter, area: QRectF) -> None:
        colour = accent(self.palette())
        known = [(0, 0.0)]
        known += [(n, point.reached) for n, point in enumerate(self._points, 1) if point.reached is not None]
        spots = [self._at(area, place, percent) for place, percent in known]
        painter.setPen(QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(spots)
        height = QFontMetricsF(self.font()).height()
        for before, spot, (place, percent) in zip([spots[0], *spots], spots, known, strict=False):
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 1.5))
            painter.setBrush(colour)
            painter.drawEllipse(spot, 4.5, 4.5)
            if place:
                painter.setPen(self.palette().color(QPalette.ColorRole.Text))
                painter.drawText(_beside(before, spot, height), Qt.AlignmentFlag.AlignRight, f"{percent:g}%")


def _beside(before: QPointF, spot: QPointF, height: float) -> QRectF:
    """Where the value of a point is written: above a line that rises to it, below one that falls."""
    is_falling = spot.y() > before.y()
    return QRectF(spot.x() - 124, spot.y() + (4 if is_falling else -height - 4), 120, height)

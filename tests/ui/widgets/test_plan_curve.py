"""The curve of a plan: what is written below it."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPainterPathStroker, QPolygonF
from pytestqt.qtbot import QtBot

from pbeditor.ui.widgets import plan_curve
from pbeditor.ui.widgets.plan_curve import PlanCurve, PlanPoint

MONTHS = tuple(f"{month}月底" for month in range(1, 13))


@pytest.mark.parametrize("width", [240, 420, 1400])
def test_labels_do_not_touch_and_the_last_period_has_one(qtbot: QtBot, width: int) -> None:
    curve = PlanCurve()
    qtbot.addWidget(curve)
    curve.show_points([PlanPoint(label, None) for label in MONTHS])
    curve.resize(width, 300)
    named = curve.named()
    assert named[-1] == len(MONTHS)
    widest = max(QFontMetricsF(curve.font()).horizontalAdvance(label) for label in MONTHS)
    assert widest * (len(named) - 1) < width
    assert (len(named) == len(MONTHS) + 1) == (width == 1400)


def test_a_curve_without_periods_names_the_start_of_the_year_alone(qtbot: QtBot) -> None:
    curve = PlanCurve()
    qtbot.addWidget(curve)
    assert curve.named() == (0,)


@pytest.mark.parametrize(("before", "is_above"), [(QPointF(100, 200), True), (QPointF(100, 50), False)])
def test_a_value_stands_on_the_side_of_its_point_where_no_line_comes_from(before: QPointF, is_above: bool) -> None:
    spot = QPointF(200, 120)
    box = plan_curve._beside(before, spot, 14)
    assert box.bottom() < spot.y() if is_above else box.top() > spot.y()


@pytest.mark.parametrize("plan", [(10, 40, 90, 100), (0, 0, 0, 100), (25, 50, 75, 100), (60, 80, 90, 100), (100,) * 4])
def test_the_dotted_line_is_named_where_no_line_runs(qtbot: QtBot, plan: tuple[int, ...]) -> None:
    curve = PlanCurve()
    qtbot.addWidget(curve)
    curve.resize(420, 260)
    curve.show_points([PlanPoint(f"{number}月底", reached) for number, reached in enumerate(plan)])
    area, box = curve._area(), curve.legend()
    assert area.contains(box)
    lines = [[(0, 0), *enumerate(plan, 1)], [(0, 0), (4, 100)]]
    for line in lines:
        spots = QPolygonF([curve._at(area, place, percent) for place, percent in line])
        path = QPainterPath()
        path.addPolygon(spots)
        stroke = QPainterPathStroker()
        stroke.setWidth(4)
        assert not stroke.createStroke(path).intersects(box)

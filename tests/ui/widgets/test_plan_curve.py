"""The curve of a plan: what is written below it."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF
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

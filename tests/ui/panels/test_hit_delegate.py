"""The line of a hit in a narrow list."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from pbeditor.ui.models.hit_table import Excerpt
from pbeditor.ui.panels.hit_delegate import fitted

BEFORE, HIT, AFTER = "按照上级要求和本单位实际，", "2020年", "完成防汛物资储备和应急演练工作"
LINE = Excerpt(BEFORE + HIT + AFTER, len(BEFORE), len(BEFORE) + len(HIT))
SIGN = "…"


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return qapp.font()


def share(line: Excerpt, font: QFont, part: float) -> int:
    """So much of the room that the whole line needs, in px."""
    return int(QFontMetrics(font).horizontalAdvance(line.text) * part)


def test_a_line_with_room_stays_as_it_is(font: QFont) -> None:
    assert fitted(LINE, font, 10_000) == LINE


@pytest.mark.parametrize("part", [0.35, 0.6, 0.85])
def test_in_a_narrow_list_the_hit_is_whole_and_signs_stand_for_what_is_left_out(font: QFont, part: float) -> None:
    room = share(LINE, font, part)
    shown = fitted(LINE, font, room)
    assert shown.text[shown.start : shown.end] == HIT
    assert SIGN in shown.text[: shown.start]
    assert shown.text.endswith(SIGN)
    assert QFontMetrics(font).horizontalAdvance(shown.text) <= room


def test_a_hit_at_the_start_leaves_the_room_to_what_follows(font: QFont) -> None:
    line = Excerpt(HIT + AFTER, 0, len(HIT))
    shown = fitted(line, font, share(line, font, 0.7))
    assert shown.text.startswith(HIT + AFTER[:3])
    assert shown.text.endswith(SIGN)

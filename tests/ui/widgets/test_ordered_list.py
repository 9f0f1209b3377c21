"""A short list of names to tick and to put in order."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pbeditor.ui.widgets.ordered_list import OrderedList

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def test_alt_shift_and_an_arrow_move_a_name_and_space_leaves_it_out(qtbot: QtBot) -> None:
    shown = OrderedList("列", ("甲", "乙", "丙"), ("乙", "甲"))
    qtbot.addWidget(shown)
    assert shown.chosen() == ("乙", "甲")
    QTest.keyClick(shown, Qt.Key.Key_Down, ALT_SHIFT)
    assert shown.chosen() == ("甲", "乙")
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert shown.chosen() == ("甲",)
    QTest.keyClick(shown, Qt.Key.Key_Up, ALT_SHIFT)
    QTest.keyClick(shown, Qt.Key.Key_Up, ALT_SHIFT)
    assert [shown.item(row).text() for row in range(3)] == ["乙", "甲", "丙"]

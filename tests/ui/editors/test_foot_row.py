"""What is wrong with a narrow field can be read below those beside it."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.ui.editors.basics_tab import BasicsTab
from pbeditor.ui.editors.foot import Foot
from pbeditor.ui.session import Session

PARTS = ("total", "fiscal", "other")


@pytest.fixture
def tab(qtbot: QtBot, session: Session) -> BasicsTab:
    tab = BasicsTab(session)
    qtbot.addWidget(tab)
    tab.bind("projects/0")
    tab.resize(800, 500)
    tab.show()
    return tab


def feet(tab: BasicsTab) -> list[Foot]:
    return [tab.fields[f"budget/{part}"].foot for part in PARTS]


def test_the_sentence_below_a_narrow_amount_can_be_read_whole(session: Session, tab: BasicsTab) -> None:
    session.write("改", "projects/0/budget/fiscal", "1.25")
    QApplication.processEvents()
    foot = next(foot for foot in feet(tab) if foot.sentence())
    assert foot.wanted_width() > tab.fields["budget/total"].width()
    assert foot.width() >= foot.wanted_width()


def test_the_last_of_a_row_goes_on_to_the_left(session: Session, tab: BasicsTab) -> None:
    session.write("改", "projects/0/budget/total", "")
    session.write("改", "projects/0/budget/fiscal", "")
    session.write("改", "projects/0/budget/other", "三万五千元整，其中自筹两万元")
    QApplication.processEvents()
    told = [foot for foot in feet(tab) if foot.sentence()]
    last = tab.fields["budget/other"]
    assert told[-1] is last.foot
    assert last.foot.geometry().right() <= last.geometry().right()
    assert last.foot.width() >= min(last.foot.wanted_width(), last.width())


def test_feet_that_all_have_something_to_say_keep_apart(session: Session, tab: BasicsTab) -> None:
    for part in PARTS:
        session.write("改", f"projects/0/budget/{part}", "不是数字的一段很长的文字")
    QApplication.processEvents()
    boxes = [foot.geometry() for foot in feet(tab)]
    assert all(foot.sentence() for foot in feet(tab))
    assert all(one.right() < other.left() for one, other in pairwise(boxes))


def test_the_row_grows_with_the_letters(tab: BasicsTab) -> None:
    foot = feet(tab)[0]
    row, letters = foot.parentWidget(), tab.font()
    assert row is not None
    before = row.height()
    foot.setFont(QFont(letters.family(), letters.pointSize() * 2))
    assert row.height() == foot.height() > before

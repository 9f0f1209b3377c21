"""The line below a field: what is wrong comes first, and signs stand beside their own words alone."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pbeditor.ui.editors.foot import Foot
from pbeditor.ui.session import Session


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    return around


@pytest.fixture
def foot(around: QWidget, session: Session) -> Foot:
    foot = Foot(session, around)
    session.write("改", "projects/0/name", "")
    foot.tell(session.checked.at("projects/0/name"))
    return foot


def test_nothing_to_tell_leaves_what_is_wrong(foot: Foot) -> None:
    wrong = foot.sentence()
    assert wrong
    foot.hint("")
    assert foot.sentence() == wrong
    assert foot.has_sign()


def test_what_is_no_problem_is_told_without_the_sign_of_one(foot: Foot) -> None:
    foot.hint("已复制。")
    assert foot.sentence() == "已复制。"
    assert not foot.has_sign()

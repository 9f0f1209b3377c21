"""Differences are marked by line and colour, and texts are shown as they are."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.ui.theme import palette_of
from pbeditor.ui.widgets.difference_view import DifferenceView, Passage


def view(qtbot: QtBot, *passages: Passage, hint: str = "") -> DifferenceView:
    shown = DifferenceView("不同")
    qtbot.addWidget(shown)
    shown.show_passages(passages, hint)
    return shown


def format_at(shown: DifferenceView, place: int) -> QTextCharFormat:
    cursor = shown.textCursor()
    cursor.setPosition(place + 1)
    return cursor.charFormat()


def test_what_went_is_struck_through_and_what_came_is_underlined(qtbot: QtBot) -> None:
    shown = view(qtbot, Passage("", "2019年", "2020年"))
    assert shown.toPlainText() == "20192020年"
    marks = [(format_at(shown, at).fontStrikeOut(), format_at(shown, at).fontUnderline()) for at in (0, 4, 8)]
    assert marks == [(True, False), (False, True), (False, False)]


def test_markup_in_a_text_is_text(qtbot: QtBot) -> None:
    shown = view(qtbot, Passage("<b>标</b>", "<i>甲</i>&amp;", "<i>甲</i>&amp;"))
    assert shown.toPlainText() == "<b>标</b>\n<i>甲</i>&amp;"


def test_an_empty_text_and_no_text_are_said(qtbot: QtBot) -> None:
    assert view(qtbot, Passage("标", "", "")).toPlainText() == "标\n（空）"
    assert view(qtbot, hint="没有").toPlainText() == "没有"


def test_without_marks_only_the_text_before_is_shown(qtbot: QtBot) -> None:
    assert view(qtbot, Passage("", "2019年", "2020年", plain=True)).toPlainText() == "2019年"


def test_colours_follow_the_palette(qapp: QApplication, qtbot: QtBot) -> None:
    shown = view(qtbot, Passage("", "2019", "2020"))
    before = format_at(shown, 0).foreground().color()
    shown.setPalette(palette_of(dark=True))
    assert format_at(shown, 0).foreground().color().lightness() > before.lightness()

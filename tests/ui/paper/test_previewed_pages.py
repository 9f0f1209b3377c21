"""The pages of the preview, without its window."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pbeditor.store.settings import PrintChoices
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.previewed_pages import PreviewedPages
from pbeditor.ui.session import Session


def test_pages_are_set_of_what_is_wanted(qtbot: QtBot, session: Session) -> None:
    owner = QObject()
    pages = PreviewedPages(session, QtMeasure(), owner)
    pages.begin(["甲", "丙"])
    qtbot.waitUntil(lambda: not pages.is_busy)
    printout = pages.printout(PrintChoices(), draft=True)
    assert [anchor.text for page in printout.pages for anchor in page.anchors] == [
        "1、甲项目绩效目标表",
        "3、丙项目绩效目标表",
    ]
    assert printout.draft


def test_of_nothing_there_are_no_pages_and_nothing_to_wait_for(qtbot: QtBot, session: Session) -> None:
    owner = QObject()
    pages = PreviewedPages(session, QtMeasure(), owner)
    pages.begin(None)
    qtbot.waitUntil(lambda: not pages.is_busy)
    with qtbot.waitSignal(pages.changed):
        pages.begin([])
    assert pages.printout(PrintChoices(), draft=False).pages == ()
    assert not pages.is_busy


def test_what_stands_at_head_and_foot_can_change_without_setting_anew(qtbot: QtBot, session: Session) -> None:
    owner = QObject()
    pages = PreviewedPages(session, QtMeasure(), owner)
    pages.begin(None)
    qtbot.waitUntil(lambda: not pages.is_busy)
    plain, dressed = (pages.printout(PrintChoices(total=total), draft=False).pages for total in (False, True))
    assert len(plain) == len(dressed)
    assert plain[0].texts[:-1] == dressed[0].texts[:-1]
    assert plain[0].texts[-1].text != dressed[0].texts[-1].text

"""The hints of the first run, and the size of letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pbeditor.ui.editors.project_page import ProjectPage
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.memory import Memory
from pbeditor.ui.theme import dress
from pbeditor.ui.widgets.hint_line import HintLine
from pbeditor.ui.widgets.labels import Heading


def project_page(window: MainWindow) -> ProjectPage:
    window.session.go_to("projects/0/name")
    page = window.findChild(ProjectPage)
    assert page is not None
    return page


def hint_of(page: ProjectPage) -> HintLine:
    assert page.hint is not None
    return page.hint


def test_every_tab_has_a_hint_of_its_own(opened: MainWindow) -> None:
    page = project_page(opened)
    seen = set()
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        assert hint_of(page).isVisible()
        seen.add(hint_of(page).text.text())
    assert len(seen) == page.tabs.count()


def test_a_dismissed_hint_never_comes_back_and_the_others_stay(opened: MainWindow) -> None:
    page = project_page(opened)
    QTest.keyClick(hint_of(page).dismiss, Qt.Key.Key_Space)
    assert not hint_of(page).isVisible()
    opened.commands["next_tab"].trigger()
    assert hint_of(page).isVisible()
    opened.commands["previous_tab"].trigger()
    assert not hint_of(page).isVisible()
    assert Memory().settings.hints_read == ("BasicsTab",)


def test_a_hint_stands_back_where_the_page_has_hardly_room_for_itself(opened: MainWindow) -> None:
    page = project_page(opened)
    page.resize(800, 300)
    assert not hint_of(page).isVisible()
    opened.commands["next_tab"].trigger()
    assert not hint_of(page).isVisible()
    page.resize(800, 400)
    assert hint_of(page).isVisible()


@pytest.fixture
def usual(qapp: QApplication) -> object:
    """The letters of the program, put back afterwards."""
    before, style, palette = qapp.font(), qapp.style().objectName(), qapp.palette()
    yield
    qapp.setFont(before)
    qapp.setStyle(style)
    qapp.setPalette(palette)


def test_the_letters_of_the_whole_program_grow_and_come_back(
    opened: MainWindow, qapp: QApplication, usual: object
) -> None:
    from pbeditor.ui.look import Look

    look = Look(qapp, opened.memory)
    opened.session.go_to("projects/0/indicators")
    page = project_page(opened)
    heading = Heading("标题", 1.5)
    heading.setParent(opened)
    grid, foot = page.pages[3].grid, page.pages[3].foot  # type: ignore[attr-defined]
    before = qapp.font().pointSize(), heading.font().pointSizeF(), grid.font().pointSizeF(), foot.height()
    for _ in range(4):
        opened.commands["larger"].trigger()
    after = qapp.font().pointSize(), heading.font().pointSizeF(), grid.font().pointSizeF(), foot.height()
    assert after[0] == before[0] + 4
    assert all(new > old for old, new in zip(before, after, strict=True))
    assert Memory().settings.font_size == after[0]
    opened.commands["usual_size"].trigger()
    assert qapp.font().pointSize() == before[0]
    look.deleteLater()


def test_letters_stay_readable(qapp: QApplication, usual: object) -> None:
    from pbeditor.ui.letters import LARGEST, SMALLEST, stepped

    dress(qapp, qapp.font(), size=SMALLEST)
    assert stepped(-1) == SMALLEST
    dress(qapp, qapp.font(), size=LARGEST)
    assert stepped(1) == LARGEST

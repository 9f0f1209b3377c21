"""The pages beside a project's: what they show follows, and what is typed on them is written."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pbeditor.edit.beginning import blank
from pbeditor.edit.projects import delete_projects
from pbeditor.store.forms import load_forms
from pbeditor.store.own_forms import form_text
from pbeditor.ui.editors.project_page import ProjectPage
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import OVERALL, PROJECTS, Node
from pbeditor.ui.pages.document_page import DocumentPage
from pbeditor.ui.pages.overall_page import OverallPage
from pbeditor.ui.pages.projects_page import ProjectsPage
from pbeditor.ui.pages.section_page import SectionPage
from pbeditor.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> DocumentPage:
    page = DocumentPage(session)
    qtbot.addWidget(page)
    page.show()
    return page


def totals(page: DocumentPage) -> dict[str, str]:
    return {key: label.text() for key, label in page._totals.items()}


def test_a_total_has_all_decimals_that_the_amounts_have(session: Session, page: DocumentPage) -> None:
    session.write("改", "projects/0/budget/total", "2.123456")
    assert totals(page)["total"] == "20.623456 万元"


@pytest.mark.parametrize(("width", "is_beside"), [(1000, True), (500, False)])
def test_in_a_narrow_window_the_totals_stand_below_the_fields_and_the_title_can_be_read(
    session: Session, page: DocumentPage, width: int, *, is_beside: bool
) -> None:
    page.resize(width, 600)
    page.show()
    title, total = page._fields["title"].editor, page._totals["projects"]
    assert (total.mapTo(page, QPoint()).x() > title.mapTo(page, title.rect().topRight()).x()) is is_beside
    assert title.width() > title.fontMetrics().horizontalAdvance(session.document.title)


def test_the_totals_follow_the_projects(session: Session, page: DocumentPage) -> None:
    assert totals(page) == {
        "projects": "3 个",
        "indicators": "0 条",
        "total": "20.50 万元",
        "fiscal": "20.50 万元",
        "other": "0.00 万元",
    }
    session.write("改", "projects/0/budget/total", "1,002.00")
    assert totals(page)["total"] == "1,020.50 万元"


def test_the_year_is_written_as_a_number_and_undone(session: Session, page: DocumentPage) -> None:
    page._year.setValue(2021)
    assert session.document.year == 2021
    session.undo()
    assert page._year.value() == 2020


@pytest.mark.parametrize(
    ("year", "shown"),
    [(0, "未填写"), (1987, "1987"), (2150, "2150"), (2000, "2000"), (-5, "-5"), (-(10**20), f"-{10**20}")],
)
def test_an_unusual_year_is_shown_as_it_is(session: Session, page: DocumentPage, year: int, shown: str) -> None:
    session.apply("改", lambda document: replace(document, year=year))
    assert page._year.text() == shown
    assert session.document.year == year
    page._year.setValue(2021)
    assert (session.document.year, page._year.text()) == (2021, "2021")
    session.undo()
    assert page._year.text() == shown


def test_another_form_brings_its_sections_where_nothing_is_written_yet(session: Session, page: DocumentPage) -> None:
    session.apply("新建", lambda document: blank(session.form, document.year))
    other = list(load_forms()).index("mof-2021")
    page._form.setCurrentIndex(other)
    page._form.activated.emit(other)
    assert session.document == blank(session.form, 2020)
    assert session.form.id == "mof-2021"


def test_a_form_that_is_gone_since_it_was_listed_is_listed_no_more(
    session: Session, page: DocumentPage, settings_folder: Path
) -> None:
    own = settings_folder / "forms" / "own.toml"
    own.parent.mkdir(parents=True)
    own.write_text(form_text(replace(session.form, id="own")), "utf-8")
    page.show_key("form")
    own.unlink()
    page._form.setCurrentIndex(page._form.findData("own"))
    page._form.activated.emit(page._form.currentIndex())
    assert (session.document.form, page._form.currentData(), page._form.findData("own")) == ("hebei-2020",) * 2 + (-1,)


def test_another_form_renames_the_categories_and_comes_back_by_undo(session: Session, page: DocumentPage) -> None:
    other = list(load_forms()).index("mof-2021")
    page._form.setCurrentIndex(other)
    page._form.activated.emit(other)
    assert (session.document.form, session.form.id) == ("mof-2021", "mof-2021")
    session.undo()
    assert (session.document.form, session.form.id) == ("hebei-2020", "hebei-2020")
    assert page._form.currentData() == "hebei-2020"


@pytest.mark.parametrize("path", ["title", "year", "form", "department/code", "department/name", "money_unit"])
def test_every_place_of_the_document_has_a_field(qtbot: QtBot, page: DocumentPage, path: str) -> None:
    page.activateWindow()
    assert page.show_place(path)
    assert page.isAncestorOf(page.focusWidget())


def test_a_place_elsewhere_has_none(page: DocumentPage) -> None:
    assert not page.show_place("projects/0/name")


def test_a_wheel_over_the_year_changes_nothing(session: Session, page: DocumentPage) -> None:
    for box in (page._year, page._form):
        middle = box.rect().center().toPointF()
        event = QWheelEvent(
            middle,
            box.mapToGlobal(middle),
            box.rect().topLeft(),
            box.rect().bottomRight(),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        box.wheelEvent(event)
    assert session.document.year == 2020
    assert session.document.form == "hebei-2020"


def test_a_section_is_written_as_one_types(qtbot: QtBot, session: Session) -> None:
    page = SectionPage(session)
    qtbot.addWidget(page)
    page.show()
    page.show_key("1")
    qtbot.keyClicks(page._text.editor, "123")
    assert "123" in session.document.overall[1].text
    page.show_place("overall/1/heading")
    session.write("改", "overall/1/heading", "新的标题")
    assert page._title.text() == "（二）新的标题"


def test_the_sections_are_listed_and_opened(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.show_node(OVERALL)
    page = opened.pages.currentWidget()
    assert isinstance(page, OverallPage)
    rows = page._list
    assert rows.count() == 2
    rows.itemActivated.emit(rows.item(1))
    assert opened.tree.current() == Node("section", "1")


@pytest.mark.parametrize(("column", "path"), [(0, "code"), (2, "budget/total"), (4, "budget/other")])
def test_the_projects_are_listed_and_opened_at_what_was_chosen(opened: MainWindow, column: int, path: str) -> None:
    opened.tree.show_node(PROJECTS)
    page = opened.pages.currentWidget()
    assert isinstance(page, ProjectsPage)
    table = page._table
    assert table.model().rowCount() == 3
    table.activated.emit(table.model().index(2, column))
    assert opened.tree.current() == Node("project", "7A01")
    project_page = opened.findChild(ProjectPage)
    assert project_page is not None
    assert project_page.pages[0].fields[path].editor.hasFocus()


def test_an_empty_document_offers_how_to_begin(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.show_node(PROJECTS)
    opened.session.apply("清空", lambda d: delete_projects(d, [project.id for project in d.projects]))
    buttons = [button.text() for button in opened.pages.currentWidget().findChildren(QPushButton) if button.isVisible()]
    assert buttons == ["新建项目", "导入上年文件"]


def test_without_sections_the_page_says_what_belongs_there(qtbot: QtBot, opened: MainWindow) -> None:
    opened.tree.show_node(OVERALL)
    opened.session.apply("清空", lambda d: replace(d, overall=()))
    page = opened.pages.currentWidget()
    assert isinstance(page, OverallPage)
    assert not page._list.isVisible()
    assert page._empty.isVisible()

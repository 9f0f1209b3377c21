"""A project's page: tabs that edit its parts, and places that lead to their fields."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.edit.place import get
from pbeditor.edit.projects import delete_projects
from pbeditor.edit.rollover import in_form
from pbeditor.model.steps import at_once
from pbeditor.store.forms import load_forms
from pbeditor.ui.editors.basics_tab import BasicsTab
from pbeditor.ui.editors.goals_tab import GoalsTab
from pbeditor.ui.editors.indicators_tab import IndicatorsTab
from pbeditor.ui.editors.plan_tab import PlanTab
from pbeditor.ui.editors.project_page import TABS, ProjectPage
from pbeditor.ui.paper.preview import PagePreview
from pbeditor.ui.session import Session
from pbeditor.ui.theme import palette_of
from tests.moving import move_projects
from tests.ui.editors.grids import ALT, CONTROL, NAME, TARGET, focused, press, type_

Key = Qt.Key


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ProjectPage:
    """The page with the first project, as the window shows it."""
    page = ProjectPage(session)
    qtbot.addWidget(page)
    page.resize(1050, 480)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    session.place_requested.connect(page.show_place)
    page.show_project("p1")
    return page


def basics(page: ProjectPage) -> BasicsTab:
    assert isinstance(page.pages[0], BasicsTab)
    return page.pages[0]


def plan(page: ProjectPage) -> PlanTab:
    assert isinstance(page.pages[1], PlanTab)
    return page.pages[1]


def goals(page: ProjectPage) -> GoalsTab:
    assert isinstance(page.pages[2], GoalsTab)
    return page.pages[2]


def indicators(page: ProjectPage) -> IndicatorsTab:
    assert isinstance(page.pages[3], IndicatorsTab)
    return page.pages[3]


def retyped(text: str) -> None:
    press(Key.Key_A, CONTROL)
    type_(text)


PLACES = [
    ("unit/code", 0, "单位代码"),
    ("unit", 0, "单位代码"),
    ("code", 0, "项目编码"),
    ("name", 0, "项目名称"),
    ("budget", 0, "预算数"),
    ("budget/other", 0, "其他资金"),
    ("purpose", 0, "预算规模及资金用途"),
    ("plan/2", 1, "10月底支出进度"),
    ("plan", 1, "3月底支出进度"),
    ("goals", 2, "绩效目标"),
    ("indicators/1/name", 3, "绩效指标"),
    ("indicators", 3, "绩效指标"),
]


@pytest.mark.parametrize(("steps", "tab", "name"), PLACES)
def test_a_place_leads_to_its_tab_and_field(page: ProjectPage, steps: str, tab: int, name: str) -> None:
    assert page.show_place(f"projects/1/{steps}")
    assert (page.project_id, page.tabs.currentIndex(), focused().accessibleName()) == ("p2", tab, name)


def test_a_place_inside_the_grid_leads_to_its_cell(page: ProjectPage) -> None:
    assert page.show_place("projects/0/indicators/2/target/number")
    assert indicators(page).grid.caret.place() == (2, TARGET)


@pytest.mark.parametrize("path", ["title", "overall/0/text", "projects/9/name", "projects", "projects/0"])
def test_a_place_elsewhere_is_not_shown(page: ProjectPage, path: str) -> None:
    assert not page.show_place(path)


def test_undo_brings_the_focus_back_to_the_field_and_the_cell(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/name")
    retyped("甲")
    page.show_place("projects/0/indicators/1/name")
    type_("x")
    press(Key.Key_Return)
    page.show_project("p2")
    session.undo()
    assert (page.project_id, indicators(page).grid.caret.place()) == ("p1", (1, NAME))
    session.undo()
    assert focused().accessibleName() == "项目名称"
    assert get(session.document, "projects/0/name") == "活动经费"


def test_what_is_typed_is_kept_when_another_project_is_shown(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/budget/total")
    retyped("１，２００")
    page.show_project("p2")
    assert get(session.document, "projects/0/budget/total") == "1200.00"
    page.show_place("projects/1/indicators")
    page.show_project("p1")
    page.show_place("projects/0/indicators/0/name")
    type_("ab")
    page.show_project("p2")
    assert get(session.document, "projects/0/indicators/0/name") == "ab"


def test_what_is_typed_is_kept_when_another_tab_is_shown(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/indicators/0/name")
    type_("ab")
    page.turn(-1)
    assert page.tabs.currentIndex() == 2
    assert get(session.document, "projects/0/indicators/0/name") == "ab"


def test_typing_goes_on_when_the_project_comes_to_another_place(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/name")
    retyped("甲")
    session.apply("移动", lambda document: move_projects(document, ["p2"], 0))
    type_("乙")
    assert get(session.document, "projects/1/name") == "甲乙"
    assert get(session.document, "projects/0/name") == "培训经费"


def test_a_project_that_goes_leaves_an_empty_page(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/budget/total")
    retyped("5")
    session.apply("删除", lambda document: delete_projects(document, ["p1"]))
    assert basics(page).fields["name"].editor.shown() == ""
    assert not indicators(page).isEnabled()
    assert get(session.document, "projects/0/budget/total") == "15.00"


def test_another_document_empties_the_page(session: Session, page: ProjectPage) -> None:
    session.open(replace(session.document, projects=()), session.form, None, saved=False)
    assert basics(page).fields["name"].editor.shown() == ""


def test_tabs_show_the_worst_of_their_problems(session: Session, page: ProjectPage) -> None:
    session.write("改", "projects/0/budget/total", "x")
    assert not page.tabs.tabIcon(0).isNull()
    assert "错误" in page.tabs.tabToolTip(0)
    session.undo()
    assert page.tabs.tabIcon(0).isNull()


def test_every_field_has_a_name_for_screen_readers(page: ProjectPage) -> None:
    for tab in page.pages:
        for field in tab.fields.values():
            assert field.editor.accessibleName()
    assert indicators(page).grid.accessibleName()


def test_in_a_narrow_window_the_amounts_are_seen_whole_without_scrolling_sideways(page: ProjectPage) -> None:
    page.resize(600, 500)
    tab = basics(page)
    for name in ("total", "other"):
        field = tab.fields[f"budget/{name}"].editor
        assert field.width() > field.fontMetrics().horizontalAdvance("12345.67")
    (area,) = tab.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    page.resize(1000, 420)
    assert area.verticalScrollBar().maximum() == 0  # a caption that wraps by itself would make the form higher


def test_choosing_a_unit_writes_its_code_and_its_name(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/unit/code")
    press(Key.Key_Down, ALT)
    field = basics(page).fields["unit/code"]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert get(session.document, "projects/0/unit").name == "某区党校"
    assert field.editor.shown() == "203003"
    assert [step.label for step in session.history.past] == ["修改单位"]


def test_an_amount_shows_as_typed_until_its_field_is_left(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/budget/total")
    field = basics(page).fields["budget/total"]
    retyped("1.2万")
    assert (get(session.document, "projects/0/budget/total"), field.editor.shown()) == ("1.20", "1.2万")
    press(Key.Key_Tab)
    assert get(session.document, "projects/0/budget/total") == field.editor.shown() == "1.20"


def test_an_amount_is_marked_while_typing_only_where_it_will_not_be_understood(
    session: Session, page: ProjectPage
) -> None:
    page.show_place("projects/0/budget/total")
    field = basics(page).fields["budget/total"]
    retyped("2")
    for more in (".", "0", "万"):
        type_(more)
        assert field.problems == ()
    type_("x")
    assert [problem.severity for problem in field.problems] == ["error"]


def test_the_sum_follows_typing_and_completes_with_one_click(session: Session, page: ProjectPage) -> None:
    tab = basics(page)
    assert "一致" in tab.sum_line.sentence()
    page.show_place("projects/0/budget/total")
    retyped("5")
    assert "相差 3.00" in tab.sum_line.sentence()
    tab.sum_line.button.click()
    assert get(session.document, "projects/0/budget/other") == "3.00"
    assert tab.sum_line.button.isHidden()


def test_nothing_moves_while_an_amount_is_typed(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/budget/total")
    QApplication.processEvents()
    tab = basics(page)
    before = tab.fields["purpose"].geometry()
    assert tab.sum_line.button.isHidden()
    retyped("5.00")
    QApplication.processEvents()
    assert tab.sum_line.button.isVisible()
    assert tab.fields["purpose"].geometry() == before


def test_the_plan_shows_what_each_percentage_means(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/plan/1")
    retyped("60")
    tab = plan(page)
    shown = [[label.text() for label in row] for row in tab.amounts]
    assert shown == [["0.50", "0.50"], ["1.20", "0.70"], ["1.50", "0.30"], ["2.00", "0.50"]]
    assert "6月底 60%" in tab.curve.accessibleDescription()


def test_a_period_typed_as_an_amount_becomes_its_share(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/plan/0")
    retyped("0.5万")
    press(Key.Key_Tab)
    assert get(session.document, "projects/0/plan/0") == "25.00"


def test_a_plan_is_filled_with_one_click_and_one_step(session: Session, page: ProjectPage) -> None:
    session.write("改", "projects/0/plan/0", "10")
    plan(page).ready["均衡支出"].click()
    assert get(session.document, "projects/0/plan") == ("25.00", "50.00", "75.00", "100.00")
    plan(page).ready["年底一次支出"].click()
    assert get(session.document, "projects/0/plan") == ("0.00", "0.00", "0.00", "100.00")
    assert len(session.history.past) == 3


def test_a_plan_longer_than_the_form_shows_all_its_periods_and_can_be_cut(session: Session, page: ProjectPage) -> None:
    session.write("改", "projects/0/plan/5", "100")
    tab = plan(page)
    assert tab.fields["plan/5"].label == "第6期支出进度"
    assert page.show_place("projects/0/plan/5")
    tab.trim.click()
    assert len(get(session.document, "projects/0/plan")) == 4
    assert "plan/5" not in tab.fields


def test_the_curve_of_many_periods_is_seen_whole(session: Session, page: ProjectPage) -> None:
    session.write("改", "projects/0/plan/11", "100")
    page.show_place("projects/0/plan/0")
    QApplication.processEvents()
    curve = plan(page).curve
    assert curve.height() == curve.visibleRegion().boundingRect().height()
    assert not curve.visibleRegion().boundingRect().isEmpty()


def test_turning_to_the_plan_leads_to_its_first_period_and_its_buttons_come_last(
    session: Session, page: ProjectPage
) -> None:
    session.write("改", "projects/0/plan/5", "100")
    page.show_place("projects/0/budget/total")
    page.turn(1)
    seen = [focused()]
    for _ in plan(page).fields:
        QTest.keyClick(seen[-1], Key.Key_Tab)
        seen.append(focused())
    assert seen == [*(field.editor for field in plan(page).fields.values()), plan(page).ready["均衡支出"]]


def test_the_plan_as_a_whole_has_a_place_for_its_problems(session: Session, page: ProjectPage) -> None:
    for period in range(4):
        session.write("改", f"projects/0/plan/{period}", "")
    assert "没有填写" in plan(page).foot.sentence()


def test_enter_goes_on_with_the_next_number(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/goals")
    press(Key.Key_End, CONTROL)
    press(Key.Key_Return)
    type_("x")
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert get(session.document, "projects/0/goals") == "1、做好活动。\n2、x"
    assert goals(page).fields["goals"].editor.shown() == "1、做好活动。\n2、x\n"


def test_goals_are_renumbered_as_one_step(session: Session, page: ProjectPage) -> None:
    session.write("改", "projects/0/goals", "3、甲\n1、1.乙")
    goals(page).number.click()
    assert get(session.document, "projects/0/goals") == "1、甲\n2、乙"


def test_the_page_fits_the_smallest_screen_and_shows_eight_rows(page: ProjectPage, session: Session) -> None:
    assert page.minimumSizeHint().width() <= 1050
    assert page.minimumSizeHint().height() <= 480
    grid = indicators(page).grid
    page.show_place("projects/0/indicators")
    rows = get(session.document, "projects/0/indicators")
    many = tuple(replace(row, id=f"{row.id}{copy}") for copy in range(4) for row in rows)
    grid.table.change("加", lambda project: replace(project, indicators=many))
    visible: list[QWidget | int] = [
        row for row in range(12) if grid.rowViewportPosition(row) + grid.rowHeight(row) <= grid.viewport().height()
    ]
    assert len(visible) >= 8


def test_the_preview_is_made_when_it_is_first_looked_at(page: ProjectPage, qtbot: QtBot) -> None:
    preview = page.pages[4]
    assert preview.findChildren(PagePreview) == []
    page.tabs.setCurrentIndex(4)
    [found] = preview.findChildren(PagePreview)
    qtbot.waitUntil(found.isVisible)


def test_another_form_brings_its_own_labels_and_columns(session: Session, page: ProjectPage) -> None:
    forms = load_forms()
    session.apply("换表样", lambda document: replace(document, form="mof-2021"))
    assert session.form is forms["mof-2021"]
    assert indicators(page).grid.table.columns == forms["mof-2021"].columns
    assert page.show_place("projects/0/indicators/0/target")
    session.undo()
    assert indicators(page).grid.table.columns == forms["hebei-2020"].columns


def test_an_editor_closes_with_its_tab_and_its_window(session: Session, page: ProjectPage) -> None:
    page.show_place("projects/0/indicators/0/name")
    grid = indicators(page).grid
    type_("ab")
    page.close()
    assert grid.delegate.editor is None
    assert get(session.document, "projects/0/indicators/0/name") == "ab"


def test_signs_and_icons_take_the_colours_of_another_palette(session: Session, page: ProjectPage) -> None:
    session.write("改", "projects/0/budget/total", "x")
    foot = basics(page).fields["budget/total"].foot
    light = foot.ink()
    page.setPalette(palette_of(dark=True))
    assert foot.ink().lightness() > light.lightness()


def test_the_name_gives_way_before_the_tabs_do(page: ProjectPage) -> None:
    page.show_project("p1")
    for width in (page.minimumSizeHint().width(), 1200):
        page.resize(width, 400)
        tabs = page.tabs.tabBar().sizeHint().width()
        assert page._name.width() == min(420, max(page.width() - tabs, 0))


def test_the_name_gives_way_to_tabs_that_get_signs(session: Session, page: ProjectPage) -> None:
    page.show_project("p1")
    page.resize(page.tabs.tabBar().sizeHint().width() + 200, 400)
    before = page.tabs.tabBar().sizeHint().width()
    for part in ("code", "goals"):
        session.write("清空", f"projects/0/{part}", "")
    assert page.tabs.tabBar().sizeHint().width() > before
    assert page._name.width() == max(page.width() - page.tabs.tabBar().sizeHint().width(), 0)


def test_a_page_that_is_filled_later_is_like_any_other(session: Session, qtbot: QtBot) -> None:
    later = ProjectPage(session, later=True)
    qtbot.addWidget(later)
    at_once(later.filling())
    assert [type(page) for page in later.pages] == list(TABS)
    assert later.show_place("projects/0/goals")


def test_another_form_meanwhile_fills_it_and_what_was_begun_goes(session: Session, qtbot: QtBot) -> None:
    later = ProjectPage(session, later=True)
    qtbot.addWidget(later)
    filling = later.filling()
    next(filling)
    session.apply("更换表样", lambda document: in_form(document, load_forms()["mof-2021"]))
    tabs = later.pages
    assert len(tabs) == len(TABS)
    at_once(filling)
    assert later.pages is tabs


def test_what_is_wrong_with_a_period_can_be_read_whole(session: Session, page: ProjectPage) -> None:
    session.write("改", "projects/0/plan/2", "1.00")
    page.resize(900, 500)
    page.tabs.setCurrentIndex(1)
    page.show()
    QApplication.processEvents()
    foot = plan(page).fields["plan/2"].foot
    assert "低于上一期" in foot.sentence()
    assert foot.width() >= foot.wanted_width()

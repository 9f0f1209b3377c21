"""Room for amounts in the head of a project."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet.head_widths import head_widths
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.lay_out_project import placed_boxes
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import MARGIN
from pbeditor.sheet.style import Style, styled
from pbeditor.store.forms import load_forms


def widths(form: Form, *budgets: Budget) -> tuple[float, ...]:
    projects = [Project(str(n), budget=budget) for n, budget in enumerate(budgets)]
    return head_widths(form.layout, placed_boxes(form.layout.head), projects, 156.0)


def lines_of(form: Form, budget: Budget, text: str) -> int:
    """How many lines a text of the head takes on paper."""
    project = Project("a", name="甲", budget=budget, plan=("25", "50", "75", "100"))
    block_sheet = lay_out(Document(form.id, 2020, projects=(project,)), form, ["a"])
    pages = paginate(block_sheet, form.layout, EmMeasure())
    return max(one.count for page in pages for one in page.texts if one.text == text)


@pytest.mark.parametrize("budget", [Budget(), Budget("12345.67", "12345.67", "12345.67"), Budget("约一百二十万元左右")])
def test_usual_amounts_leave_the_columns_alike(budget: Budget, hebei: Form) -> None:
    assert widths(hebei, budget) == (156.0 / 24,) * 24


@pytest.mark.parametrize("form", list(load_forms().values()), ids=list(load_forms()))
@pytest.mark.parametrize("amount", ["12345678.00", "12,345,678.00", "123456789.00"])
def test_an_amount_in_yuan_is_not_divided(amount: str, form: Form) -> None:
    for budget in (Budget(amount, amount, ""), Budget(amount, "1.00", "1.00"), Budget("12345678.00", "1.00", amount)):
        assert lines_of(form, budget, amount) == 1
        for label in (form.labels["total"][0], form.labels["fiscal"][0], form.labels["other"][0]):
            assert lines_of(form, budget, label) == 1


def test_three_long_amounts_stand_beside_each_other(hebei: Form) -> None:
    amount = "123456789.00"
    assert lines_of(hebei, Budget(amount, amount, amount), amount) == 1


def test_all_projects_of_a_document_have_the_widths_of_the_longest_amount(hebei: Form) -> None:
    found = widths(hebei, Budget("1.00"), Budget("12345678.00"))
    assert found == widths(hebei, Budget("12345678.00"))
    assert sum(found) == pytest.approx(156.0)
    assert found[:4] == (6.5,) * 4
    assert sum(found[7:10]) > 19.5 > sum(found[4:7])


def test_more_than_there_is_room_for_takes_all_that_can_be_spared(hebei: Form) -> None:
    amount = "1234567890123456.00"
    found = widths(hebei, Budget(amount, amount, amount))
    assert sum(found) == pytest.approx(156.0)
    assert sum(found[7:10]) == pytest.approx(sum(found[15:18])) == pytest.approx(sum(found[21:24]))


def test_boxes_without_room_to_spare_stay_as_they_are(hebei: Form) -> None:
    row = ((0, hebei.layout.head[2][0]), (4, replace(hebei.layout.head[2][2], columns=20)))
    projects = [Project("a", budget=Budget("1" * 90))]
    assert head_widths(hebei.layout, (row,), projects, 156.0) == pytest.approx((6.5,) * 24)


def test_with_room_for_a_pen_a_label_beside_short_amounts_stays_in_one_line(hebei: Form) -> None:
    style = Style(markup=MARGIN)
    project = Project("a", name="甲", budget=Budget("12.00", "10.00", "2.00"), plan=("25", "50", "75", "100"))
    block_sheet = lay_out(Document(hebei.id, 2020, projects=(project,)), hebei, ["a"], style)
    pages = paginate(block_sheet, styled(hebei, style).layout, EmMeasure())
    lines = {one.text: one.count for page in pages for one in page.texts}
    assert [lines[hebei.labels[part][0]] for part in ("total", "fiscal", "other")] == [1, 1, 1]

"""The indicator grid is as wide as the head above it."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Document, Indicator, Project, Target
from pbeditor.model.form import Form
from pbeditor.sheet.grid_widths import grid_widths
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.lay_out_lines import table_room
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import LINES, MARGIN, Table
from pbeditor.sheet.style import USUAL, Style, styled
from pbeditor.store.forms import load_forms

FORMS = list(load_forms().values())
NAMES = [form.id for form in FORMS]
ROWS = (
    Indicator("a", "产出指标", "数量指标", "次数", "观测", Target("≥", "3"), "计划标准"),
    Indicator("b", "满意度指标", "社会效益指标", "程度", "预警", Target("≥", "3"), "行业标准"),
)
PLAN = ("25", "50", "75", "100")


def document_of(form: Form) -> Document:
    return Document(form.id, 2020, projects=(Project("a", name="甲", plan=PLAN, indicators=ROWS),))


def lines_of(form: Form, style: Style) -> dict[str, int]:
    """How many lines each text takes on paper."""
    pages = paginate(lay_out(document_of(form), form, ["a"], style), styled(form, style).layout, EmMeasure())
    return {one.text: one.count for page in pages for one in page.texts}


@pytest.mark.parametrize("form", FORMS, ids=NAMES)
def test_on_the_paper_of_the_form_the_columns_have_their_own_widths(form: Form) -> None:
    room = table_room(form.layout, USUAL)
    assert grid_widths(form.layout, form.columns, room) == tuple(column.width for column in form.columns)


@pytest.mark.parametrize("form", FORMS, ids=NAMES)
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("style", [USUAL, Style(markup=LINES), Style(markup=MARGIN)])
def test_head_and_grid_end_below_each_other_on_any_paper(form: Form, landscape: bool, style: Style) -> None:
    page = replace(form.layout.page, landscape=landscape)
    turned = replace(form, layout=replace(form.layout, page=page))
    tables = [block for block in lay_out(document_of(form), turned, style=style).blocks if isinstance(block, Table)]
    assert [sum(table.widths) for table in tables] == pytest.approx([sum(tables[0].widths)] * len(tables))
    assert len(tables) > 1


@pytest.mark.parametrize("form", FORMS, ids=NAMES)
def test_on_wider_paper_all_but_categories_take_the_room(form: Form) -> None:
    for column, width in zip(form.columns, grid_widths(form.layout, form.columns, 200.0), strict=True):
        assert (width > column.width) == (column.field not in ("level1", "level2"))


@pytest.mark.parametrize("style", [Style(markup=LINES), Style(markup=MARGIN)])
def test_on_narrower_paper_categories_and_kinds_of_basis_stay_in_one_line(style: Style, hebei: Form) -> None:
    lines = lines_of(hebei, style)
    for word in ("一级指标", "满意度指标", "社会效益指标", "计划标准", "行业标准"):
        assert lines[word] == 1, word


def test_on_paper_that_is_far_too_narrow_nothing_is_without_width(hebei: Form) -> None:
    assert min(grid_widths(hebei.layout, hebei.columns, 40.0)) > 10


def test_a_form_of_categories_alone_takes_more_everywhere(hebei: Form) -> None:
    categories = hebei.columns[:2]
    found = grid_widths(hebei.layout, categories, 2 * sum(column.width for column in categories))
    assert found == pytest.approx([2 * column.width for column in categories])

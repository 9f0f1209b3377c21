"""Many projects are filled in as one edit."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from pbeditor.edit.fill import fill, satisfaction_row, with_basis, with_plan, with_satisfaction, with_unit
from pbeditor.model.document import Document, Indicator, Project, Target, Unit
from pbeditor.model.form import Form

ROWS = (Indicator("1", "产出指标", basis="计划标准"), Indicator("2", "满意度", name="旧", basis="历史标准"))
DOCUMENT = Document("hebei-2020", 2020, projects=(Project("a", indicators=ROWS), Project("b"), Project("c")))
UNIT = Unit("203001", "局本级")


@pytest.mark.parametrize(
    ("change", "seen"),
    [(with_plan(("50", "100")), lambda p: p.plan == ("50", "100")), (with_unit(UNIT), lambda p: p.unit == UNIT)],
    ids=["plan", "unit"],
)
def test_only_chosen_projects_are_filled(change: Callable[[Project], Project], seen: Callable[[Project], bool]) -> None:
    filled = fill(DOCUMENT, ["a", "c"], change)
    assert [seen(project) for project in filled.projects] == [True, False, True]


def test_a_basis_fills_blanks_alone_unless_told_otherwise() -> None:
    document = Document("hebei-2020", 2020, projects=(Project("a", indicators=(*ROWS, Indicator("3"))),))
    kept = fill(document, ["a"], with_basis("行业标准")).projects[0]
    every = fill(document, ["a"], with_basis("行业标准", only_blank=False)).projects[0]
    assert [row.basis for row in kept.indicators] == ["计划标准", "历史标准", "行业标准"]
    assert {row.basis for row in every.indicators} == {"行业标准"}


def test_the_satisfaction_row_is_renewed_or_added(hebei: Form) -> None:
    change = with_satisfaction("群众满意度", "比例", Target("≥", "95", "95%"), hebei, iter(["new"]))
    filled = fill(DOCUMENT, ["a", "b"], change)
    wanted = ("满意度指标", "服务对象满意度指标", "群众满意度", "比例", Target("≥", "95", "95%"))
    assert filled.projects[0].indicators == (ROWS[0], Indicator("2", *wanted, "历史标准"))
    assert filled.projects[1].indicators == (Indicator("new", *wanted, ""),)


def test_filling_in_what_is_there_is_no_edit() -> None:
    assert fill(DOCUMENT, ["a"], with_unit(Unit())) is DOCUMENT


def test_without_a_category_for_satisfaction_the_project_stays_as_it_is(hebei: Form) -> None:
    form = replace(hebei, categories=hebei.categories[:1])
    change = with_satisfaction("群众满意度", "", Target("≥", "90"), form, iter("n"))
    assert fill(DOCUMENT, ["a"], change) == DOCUMENT


def test_the_row_that_a_fill_writes_over_is_the_first_of_its_category(hebei: Form) -> None:
    assert satisfaction_row(DOCUMENT.projects[0], hebei) is ROWS[1]
    assert satisfaction_row(DOCUMENT.projects[1], hebei) is None
    assert satisfaction_row(DOCUMENT.projects[0], replace(hebei, categories=())) is None

"""What is carried over into this year's draft is chosen piece by piece."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.edit.carry import Carry, carry_over, percent_of, scaled
from pbeditor.edit.decisions import Decided
from pbeditor.edit.proposals import proposals, texts_of
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target
from pbeditor.model.form import Form
from pbeditor.store.forms import load_forms
from tests.builders import documents

HEBEI, MOF_2021 = (load_forms()[name] for name in ("hebei-2020", "mof-2021"))
ROW = Indicator("r", "产出指标", "数量指标", "2019年次数", "", Target("≥", "3", "3次"), "计划")
FIRST = Project(
    "1",
    code="203-0401-JBN-6X18",
    name="2019年培训",
    budget=Budget("10", "7", "3"),
    plan=("50", "100"),
    indicators=(ROW,),
)
SECOND = Project("2", name="第九届文化节", budget=Budget("5.55", "5.55", ""))
LAST = Document("hebei-2020", 2019, "2019年文本", overall=(Section("总体", "2019年"),), projects=(FIRST, SECOND))
MONEY = st.decimals(0, 10**6, places=2).map(str)


def carried(carry: Carry, form: Form = HEBEI) -> Document:
    return carry_over(LAST, form, carry)


def test_only_the_chosen_projects_are_taken_and_last_year_has_all() -> None:
    draft = carried(Carry(2020, projects=("2",)))
    assert [project.name for project in draft.projects] == ["第十届文化节"]
    assert draft.last_year == LAST


def test_the_likely_changes_are_made_unless_others_are_chosen() -> None:
    assert carried(Carry(2020)).projects[0].name == "2020年培训"
    assert carried(Carry(2020)).overall[0].text == "2020年"
    assert carried(Carry(2020, changes=())).projects[0].name == "2019年培训"
    one = next(change for change in proposals(LAST, 2020) if change.place == "projects/1/name")
    draft = carried(Carry(2020, changes=(one,)))
    assert (draft.projects[0].name, draft.projects[1].name) == ("2020年培训", "第九届文化节")


@pytest.mark.parametrize(
    ("carry", "budget"),
    [
        (Carry(2020), Budget()),
        (Carry(2020, amounts="keep"), Budget("10", "7", "3")),
        (Carry(2020, amounts="scale", percent="105"), Budget("10.50", "7.35", "3.15")),
        (Carry(2020, amounts="scale", percent="100"), Budget("10", "7", "3")),
    ],
)
def test_amounts_are_cleared_kept_or_scaled(carry: Carry, budget: Budget) -> None:
    assert carried(carry).projects[0].budget == budget


def test_plans_values_and_codes_are_cleared_when_they_are_not_wanted() -> None:
    first = carried(Carry(2020, plans=False, values=False, codes=False)).projects[0]
    assert (first.plan, first.code, first.indicators[0].target) == (("", "", "", ""), "", Target())
    kept = carried(Carry(2020)).projects[0]
    assert (kept.plan, kept.code, kept.indicators[0].target) == (FIRST.plan, FIRST.code, ROW.target)


def test_a_decision_gives_the_row_its_categories() -> None:
    cost = replace(LAST, projects=(replace(FIRST, indicators=(replace(ROW, level2="成本指标"),)),))
    decided = Decided("projects/1/indicators/r", "成本指标", "经济成本指标")
    row = carry_over(cost, MOF_2021, Carry(2020, "mof-2021", decided=(decided,))).projects[0].indicators[0]
    assert (row.level1, row.level2) == ("成本指标", "经济成本指标")


@pytest.mark.parametrize(
    ("budget", "percent", "new"),
    [
        (Budget("0.03", "0.01", "0.02"), "50", Budget("0.02", "0.01", "0.01")),
        (Budget("1.00", "0.50", "0.50"), "101", Budget("1.02", "0.51", "0.51")),
        (Budget("10", "", ""), "110", Budget("11.00", "", "")),
        (Budget("", "10", ""), "110", Budget("", "11.00", "")),
        (Budget("10", "1", "2"), "200", Budget("20.00", "2.00", "4.00")),
        (Budget("约10", "1", ""), "200", Budget("约10", "2.00", "")),
        (Budget("1,000", "1,000", ""), "110", Budget("1100.00", "1100.00", "")),
        (Budget("3.141592", "3.141592", ""), "200", Budget("6.28", "6.28", "")),
    ],
)
def test_scaled_amounts_are_exact_and_keep_their_sum(budget: Budget, percent: str, new: Budget) -> None:
    assert scaled(budget, Decimal(percent), 2) == new


@pytest.mark.parametrize(
    ("text", "percent"), [("105", 105), (" 105% ", 105), ("１０５％", 105), ("x", None), ("-1", None)]
)
def test_a_percentage_is_read_as_it_is_typed(text: str, percent: int | None) -> None:
    assert percent_of(text) == percent


@given(MONEY, MONEY, st.decimals(0, 500, places=3))
def test_the_sum_stays_true_after_rounding(fiscal: str, other: str, percent: Decimal) -> None:
    budget = Budget(str(Decimal(fiscal) + Decimal(other)), fiscal, other)
    new = scaled(budget, percent, 2)
    assert Decimal(new.total) == Decimal(new.fiscal) + Decimal(new.other)


@given(documents())
def test_without_changes_every_text_stays_and_last_year_is_the_source(document: Document) -> None:
    source = replace(document, last_year=LAST)
    draft = carry_over(source, MOF_2021, Carry(document.year + 1, "mof-2021", amounts="keep", changes=()))
    assert list(texts_of(draft)) == list(texts_of(document))
    assert draft.last_year == document
    assert [row.id for project in draft.projects for row in project.indicators] == [
        row.id for project in document.projects for row in project.indicators
    ]


@pytest.mark.parametrize(
    "text",
    [
        "完成2019年任务",
        "二〇一九年底完成",
        "关于2019年补助的通知（某财〔2019〕12号）",
        "按2018年要求",
        "依据（2019）标准",
        "某财[2019]3号",
    ],
)
def test_what_the_check_finds_left_over_was_proposed(text: str) -> None:
    source = replace(LAST, projects=(Project("1", goals=text),))
    found = proposals(source, 2020)
    left = checked_rules(carry_over(source, HEBEI, Carry(2020, changes=())))
    assert ("document_numbers_are_this_years" in left) <= any(one.kind == "number" for one in found)
    assert ("years_are_this_years" in left) <= any(one.kind == "year" for one in found)


@pytest.mark.parametrize("text", ["完成2019年任务", "二〇一九年底完成", "关于2019年补助的通知（某财〔2019〕12号）"])
def test_what_was_changed_is_not_found_by_the_check(text: str) -> None:
    source = replace(LAST, projects=(Project("1", goals=text),))
    draft = carry_over(source, HEBEI, Carry(2020, changes=proposals(source, 2020)))
    assert "years_are_this_years" not in checked_rules(draft)


def checked_rules(document: Document) -> set[str]:
    return {problem.rule for problem in check(document, HEBEI).problems if problem.path.endswith("goals")}

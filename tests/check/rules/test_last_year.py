"""Against last year: what was left as it was, and what changed much."""

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, Spoiled, places, problems, spoiled

# A first project that has nothing in common with the good one but its id, code and name.
OTHER: Spoiled = {
    "purpose": "用于外出考察。",
    "goals": "1、外出考察2次。",
    "rows": ["产出 数量 外出考察次数 ≥ 2 2次及以上", "效果 社会效益 考察成果采用率 ≥ 50 50%及以上"],
    "overall/0/text": "上年的总体目标。",
    "overall/1/text": "上年的分项目标。",
    "overall/2/text": "上年的措施。",
}
NUMBERS = {f"indicators/{row}/target/number": "1" for row in range(5)}
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("budget_stays_near_last_years", {"last_year": {"budget/total": "1.50"}}, ["budget/total"]),
    ("budget_stays_near_last_years", {"last_year": {"budget/total": "3.00"}}, ["budget/total"]),
    ("texts_differ_from_last_years", {"last_year": {"goals": "1、上年的目标。"}}, ["purpose"]),
    ("texts_differ_from_last_years", {"last_year": {"purpose": "上年的用途。"}}, ["goals"]),
    ("texts_differ_from_last_years", {"id": "new", "last_year": {"purpose": "上年的用途。"}}, ["goals"]),
    ("values_differ_from_last_years", {"last_year": {}}, ["indicators"]),
    ("values_differ_from_last_years", {"last_year": {"indicators/0/target/number": "1"}}, ["indicators"]),
    (
        "sections_differ_from_last_years",
        {"last_year": {**OTHER, "overall/1/text": "办好各类培训班，改进教学方法。"}},
        ["overall/1/text"],
    ),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("texts_differ_from_last_years", {"goals": "无", "purpose": "用于办班。", "last_year": {"goals": "无"}}),
    ("budget_stays_near_last_years", {}),
    ("budget_stays_near_last_years", {"last_year": {"budget/total": "1.54"}}),
    ("budget_stays_near_last_years", {"budget/total": "2.60", "last_year": {"budget/total": "2.00"}}),
    ("budget_stays_near_last_years", {"last_year": {"budget/total": "0"}}),
    ("budget_stays_near_last_years", {"last_year": {"budget/total": "一万"}}),
    ("budget_stays_near_last_years", {"budget/total": "", "last_year": {}}),
    ("budget_stays_near_last_years", {"last_year": {"budget/total": "20000", "money_unit": "元"}}),
    ("texts_differ_from_last_years", {}),
    ("texts_differ_from_last_years", {"last_year": OTHER}),
    ("texts_differ_from_last_years", {"purpose": "", "last_year": {**OTHER, "purpose": ""}}),
    ("texts_differ_from_last_years", {"id": "new", "code": "X", "name": "新项目", "last_year": {}}),
    ("values_differ_from_last_years", {}),
    ("values_differ_from_last_years", {"last_year": OTHER}),
    ("values_differ_from_last_years", {"last_year": NUMBERS}),
    (
        "values_differ_from_last_years",
        {"last_year": {f"indicators/{row}/description": "上年的描述" for row in range(5)}},
    ),
    ("values_differ_from_last_years", {**dict(list(NUMBERS.items())[:3]), "last_year": {}}),
    ("sections_differ_from_last_years", {}),
    ("sections_differ_from_last_years", {"last_year": OTHER}),
]


def of_first(found: list[str]) -> list[str]:
    """Places in the first project and in the document as a whole: the other projects are last year's by intention."""
    return [path for path in found if not path.startswith("projects/")]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert of_first(places(rule, changes, hebei)) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert of_first(places(rule, changes, hebei)) == []


def test_the_change_of_a_budget_is_told_with_its_size_and_way(hebei: Form) -> None:
    (more,) = problems("budget_stays_near_last_years", {"last_year": {"budget/total": "1.50"}}, hebei)
    assert "预算数2比上年的1.5增加了33%" in more.message
    (less,) = problems("budget_stays_near_last_years", {"last_year": {"budget/total": "4.00"}}, hebei)
    assert "比上年的4减少了50%" in less.message


def test_the_threshold_is_the_forms(hebei: Form) -> None:
    document = spoiled({"last_year": {"budget/total": "1.50"}})
    tolerant = replace(hebei, change_threshold=50)
    assert not any(p.rule == "budget_stays_near_last_years" for p in check(document, tolerant).problems)


def test_one_finding_names_the_rows_that_stayed(hebei: Form) -> None:
    changes = {"last_year": {"indicators/0/target/number": "1"}}
    found = [p for p in problems("values_differ_from_last_years", changes, hebei) if p.project == "project0"]
    assert [p.message.partition("（")[0] for p in found] == ["5个指标中有4个与上年完全相同"]
    assert "“结业考试合格率”、“培训按期完成率”、“学员岗位能力改善比例”等" in found[0].message


def test_three_rows_that_stayed_are_all_of_them(hebei: Form) -> None:
    changes = {"last_year": {f"indicators/{row}/target/number": "1" for row in (0, 1)}}
    found = [p for p in problems("values_differ_from_last_years", changes, hebei) if p.project == "project0"]
    assert [p.message for p in found] == [
        "5个指标中有3个与上年完全相同（“培训按期完成率”、“学员岗位能力改善比例”、“学员满意度”），请核对指标值是否需要调整"
    ]


def test_rows_of_other_ids_are_known_by_their_names(hebei: Form) -> None:
    renamed = tuple(replace(row, id=f"new{row.id}") for row in GOOD.projects[0].indicators)
    first = replace(GOOD.projects[0], indicators=renamed)
    document = replace(GOOD, projects=(first, *GOOD.projects[1:]), last_year=GOOD)
    assert "values_differ_from_last_years" in {p.rule for p in check(document, hebei).of("project0")}

"""Last year's text is found for any place, taken over, and put into a document that lacks it."""

import pytest
from msgspec.structs import replace

from pbeditor.edit.beside import (
    BLANK,
    NO_FIELD,
    NO_LAST_YEAR,
    NO_PROJECT,
    NO_ROW,
    NO_SECTION,
    beside,
    pairs_with_last_year,
    take_over,
    with_last_year,
)
from pbeditor.edit.place import get
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit

ROW = Indicator("r", "产出指标", "数量指标", "培训人数", "去年的人数", Target("≥", "90", "人"))
OLD = Project("p", Unit("203", "某局"), "A-1", "培训", Budget("9.00"), "去年的用途。", ("10", "100"), "目标。", (ROW,))
LAST = Document("hebei-2020", 2019, "去年的题", overall=(Section("总体", "去年做好。"), Section("旧名", "旧文。")))
LAST = replace(LAST, projects=(OLD,))
NOW = Document(
    "hebei-2020",
    2020,
    "今年的题",
    overall=(Section("总体", ""), Section("新名", ""), Section("另加", "")),
    projects=(
        Project("p", name="培训二", indicators=(replace(ROW, target=Target()), Indicator("n", name="别的"))),
        Project("q", name="新增"),
    ),
    last_year=LAST,
)
PAIRS = pairs_with_last_year(NOW)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("projects/0/name", "培训"),
        ("projects/0/unit/code", "203"),
        ("projects/0/budget/total", "9.00"),
        ("projects/0/purpose", "去年的用途。"),
        ("projects/0/plan/1", "100"),
        ("projects/0/goals", "目标。"),
        ("projects/0/indicators/0/description", "去年的人数"),
        ("projects/0/indicators/0/target", "≥90人"),
        ("projects/0/indicators/0/target/number", "≥90人"),
        ("overall/0/text", "去年做好。"),
        ("overall/1/text", "旧文。"),
        ("title", "去年的题"),
    ],
)
def test_every_place_has_last_years_text(path: str, text: str) -> None:
    found = beside(NOW, path, PAIRS)
    assert (found.before, found.missing) == (text, "")
    taken = take_over(NOW, found)
    assert beside(taken, path, PAIRS).after == text
    assert taken.last_year is LAST


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", NO_FIELD),
        ("year", NO_FIELD),
        ("projects", NO_FIELD),
        ("projects/0", NO_FIELD),
        ("projects/9/name", NO_FIELD),
        ("projects/0/indicators", NO_FIELD),
        ("projects/1/name", NO_PROJECT),
        ("projects/0/indicators/1/name", NO_ROW),
        ("projects/0/indicators/0/basis", BLANK),
        ("overall/2/text", NO_SECTION),
    ],
)
def test_where_there_is_nothing_it_is_said_why(path: str, reason: str) -> None:
    found = beside(NOW, path, PAIRS)
    assert found.missing == reason
    assert take_over(NOW, found) is NOW


def test_a_document_without_last_year_says_so() -> None:
    alone = replace(NOW, last_year=None)
    assert beside(alone, "projects/0/name", pairs_with_last_year(alone)).missing == NO_LAST_YEAR


def test_a_value_is_taken_over_in_its_parts() -> None:
    taken = take_over(NOW, beside(NOW, "projects/0/indicators/0/target", PAIRS))
    assert get(taken, "projects/0/indicators/0/target") == Target("≥", "90", "人")


def test_last_year_is_put_in_under_the_ids_of_this_year() -> None:
    foreign = replace(
        LAST, projects=(replace(OLD, id="1", indicators=(replace(ROW, id="2"),)), Project("p", name="别"))
    )
    document = with_last_year(replace(NOW, projects=(replace(OLD, id="here"), NOW.projects[1])), foreign)
    assert document.last_year is not None
    assert [project.id for project in document.last_year.projects] == ["here", "+p"]
    assert document.last_year.projects[0].indicators[0].id == "r"
    assert pairs_with_last_year(document)["here"].purpose == "去年的用途。"


def test_last_years_amount_comes_in_this_years_unit() -> None:
    last = Document("hebei-2020", 2019, money_unit="元", projects=(Project("a", name="甲", budget=Budget("20000")),))
    now = Document("hebei-2020", 2020, projects=(Project("a", name="甲"),), last_year=last)
    found = beside(now, "projects/0/budget/total", pairs_with_last_year(now))
    assert take_over(now, found).projects[0].budget.total == "2.00"

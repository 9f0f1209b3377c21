"""Last year's years and ordinals are proposed for change; document numbers are only marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.edit.proposals import MARKED, proposals, texts_of
from pbeditor.edit.year_changes import apply_changes
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document, Indicator, Project, Section, Target
from tests.builders import documents

TELLING = st.lists(
    st.sampled_from(
        (
            "2019年",
            "２０１９年",
            "二〇一九年",
            "2018年",
            "2019-2021年",
            "19年底",
            "〔2019〕12号",
            "（2018年修正）",
            "第九届",
            "第十三次",
            "第3批",
            "文化节",
            "自",
            "以来",
            "较",
            "完成",
            "，",
            "。",
            "\n",
            "“十三五”",
            "2019",
            "A",
            "人",
        )
    ),
    max_size=8,
).map("".join)


def with_goals(text: str, year: int = 2019) -> Document:
    return Document("hebei-2020", year, projects=(Project("p", goals=text),))


def proposed(text: str, old: int = 2019, new: int = 2020) -> list[tuple[str, str, bool]]:
    return [(one.before, one.after, one.likely) for one in proposals(with_goals(text, old), new)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("完成2019年培训任务", "2019", "2020"),
        ("２０１９年度计划", "２０１９", "２０２０"),
        ("二〇一九年底完成", "二〇一九", "二〇二〇"),
        ("2019年10月前完成", "2019", "2020"),
        ("19年底完成", "19", "20"),
        ("较2018年提高5%", "2018", "2019"),
        ("2018年度决算", "2018", "2019"),
        ("2019-2020学年奖学金", "2019-2020", "2020-2021"),
        ("举办第九届文化节", "第九届", "第十届"),
        ("举办第十九届某某博览会", "第十九届", "第二十届"),
        ("编制2019部门预算", "2019", "2020"),
        ("2019项目支出", "2019", "2020"),
    ],
)
def test_what_recurs_yearly_is_likely(text: str, before: str, after: str) -> None:
    assert proposed(text) == [(before, after, True)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("自2019年起实行", "2019", "2020"),
        ("2019年建成的场馆", "2019", "2020"),
        ("2019年以来", "2019", "2020"),
        ("按《2019年某某工作要点》", "2019", "2020"),
        ("2018年的做法", "2018", "2019"),
        ("2019-2021年行动计划", "2019-2021", "2020-2022"),
        ("工作19年", "19", "20"),
        ("检查于2019-11-05进行", "2019", "2020"),
        ("第十三届人民代表大会", "第十三届", "第十四届"),
        ("第七次人口普查", "第七次", "第八次"),
        ("第3批物资", "第3批", "第4批"),
        ("到2020年，在2019年基础上提高", "2019", "2020"),
        ("2019年9月获得省级称号", "2019", "2020"),
        ("2019年被评为先进", "2019", "2020"),
        ("自2010年第一届文化节以来", "第一届", "第二届"),
        ("2010年举办第一届文化节", "第一届", "第二届"),
        ("文化节自第一届以来", "第一届", "第二届"),
        ("按《2019部门预算》执行", "2019", "2020"),
        ("某某大赛2019", "2019", "2020"),
        ("2019.12前完成", "2019", "2020"),
        ("2019-12", "2019", "2020"),
        ("201912", "2019", "2020"),
    ],
)
def test_what_may_be_meant_is_merely_possible(text: str, before: str, after: str) -> None:
    assert proposed(text) == [(before, after, False)]


@pytest.mark.parametrize(
    "text",
    [
        "自2015年起",
        "2016年建成",
        "2016-2018年",
        "到2020年",
        "2019人",
        "编码203-2019-JBN",
        "普通文字",
        "2019.50万元",
        "2019.12万元",
    ],
)
def test_older_years_codes_and_counts_are_left(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "某财〔2019〕12号",
        "某财[2019]12号",
        "某办法（2019）",
        "（2018年修正）",
        "〔2003〕1号",
        "某办发2019年12号",
        "某财预2019-12号",
    ],
)
def test_document_numbers_are_marked_and_never_changed(text: str) -> None:
    (change,) = proposals(with_goals(text), 2020)
    assert change.is_marked
    assert not change.likely
    assert change.kind in MARKED
    assert apply_changes(with_goals(text), (change,)) == with_goals(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2017年、2018年、2019年", ["2018", "2019", "2020"]),
        ("2017年、2018年和2019年三年", ["2018", "2019", "2020"]),
        ("2017年—2018年、2019年", ["2018年—2019", "2020"]),
        ("2019、2020年", ["2020", "2021"]),
        ("2019年，2018年，2017年", ["2020", "2019", "2018"]),
        ("2010年、2015年和2019年", ["2020"]),
        ("2019年度与2018年度", ["2020", "2019"]),
    ],
)
def test_a_list_of_years_moves_on_as_a_whole_and_only_where_a_person_says_so(text: str, years: list[str]) -> None:
    changes = proposals(with_goals(text), 2020)
    assert [one.after for one in changes] == years
    assert not any(one.likely for one in changes)


@pytest.mark.parametrize("text", ["较2018年，2019年提高5%", "2019年6月和2019年12月各一次"])
def test_what_is_compared_or_dated_is_no_list(text: str) -> None:
    assert [likely for *_, likely in proposed(text)] == [True, True]


def test_two_lists_of_one_text_are_told_apart() -> None:
    text = "2018年、2019年完成。2019年的，2019年和2020年"
    assert [after for _, after, _ in proposed(text)] == ["2019", "2020", "2020", "2020", "2021"]


def test_the_years_of_the_periods_of_the_plan_move_on() -> None:
    document = Document("hebei-2020", 2019, periods=("2019年6月底", "12月底"))
    (change,) = proposals(document, 2020)
    assert (change.place, change.likely) == ("periods/0", True)
    assert apply_changes(document, (change,)).periods == ("2020年6月底", "12月底")
    without = replace(document, periods=())
    assert apply_changes(without, (change,)) is without


def test_the_next_five_year_plan_is_possible_when_it_has_begun() -> None:
    assert proposed("落实“十三五”规划", 2020, 2021) == [("十三五", "十四五", False)]
    assert proposed("落实“十三五”规划", 2019, 2020) == []
    assert proposed("落实“十二五”规划", 2020, 2021) == []


def test_the_sentence_is_shown_around_the_piece() -> None:
    (change,) = proposals(with_goals("1、甲。\n2、完成2019年任务；3、乙。"), 2020)
    assert (change.line, change.line_start) == ("2、完成2019年任务；", 4)


def test_names_sections_values_and_rows_are_looked_through_but_codes_and_titles_are_not() -> None:
    row = Indicator(
        "r", "产出指标", "2019年", "2019年次数", "反映2019年", Target("≥", "2019", "2019年3次"), "2019年计划"
    )
    project = Project("p", code="2019年", name="2019年培训", purpose="2019年", goals="2019年", indicators=(row,))
    document = Document("hebei-2020", 2019, "2019年文本", overall=(Section("2019年", "2019年"),), projects=(project,))
    assert [one.place for one in proposals(document, 2020)] == [
        "overall/0/heading",
        "overall/0/text",
        *(f"projects/p/{field}" for field in ("name", "purpose", "goals")),
        *(f"projects/p/indicators/r/{field}" for field in ("name", "description", "target/text", "basis")),
    ]


def test_a_change_whose_text_is_another_by_now_is_left_out() -> None:
    changes = proposals(with_goals("完成2019年任务"), 2020)
    other = with_goals("按计划完成2019年任务")
    assert apply_changes(other, changes) == other
    gone = replace(other, projects=())
    assert apply_changes(gone, changes) == gone


def test_a_change_in_a_row_that_is_gone_is_left_out_and_the_others_are_made() -> None:
    whole = with_goals("完成2019年任务")
    project = replace(whole.projects[0], indicators=(Indicator("r", name="2019年会议"),))
    changes = proposals(replace(whole, projects=(project,)), 2020)
    assert {change.place.rsplit("/", 1)[-1] for change in changes} == {"goals", "name"}
    assert apply_changes(whole, changes) == with_goals("完成2020年任务")


def test_the_same_year_proposes_nothing() -> None:
    assert proposed("2019年〔2019〕1号第九届", 2019, 2019) == []


@given(documents(), TELLING, TELLING)
def test_positions_are_exact_and_no_change_leaves_every_text(document: Document, goals: str, name: str) -> None:
    document = spoken(document, goals, name)
    texts = dict(texts_of(document))
    for change in proposals(document, document.year + 1):
        assert texts[change.place][change.start :].startswith(change.before)
        assert change.line[change.line_start :].startswith(change.before)
    assert apply_changes(document, ()) is document


@given(documents(), TELLING, TELLING)
def test_all_at_once_is_the_same_as_one_by_one(document: Document, goals: str, name: str) -> None:
    document = spoken(document, goals, name)
    changes = proposals(document, document.year + 1)
    one_by_one = document
    for change in sorted(changes, key=lambda one: -one.start):
        one_by_one = apply_changes(one_by_one, (change,))
    assert apply_changes(document, changes) == one_by_one
    assert apply_changes(document, reversed(changes)) == one_by_one


def spoken(document: Document, goals: str, name: str) -> Document:
    """The document of 2019 with telling texts in it."""
    project = Project("said", name=name.replace("\n", ""), goals=goals, indicators=(Indicator("row", name=goals),))
    return cleaned(replace(document, year=2019, projects=(*document.projects, project)))


def test_of_a_very_long_sentence_only_what_is_around_a_year_is_looked_at() -> None:
    goals = "做" * 2_000 + "2019年完成" + "好" * 2_000
    (change,) = proposals(Document("hebei-2020", 2019, projects=(Project("p", goals=goals),)), 2020)
    assert change.line[change.line_start :].startswith("2019年完成好")
    assert len(change.line) < 1_100

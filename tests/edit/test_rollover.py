"""Last year's document as this year's draft."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from pbeditor.edit.carry import Carry, carry_over
from pbeditor.edit.review import confirm, mute
from pbeditor.edit.rollover import in_form
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Budget, Document, Indicator, Muted, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.store.forms import load_forms
from tests.builders import documents

HEBEI, MOF_2015, MOF_2021 = (load_forms()[name] for name in ("hebei-2020", "mof-2015", "mof-2021"))


def roll_over(document: Document, year: int, form: Form) -> Document:
    return carry_over(document, form, Carry(year))


def with_categories(*pairs: tuple[str, str]) -> Document:
    rows = tuple(Indicator(str(n), level1, level2) for n, (level1, level2) in enumerate(pairs))
    return Document("hebei-2020", 2020, projects=(Project("p", indicators=rows),))


def categories(document: Document) -> list[tuple[str, str]]:
    return [(row.level1, row.level2) for project in document.projects for row in project.indicators]


def test_amounts_are_cleared_and_everything_else_is_kept() -> None:
    row = Indicator("i", "产出指标", "数量指标", "次数", "反映次数", Target("≥", "3", "3次以上"), "计划")
    project = Project("p", Unit("1", "甲"), "c", "n", Budget("2", "2", ""), "用", ("25", "100"), "1、好。", (row,))
    old = Document(
        "hebei-2020", 2020, "2020年部门预算绩效信息", Unit("1", "甲"), "元", (Section("总体", "文"),), (project,)
    )

    assert roll_over(old, 2021, HEBEI) == replace(
        old,
        year=2021,
        title="2021年部门预算绩效信息",
        projects=(replace(project, budget=Budget()),),
        last_year=old,
    )


def test_last_year_is_kept_to_compare_with_but_not_the_year_before_it() -> None:
    first = roll_over(with_categories(("产出指标", "数量指标")), 2021, HEBEI)
    second = roll_over(confirm(mute(first, "r"), "x", "title", "空"), 2022, HEBEI)
    assert second.last_year == replace(confirm(mute(first, "r"), "x", "title", "空"), last_year=None)
    assert (second.muted, second.confirmed) == ((Muted("r"),), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2020年部门预算绩效信息", "2021年部门预算绩效信息"),
        ("某局２０２０年绩效文本", "某局２０２１年绩效文本"),
        ("二〇二〇年绩效文本", "二〇二一年绩效文本"),
        ("二○二○年绩效文本", "二○二一年绩效文本"),
        ("二零二零年绩效文本", "二零二一年绩效文本"),
        ("2019—2020年", "2020—2021年"),
        ("2020-2021年", "2021-2022年"),
        ("冀财〔2020〕8号所附2020年绩效文本", "冀财〔2020〕8号所附2021年绩效文本"),
        ("文件120201号", "文件120201号"),
        ("2020部门预算", "2021部门预算"),
        ("二〇二〇部门预算", "二〇二一部门预算"),
        ("某发2020年8号所附2020年绩效文本", "某发2020年8号所附2021年绩效文本"),
        ("绩效文本", "绩效文本"),
        ("", "2021年部门预算绩效信息"),
    ],
)
def test_the_year_in_the_title_is_renewed(old: str, new: str) -> None:
    assert roll_over(Document("hebei-2020", 2020, old), 2021, HEBEI).title == new


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        (MOF_2015, ("产出指标", "成本指标"), ("产出指标", "成本指标")),
        (MOF_2015, ("效果指标", "社会效益"), ("效益指标", "社会效益指标")),
        (MOF_2015, ("满意度指标", "群众满意度指标"), ("满意度指标", "服务对象满意度指标")),
        (MOF_2021, ("效果指标", "经济效益指标"), ("效益指标", "经济效益指标")),
        (MOF_2021, ("产出指标", "成本指标"), ("成本指标", "")),
        (MOF_2021, ("产出指标", "数量 指标"), ("产出指标", "数量指标")),
        (MOF_2021, ("满意度指标", ""), ("满意度指标", "")),
        (MOF_2021, ("产出指标", "自拟指标"), ("产出指标", "自拟指标")),
        (MOF_2021, ("自拟指标", "自拟"), ("自拟指标", "自拟")),
        (MOF_2021, ("", "质量指标"), ("产出指标", "质量指标")),
        (MOF_2021, ("", ""), ("", "")),
    ],
)
def test_categories_get_the_names_of_the_new_form(form: Form, old: tuple[str, str], new: tuple[str, str]) -> None:
    assert categories(roll_over(with_categories(old), 2021, form)) == [new]


def test_the_cost_of_2021_goes_back_under_the_outputs_of_an_older_form() -> None:
    newer = replace(with_categories(("成本指标", "经济成本指标"), ("效益指标", "生态效益指标")), form="mof-2021")
    assert categories(in_form(newer, HEBEI)) == [("产出指标", "成本指标"), ("效果指标", "生态效益指标")]


def test_a_mistake_in_the_categories_stays_for_the_check_to_find() -> None:
    assert categories(in_form(with_categories(("效果指标", "数量指标")), MOF_2021)) == [("效益指标", "数量指标")]


def test_in_its_own_form_a_document_stays_the_same_object() -> None:
    document = with_categories(("效益指标", "社会效益"))
    assert in_form(document, HEBEI) is document


@given(documents())
def test_any_document_can_be_rolled_over_and_its_draft_is_clean(document: Document) -> None:
    draft = roll_over(document, document.year + 1, MOF_2021)
    assert (draft.form, draft.year) == ("mof-2021", document.year + 1)
    assert [project.id for project in draft.projects] == [project.id for project in document.projects]
    assert cleaned(draft) == draft

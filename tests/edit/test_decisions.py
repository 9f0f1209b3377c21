"""What another form leaves to a person is listed with what can be chosen."""

import pytest

from pbeditor.edit.decisions import Decided, Decision, Mapped, decisions, mapped, with_decisions
from pbeditor.model.document import Document, Indicator, Project, Section
from pbeditor.store.forms import load_forms

HEBEI, MOF_2015, MOF_2021 = (load_forms()[name] for name in ("hebei-2020", "mof-2015", "mof-2021"))


def of(*rows: tuple[str, str, str]) -> Document:
    indicators = tuple(Indicator(str(n), level1, level2, name) for n, (level1, level2, name) in enumerate(rows))
    return Document("hebei-2020", 2020, projects=(Project("p", indicators=indicators),))


def rows_of(document: Document) -> list[Decision]:
    return [one for one in decisions(document, MOF_2021) if "/indicators/" in one.place]


def test_renamed_categories_are_told_once_with_their_number() -> None:
    document = of(("效果指标", "社会效益", "a"), ("效果指标", "社会效益", "b"), ("产出指标", "数量指标", "c"))
    assert mapped(document, MOF_2021) == (Mapped(("效果指标", "社会效益"), ("效益指标", "社会效益指标"), 2),)
    assert mapped(document, HEBEI) == ()


@pytest.mark.parametrize(
    ("name", "likely"),
    [("培训成本控制数", "经济成本指标"), ("减少污染排放", "生态环境成本指标"), ("施工扰民时间", "社会成本指标")],
)
def test_the_cost_that_left_the_outputs_needs_a_person_and_the_words_say_which_is_likely(
    name: str, likely: str
) -> None:
    (decision,) = rows_of(of(("产出指标", "成本指标", name)))
    assert decision.place == "projects/p/indicators/0"
    assert decision.choices[0] == ("成本指标", likely)
    assert "成本指标" in decision.message
    assert len(decision.choices) == 10


def test_an_unknown_category_and_one_in_a_wrong_place_need_a_person() -> None:
    unknown, moved = rows_of(of(("自拟", "自拟", "a"), ("效果指标", "数量指标", "b")))
    assert "新表样里没有这一类" in unknown.message
    assert moved.choices[0] == ("产出指标", "数量指标")


def test_rows_that_fit_or_are_blank_need_nobody() -> None:
    document = of(("产出指标", "数量指标", "a"), ("", "", "b"), ("效果指标", "社会效益指标", "c"))
    assert rows_of(document) == []
    assert decisions(of(("自拟", "自拟", "a")), HEBEI) == ()


def test_what_was_decided_is_put_in_and_a_row_that_is_gone_left_out() -> None:
    decided = (
        Decided("projects/p/indicators/0", "成本指标", "社会成本指标"),
        Decided("projects/p/indicators/9", "a", "b"),
    )
    document = with_decisions(of(("成本指标", "", "a")), decided)
    assert (document.projects[0].indicators[0].level1, document.projects[0].indicators[0].level2) == (
        "成本指标",
        "社会成本指标",
    )
    assert with_decisions(document, ()) is document


def test_what_is_built_otherwise_in_the_new_form_is_to_be_looked_at() -> None:
    document = Document(
        "hebei-2020", 2020, overall=(Section("总体绩效目标"),), projects=(Project("p", code="203-0401-JBN-6X18"),)
    )
    sections, periods, codes = decisions(document, MOF_2021, HEBEI)
    assert "部门职责" in sections.message
    assert "10月底" in periods.message
    assert "1个项目的编码" in codes.message
    assert [one.choices for one in (sections, periods, codes)] == [(), (), ()]

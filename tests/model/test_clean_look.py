"""A quick look may doubt what is clean, but never calls clean what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.model.clean_look import looks_clean
from pbeditor.model.cleaning import SEVERAL_LINES, clean_field
from pbeditor.model.document import Indicator, Project, Target, Unit

ODD = '甲a "\\\n\t\u00a0\u3000\u2028\u200b\u2f42\uf900\U0002f800\U00020000\ufeff\ufffe\ud800，/'
TEXTS = st.text(st.sampled_from(ODD) | st.characters(), max_size=6)
PROJECTS = st.builds(
    Project,
    id=TEXTS,
    unit=st.builds(Unit, TEXTS, TEXTS),
    name=TEXTS,
    goals=TEXTS,
    plan=st.lists(TEXTS, max_size=2).map(tuple),
    indicators=st.lists(
        st.builds(Indicator, TEXTS, TEXTS, name=TEXTS, target=st.builds(Target, TEXTS, text=TEXTS))
    ).map(tuple),
)
USUAL = Project(
    "p",
    Unit("318001", "青禾县水文站"),
    "318-0401",
    "断面观测经费",
    goals="1、观测“12次”。\n2、合格率≥95%。",
    plan=("25",),
)


def is_clean(project: Project) -> bool:
    """Text by text, as `clean_field` would have it."""
    rows = project.indicators
    owners = (project, project.unit, *rows, *(row.target for row in rows))
    texts = ((owner, name, getattr(owner, name)) for owner in owners for name in owner.__struct_fields__)
    return all(clean_field(owner, name, text) == text for owner, name, text in texts if isinstance(text, str)) and all(
        clean_field(project, "plan", text) == text for text in project.plan
    )


@given(PROJECTS)
def test_what_looks_clean_is_clean(project: Project) -> None:
    assert not looks_clean((project,), SEVERAL_LINES) or is_clean(project)


def test_usual_texts_look_clean() -> None:
    assert looks_clean((USUAL,), SEVERAL_LINES)


@pytest.mark.parametrize(
    "doubtful",
    [
        replace(USUAL, goals="1、观测 \n2、"),
        replace(USUAL, goals="1、观测\n"),
        replace(USUAL, goals="\n1、观测"),
        replace(USUAL, name="两\n行"),
        replace(USUAL, plan=("2\n5",)),
        replace(USUAL, name=" 前"),
        replace(USUAL, purpose="　前"),
        replace(USUAL, indicators=(Indicator("i", level1="两\n行"),)),
    ],
)
def test_blanks_at_ends_and_breaks_in_one_line_texts_are_seen(doubtful: Project) -> None:
    assert not looks_clean((doubtful,), SEVERAL_LINES)


def test_half_a_character_is_never_clean() -> None:
    assert not looks_clean([Project("p", name="\ud800")], SEVERAL_LINES)


def test_a_line_break_in_a_list_or_in_a_text_of_one_line_is_doubtful() -> None:
    assert looks_clean([Project("p", goals="一\n二\n三", plan=("25", "50"))], SEVERAL_LINES)
    assert not looks_clean([Project("p", plan=("25", "5\n0"))], SEVERAL_LINES)
    assert not looks_clean([Project("p", plan=("5\n0", "1\n2"))], SEVERAL_LINES)
    assert not looks_clean([Project("a\nb", goals="好")], SEVERAL_LINES)


def test_breaks_in_the_descriptions_of_indicators_look_clean_too() -> None:
    row = Indicator("r", "产出指标", "数量指标", "甲", "第一行\n第二行\n第三行")
    assert looks_clean([Project("p", goals="一\n二", indicators=(row,))], SEVERAL_LINES)

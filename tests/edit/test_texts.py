"""The texts of a document come in reading order, each with its place."""

from hypothesis import given

from pbeditor.edit.place import get
from pbeditor.edit.texts import likely_texts
from pbeditor.model.document import Document, Indicator, Project, Section, Target
from pbeditor.model.target import printed
from tests.builders import documents

ROW = Indicator("i", "产出指标", name="人数", target=Target("≥", "90", "90%"), basis="计划")
DOCUMENT = Document(
    "f",
    2020,
    "题",
    overall=(Section("总体", "文"),),
    projects=(Project("p", plan=("25", "100"), goals="1、好。", indicators=(ROW,)),),
)


def test_every_text_comes_in_reading_order() -> None:
    places = [place for place, *_ in likely_texts(DOCUMENT, bool)]
    row = [
        f"projects/0/indicators/0/{name}"
        for name in ("level1", "name", "target/operator", "target/number", "target/text", "target", "basis")
    ]
    project = ["projects/0/plan/0", "projects/0/plan/1", "projects/0/goals"]
    assert places == ["title", "money_unit", "overall/0/heading", "overall/0/text", *project, *row]


def test_a_value_is_printed_with_the_seams_of_its_parts() -> None:
    assert [text for text in likely_texts(ROW, bool) if text[2]] == [("target", "≥9090%", (1, 3))]


def test_what_is_not_seen_in_the_texts_of_a_struct_together_is_passed_over() -> None:
    assert [place for place, *_ in likely_texts(DOCUMENT, lambda text: "总体" in text)] == [
        "overall/0/heading",
        "overall/0/text",
    ]


@given(documents())
def test_every_place_holds_its_text(document: Document) -> None:
    for place, text, seams in likely_texts(document, bool):
        found = get(document, place)
        assert (printed(found) if seams or isinstance(found, Target) else found) == text


def test_a_value_that_is_all_in_one_part_comes_once() -> None:
    row = Indicator("i", name="人数", target=Target(text="长期"))
    assert list(likely_texts(row, bool)) == [("name", "人数", ()), ("target/text", "长期", ())]

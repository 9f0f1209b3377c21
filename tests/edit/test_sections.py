"""The sections of the overall targets are added, moved and removed."""

from pbeditor.edit.sections import delete_section, insert_section, move_sections, shift_section
from pbeditor.model.document import Document, Section

DOCUMENT = Document("hebei-2020", 2020, overall=(Section("甲"), Section("乙")))


def headings(document: Document) -> str:
    return "".join(section.heading for section in document.overall)


def test_a_section_is_inserted_before_a_place() -> None:
    assert headings(insert_section(DOCUMENT, 1, Section("丙"))) == "甲丙乙"


def test_a_section_is_removed() -> None:
    assert headings(delete_section(DOCUMENT, 0)) == "乙"


def test_a_section_shifts_and_stops_at_the_edge() -> None:
    assert headings(shift_section(DOCUMENT, 0, 1)) == "乙甲"
    assert shift_section(DOCUMENT, 0, -1) is DOCUMENT


def test_sections_move_together_in_their_order() -> None:
    sections = tuple(Section(name) for name in "abcd")
    moved = move_sections(Document("hebei-2020", 2020, overall=sections), [3, 1], 0)
    assert "".join(section.heading for section in moved.overall) == "bdac"

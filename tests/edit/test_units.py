"""Projects by unit, and orders that leave each unit its places."""

from hypothesis import given
from hypothesis import strategies as st

from pbeditor.edit.items import shifted
from pbeditor.edit.units import by_unit, has_room, reorder, unit_name
from pbeditor.model.document import Document, Project, Unit
from tests.builders import documents

HOME, AWAY = Unit("1", "本级"), Unit("2", "下属")
PROJECTS = (Project("a", HOME), Project("b", AWAY), Project("c", HOME), Project("d", AWAY))
DOCUMENT = Document("hebei-2020", 2020, projects=PROJECTS)


def ids(document: Document) -> str:
    return "".join(project.id for project in document.projects)


def test_units_come_in_the_order_of_their_first_project() -> None:
    assert by_unit(PROJECTS) == {HOME: (PROJECTS[0], PROJECTS[2]), AWAY: (PROJECTS[1], PROJECTS[3])}


def test_within_units_each_unit_keeps_its_places() -> None:
    assert ids(reorder(DOCUMENT, lambda items: items[::-1], within_units=True)) == "cdab"
    assert ids(reorder(DOCUMENT, lambda items: items[::-1])) == "dcba"


def test_a_project_moves_past_its_neighbour_of_the_same_unit() -> None:
    assert ids(reorder(DOCUMENT, lambda items: shifted(items, ["c"], -1), within_units=True)) == "cbad"


@given(documents())
def test_the_same_order_is_the_same_document(document: Document) -> None:
    assert reorder(document, lambda items: items, within_units=True) is document


@given(documents(), st.integers(0, 5), st.sampled_from([-1, 1]), st.booleans())
def test_there_is_room_where_a_reordering_changes_something(
    document: Document, place: int, step: int, within_units: bool
) -> None:
    chosen = {project.id for project in document.projects[place : place + 2]}
    moved = reorder(document, lambda items: shifted(items, chosen, step), within_units=within_units)
    room = has_room(document.projects, chosen, step, within_units=within_units)
    assert room is (moved is not document)


def test_a_unit_is_called_by_what_it_has() -> None:
    assert [unit_name(unit) for unit in (HOME, Unit(name="局"), Unit())] == ["1 本级", "局", ""]

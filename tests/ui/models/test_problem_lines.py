"""Lines between equal ends are the only ones looked at."""

from pbeditor.check.problem import Problem
from pbeditor.model.document import Document, Project
from pbeditor.ui.models.problem_lines import Lines

DOCUMENT = Document("hebei-2020", 2020, projects=tuple(Project(key) for key in "abcdef"))
FOUND = [Problem("rule", "error", f"projects/{row}/name", "空") for row in range(6)]


def test_one_line_that_goes_is_one_change() -> None:
    lines = Lines(FOUND, DOCUMENT)
    changes = list(lines.changes([*FOUND[:2], *FOUND[3:]], DOCUMENT))
    assert [(change.kind, change.first, change.last) for change in changes] == [("remove", 2, 2)]


def test_a_line_that_comes_behind_others_is_inserted_there() -> None:
    lines = Lines(FOUND[:2] + FOUND[3:], DOCUMENT)
    changes = list(lines.changes(FOUND, DOCUMENT))
    assert [(change.kind, change.first, change.last) for change in changes] == [("insert", 2, 2)]


def test_another_sentence_at_the_same_place_is_no_change_of_lines() -> None:
    lines = Lines(FOUND, DOCUMENT)
    other = Problem("rule", "error", "projects/3/name", "太长")
    assert list(lines.changes([*FOUND[:3], other, *FOUND[4:]], DOCUMENT)) == []

"""Any edits undo to the first document and redo to the last; runs of keystrokes are one step."""

from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from pbeditor.edit import history as steps
from pbeditor.edit.footprint import unshared
from pbeditor.edit.history import History
from pbeditor.edit.indicators import FIELDS, delete_indicators, duplicate_indicators, paste_block, shift_indicators
from pbeditor.edit.place import put
from pbeditor.edit.projects import change_project, delete_projects, duplicate_projects, insert_projects, new_project
from pbeditor.model.document import Document, Project
from pbeditor.store.forms import load_forms
from pbeditor.store.project_file import decode, encode
from tests.builders import TEXTS, documents
from tests.moving import move_projects

START = Document("hebei-2020", 2020, "题")


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    assert History(START).push("改", put(START, "title", "题")).past == ()


def test_keystrokes_of_one_run_are_one_step() -> None:
    history = History(START)
    for text in ("甲", "甲乙", "甲乙丙"):
        history = history.push("改标题", put(history.document, "title", text), "title")
    assert history.undo().document is START
    assert history.undo().redo().document.title == "甲乙丙"


def test_a_run_that_ends_where_it_began_is_no_step() -> None:
    history = History(START).push("改", put(START, "title", "甲"), "title").push("改", START, "title")
    assert (history.past, history.document) == ((), START)


def test_a_sealed_run_goes_on_as_a_step_of_its_own() -> None:
    history = History(START).push("改", put(START, "title", "甲"), "title").seal()
    history = history.push("改", put(START, "title", "甲乙"), "title")
    assert history.undo().document.title == "甲"
    assert History(START).seal().past == ()


def test_a_new_edit_forgets_what_could_be_redone() -> None:
    history = History(START).push("改", put(START, "title", "甲")).undo()
    assert history.push("改", put(START, "title", "乙")).future == ()


def test_nothing_to_undo_or_redo_gives_the_same_history() -> None:
    history = History(START)
    assert history.undo() is history
    assert history.redo() is history


def test_the_oldest_steps_are_dropped_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "LIMIT", 20)
    history = History(START)
    for number in range(25):
        history = history.push("改", put(history.document, "title", str(number)))
    assert (len(history.past), history.past[0].document.title) == (20, "4")


def long(letter: str) -> str:
    return letter * 10_000


def test_the_oldest_steps_are_dropped_when_they_take_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MEMORY", 100_000)  # four or five texts of 20 KB
    history = History(START)
    for letter in "abcdefghij":
        history = history.push("改", put(history.document, "title", long(letter)))
    assert [step.document.title[0] for step in history.past] == ["f", "g", "h", "i"]
    for _ in range(3):
        history = history.undo()
    history = history.redo().push("改", put(history.document, "title", long("x")))
    assert history.undo().document.title[0] in "gh"


def test_a_step_larger_than_the_limit_can_still_be_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MEMORY", 1000)
    large = put(START, "title", long("a"))
    history = History(START).push("改", large).push("改", START)
    assert [step.document for step in history.past] == [large]


def test_what_steps_share_is_counted_once() -> None:
    small = put(START, "title", "甲")
    projects = tuple(Project(str(number), goals=long("a")) for number in range(50))
    document = replace(START, projects=projects)
    changed = put(document, "projects/7/name", "新名")
    assert unshared(document, document) == 0
    assert unshared(START, small) < 1000
    assert unshared(document, changed) < 1000
    assert 20_000 < unshared(document, put(document, "projects/7/goals", "新目标")) < 22_000
    # A row that moved is the same row.
    assert unshared(document, replace(document, projects=projects[::-1])) < 1000
    assert unshared(document, START) > 50 * 20_000


class EditsUndoAndRedo(RuleBasedStateMachine):
    """Random edits through the same functions the window calls."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = (f"n{number}" for number in count())
        self.first = START
        self.history = History(START)

    def push(self, document: Document) -> None:
        self.history = self.history.push("改", document)

    def any_project(self, data: st.DataObject) -> Project | None:
        return data.draw(st.sampled_from(self.history.document.projects)) if self.history.document.projects else None

    @rule(document=documents())
    def bring_in_projects(self, document: Document) -> None:
        ids = [project.id for project in document.projects]
        self.push(duplicate_projects(document, ids, self.ids) if not self.history.document.projects else START)

    @rule()
    def add_a_project(self) -> None:
        project = new_project(next(self.ids), self.history.document, load_forms()["hebei-2020"], 0)
        self.push(insert_projects(self.history.document, 0, [project]))

    @rule(data=st.data(), text=TEXTS)
    def type_a_text(self, data: st.DataObject, text: str) -> None:
        paths = ["title", "department/name"]
        if project := self.any_project(data):
            at = f"projects/{self.history.document.projects.index(project)}"
            paths += [f"{at}/goals", f"{at}/budget/total", f"{at}/plan/2"]
        self.push(put(self.history.document, data.draw(st.sampled_from(paths)), text))

    @rule(data=st.data(), block=st.lists(st.lists(TEXTS, max_size=len(FIELDS)), min_size=1, max_size=3))
    def paste(self, data: st.DataObject, block: list[list[str]]) -> None:
        if project := self.any_project(data):
            row = len(project.indicators)
            self.push(change_project(self.history.document, project.id, lambda p: paste_block(p, row, block, self.ids)))

    @rule(data=st.data())
    def move_copy_and_delete_rows(self, data: st.DataObject) -> None:
        if (project := self.any_project(data)) and project.indicators:
            row = data.draw(st.sampled_from(project.indicators)).id
            edits = (
                lambda p: duplicate_indicators(p, [row], self.ids),
                lambda p: shift_indicators(p, [row], 1),
                lambda p: delete_indicators(p, [row]),
            )
            self.push(change_project(self.history.document, project.id, data.draw(st.sampled_from(edits))))

    @rule(data=st.data())
    def move_or_delete_a_project(self, data: st.DataObject) -> None:
        if project := self.any_project(data):
            edit = data.draw(st.sampled_from((lambda d, i: move_projects(d, i, 0), delete_projects)))
            self.push(edit(self.history.document, [project.id]))

    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()

    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()

    @invariant()
    def every_state_saves_and_loads_equal(self) -> None:
        assert decode(encode(self.history.document), "x.pbproj") == self.history.document

    def teardown(self) -> None:
        last = self.history
        while last.future:
            last = last.redo()
        first = last
        while first.past:
            first = first.undo()
        assert first.document is self.first
        for _ in last.past:
            first = first.redo()
        assert first.document == last.document


EditsUndoAndRedo.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestEditsUndoAndRedo = EditsUndoAndRedo.TestCase

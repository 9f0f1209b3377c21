"""Three sources of indicators; no fault of a file stops the program, and two windows can share the file."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.edit.library import entry_of
from pbeditor.edit.projects import delete_projects
from pbeditor.model.document import Indicator, Project, Target
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.model.library import Entry, Library
from pbeditor.store.library import library_path, load_library, save_library, save_to
from pbeditor.ui import shelf as module
from pbeditor.ui.session import Session
from pbeditor.ui.shelf import Shelf
from tests.moving import shift_projects

ROWS = (
    Indicator("i", "产出指标", "数量指标", "培训人数", "参加的人数", Target("≥", "50", "50人")),
    Indicator("j", "产出指标", "质量指标", "合格率", "合格的比例"),
)
OTHER = Entry("产出指标", "数量指标", "会议次数", source="别处")


@pytest.fixture
def shelf(session: Session) -> Shelf:
    with_rows(session, "6X18", ROWS)
    return Shelf.of(session)


def with_rows(session: Session, project_id: str, rows: tuple[Indicator, ...]) -> None:
    def given(project: Project) -> Project:
        return replace(project, indicators=rows) if project.id == project_id else project

    session.apply("改", lambda old: replace(old, projects=tuple(map(given, old.projects))))


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in entries]


def test_a_session_has_one_shelf(session: Session, shelf: Shelf) -> None:
    assert Shelf.of(session) is shelf


def test_the_document_gives_each_indicator_once_in_reading_order(session: Session, shelf: Shelf) -> None:
    with_rows(
        session, "6HMH", (replace(ROWS[0], id="k", description="别的"), Indicator("l", name="新的"), Indicator("m"))
    )
    assert names(shelf.in_document()) == ["培训人数", "合格率", "新的"]
    assert shelf.in_document()[0].description == "参加的人数"


def test_the_document_is_followed(session: Session, shelf: Shelf) -> None:
    with_rows(session, "6HMH", (Indicator("l", name="新的"),))
    shelf.in_document()
    session.apply("移", lambda old: shift_projects(old, ["6HMH"], -1))
    assert names(shelf.in_document()) == ["新的", "培训人数", "合格率"]
    session.apply("删", lambda old: delete_projects(old, ["6X18"]))
    assert names(shelf.in_document()) == ["新的"]


def test_only_rows_that_changed_are_read_again(session: Session, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.in_document()
    read: list[str] = []

    def note(row: Indicator, source: str) -> Entry:
        read.append(row.name)
        return entry_of(row, source)

    monkeypatch.setattr(module, "entry_of", note)
    with_rows(session, "6HMH", (Indicator("l", name="新的"),))
    session.write("改", "projects/0/purpose", "别的")
    assert names(shelf.in_document()) == ["培训人数", "合格率", "新的"]
    assert read == ["新的"]


def test_what_is_kept_stands_among_the_users_own_and_no_longer_among_the_documents(shelf: Shelf) -> None:
    shelf.keep([replace(shelf.in_document()[0], source="去年")])
    here, own, starters = shelf.sources()
    assert (names(here.entries), names(own.entries)) == (["合格率"], ["培训人数"])
    assert len(starters.entries) > 50


def test_another_value_in_the_document_is_shown_beside_the_kept_one(session: Session, shelf: Shelf) -> None:
    shelf.keep(shelf.in_document())
    session.write("改", "projects/0/indicators/0/description", "别的")
    here, own, _ = shelf.sources()
    assert (names(here.entries), names(own.entries)) == (["培训人数"], ["培训人数", "合格率"])


def test_a_starter_that_the_user_keeps_is_not_offered_twice(shelf: Shelf) -> None:
    shelf.keep([shelf.starters()[0]])
    assert shelf.starters()[0] not in shelf.sources()[2].entries


def test_collecting_adds_what_is_new_and_says_what(shelf: Shelf) -> None:
    shelf.keep([Entry("产出指标", "数量指标", "培训人数", "自己的写法")])
    assert names(shelf.collect((*ROWS, Indicator("n")), "去年.docx")) == ["合格率"]
    assert [(entry.description, entry.source) for entry in shelf.own()] == [
        ("自己的写法", ""),
        ("合格的比例", "去年.docx"),
    ]


def test_what_is_forgotten_can_be_taken_back(shelf: Shelf) -> None:
    shelf.keep([OTHER, *shelf.in_document()])
    before = shelf.forget([OTHER])
    shelf.keep([Entry(name="后来的")])
    shelf.restore(before)
    assert names(shelf.own()) == ["会议次数", "培训人数", "合格率", "后来的"]


def test_a_colleagues_library_is_merged_and_counted(shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep([OTHER])
    save_to(Library((replace(OTHER, description="同事的"), Entry(name="甲"), Entry(name="甲"))), tmp_path / "同事.json")
    merged = shelf.merge(tmp_path / "同事.json")
    assert (merged.added, merged.kept) == (1, 1)
    assert [(entry.name, entry.description) for entry in shelf.own()] == [("会议次数", ""), ("甲", "")]


def test_what_is_exported_can_be_merged(shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep([OTHER])
    assert shelf.export(tmp_path / "给同事.json") == 1
    merged = shelf.merge(tmp_path / "给同事.json")
    assert (merged.added, merged.kept) == (0, 1)


def test_a_file_that_is_no_library_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "坏.json").write_text("{", "utf-8")
    with pytest.raises(UnreadableError):
        shelf.merge(tmp_path / "坏.json")
    assert shelf.own() == ()


def test_a_broken_library_is_told_and_kept_aside_when_something_new_is_saved(shelf: Shelf) -> None:
    library_path().parent.mkdir(parents=True)
    library_path().write_text("broken", "utf-8")
    assert shelf.own() == ()
    assert "library.json" in shelf.fault
    shelf.keep([OTHER])
    assert load_library().entries == (OTHER,)
    assert (library_path().parent / "library.broken1.json").read_text("utf-8") == "broken"
    shelf.refresh()
    assert shelf.fault == "原来的指标库无法读取，已改名为“library.broken1.json”，留在设置文件夹里。"


def test_a_broken_library_stays_where_it_is_when_nobody_asked_for_a_change(shelf: Shelf) -> None:
    library_path().parent.mkdir(parents=True)
    library_path().write_text("broken", "utf-8")
    with pytest.raises(UnreadableError):
        shelf.collect([Indicator("1", name="甲")], "去年", asked=False)
    assert [path.name for path in library_path().parent.iterdir()] == ["library.json"]


def test_a_broken_library_that_cannot_be_set_aside_is_not_overwritten(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    library_path().parent.mkdir(parents=True)
    library_path().write_text("broken", "utf-8")
    monkeypatch.setattr(module, "set_library_aside", lambda: None)
    with pytest.raises(UnwritableError):
        shelf.keep([OTHER])
    assert library_path().read_text("utf-8") == "broken"


def test_what_another_window_saved_is_not_lost(shelf: Shelf) -> None:
    shelf.keep([OTHER])
    save_library(Library((Entry(name="另一窗口的"), *load_library().entries)))
    shelf.keep([Entry(name="这里的")])
    assert names(shelf.own()) == ["这里的", "另一窗口的", "会议次数"]


def test_a_look_at_the_file_tells_of_changes(shelf: Shelf) -> None:
    told: list[int] = []
    shelf.changed.connect(lambda: told.append(1))
    assert shelf.own() == ()
    shelf.refresh()
    save_library(Library((OTHER, OTHER)))
    shelf.refresh()
    assert (names(shelf.own()), told) == (["会议次数"], [1])

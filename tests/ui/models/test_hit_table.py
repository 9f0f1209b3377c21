"""The list of hits announces exact spans and keeps its ticks while the document changes."""

from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from pbeditor.edit.search import Query, find
from pbeditor.model.document import Indicator, Target
from pbeditor.ui.models.hit_table import AFTER, LIMIT, PLACE, TEXT, HitTable
from pbeditor.ui.session import Session
from tests.moving import move_projects

TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def table(session: Session) -> HitTable:
    table = HitTable(session)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    show(table, session, "活动", afresh=True)
    return table


def show(table: HitTable, session: Session, text: str, *, afresh: bool = False) -> None:
    table.show(list(find(session.document, Query(text))), session.document, afresh=afresh)


def text(table: HitTable, row: int, column: int) -> str:
    return cast("str", table.index(row, column).data())


def test_a_line_says_what_was_found_and_where(table: HitTable) -> None:
    assert table.rowCount() == 7
    assert text(table, 0, TEXT) == "活动经费"
    assert text(table, 0, PLACE) == "项目1“活动经费” 项目名称"


def test_a_line_shows_what_becomes_of_the_text(table: HitTable) -> None:
    assert table.index(0, TEXT).data(TICK) is None
    table.replace_with("会议")
    assert [text(table, row, AFTER) for row in range(2)] == ["会议经费", "开展会议。"]
    assert table.headerData(TEXT, Qt.Orientation.Horizontal) == "替换前"
    excerpt = table.excerpt(table.index(1, AFTER))
    assert excerpt is not None
    assert (excerpt.start, excerpt.end) == (2, 4)


def test_a_hit_far_into_a_text_is_still_seen(session: Session, table: HitTable) -> None:
    session.write("改", "projects/0/purpose", "字" * 300 + "\n活动")
    show(table, session, "活动")
    assert text(table, 1, TEXT) == "…" + "字" * 13 + " 活动"


def test_ticks_can_be_taken_off_one_by_one_and_all_at_once(table: HitTable) -> None:
    table.replace_with("会议")
    assert len(table.chosen()) == 7
    assert table.setData(table.index(1, TEXT), Qt.CheckState.Unchecked, TICK)
    assert len(table.chosen()) == 6
    table.tick_all(False)
    assert table.chosen() == []
    table.tick_all(True)
    assert len(table.chosen()) == 7


def test_a_tick_stays_with_its_place_while_projects_move(session: Session, table: HitTable) -> None:
    table.replace_with("会议")
    table.setData(table.index(0, TEXT), Qt.CheckState.Unchecked, TICK)
    session.apply("移", lambda old: move_projects(old, ["6X18"], 3))
    show(table, session, "活动")
    left_out = [row for row in range(table.rowCount()) if table.index(row, TEXT).data(TICK) == Qt.CheckState.Unchecked]
    assert [table.hit(row).path for row in left_out] == ["projects/2/name"]
    assert "项目3" in text(table, left_out[0], PLACE)


def test_lines_come_and_go_without_a_reset(session: Session, table: HitTable) -> None:
    resets: list[int] = []
    table.modelReset.connect(lambda: resets.append(1))
    session.write("改", "projects/0/name", "别的")
    session.write("改", "projects/2/name", "活动和活动")
    show(table, session, "活动")
    assert [hit.path for hit in find(session.document, Query("活动"))] == [
        table.hit(row).path for row in range(table.rowCount())
    ]
    assert resets == []


def test_a_hit_across_the_parts_of_a_value_cannot_be_ticked(session: Session, table: HitTable) -> None:
    row = Indicator("i", target=Target("≥", "90", "90%"))
    first = replace(session.document.projects[0], indicators=(row,))
    session.apply("改", lambda old: replace(old, projects=(first, *old.projects[1:])))
    show(table, session, "≥90", afresh=True)
    table.replace_with("95")
    assert not table.flags(table.index(0, TEXT)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not table.setData(table.index(0, TEXT), Qt.CheckState.Checked, TICK)
    assert table.chosen() == []
    assert "不能替换" in text(table, 0, AFTER)


def test_a_long_list_is_cut(session: Session, table: HitTable) -> None:
    session.write("改", "projects/0/purpose", "活" * (LIMIT + 5))
    show(table, session, "活", afresh=True)
    assert table.rowCount() == LIMIT


def test_a_line_is_spoken_with_its_place_and_shown_as_plain_text(session: Session, table: HitTable) -> None:
    session.write("改", "projects/0/name", "<b>活动")
    show(table, session, "活动")
    assert table.index(0, TEXT).data(Qt.ItemDataRole.AccessibleTextRole) == "<b>活动，项目1“<b>活动” 项目名称"
    assert "&lt;b&gt;" in table.index(0, TEXT).data(Qt.ItemDataRole.ToolTipRole)

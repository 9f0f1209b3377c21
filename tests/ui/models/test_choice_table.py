"""Questions with several answers, the likeliest first."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from pbeditor.ui.models.choice_table import ANSWER, ChoiceRow, ChoiceTable

ROWS = (
    ChoiceRow("a", "第1行", "≥903次", ("90 | 3次", "903 | 次")),
    ChoiceRow("b", "全文", "请核对"),
    ChoiceRow("c", "第3行", "≥955个", ("95 | 5个", "955 | 个", "9 | 55个")),
)


@pytest.fixture
def table(qapp: QApplication) -> ChoiceTable:
    model = ChoiceTable(("位置", "原文", "读作"), qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows(ROWS, {})
    return model


def answers(table: ChoiceTable) -> list[str]:
    return [table.index(row, ANSWER).data() for row in range(table.rowCount())]


def test_an_open_question_shows_its_likeliest_answer_as_unconfirmed(table: ChoiceTable) -> None:
    assert answers(table) == ["90 | 3次（待确认）", "请在草稿中核对", "95 | 5个（待确认）"]


def test_an_answer_stays_when_the_rest_is_answered_in_the_likeliest_way(table: ChoiceTable) -> None:
    table.choose(2, 1)
    table.choose_likely()
    assert table.chosen == {"a": 0, "c": 1}
    assert table.open_count == 0


def test_an_answer_that_is_not_offered_changes_nothing(table: ChoiceTable) -> None:
    table.choose(0, 7)
    assert table.chosen == {}


def test_the_next_open_question_is_searched_round_the_end(table: ChoiceTable) -> None:
    assert table.next_open(0) == 2
    table.choose(2, 0)
    assert table.next_open(2) == 0
    table.choose(0, 0)
    assert table.next_open(1) == 1

"""Places in a narrow column."""

import pytest
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from pbeditor.ui.widgets.place_text import PlaceDelegate, elided_place

PLACE = "项目6“全区干部教育培训和“头雁”人才工作专项经费”绩效指标第12行 指标值"


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    return QFontMetrics(qapp.font())


def test_what_has_room_is_whole(metrics: QFontMetrics) -> None:
    assert elided_place(PLACE, metrics, metrics.horizontalAdvance(PLACE)) == PLACE


def test_the_name_gives_way_to_number_and_row(metrics: QFontMetrics) -> None:
    room = metrics.horizontalAdvance("项目6“全区干部教…”绩效指标第12行 指标值") + 1
    assert elided_place(PLACE, metrics, room) == "项目6“全区干部教…”绩效指标第12行 指标值"


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        (PLACE, "项目6 第12行 指标值"),
        ("项目3“乡村记忆档案展览经费” 资金支出计划（%） 10月底", "项目3 资金支出计划（%） 10月底"),
        ("项目3“乡村记忆档案展览经费” 资金支出计划（%） 10月底", "项目3 10月底"),
        ("项目3“乡村记忆档案展览经费” 绩效指标", "项目3 绩效指标"),
        (PLACE, "项目6 第12行…"),
        ("第一部分 部门整体绩效目标“分项绩效目标” 文字", "…“分项绩效目标” 文字"),
    ],
)
def test_without_room_for_the_name_what_tells_the_place_stays(metrics: QFontMetrics, whole: str, shown: str) -> None:
    assert elided_place(whole, metrics, metrics.horizontalAdvance(shown) + 1) == shown


@pytest.mark.parametrize("text", [PLACE, "全文", "第一部分 部门整体绩效目标", "项目1“", "”“"])
def test_nothing_is_wider_than_its_column(metrics: QFontMetrics, text: str) -> None:
    for room in range(0, metrics.horizontalAdvance(text), 7):
        assert metrics.horizontalAdvance(elided_place(text, metrics, room)) <= max(room, metrics.horizontalAdvance("…"))


def test_a_list_shows_the_row_in_a_column_that_is_too_narrow(qtbot: QtBot) -> None:
    view, model = QTreeView(), QStandardItemModel()
    qtbot.addWidget(view)
    model.appendRow(QStandardItem(PLACE))
    view.setModel(model)
    delegate = PlaceDelegate(view)
    option = QStyleOptionViewItem()
    option.widget = view  # type: ignore[attr-defined]  # missing in the stubs
    option.rect = view.rect().adjusted(0, 0, 300 - view.width(), 0)  # type: ignore[attr-defined]
    delegate.initStyleOption(option, model.index(0, 0))
    assert option.text.endswith("…”绩效指标第12行 指标值")  # type: ignore[attr-defined]

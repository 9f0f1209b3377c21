"""Two documents are shown with what differs between them."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.edit.place import put
from pbeditor.edit.review import mute
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.store.forms import form_called
from pbeditor.ui.dialogs.comparison import ONLY_ASIDE, SAME, ComparisonDialog, show_comparison
from pbeditor.ui.widgets.comparison_view import OVER
from tests.ui.conftest import shell_document

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def changed() -> Document:
    document = shell_document()
    for path, text in (
        ("projects/0/budget/total", "4.00"),
        ("projects/0/goals", "1、做好2020年活动。"),
        ("projects/1/name", "干部培训经费"),
        ("overall/0/text", "做好各项工作。"),
    ):
        document = put(document, path, text)
    return replace(document, projects=document.projects[:2])


def dialog(qtbot: QtBot, before: Document, after: Document) -> ComparisonDialog:
    shown = ComparisonDialog(before, after, form_called(after.form), ("旧", "新"))
    qtbot.addWidget(shown)
    QAbstractItemModelTester(shown.view.model, FATAL, shown)
    shown.show()
    return shown


def names(shown: ComparisonDialog) -> list[tuple[str, str]]:
    return [(line.cells[0], line.cells[1]) for line in shown.view.model.lines]


def test_only_what_differs_is_listed_at_first(qtbot: QtBot) -> None:
    shown = dialog(qtbot, shell_document(), changed())
    assert names(shown) == [
        ("总体绩效目标", "调整"),
        ("活动经费", "调整"),
        ("干部培训经费（原名：培训经费）", "更名"),
        ("会议费", "取消"),
    ]
    assert shown.view.sums.text().startswith("列出 3 个项目　原合计 20.50，现合计 19.00，增减 -1.50")


def test_the_texts_of_the_chosen_line_are_marked(qtbot: QtBot) -> None:
    shown = dialog(qtbot, shell_document(), changed())
    shown.view.tree.setCurrentIndex(shown.view.model.index(1, 0))
    assert shown.view.texts.toPlainText() == "绩效目标\n1、做好2020年活动。\n预算数\n2.004.00"


def test_it_is_filtered_by_kind_threshold_and_name(qtbot: QtBot) -> None:
    shown = dialog(qtbot, shell_document(), changed())
    view = shown.view
    view.choice.setCurrentIndex(OVER)
    assert [line.cells[5] for line in view.model.lines] == ["+100.0%", "-100.0%"]
    view.most.setValue(100)
    assert view.sums.text() == "没有符合条件的项目。"
    view.choice.setCurrentIndex(0)
    view.search.setText("培训经费")
    assert len(view.model.lines) == 1


def test_equal_documents_are_said_to_be_equal(qtbot: QtBot, hebei: Form) -> None:
    shown: list[str] = []

    def close() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, ComparisonDialog)
        shown.append(window.about.text())
        window.reject()

    QTimer.singleShot(0, close)
    show_comparison(shell_document(), shell_document(), hebei, ("备份", "现在"))
    assert shown == [SAME]


def test_documents_that_differ_only_in_what_has_no_place_on_paper_are_not_called_equal(qtbot: QtBot) -> None:
    document = shell_document()
    for other in (mute(document, "rule"), replace(document, projects=document.projects[::-1])):
        shown = dialog(qtbot, document, other)
        assert shown.about.text() == ONLY_ASIDE
        assert not shown.view.isVisible()


def test_enter_in_the_filter_does_not_close(qtbot: QtBot) -> None:
    shown = dialog(qtbot, shell_document(), changed())
    QTest.keyClick(shown.view.search, Qt.Key.Key_Return)
    assert shown.isVisible()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_forms_are_called_by_their_names(qtbot: QtBot) -> None:
    shown = dialog(qtbot, shell_document(), replace(shell_document(), form="mof-2021"))
    assert "（2020年）" in shown.view.texts.toPlainText()
    assert "mof-2021" not in shown.view.texts.toPlainText()

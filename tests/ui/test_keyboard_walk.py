"""A walk by the keyboard alone: from an empty document to one complete project, checked clean, saved and exported."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.store.project_file import load
from pbeditor.ui.dialogs import export_options, file_choices
from pbeditor.ui.main_window import MainWindow
from pbeditor.work.opening import open_any
from tests.ui.editors.grids import compose
from tests.ui.waiting import written

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
SECTIONS = (
    "紧扣全年档案工作安排，完成馆藏档案的整理、数字化和开放审核，为群众查阅档案提供便捷服务。",
    "1、完成馆藏档案数字化60万页。\n2、接待查档群众2000人次以上。",
    "1、健全管理制度，明确责任分工。\n2、加强支出管理，按月核对进度。",
)
PURPOSE = "用于馆藏民国档案的整理、扫描、著录和挂接，约60万页，按每页0.8元结算。"
GOALS = ("完成60万页纸质档案的扫描和著录。", "抽检合格率达到98%以上，查档群众满意度达到95%以上。")
# 一级、二级、名称、描述、指标值、依据
ROWS = (
    ("成本指标", "经济成本指标", "单页加工成本", "每页档案数字化加工的平均支出", "<=0.8元", "预算支出标准"),
    ("产出指标", "数量指标", "扫描著录页数", "年内完成数字化加工的纸质档案页数", ">=60万页", "计划标准"),
    ("产出指标", "质量指标", "成果抽检合格率", "抽检合格页数占抽检总页数的比例", ">=98%", "行业标准"),
    ("产出指标", "时效指标", "分批交付及时率", "按约定时间交付的批次占全部批次的比例", ">=95%", "计划标准"),
    ("效益指标", "社会效益指标", "查档群众等候时间", "从提出申请到看到档案的平均用时", "<=15分钟", "历史标准"),
    ("满意度指标", "服务对象满意度指标", "查档群众满意度", "表示满意的群众占被调查群众的比例", ">=95%", "历史标准"),
)


def focused() -> QWidget:
    """Where keys go now."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)


def type_(text: str) -> None:
    """Keys one by one; what no key has comes from an input method, a phrase at a time."""
    for phrase in re.findall(r"[^\x00-\x7f]+|[\x00-\x7f]", text):
        if phrase == "\n":
            press(Key.Key_Return)
        elif phrase.isascii():
            QTest.keyClicks(focused(), phrase)
        else:
            compose("pin'yin", commit=phrase)


def replace_with(text: str) -> None:
    """Type over what stands in the field."""
    press(Key.Key_A, CONTROL)
    type_(text)


def tab_to(name: str) -> None:
    """Tab on until the field of this name has the focus."""
    for _ in range(40):
        if focused().accessibleName() == name:
            return
        press(Key.Key_Tab)
    pytest.fail(f"Tab never came to {name}, last at {focused().accessibleName()!r}")


def choose_in_tree(window: MainWindow, entry: str) -> None:
    """F6 goes round until the tree has the focus; there the arrow goes down to the entry."""
    for _ in range(8):
        if window.tree.tree.hasFocus():
            break
        press(Key.Key_F6)
    press(Key.Key_Home)
    for _ in range(20):
        if str(window.tree.tree.currentIndex().data()).startswith(entry):
            return
        press(Key.Key_Down)
    pytest.fail(f"the tree has no {entry}")


@pytest.fixture
def walker(qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window at its start page; the system's file dialog, which is not ours, answers with the proposed name."""
    monkeypatch.setattr(
        file_choices, "file_to_write", lambda _window, _title, proposed, _kind: tmp_path / proposed.name
    )
    monkeypatch.setattr(export_options, "ask_options", lambda dialog: dialog.options())
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_from_an_empty_document_to_a_checked_and_exported_project(walker: MainWindow, tmp_path: Path) -> None:
    begin(walker)
    write_sections(walker)
    write_project(walker)
    write_plan_and_goals()
    write_indicators()
    grave = [problem.message for problem in walker.session.checked.problems if problem.severity != "hint"]
    assert grave == []
    press(Key.Key_S, CONTROL)
    assert walker.session.path is not None
    assert load(walker.session.path) == walker.session.document
    press(Key.Key_E, CONTROL)
    written(walker)
    again = open_any(next(tmp_path.glob("*.docx"))).document
    assert again.projects[0].name == "馆藏档案数字化加工经费"
    assert [row.name for row in again.projects[0].indicators] == [row[2] for row in ROWS]


def begin(window: MainWindow) -> None:
    """A new document, and whose it is."""
    press(Key.Key_N, CONTROL)
    choose_in_tree(window, "文档信息")
    press(Key.Key_Return)
    for name, text in (("部门（单位）代码", "318"), ("部门（单位）名称", "青禾县档案馆")):
        tab_to(name)
        type_(text)


def write_sections(window: MainWindow) -> None:
    """The goals of the whole department."""
    for section, text in zip(window.session.document.overall, SECTIONS, strict=True):
        choose_in_tree(window, section.heading)
        press(Key.Key_Return)
        tab_to("正文")
        type_(text)


def write_project(window: MainWindow) -> None:
    """A new project: whose it is, what it is called and what it costs."""
    choose_in_tree(window, "预算项目")
    press(Key.Key_N, CONTROL | SHIFT)
    press(Key.Key_Return)
    texts = ("318001", "青禾县档案馆", "12000022P10000210006W", "馆藏档案数字化加工经费", "48", "48", "", PURPOSE)
    names = ("单位代码", "单位名称", "项目编码", "项目名称", "资金总额", "财政拨款", "其他资金", "资金用途")
    for name, text in zip(names, texts, strict=True):
        tab_to(name)
        replace_with(text)


def write_plan_and_goals() -> None:
    """Two tabs on."""
    press(Key.Key_PageDown, CONTROL)
    for month, percentage in ((3, "20"), (6, "45"), (9, "80"), (12, "100")):
        tab_to(f"{month}月底支出进度")
        type_(percentage)
    press(Key.Key_PageDown, CONTROL)
    tab_to("绩效目标")
    type_("1、" + "\n".join(GOALS))


def write_indicators() -> None:
    """Rows as in a spreadsheet: cell by cell with Tab."""
    press(Key.Key_PageDown, CONTROL)
    tab_to("绩效指标")
    for row in ROWS:
        press(Key.Key_Return, CONTROL)
        press(Key.Key_Home)
        for text in row:
            type_(text)
            press(Key.Key_Tab)

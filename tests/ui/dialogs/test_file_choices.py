"""Files are asked for by one dialog, which begins afresh each time."""

import os
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.main_window import MainWindow


@pytest.mark.usefixtures("qtbot")
def test_what_was_written_last_is_not_proposed_for_opening(window: MainWindow, tmp_path: Path) -> None:
    proposed: list[str] = []

    def leave() -> None:
        (dialog,) = window.findChildren(QFileDialog)
        proposed.extend(field.text() for field in dialog.findChildren(QLineEdit))
        dialog.reject()

    QTimer.singleShot(0, leave)
    assert file_choices.file_to_write(window, "另存为", tmp_path / "甲.xlsx", "Excel 工作簿") is None
    QTimer.singleShot(0, leave)
    assert file_choices.file_to_open(window, "打开", tmp_path, file_choices.KINDS) is None
    assert proposed == ["甲.xlsx", ""]


@pytest.mark.usefixtures("qtbot")
def test_a_dialog_of_the_system_is_another_one_each_time_for_qt_makes_none_forget_a_name(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choices, "_is_the_systems", lambda _: True)
    asked: list[QFileDialog] = []

    def leave() -> None:
        dialog = window.findChild(QFileDialog, file_choices._NAME)
        assert dialog is not None
        asked.append(dialog)
        dialog.reject()

    QTimer.singleShot(0, leave)
    file_choices.file_to_write(window, "另存为", tmp_path / "甲.xlsx", "Excel 工作簿")
    QTimer.singleShot(0, leave)
    file_choices.file_to_open(window, "打开", tmp_path, file_choices.KINDS)
    first, second = asked
    assert first is not second
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(QFileDialog) == []


@pytest.mark.usefixtures("chinese")
def test_sizes_and_dates_are_said_as_elsewhere_whatever_the_system_speaks(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "甲.pbproj"
    file.write_bytes(bytes(1_500_000))
    (tmp_path / "乙").mkdir()
    os.utime(file, (datetime(2026, 3, 5, 9, 30).astimezone().timestamp(),) * 2)
    said: list[str] = []

    def look() -> None:
        (dialog,) = window.findChildren(QFileDialog)
        (details,) = dialog.findChildren(QTreeView)
        files = details.model()
        assert isinstance(files, QFileSystemModel)
        for path, column in ((file, 1), (file, 3), (tmp_path / "乙", 1)):
            delegate, option = details.itemDelegateForColumn(column), QStyleOptionViewItem()
            assert isinstance(delegate, QStyledItemDelegate)
            delegate.initStyleOption(option, files.index(str(path), column))
            said.append(cast("Any", option).text)
        dialog.reject()

    QTimer.singleShot(0, look)
    assert file_choices.file_to_open(window, "打开", tmp_path, (file_choices.ANY,)) is None
    assert said == ["1,465 KB", "2026/3/5 09:30", ""]

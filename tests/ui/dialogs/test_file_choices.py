"""Files are asked for by one dialog, which begins afresh each time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit

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

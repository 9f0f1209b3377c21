"""Where one types what to look for."""

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.theme import palette_of
from pbeditor.ui.widgets.search_line import SearchLine


def lens_of(line: SearchLine) -> int:
    return line.actions()[0].icon().cacheKey()


def test_the_lens_follows_the_palette(qapp: QApplication, qtbot: QtBot) -> None:
    line = SearchLine("名称", "查找")
    qtbot.addWidget(line)
    palette, before = qapp.palette(), lens_of(line)
    qapp.setPalette(palette_of(dark=True))
    qapp.processEvents()
    after = lens_of(line)
    qapp.setPalette(palette)
    assert after != before


def test_a_file_dropped_on_any_line_of_the_window_goes_to_the_window(opened: MainWindow) -> None:
    opened.commands["show_library"].trigger()
    lines = (opened.tree.filter, opened.aids.library.panel.search, opened.aids.finder.line)
    assert not any(line.acceptDrops() for line in lines)
    taking = [line.accessibleName() for line in opened.findChildren(QLineEdit) if line.acceptDrops()]
    assert taking == []

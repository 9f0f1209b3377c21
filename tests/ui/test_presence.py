"""Files are looked for beside the window, one look at a time."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pbeditor.ui.presence import Presence


def test_a_file_counts_as_there_until_it_was_looked_for(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    presence = Presence(owner)
    assert presence.has(tmp_path / "甲")
    with qtbot.waitSignal(presence.changed):
        presence.look([tmp_path, tmp_path / "甲"])
    assert (presence.has(tmp_path), presence.has(tmp_path / "甲")) == (True, False)


def test_what_is_asked_for_meanwhile_is_looked_for_next(qtbot: QtBot, tmp_path: Path) -> None:
    owner, first, second = QObject(), tmp_path / "甲", tmp_path / "乙"
    presence = Presence(owner)
    presence.look([first])
    presence.look([second])
    qtbot.waitUntil(lambda: not presence.has(second))
    assert presence.has(first), "nobody asks for it any more"

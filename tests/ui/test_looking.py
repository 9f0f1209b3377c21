"""Looking at the open document waits until the window has painted it."""

from time import sleep

from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.ui.looking import PAUSE, Looking

DOCUMENT = Document("hebei-2020", 2020, "标题", projects=(Project("p1", name="项目"),))


def test_however_long_opening_took_the_window_is_free_before_it_looks(hebei: Form, qtbot: QtBot) -> None:
    parent = QObject()
    looking = Looking(DOCUMENT, hebei, parent)
    sleep(2 * PAUSE / 1000)
    QCoreApplication.processEvents()
    assert not looking.checked.is_known
    qtbot.waitUntil(lambda: looking.checked.is_known)


def test_what_was_looked_at_at_once_is_not_looked_at_again(hebei: Form, qtbot: QtBot) -> None:
    parent = QObject()
    looking = Looking(DOCUMENT, hebei, parent)
    looking.finish()
    known = looking.checked
    qtbot.wait(2 * PAUSE)
    assert looking.checked is known

"""A session over a small document for the window's shell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Budget, Document, Project, Section, Unit
from pbeditor.model.form import Form
from pbeditor.store.project_file import save
from pbeditor.ui.app import speak_chinese
from pbeditor.ui.look import Look
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.memory import Memory
from pbeditor.ui.paper import previewed_pages
from pbeditor.ui.session import Session

UNIT = Unit("203002", "某区委组织部")
PLAN = ("25.00", "50.00", "75.00", "100.00")


def project(key: str, name: str, total: str) -> Project:
    return Project(key, UNIT, f"203-0401-JBN-{key}", name, Budget(total, total), "开展活动。", PLAN, "1、做好活动。")


def shell_document() -> Document:
    projects = (
        project("6X18", "活动经费", "2.00"),
        project("6HMH", "培训经费", "15.00"),
        project("7A01", "会议费", "3.50"),
    )
    sections = (Section("总体绩效目标", "做好工作。"), Section("分项绩效目标", "分项做好。"))
    return Document("hebei-2020", 2020, "2020年部门预算绩效信息", UNIT, "万元", sections, projects)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few pages are there at once, however busy the machine is."""
    monkeypatch.setattr(previewed_pages, "FIRST", 30_000)


@pytest.fixture
def session(qtbot: QtBot, hebei: Form) -> Session:
    """A session over three projects and two sections."""
    session = Session(shell_document(), hebei)
    session.look()
    return session


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    """The whole window over that session, with nothing opened yet."""
    window = MainWindow(session, Memory(session))
    qtbot.addWidget(window, before_close_func=lambda shown: shown.session.mark_saved(session.document, Path()))
    window.show()
    return window


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a project file open."""
    path = tmp_path / "绩效.pbproj"
    save(shell_document(), path)
    window.files.open_path(path)
    window.session.look()
    return window


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """Qt's own texts in Chinese for one test."""
    speak_chinese(qapp)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def memory(qapp: QApplication) -> Iterator[Memory]:
    """Settings that dress the program; afterwards it looks as before."""
    letters, before = qapp.font(), qapp.palette()
    memory = Memory()
    look = Look(qapp, memory)
    yield memory
    look.deleteLater()
    qapp.setFont(letters)
    qapp.setPalette(before)
    qapp.setStyle("fusion")

"""Text from a document is shown as it is, wherever it comes up: never as markup, never as a key of a button."""

import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.store.project_file import load, save
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.main_window import MainWindow
from tests import screenshots
from tests.screenshots import SCENES, Scene

T = TypeVar("T")
COLOUR = "#123456"
MARK = f"<font color='{COLOUR}'>&x"
NAME = "&x" if sys.platform == "win32" else MARK  # of a file, which there has no angle brackets
SPOILED: dict[type[Struct], tuple[str, ...]] = {
    Document: ("title",),
    Unit: ("name",),
    Section: ("heading", "text"),
    Project: ("name", "purpose", "goals"),
    Indicator: ("name", "description", "basis"),
}
# What a clerk chooses or counts, but a file may hold as any text.
RARELY: dict[type[Struct], tuple[str, ...]] = {
    Document: ("money_unit",),
    Unit: ("code",),
    Budget: ("total", "fiscal", "other"),
    Project: ("code", "plan"),
    Indicator: ("level1", "level2"),
    Target: ("operator", "number", "text"),
}
SHOWING = {
    "document",
    "overall",
    "section",
    "projects",
    "project-basics",
    "project-plan",
    "project-goals",
    "project-indicators",
    "grid-name-editor",
    "grid-value-editor",
    "grid-several-cells",
    "problems",
    "problems-fix-all",
    "problems-aside",
    "find-replace",
    "library",
    "units-folded",
    "last-year-text",
    "last-year-cell",
    "comparison",
    "comparison-dialog",
    "merging",
    "question-unsaved",
}
if sys.platform == "win32":
    SHOWING.discard("question-unsaved")  # it names the file alone
STRANGE = ("document", "overall", "projects", "project-basics", "project-plan", "project-indicators")
PATIENCE = 250  # ms until a dialog is there


def spoiled(value: T, fields: dict[type[Struct], tuple[str, ...]]) -> T:
    """The same with the mark at the end of every text in these fields."""
    if isinstance(value, tuple):
        return tuple(spoiled(item, fields) for item in value)  # type: ignore[return-value]
    if not isinstance(value, Struct):
        return value
    marked = fields.get(type(value), ())
    found: dict[str, Any] = {name: spoiled(getattr(value, name), fields) for name in value.__struct_fields__}
    return replace(value, **{name: _marked(held) if name in marked else held for name, held in found.items()})


def _marked(held: Any) -> Any:
    return f"{held}{MARK}" if isinstance(held, str) else tuple(map(_marked, held))


@pytest.fixture
def spoiled_window(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window, for which the sample is a document full of markup."""
    return _opening(window, tmp_path / f"示例{NAME}.pbproj", SPOILED, monkeypatch)


@pytest.fixture
def strange_window(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The same with markup where numbers and names of the form are expected."""
    return _opening(window, tmp_path / "示例.pbproj", RARELY, monkeypatch)


def _opening(
    window: MainWindow, file: Path, fields: dict[type[Struct], tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    save(spoiled(load(resource("samples", SAMPLE)), fields), file)
    monkeypatch.setattr(window.files, "open_sample", lambda: window.files.open_path(file))
    window.show()
    return window


@pytest.mark.parametrize("scene", [each for each in SCENES if each.name in SHOWING], ids=lambda scene: scene.name)
def test_no_markup_in_a_document_is_taken_for_markup(spoiled_window: MainWindow, scene: Scene) -> None:
    seen: list[str] = []
    watch = QTimer(spoiled_window, interval=PATIENCE)
    if scene.modal:
        watch.timeout.connect(lambda: seen.extend(_looked_at_and_closed()))
        watch.start()
    scene.stage(spoiled_window)
    watch.stop()
    if not scene.modal:
        screenshots.settle(PATIENCE)
        seen.extend(_texts(spoiled_window))
    _assert_as_it_is(seen)


@pytest.mark.parametrize(
    "name", ["document", "overall", "projects", "project-basics", "project-plan", "project-indicators"]
)
def test_no_markup_where_a_number_is_expected_is_taken_for_markup(strange_window: MainWindow, name: str) -> None:
    next(each for each in SCENES if each.name == name).stage(strange_window)
    screenshots.settle(PATIENCE)
    _assert_as_it_is([*_texts(strange_window)])


def _assert_as_it_is(seen: list[str]) -> None:
    marked = [text for text in seen if "<font" in text]
    assert marked, "nothing of the document is shown here"
    assert [text for text in marked if MARK not in text and "…" not in text] == []


def _looked_at_and_closed() -> Iterator[str]:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        yield from _texts(dialog)
        dialog.reject()


def _texts(top: QWidget) -> Iterator[str]:
    """What is read in all that is shown, as a person reads it."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible():
            yield from _of(widget)
            yield _read(widget.toolTip())


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield widget.text() if widget.textFormat() == Qt.TextFormat.PlainText else _read(widget.text())
    elif isinstance(widget, QAbstractButton | QGroupBox):
        yield _without_keys(widget.text() if isinstance(widget, QAbstractButton) else widget.title())
    elif isinstance(widget, QTabWidget):
        yield from (_without_keys(widget.tabText(place)) for place in range(widget.count()))
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
        assert COLOUR not in _colours(widget.document()), widget.objectName()
    elif isinstance(widget, QAbstractItemView):
        for index in _indexes(widget):
            yield str(index.data() or "")
            yield _read(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The items that are in sight."""
    box = view.viewport().rect()
    for y in range(0, box.height(), 12):
        for x in range(4, box.width(), 60):
            if (index := view.indexAt(QPoint(x, y))).isValid():
                yield index


def _read(text: str) -> str:
    """A text that Qt may take for markup, as it is then read."""
    if "<" not in text.partition("\n")[0]:  # Qt looks for a tag there
        return text
    document = QTextDocument()
    document.setHtml(text)
    assert COLOUR not in _colours(document), text
    return unescape(document.toPlainText())


def _without_keys(text: str) -> str:
    """A button's text as it is drawn, where & marks a key and && is a sign."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _colours(document: QTextDocument) -> set[str]:
    found = set()
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            found.add(QColor(place.fragment().charFormat().foreground().color()).name())
            place += 1
        block = block.next()
    return found

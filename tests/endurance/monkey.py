"""A monkey at the real window: keys, Chinese input, mouse, commands, dialogs, all drawn from one seed.

It counts what it did. Every error that no code catches, every word of Qt's and every history that does not undo to its
start ends the run.
"""

import gc
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator
from ctypes import CDLL
from functools import partial
from pathlib import Path
from random import Random
from shutil import copyfile
from time import monotonic

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QWidget
from shiboken6 import isValid

from pbeditor.store.lock import Holder, lock_path
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.app import open_window
from pbeditor.ui.background import wait_for_all
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import FORMATS, export
from pbeditor.work.opening import open_bytes
from tests.endurance.watching import strange_files, watched

ROUND = 400  # acts between two looks at memory and history
WARM = 60  # rounds until the caches of Qt, fonts and pages are full
SIZE = 1366, 728  # px of the window at the start and whenever memory is counted
LEAVES = {"quit", "close"}
READABLE = {".docx", ".xlsx"}
PANELS = ("show_last_year", "show_preview", "show_library")
NAMES = (
    "A Z 0 1 2 3 9 Period Percent Equal Plus Minus Space Tab Backtab Return Enter Escape Backspace Delete Home End Up "
    "Down Left Right PageUp PageDown F1 F2 F3 F5 F6 F7 F11 C V X D N Y S F L"
)
NONE = Qt.KeyboardModifier.NoModifier
KEYS = [getattr(Qt.Key, f"Key_{name}") for name in NAMES.split()]
MODIFIERS = [NONE] * 6 + [
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]
WORDS = ("培训", "≥95%及以上", "2020年", "12.50", "产出指标", "群众满意度", "=1+1", "。", "１２", "\u3000党建")


class FoundError(Exception):
    """The monkey found something; the text says what, after how many acts of which seed."""


class Monkey:
    """One monkey with its window. Everything it draws comes from one seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.done: Counter[str] = Counter()
        self.faults: list[str] = []
        self.trail: deque[str] = deque(maxlen=12)  # the last acts, and the widgets that they met
        self._folder, self._random = folder, Random(seed)
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        app.setQuitOnLastWindowClosed(False)  # the window may be closed, and is opened again
        self.app = app
        self.window = open_window(app)
        self.window.resize(*SIZE)
        self._acts: list[tuple[int, Callable[[], None]]] = [
            (40, self._press_key),
            (12, self._type_chinese),
            (16, self._click),
            (6, self._drag),
            (14, self._command),
            (10, self._go_somewhere),
            (6, self._travel),
            (1, self._resize),
            (1, self._drop_file),
            (1, self._meddle),
        ]
        self._is_loose, self._other = True, resource("samples", "示例单位2021.pbproj")
        self._answer()

    def begin(self) -> None:
        """The sample, freshly opened; what was there is given up."""
        copy = self._folder / "示例.pbproj"
        lock_path(copy).unlink(missing_ok=True)
        copyfile(resource("samples", SAMPLE), copy)
        self._drop_dialogs()
        session = self.window.session
        session.mark_saved(session.document, copy)
        self.window.files.open_path(copy)
        self.app.processEvents()

    def use_everything(self) -> None:
        """Each command once, and each format out and in: what is only loaded for it then is there for good."""
        self.begin()
        for record in self.window.commands.table:
            if record.name and record.name not in LEAVES:
                self._trigger(record.name)
                self._drop_dialogs()
        session = self.window.session
        for suffix in FORMATS:
            path = self._folder / f"示例{suffix}"
            export(session.document, session.form, path, pdf_bytes)
            if suffix in READABLE:
                open_bytes(path.read_bytes(), path.name)

    def look_as_usual(self) -> None:
        """What is open beside the document, and how large all is, takes some MB that are no growth."""
        for widget in self.app.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        for name in PANELS:
            if self.window.commands[name].isChecked():
                self.window.commands[name].trigger()
        self.window.memory.remember(font_size=0, zoom=100, appearance="", by_unit=False)
        self.begin()
        self.window.resize(*SIZE)
        self.app.processEvents()

    def act(self) -> None:
        """One thing at random."""
        weights, acts = zip(*self._acts, strict=True)
        act = self._random.choices(acts, weights)[0]
        self.done[act.__name__.strip("_")] += 1
        self.trail.append(act.__name__.strip("_"))
        act()
        self.app.processEvents()
        if not self.window.isVisible() or not self.window.files.is_open:
            self.window.show()
            self.begin()

    def undo_and_redo_all(self) -> None:
        """To the start of the history and back; both ends must be what they were."""
        self._drop_dialogs()
        session = self.window.session
        session.commit_requested.emit()
        while session.history.future:
            session.redo()
        last = session.document
        first = session.history.past[0].document if session.history.past else last
        while session.history.past:
            session.undo()
        if session.document != first:
            self.faults.append("undo does not lead back to the start")
        while session.history.future:
            session.redo()
        if session.document != last:
            self.faults.append("redo does not lead to the end again")
        self.app.processEvents()

    def end(self) -> None:
        """Leave without a question."""
        self._is_loose = False
        self._drop_dialogs()
        wait_for_all()
        session = self.window.session
        session.mark_saved(session.document, self._folder / "示例.pbproj")
        self.window.close()
        self.window.deleteLater()
        self.app.processEvents()

    def _press_key(self) -> None:
        QTest.keyClick(self._target(), self._random.choice(KEYS), self._random.choice(MODIFIERS))

    def _type_chinese(self) -> None:
        """A composition that is committed or given up where it began: systems end it when the focus goes.

        They offer none to what takes none: sent all the same, Qt would write it into texts that are only to be read.
        """
        target = self._target()
        if not target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return
        composing = QInputMethodEvent("pei'xun", [])
        self.app.sendEvent(target, composing)
        committing = QInputMethodEvent()
        committing.setCommitString(self._random.choice(WORDS) if self._random.random() < 0.8 else "")
        self.app.sendEvent(target if isValid(target) else self._target(), committing)

    def _click(self) -> None:
        widget = self._any_widget()
        button = Qt.MouseButton.RightButton if self._random.random() < 0.1 else Qt.MouseButton.LeftButton
        clicks = QTest.mouseDClick if self._random.random() < 0.15 else QTest.mouseClick
        clicks(widget, button, self._random.choice(MODIFIERS), self._spot(widget))

    def _drag(self) -> None:
        """Press, move, let go, inside one widget: chooses cells, moves splitters and columns."""
        widget = self._any_widget()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=self._spot(widget))
        QTest.mouseMove(widget, self._spot(widget))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self._spot(widget))

    def _command(self) -> None:
        """A command of the menus that is enabled."""
        commands = self.window.commands
        names = [each.name for each in commands.table if each.name and each.name not in LEAVES]
        self.trail.append(name := self._random.choice(names))
        self._trigger(name)

    def _trigger(self, name: str) -> None:
        action = self.window.commands[name]
        if action.isEnabled() and self.app.activeModalWidget() is None:
            action.trigger()

    def _go_somewhere(self) -> None:
        projects = self.window.session.document.projects
        if projects and self.app.activeModalWidget() is None:
            place = self._random.randrange(len(projects))
            rows = len(projects[place].indicators)
            fields = ["name", "goals", "purpose", "budget/total", "plan/1"]
            fields += [f"indicators/{self._random.randrange(rows)}/name"] if rows else []
            self.window.session.go_to(f"projects/{place}/{self._random.choice(fields)}")

    def _travel(self) -> None:
        travel = self._random.choice((self.window.session.undo, self.window.session.undo, self.window.session.redo))
        if self.app.activeModalWidget() is None:
            for _ in range(self._random.randrange(1, 6)):
                travel()

    def _resize(self) -> None:
        self.window.resize(self._random.randrange(700, 1920), self._random.randrange(500, 1080))

    def _drop_file(self) -> None:
        """A file of any kind, whole or spoilt, comes from the file manager."""
        if self.app.activeModalWidget() is None:
            mime, file = QMimeData(), self._random.choice(strange_files(self._folder))
            self.trail.append(file.name)
            mime.setUrls([QUrl.fromLocalFile(str(file))])
            drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
            self.app.sendEvent(self.window, drop)

    def _meddle(self) -> None:
        """Somebody else changes the open file, spoils it, takes it over or removes it; then one comes back to it."""
        path = self.window.session.path
        if path and path.parent == self._folder and self.app.activeModalWidget() is None:
            self.trail.append(way := self._random.choice(("other", "spoilt", "gone", "taken")))
            if way == "taken":
                lock_path(path).write_bytes(msgspec.json.encode(Holder("别人", "别处", "2020-01-01 08:00")))
            elif way == "gone":
                path.unlink(missing_ok=True)
            else:
                data = self._other.read_bytes()
                path.write_bytes(data if way == "other" else data[: len(data) // 2])
            self.window.files.look_at_disk()

    def _target(self) -> QWidget:
        focus, modal = self.app.focusWidget(), self.app.activeModalWidget()
        if focus is None or (modal is not None and not modal.isAncestorOf(focus)):
            focus = modal or self.window  # events sent by hand would reach what a dialog shuts off
        self.trail.append(type(focus).__name__)
        return focus

    def _any_widget(self) -> QWidget:
        top = self.app.activeModalWidget() or self.window
        widget = self._random.choice(_in_use(top) or [top])
        self.trail.append(type(widget).__name__)
        return widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(self._random.randrange(max(widget.width(), 1)), self._random.randrange(max(widget.height(), 1)))

    def _answer(self) -> None:
        """Whatever waits for an answer gets one: a key, a button, and in the end Escape."""
        if self._is_loose:  # a timer that repeats would wait for the dialog that an answer opens
            QTimer.singleShot(5, partial(Monkey._answer, self))  # of a method PySide would keep a reference each time
        popup = self.app.activePopupWidget()
        dialog = self.app.activeModalWidget()
        if popup is not None and self._random.random() < 0.5:
            popup.close()
        elif isinstance(dialog, QDialog):
            self.done["answer"] += 1
            buttons = [each for each in _in_use(dialog) if isinstance(each, QAbstractButton)]
            if buttons and self._random.random() < 0.6:
                self._random.choice(buttons).click()
            elif self._random.random() < 0.5:
                QTest.keyClick(self._target(), self._random.choice(KEYS))
            else:
                dialog.reject()

    def _drop_dialogs(self) -> None:
        for widget in self.app.topLevelWidgets():
            if widget is not self.window and isinstance(widget, QDialog) and widget.isVisible():
                widget.done(0)
                widget.close()
        self.app.processEvents()


def _in_use(top: QWidget) -> list[QWidget]:
    """What can be clicked there, in a lasting order.

    Not by `findChildren`: what that has found once, PySide keeps for the window though Qt has deleted it.
    """
    found = [each for each in QApplication.allWidgets() if top.isAncestorOf(each)]
    found = [each for each in found if each.isVisible() and each.isEnabled()]
    places = ((each.mapTo(top, QPoint()), each) for each in found)
    ordered = sorted(places, key=lambda each: (each[0].y(), each[0].x(), type(each[1]).__name__, each[1].width()))
    return [each for _, each in ordered]


def let_loose(seconds: float, folder: Path, seed: int) -> tuple[Counter[str], list[float]]:
    """Run a monkey so long; what it did, and the memory after each round in MB. Raises FoundError.

    It acts from within Qt's own loop, as a person does: outside of it what is to be deleted later would go too early.
    """
    monkey = Monkey(folder, seed)
    memory: list[float] = []
    end = monotonic() + seconds
    steps = _steps(monkey, memory, end)

    def step() -> None:
        if monkey.faults or next(steps, None) is None:
            monkey.app.exit()
        else:
            QTimer.singleShot(0, step)

    with watched(monkey.faults, folder, Random(seed)):
        QTimer.singleShot(0, step)
        monkey.app.exec()
        monkey.end()
    if not monkey.faults and monotonic() < end:
        monkey.faults.append("the program left before its time")
    if monkey.faults:
        raise FoundError(
            f"seed {seed}, after {sum(monkey.done.values())} acts: {monkey.faults[0]}; {' '.join(monkey.trail)}"
        )
    return monkey.done, memory


def _steps(monkey: Monkey, memory: list[float], end: float) -> Iterator[int]:
    """One act after the other, round by round."""
    monkey.use_everything()
    while not memory or monotonic() < end:
        monkey.begin()
        for number in range(ROUND):
            monkey.act()
            yield number
        monkey.undo_and_redo_all()
        monkey.look_as_usual()
        memory.append(_megabytes())


def _megabytes() -> float:
    """What the process holds of its own now; the peak would hide that memory was given back.

    Pages of libraries and fonts, which the system drops and reads again as it likes, are not its own. Free pieces
    between others go back first: how many there are depends on which thread asked for memory when.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    if sys.platform == "linux":
        CDLL(None).malloc_trim(0)
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024

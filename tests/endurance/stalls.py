"""How long the window is deaf while a large document is worked on: the longest pause between two beats of a timer.

Everything is done through the real window, from within its event loop; dialogs are answered as a person would.
"""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import monotonic, perf_counter, thread_time

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from pbeditor.edit.beside import with_last_year
from pbeditor.store.project_file import save
from pbeditor.ui import background
from pbeditor.ui.app import open_window
from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.dialogs.export_options import ExportOptionsDialog
from pbeditor.ui.dialogs.merging import MergingDialog
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import COMPARISON
from pbeditor.ui.paper import printing
from pbeditor.ui.paper.print_preview import PrintPreviewDialog
from tests.bench.documents import large

BEAT = 5  # ms
CALM = 0.4  # s without a task until what an act began counts as done: late timers, the recovery copy's among them
CALMER = 2000  # ms in which the window is left alone after its start
Act = tuple[str, Callable[[], object]]
Felt = tuple[float, float]  # ms: the longest pause, and the most work of the window's own thread in one


def stalls(projects: int, folder: Path) -> Iterator[tuple[str, Felt, float]]:
    """What was done, its longest pause, and how long it took in s."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    this, last = large(projects), replace(large(projects), year=2019)
    other = replace(
        this, projects=tuple(replace(each, goals=f"{each.goals}\n3、另加。") for each in this.projects[::9])
    )
    save(with_last_year(this, last), folder / "大.pbproj")
    save(other, folder / "同事.pbproj")
    number = count()
    file_choices.file_to_write = lambda _, __, proposed, *___: folder / f"{next(number)}{proposed.suffix}"
    file_choices.files_to_open = lambda *_: (folder / "同事.pbproj",)
    window = open_window(app)
    window.resize(1366, 728)
    _felt(app, lambda: None)  # what Qt loads at its first painting belongs to the start of the program
    yield "do nothing, while it makes what is soon wanted", _felt(app, lambda: QTest.qWait(CALMER)), CALMER / 1000
    for what, act in _acts(app, window, folder, projects):
        began = perf_counter()
        yield what, _felt(app, act), perf_counter() - began
    window.session.mark_saved(window.session.document, folder / "大.pbproj")
    yield "close the window", _felt(app, window.close), 0.0


def _acts(app: QApplication, window: MainWindow, folder: Path, projects: int) -> Iterator[Act]:
    session, commands, middle = window.session, window.commands, projects // 2
    yield "open", lambda: window.files.open_path(folder / "大.pbproj")
    yield "go to a project", lambda: session.go_to(f"projects/{middle}/goals")
    yield "press a key", lambda: _press(app)
    yield "keep a recovery copy", window.guard.keep
    yield "save", commands["save"].trigger
    yield "change the money unit, which checks all", lambda: session.write("改单位", "money_unit", "元")
    yield "undo it", session.undo
    yield "search", lambda: _search(window)
    yield "say what to put in its place", lambda: window.aids.find.form.other.setText("河段")
    yield "replace everywhere", lambda: _replace(window)
    yield "undo the replacing", session.undo
    yield "redo the replacing", session.redo
    yield "show all findings", window.problem_dock.show
    yield "compare with last year", lambda: window.pages.show_node(COMPARISON)
    yield "merge a colleague's file", commands["merge"].trigger
    yield "undo the merging", session.undo
    yield "save after all that", commands["save"].trigger
    for name in ("word", "excel", "pdf"):
        yield f"export {name}", commands[name].trigger
    yield "preview of all pages", commands["preview"].trigger
    yield "print all pages", lambda: _print(window, folder)
    yield "close the document", commands["close"].trigger


def _press(app: QApplication) -> None:
    focus = app.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_A)


def _search(window: MainWindow) -> None:
    window.aids.look_for(replacing=True)
    window.aids.find.form.text.setText("断面")


def _replace(window: MainWindow) -> None:
    window.aids.find.model.tick_all(True)
    window.aids.find.replace()


def _print(window: MainWindow, folder: Path) -> None:
    dialog = PrintPreviewDialog(window.session, window)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    while not dialog.view.canvas.pages:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    printing._drawn_beside(printer, dialog.printout, window)
    dialog.deleteLater()


def _felt(app: QApplication, act: Callable[[], object]) -> Felt:
    """The longest pause from the act's beginning until nothing is going on any more."""
    last, longest, worked, most = perf_counter(), 0.0, thread_time(), 0.0
    calm, is_done = monotonic(), False

    def feel() -> None:
        nonlocal last, longest, worked, most
        longest, last = max(longest, perf_counter() - last), perf_counter()
        most, worked = max(most, thread_time() - worked), thread_time()

    def do() -> None:
        nonlocal calm, is_done
        act()
        is_done, calm = True, monotonic()

    beat = QTimer()
    beat.setTimerType(Qt.TimerType.PreciseTimer)
    beat.timeout.connect(feel)
    beat.timeout.connect(_answer)
    beat.start(BEAT)
    app.processEvents()
    feel()
    longest = most = 0.0
    QTimer.singleShot(0, do)
    while monotonic() - calm < CALM:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if not is_done or background._RUNNING or app.activeModalWidget():
            calm = monotonic()
    feel()
    beat.stop()
    return longest * 1000, most * 1000


def _answer() -> None:
    """Agree to what is asked, once it has been worked out."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, PrintPreviewDialog):
        if dialog.view.canvas.pages and not background._RUNNING:
            dialog.reject()
    elif isinstance(dialog, MergingDialog):
        if not dialog.bar.isVisible():
            dialog.accept()
    elif isinstance(dialog, ExportOptionsDialog) or (isinstance(dialog, QDialog) and "保存" in dialog.windowTitle()):
        dialog.accept()

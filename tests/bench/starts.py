"""Starting the program as a whole process, against a bare window of PySide6: milliseconds and peak memory."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from msgspec import Struct

from pbeditor.store.project_file import save
from pbeditor.store.resources import SAMPLE, resource
from tests.bench.documents import large
from tests.bench.screen import OFFICE

TIMES = 9
# Each ends the moment that the event loop has painted the window and is idle, and prints its peak memory in KB. It ends
# there and then: on its way out of the loop Qt would still run timers, as of the check that follows the painting.
END = """
import os
def end():
    # The process's own high-water mark: getrusage would tell that of the one that began it.
    with open("/proc/self/status", encoding="ascii") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")), flush=True)
    os._exit(0)
QTimer.singleShot(0, lambda: QTimer.singleShot(0, end))
app.exec()
"""
BARE = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1200, 700)
window.show()
{END}"""
LEAN = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.bench.lean_window import shown
window = shown(app, Path(sys.argv[1]))
{END}"""
OURS = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([])
from pbeditor.ui.app import open_window
window = open_window(app)
window.files.open_path(Path(sys.argv[1]))
while not window.files.is_open:
    app.processEvents()
{END}"""


class Start(Struct, frozen=True):
    """One way to start: the medians of its seconds and of its peak memory in MB."""

    seconds: float
    megabytes: float


def starts(sizes: list[int]) -> Iterator[tuple[str, str, Start, Start]]:
    """What was started, against what, and both figures; taken in turn, so that a slow moment hits all."""
    with TemporaryDirectory() as folder:
        files = {f"{size} projects": Path(folder) / f"{size}.pbproj" for size in sizes}
        for size, file in zip(sizes, files.values(), strict=True):
            save(large(size), file)
        sample = str(resource("samples", SAMPLE))
        codes = {"a bare QMainWindow": (BARE,), "a lean window": (LEAN, sample), "the sample": (OURS, sample)}
        codes |= {name: (OURS, str(file)) for name, file in files.items()}
        found: dict[str, list[Start]] = {name: [] for name in codes}
        for _ in range(TIMES + 1):  # the first one fills the disk's cache and writes .pyc files
            for name, code in codes.items():
                found[name].append(_started(code, folder))
    kept = {name: _middle(each[1:]) for name, each in found.items()}
    yield "start with the sample", "a bare QMainWindow", kept["the sample"], kept["a bare QMainWindow"]
    yield "a lean window with the sample", "a bare QMainWindow", kept["a lean window"], kept["a bare QMainWindow"]
    yield "start with the sample", "a lean window", kept["the sample"], kept["a lean window"]
    for name in files:
        yield f"start with {name}", "start with the sample", kept[name], kept["the sample"]


def _started(code: tuple[str, ...], folder: str) -> Start:
    variables = {**os.environ, "QT_QPA_PLATFORM": OFFICE, "PBEDITOR_SETTINGS": str(Path(folder, "settings"))}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    began = perf_counter()
    said = subprocess.run([sys.executable, "-c", *code], env=variables, capture_output=True, text=True, check=True)
    return Start(perf_counter() - began, int(said.stdout.split()[-1]) / 1024)


def _middle(found: list[Start]) -> Start:
    return Start(median(one.seconds for one in found), median(one.megabytes for one in found))

"""What all tests share: own settings each, Qt without a screen or system dialogs, and the real document, if here."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from PySide6.QtCore import QCoreApplication, Qt

from pbeditor.model.document import Document
from pbeditor.model.form import Form

if sys.platform == "win32":  # where Qt's plugin for no screen finds no Chinese font
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
else:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("quick", deadline=None, max_examples=60, print_blob=True)
settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True, database=None)
settings.register_profile(  # for tests.mutants, which asks whether something fails, not what the simplest failure is
    "few",
    deadline=None,
    max_examples=20,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    report_multiple_bugs=False,
)
settings.register_profile("long", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick"))

NEEDS = {
    "libreoffice": (("soffice",), "libreoffice-writer-nogui libreoffice-calc-nogui"),
    "poppler": (("pdftotext", "pdfinfo", "pdffonts"), "poppler-utils"),
    "strace": (("strace",), "strace"),
    "screen": (("Xvfb", "openbox", "xdotool"), "xvfb openbox xdotool"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a program this machine lacks, and name the packages that bring it."""
    for mark, (programs, packages) in NEEDS.items():
        if item.get_closest_marker(mark) and not all(map(shutil.which, programs)):
            pytest.skip(f"needs {', '.join(programs)}: apt-get install {packages}")


def pytest_sessionfinish() -> None:
    """Empty the clipboard while Python lives: what we copied would else be freed after it, which ends in a crash."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True, scope="session")
def _one_application() -> Iterator[None]:
    """Widgets need a QApplication; an export that comes first would make do with less, and there is only ever one."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    yield
    assert application is not None


@pytest.fixture(autouse=True)
def settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder of the test's own; nothing a test does reaches the user's."""
    folder = tmp_path / "settings"
    monkeypatch.setenv("PBEDITOR_SETTINGS", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _deleted_widgets_are_gone() -> Iterator[None]:
    """`deleteLater` waits for an event loop that a test does not run."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def real_folder() -> Path:
    """The folder of the real 2020 document, which lies beside the repository and not in it."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "real"
    if not folder.is_dir():
        pytest.skip(f"the real document is not on this machine ({folder})")
    return folder


@pytest.fixture(params=["real", "sample", "long"])
def document(request: pytest.FixtureRequest) -> Document:
    """Each of the documents on which paper is tried: the real one, the sample, and one of long texts."""
    from pbeditor.store import project_file
    from pbeditor.store.resources import SAMPLE, resource
    from pbeditor.work.opening import open_any
    from tests.builders import long_document

    if request.param == "real":
        folder: Path = request.getfixturevalue("real_folder")
        (source,) = folder.glob("*.txt")
        return open_any(source).document
    return long_document() if request.param == "long" else project_file.load(resource("samples", SAMPLE))


@pytest.fixture(scope="session")
def hebei() -> Form:
    """The form of the 2020 document."""
    from pbeditor.store.forms import load_forms

    return load_forms()["hebei-2020"]


@pytest.fixture(scope="session")
def virtual_screen() -> Iterator[dict[str, str]]:
    """The environment of a 1366×768 virtual screen with a window manager, for programs that a test starts."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            display = f":{pipe.readline().strip()}"
        screen = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(["openbox"], env=screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as manager:
            yield screen
            manager.terminate()
        server.terminate()

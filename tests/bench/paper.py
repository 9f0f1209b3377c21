"""Pages: a preview that follows the keys, the preview of all, PDF; `python -m tests.bench.paper [PROJECTS …]`.

What LibreOffice needs for the same document is measured as whole processes, ours by the command line.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from pbeditor.model.document import Document
from pbeditor.model.progress import Listener, heard_by
from pbeditor.sheet.lay_out import lay_out
from pbeditor.store.forms import form_of
from pbeditor.store.project_file import load, save
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.background import Task
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.ui.paper.preview import PagePreview
from pbeditor.ui.paper.print_preview import PrintPreviewDialog
from pbeditor.ui.paper.printout import pdf_task
from pbeditor.ui.session import Session
from pbeditor.work.exporting import FORMATS, export, exported
from tests.bench.documents import large
from tests.bench.screen import use_office_screen
from tests.bench.window import Felt

use_office_screen()

_TIMES, _PDFS, _PROCESSES = 100, 5, 5
_BEAT = 5  # ms; a loop that never rests would take turns from the thread that draws
Told = tuple[str, float]


def preview(app: QApplication, document: Document) -> Felt:
    """From each keystroke to the painted page of its project, all waiting included."""
    session = Session(document, form_of(document))
    shown = PagePreview(session)
    shown.resize(640, 700)
    shown.show_project(document.projects[len(document.projects) // 2].id)
    shown.show()
    app.processEvents()
    path = f"projects/{len(document.projects) // 2}/goals"
    spent = []
    for number in range(_TIMES):
        before, start = id(shown.view.canvas.pages), perf_counter()
        session.write("改", path, f"做好工作{number}。", "typing")
        while id(shown.view.canvas.pages) == before:
            app.processEvents()
        shown.view.canvas.repaint()
        spent.append((perf_counter() - start) * 1000)
    shown.close()
    return Felt("a change to the painted page", tuple(spent))


def everything(app: QApplication, document: Document, folder: Path) -> Iterator[Told]:
    """The preview of all pages: how long the window is deaf at most, and when the pages are there; then its PDF."""
    session = Session(document, form_of(document))
    start = perf_counter()
    dialog = PrintPreviewDialog(session)
    dialog.show()
    made = (perf_counter() - start) * 1000
    deaf = max(made, _wait(app, lambda: bool(dialog.view.canvas.pages)), _turn(app))
    yield "preview of all: longest time without an event, ms", deaf
    yield "preview of all: pages ready, ms", (perf_counter() - start) * 1000
    yield from _beside(app, "PDF beside the window", pdf_task(dialog.printout, folder / "beside.pdf"))
    dialog.close()


def exports(app: QApplication, document: Document, folder: Path) -> Iterator[Told]:
    """Each export from its beginning to the file, and how long a window is deaf meanwhile."""
    for suffix, kind in FORMATS.items():
        path = folder / f"export{suffix}"

        def work(listener: Listener, path: Path = path) -> None:
            with heard_by(listener):
                export(document, form_of(document), path, pdf_bytes)

        yield from _beside(app, f"export to {kind.split()[0]}", Task(work))


def _beside(app: QApplication, what: str, task: Task) -> Iterator[Told]:
    ended: list[object] = []
    task.done.connect(lambda _: ended.append(None))
    task.failed.connect(ended.append)
    start = perf_counter()
    task.start()
    deaf = _wait(app, lambda: bool(ended))
    if isinstance(ended[0], Exception):
        raise ended[0]
    yield f"{what}, ms", (perf_counter() - start) * 1000
    yield f"{what}: longest time without an event, ms", deaf


def pdf(document: Document) -> Iterator[Told]:
    """The PDF of a sheet, broken, drawn and finished."""
    form = form_of(document)
    count = _pages(document)
    spent = _median(lambda: pdf_bytes(lay_out(document, form), form), _PDFS)
    yield "PDF, ms", spent
    yield "PDF, pages", count
    yield "PDF, ms a page", spent / count


def beside_libreoffice(document: Document, folder: Path) -> Iterator[Told]:
    """From a file to a PDF: whole processes; the PDF alone, as in the open window; and both without their start."""
    pairs = _processes(document, folder)
    yield "PDF by our process, ms", median(mine for mine, _ in pairs)
    yield "PDF by LibreOffice from our Word file, ms", median(other for _, other in pairs)
    yield "LibreOffice takes so many times as long", median(other / mine for mine, other in pairs)
    form = form_of(document)
    alone = _median(lambda: pdf_bytes(lay_out(document, form), form), _PDFS)
    yield "… as our PDF alone, in a program that runs", median(other for _, other in pairs) / alone
    if len(document.projects) > 1:
        starts = _processes(replace(document, projects=document.projects[:1]), folder)
        mine, other = (
            median(each) - median(start)
            for each, start in zip(zip(*pairs, strict=True), zip(*starts, strict=True), strict=True)
        )
        yield "… with what one project takes (the start) taken off both", other / mine


def _processes(document: Document, folder: Path) -> list[tuple[float, float]]:
    """The milliseconds of ours and of LibreOffice with a profile that it has used before, in turn."""
    project, word = folder / "a.pbproj", folder / "a.docx"
    save(document, project)
    word.write_bytes(exported(document, form_of(document), "a.docx", pdf_bytes))
    ours = [sys.executable, "-m", "pbeditor", "export", str(project), "-o", str(folder / "ours.pdf")]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    theirs = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)]
    subprocess.run(theirs, check=True, capture_output=True)
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = partial(subprocess.run, check=True, capture_output=True, env=compiled)
    run(ours)  # writes .pyc files, as the installed program has them
    return [(_median(lambda: run(ours), 1), _median(lambda: run(theirs), 1)) for _ in range(_PROCESSES)]


def main(sizes: list[int]) -> None:
    """Print all of it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as scratch:
        os.environ["PBEDITOR_SETTINGS"] = scratch
        folder = Path(scratch)
        documents = [("sample", load(resource("samples", SAMPLE))), *((str(size), large(size)) for size in sizes)]
        for name, document in documents:
            felt = preview(app, document)
            _tell(name, (f"{felt.what}: median, ms", felt.middle), (f"{felt.what}: 99th percentile, ms", felt.slow))
            _tell(name, *everything(app, document, folder))
            _tell(name, *exports(app, document, folder))
            _tell(name, *pdf(document))
            if shutil.which("soffice") and len(document.projects) <= 200:
                _tell(name, *beside_libreoffice(document, folder))


def _tell(name: str, *lines: Told) -> None:
    for what, amount in lines:
        print(f"{name:>8}  {what:<62} {amount:>10.2f}", flush=True)


def _wait(app: QApplication, until: Callable[[], bool]) -> float:
    """Run the event loop; the longest time in ms between two beats of a timer that is due every few of them."""
    beat, longest, last = QTimer(), 0.0, perf_counter()

    def feel() -> None:
        nonlocal longest, last
        longest, last = max(longest, perf_counter() - last), perf_counter()

    beat.timeout.connect(feel)
    beat.start(_BEAT)
    while not until():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    feel()
    beat.stop()
    return longest * 1000


def _turn(app: QApplication) -> float:
    start = perf_counter()
    app.processEvents()
    return (perf_counter() - start) * 1000


def _median(call: Callable[[], object], times: int) -> float:
    spent = []
    for _ in range(times):
        start = perf_counter()
        call()
        spent.append((perf_counter() - start) * 1000)
    return median(spent)


def _pages(document: Document) -> int:
    from pbeditor.sheet.pages import paginate
    from pbeditor.ui.paper.measure import QtMeasure

    form = form_of(document)
    return len(paginate(lay_out(document, form), form.layout, QtMeasure()))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [200, 1_000])

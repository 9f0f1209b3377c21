"""Kills a program that saves in a loop at random moments, and looks at what is left."""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from pbeditor.store import project_file, recovery
from pbeditor.store.temporary import sweep
from tests.bench.documents import large
from tests.endurance.saving import document, number_of
from tests.endurance.typing_window import TYPED

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 0.25  # s from the first saving to the kill


def killed(times: int, folder: Path, seed: int) -> Counter[str]:
    """How often what was found after a kill. Raises AssertionError when anything is lost or half."""
    random, found = Random(seed), Counter[str]()
    os.environ["PBEDITOR_SETTINGS"] = str(folder / "settings")
    project_file.save(document(0), folder / "绩效.pbproj")
    before = 0
    for _ in range(times):
        _kill_at(random.uniform(0, LONGEST), folder)
        before, what = _looked_at(folder, before)
        found.update(what)
    shutil.rmtree(folder / "settings")
    return found


def killed_windows(times: int, folder: Path) -> Counter[str]:
    """How often the window's true pause of 20 s was long enough: what was typed before it is offered."""
    os.environ["PBEDITOR_SETTINGS"] = str(folder / "settings")
    file, pause = folder / "绩效.pbproj", 20_000
    project_file.save(large(1), file)
    found = Counter[str]()
    for _ in range(times):
        command = [sys.executable, "-m", "tests.endurance.typing_window", str(file), str(pause), str(pause + 1000)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=_environment()) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == b"ready\n"
            program.kill()
        (copy,) = recovery.left_over()
        assert copy.path == file, "another file's work is offered"
        assert copy.document.projects[0].name == TYPED, "what was typed is not offered"
        assert project_file.load(file) == large(1), "the file was touched"
        recovery.discard(copy)
        found["windows killed 21 s after typing: what was typed was offered"] += 1
    return found


def _kill_at(moment: float, folder: Path) -> None:
    command = [sys.executable, "-m", "tests.endurance.saving", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=_environment()) as it:
        assert it.stdout is not None
        assert it.stdout.readline() == b"ready\n"
        time.sleep(moment)
        it.kill()
        it.wait()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def _looked_at(folder: Path, before: int) -> tuple[int, list[str]]:
    """The number of the document in the file, and what was found; `before` is the number at the program's start."""
    path, notes = folder / "绩效.pbproj", folder / "notes"
    done = _done(notes)
    data = path.read_bytes()
    number = number_of(project_file.decode(data, "file"))
    assert data == project_file.encode(document(number)), "the file is no whole document"
    old, new = done["saved"] or before, done["saving"] or before
    assert number in {old, new}, "the file is neither old nor new"
    pieces = len([*folder.glob(".*.pbtmp")])
    sweep(folder)
    copies = recovery.left_over()
    offered = max((number_of(copy.document) for copy in copies), default=0)
    assert all(copy.document == document(number_of(copy.document)) for copy in copies), "a copy is no whole document"
    assert max(number, offered) >= done["kept"], "what was kept is neither saved nor offered"
    assert not offered or offered > number, "an older copy is offered"
    assert [*folder.glob(".*.pbtmp")] == [*recovery.folder().glob(".*.pbtmp")] == [], "a piece is left"
    for copy in copies:
        recovery.discard(copy)
    notes.unlink(missing_ok=True)
    return number, [
        "kills",
        *([f"while saving: the whole {'new' if number == new else 'old'} file"] if new > old else []),
        *(["work offered"] if offered else []),
        *(["piece swept"] if pieces else []),
    ]


def _done(notes: Path) -> dict[str, int]:
    """The last number that each thing was done with."""
    done = {"kept": 0, "saving": 0, "saved": 0}
    for line in notes.read_text("ascii").splitlines() if notes.exists() else ():
        what, _, number = line.partition(" ")
        done[what] = int(number)
    return done

"""What takes long: `python -m tests.endurance kill 500`, `… monkey 30` (minutes), `… stalls 1000` (projects).

Each writes its table to tests/results; `--seed` repeats a run.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from tests.endurance.kill import killed, killed_windows

RESULTS = Path(__file__).resolve().parents[1] / "results"
WINDOWS = 3  # at 21 s each
HEAD = """# Killed while saving

`python -m tests.endurance kill {times} --seed {seed}`: a program edits a document of 1 to 120 projects without end,
keeps a recovery copy at every 3rd edit and saves at every 5th. It is killed (`kill -9`) at a random moment and started
again. After each kill the file must be byte for byte a whole document, the one saved last or the one being saved; what
was kept must be in the file or be offered at the next start, never an older copy than the file; no piece of a file may
be left. Then the whole window is killed 21 s after a change, with its true pause of 20 s. The run ends at the first
fault, and then writes no table.

| found | times |
|---|---:|
"""
MONKEY = """# A monkey at the window

`python -m tests.endurance monkey {times} --seed {seed}`: for {times} minutes keys, Chinese input, mouse, commands,
dialogs, undo and redo at random on the sample, in the real window without a screen; files of all kinds, whole and cut
off, are dropped on it, and somebody else changes, spoils, takes or removes the open file. No error that the code does
not catch, no word of warning from Qt; every {round} acts all steps are undone to the start and redone to the end, and
both documents are equal to what they were. The run ends at the first fault, and then writes no table.

| done | times |
|---|---:|
"""
GROWTH = """
Memory of its own, without files that are mapped, after each of {rounds} rounds, with panels, letters and the window's
size as at the start; it counts once each command has been called, each format has been written and read, and {warm}
rounds are over. Single rounds differ by some MB, so here are the means of ten parts: {tenths} MB. From the first to the
last: {growth:+.1f} %.
"""
TENTHS = 10


STALLS = """# How long the window is deaf

`python -m tests.endurance stalls {times}`: a document of {times} projects and {rows:,} indicators, last year's inside,
is worked on in the real window without a screen, on {cores} cores that other work shared (load {load:.1f}). A timer
beats every {beat} ms in the window's thread; its longest pause is the time in which no key would have been heard.

| done | longest pause, ms | most work of the window's thread between two beats, ms | all of it, s |
|---|---:|---:|---:|
"""


def main() -> None:
    reader = ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    reader.add_argument("what", choices=["kill", "monkey", "stalls"])
    reader.add_argument("times", type=int, help="kills, minutes of the monkey, or projects")
    reader.add_argument("--seed", type=int, default=2020)
    wanted = reader.parse_args()
    with TemporaryDirectory() as folder:
        run = {"kill": _kill, "monkey": _let_loose, "stalls": _work}[wanted.what]
        text = run(wanted.times, Path(folder), wanted.seed)
    (RESULTS / f"{wanted.what}.md").write_text(text, "utf-8")
    sys.stdout.flush()
    os._exit(0)  # how Python takes Qt apart in the end is not asked here


def _kill(times: int, folder: Path, seed: int) -> str:
    found = killed(times, folder, seed) + killed_windows(WINDOWS, folder)
    return HEAD.format(times=times, seed=seed) + "".join(f"| {what} | {n} |\n" for what, n in sorted(found.items()))


def _work(projects: int, folder: Path, _: int) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PBEDITOR_SETTINGS"] = str(folder / "settings")
    from tests.endurance.stalls import BEAT, stalls

    load = os.getloadavg()[0]
    felt = stalls(projects, folder)
    rows = [f"| {what} | {pause:.0f} | {work:.0f} | {spent:.1f} |\n" for what, (pause, work), spent in felt]
    cores = os.cpu_count() or 1
    return STALLS.format(times=projects, rows=projects * 7, load=load, cores=cores, beat=BEAT) + "".join(rows)


def _let_loose(minutes: int, folder: Path, seed: int) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PBEDITOR_SETTINGS"] = str(folder / "settings")
    from tests.endurance.monkey import ROUND, WARM, let_loose

    done, memory = let_loose(minutes * 60, folder, seed)
    rows = "".join(f"| {what} | {n:,} |\n" for what, n in (*done.items(), ("acts", done.total())))
    means = [mean(part) for part in _parts(memory[WARM:] or memory[-1:])]
    tenths = ", ".join(f"{part:.0f}" for part in means)
    growth = GROWTH.format(growth=(means[-1] / means[0] - 1) * 100, warm=WARM, rounds=len(memory), tenths=tenths)
    return MONKEY.format(times=minutes, seed=seed, round=ROUND) + rows + growth


def _parts(memory: list[float]) -> Iterator[list[float]]:
    """Ten parts of what was counted, the last ones longer by one where it is not ten times as long."""
    edges = [len(memory) * tenth // TENTHS for tenth in range(TENTHS + 1)]
    yield from filter(None, (memory[first:last] for first, last in pairwise(edges)))


if __name__ == "__main__":
    main()

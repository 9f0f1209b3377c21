"""`python -m tests.fuzz [--inputs N] [--seed N] [FORMAT …]`: fuzz the readers, record it in tests/results/fuzz.md."""

import argparse
from datetime import date, datetime
from pathlib import Path
from tempfile import gettempdir

from tests.fuzz.hunt import Tally, hunt
from tests.fuzz.seeds import FORMATS

RECORD = Path(__file__).resolve().parents[1] / "results" / "fuzz.md"
_HEAD = """# Fuzzing of every reader

`python -m tests.fuzz` damages whole files at random and goes on from every input that reaches a line of the program no
input had reached before. Each input is opened as the program opens a file, in a process with 300 MB more than it
starts with; more than 10 s of its own time, a traceback, a crash or an error that is no single sentence is a fault.
Inputs that were once at fault lie in tests/data/regressions and are opened by the tests. The slowest is told by the
clock, with every line of the program watched. Each reader's row is of a run of its own: its day, and the seed of its
first input, from which the others count up.

| reader | day | seed | inputs | answers | errors | kept for new lines | slowest s | peak MB (whole process) | faults |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|
"""


def line(tally: Tally, day: date, seed: int) -> str:
    """A row of the table."""
    return (
        f"| {tally.kind} | {day} | {seed} | {tally.inputs:,} | {tally.answers:,} | {tally.errors:,} | {tally.kept} "
        f"| {tally.slowest:.2f} | {tally.peak:.0f} | {len(tally.faults)} |"
    )


def _record(kind: str, row: str) -> None:
    """Put the row of one run in place of an earlier one of the same reader, day and seed; all others stay."""
    before = RECORD.read_text("utf-8") if RECORD.exists() else ""
    same = row.split(" | ")[:3]
    kept = [old for old in before.splitlines() if old.startswith("| ") and old.split(" | ")[:3] != same]
    rows = {each: [old for old in kept if old.startswith(f"| {each} |")] for each in FORMATS}
    rows[kind].append(row)
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(_HEAD + "".join(f"{one}\n" for each in FORMATS for one in rows[each]), "utf-8")


def main() -> int:
    """Fuzz, record, and say whether all went well."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--found", type=Path, default=Path(gettempdir()) / "pbeditor-fuzz")
    parser.add_argument("formats", nargs="*", default=FORMATS)
    wish = parser.parse_args()
    wish.found.mkdir(parents=True, exist_ok=True)
    well = True
    for kind in wish.formats:
        tally = hunt(kind, wish.inputs, wish.found, wish.seed)
        row = line(tally, datetime.now().astimezone().date(), wish.seed)
        print(row, *tally.faults, sep="\n", flush=True)
        _record(kind, row)
        well = well and not tally.faults
    return int(not well)


if __name__ == "__main__":
    raise SystemExit(main())

"""`python -m tests.endurance kill 500`: a program that saves in a loop is killed so often at random moments.

The table is written to tests/results/kill.md; `--seed` repeats a run.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.endurance.kill import killed, killed_windows

RESULT = Path(__file__).resolve().parents[1] / "results" / "kill.md"
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


def main() -> int:
    reader = ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    reader.add_argument("what", choices=["kill"])
    reader.add_argument("times", type=int)
    reader.add_argument("--seed", type=int, default=2020)
    wanted = reader.parse_args()
    with TemporaryDirectory() as folder:
        found = killed(wanted.times, Path(folder), wanted.seed) + killed_windows(WINDOWS, Path(folder))
    rows = "".join(f"| {what} | {times} |\n" for what, times in sorted(found.items()))
    RESULT.write_text(HEAD.format(times=wanted.times, seed=wanted.seed) + rows, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

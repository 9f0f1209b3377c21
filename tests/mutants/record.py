"""What came of trying faults, as tests/results/mutants.md tells it and can be read back."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

RECORD = Path(__file__).resolve().parents[1] / "results" / "mutants.md"
EQUAL = Path(__file__).with_name("equal.txt")
HEAD = """# Small faults, and whether the tests notice

`python -m tests.mutants --sample {sample} --minutes {minutes} --seed {seed}` puts one fault at a time into a module
(another comparison, a condition turned round, a part of a condition left out, another operator, a number that is one
more) and runs the tests of the package until one fails, properties with 20 examples each. Of all the faults that the
modules can have, a sample is tried, as far as the minutes last; another seed draws another one. Options of classes
and `strict=True` of `zip` are no faults: the program does the same without them. `--again` tries only those that were
not noticed: some are noticed by then, and some have no place any more because the code has become simpler.

| package | faults | tried | noticed | too slow | noticed since, or without a place | not noticed | of them equal |
|---|---:|---:|---:|---:|---:|---:|---:|
"""
_ROW = re.compile(r"\| (\w+)" + r" \| ([\d,]+)" * 5 + r" \|")
_LEFT = re.compile(r"- ((\w+)/.* → .*): [^:]*")


class Tally(Struct):
    """What came of one package; `left` are the names of faults that no test notices."""

    package: str
    faults: int
    tried: int
    noticed: int
    slow: int
    since: int
    left: list[str]


def reasons() -> dict[str, str]:
    """Why no test can notice a fault, by its name."""
    lines = EQUAL.read_text("utf-8").splitlines() if EQUAL.exists() else []
    return dict(line.rsplit(": ", 1) for line in lines if ": " in line)


def write(tallies: Iterable[Tally], sample: int, minutes: float, seed: int) -> None:
    """Renew the record."""
    tallies, known = list(tallies), reasons()
    text = HEAD.format(sample=sample, minutes=f"{minutes:g}", seed=seed)
    for one in tallies:
        equal = sum(name in known for name in one.left)
        counts = (one.faults, one.tried, one.noticed, one.slow, one.since, len(one.left), equal)
        text += f"| {one.package} | {' | '.join(f'{n:,}' for n in counts)} |\n"
    left = [name for one in tallies for name in one.left]
    told = "".join(f"- {name}: {known.get(name, 'no reason')}\n" for name in left)
    text += f"\nNot noticed, and why no test could:\n\n{told}" if left else "\nNone was left unnoticed.\n"
    RECORD.write_text(text, "utf-8")


def read() -> list[Tally]:
    """What the record holds."""
    lines = RECORD.read_text("utf-8").splitlines()
    left = [found for line in lines if (found := _LEFT.fullmatch(line))]
    return [_tally(found, left) for line in lines if (found := _ROW.match(line))]


def _tally(row: re.Match[str], left: list[re.Match[str]]) -> Tally:
    faults, tried, noticed, slow, since = (int(count.replace(",", "")) for count in row.groups()[1:])
    return Tally(row[1], faults, tried, noticed, slow, since, [found[1] for found in left if found[2] == row[1]])

"""`python -m tests.mutants [--sample N] [--minutes N] [--seed N] [PACKAGE …]`: small faults, and who notices.

Records in tests/results/mutants.md. A survivor that no test can notice is named with its reason in equal.txt beside
this file: `module: before → after: reason`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple
from zlib import crc32

from msgspec import Struct

from tests.mutants.faults import Fault, faults
from tests.mutants.trying import ROOT, noticed

RECORD = ROOT / "tests" / "results" / "mutants.md"
EQUAL = Path(__file__).with_name("equal.txt")
HEAD = """# Small faults, and whether the tests notice

`python -m tests.mutants --sample {sample} --minutes {minutes} --seed {seed}` puts one fault at a time into a module
(another comparison, a condition turned round, a part of a condition left out, another operator, a number that is one
more) and runs the tests of the package until one fails, properties with 20 examples each. Of all the faults that the
modules can have, a sample is tried, as far as the minutes last; another seed draws another one. Options of classes
and `strict=True` of `zip` are no faults: the program does the same without them.

| package | faults | tried | noticed | too slow | not noticed | of them equal |
|---|---:|---:|---:|---:|---:|---:|
"""


class Named(NamedTuple):
    """One fault, with a name by which it is known again when other lines have changed."""

    name: str  # `check/seen.py: return a < b → return a <= b`
    path: Path
    fault: Fault


class Tried(Struct):
    """One fault that was tried."""

    name: str
    noticed: str


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--sample", type=int, default=150, help="faults of each package")
    parser.add_argument("--minutes", type=float, default=60, help="for all packages together")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("packages", nargs="*", default=["check", "sheet"])
    wish = parser.parse_args()
    text, survivors = HEAD.format(sample=wish.sample, minutes=wish.minutes, seed=wish.seed), []
    for package in wish.packages:
        paths = sorted((ROOT / "pbeditor" / package).rglob("*.py"))
        every = [each for path in paths for each in _named(path)]
        if noticed(paths[-1], paths[-1].read_text("utf-8")):
            raise SystemExit(f"the tests of {package} fail without any fault")
        chosen = sorted(every, key=lambda each: crc32(f"{wish.seed} {each.name}".encode()))[: wish.sample]
        tried = list(_tried_until(monotonic() + wish.minutes * 60 / len(wish.packages), chosen))
        left = [each for each in tried if not each.noticed]
        survivors += left
        counts = (len(every), len(tried), sum(each.noticed == "failed" for each in tried))
        slow, equal = sum(each.noticed == "too slow" for each in tried), sum(each.name in _reasons() for each in left)
        text += f"| {package} | {' | '.join(f'{n:,}' for n in (*counts, slow, len(left), equal))} |\n"
    RECORD.write_text(text + _told(survivors), "utf-8")
    return int(any(each.name not in _reasons() for each in survivors))


def _named(path: Path) -> Iterator[Named]:
    source, module = path.read_text("utf-8"), path.relative_to(ROOT / "pbeditor")
    for fault in faults(source):
        yield Named(f"{module}: {fault.told(source)}", path, fault)


def _tried_until(end: float, chosen: list[Named]) -> Iterator[Tried]:
    for name, path, fault in chosen:
        if monotonic() > end:
            return
        found = Tried(name, noticed(path, fault.put_into(path.read_text("utf-8"))))
        if not found.noticed:
            print(f"{name} (line {fault.line})", flush=True)
        yield found


def _told(survivors: list[Tried]) -> str:
    if not survivors:
        return "\nNone was left unnoticed.\n"
    rows = (f"- {each.name}: {_reasons().get(each.name, 'no reason')}\n" for each in survivors)
    return "\nNot noticed, and why no test could:\n\n" + "".join(rows)


def _reasons() -> dict[str, str]:
    lines = EQUAL.read_text("utf-8").splitlines() if EQUAL.exists() else []
    return dict(line.rsplit(": ", 1) for line in lines if ": " in line)


if __name__ == "__main__":
    raise SystemExit(main())

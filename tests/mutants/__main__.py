"""`python -m tests.mutants [--sample N] [--minutes N] [--seed N] [--again] [PACKAGE …]`: small faults, and who notices.

Records in tests/results/mutants.md. A survivor that no test can notice is named with its reason in equal.txt beside
this file: `module: before → after: reason`. `--again`, with the same other arguments,
tries only what the record says was not noticed.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple
from zlib import crc32

from tests.mutants import record
from tests.mutants.faults import Fault, faults
from tests.mutants.record import Tally
from tests.mutants.trying import ROOT, noticed


class Named(NamedTuple):
    """One fault, with a name by which it is known again when other lines have changed."""

    name: str  # `check/seen.py: return a < b → return a <= b`
    path: Path
    fault: Fault


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--sample", type=int, default=150, help="faults of each package")
    parser.add_argument("--minutes", type=float, default=60, help="for all packages together")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--again", action="store_true", help="only those of the record that were not noticed")
    parser.add_argument("packages", nargs="*", default=["check", "sheet"])
    wish = parser.parse_args()
    if wish.again:
        tallies = [_again(tally) for tally in record.read()]
    else:
        minutes = wish.minutes / len(wish.packages)
        tallies = [_tally(package, wish.sample, minutes, wish.seed) for package in wish.packages]
    record.write(tallies, wish.sample, wish.minutes, wish.seed)
    return int(any(name not in record.reasons() for tally in tallies for name in tally.left))


def _tally(package: str, sample: int, minutes: float, seed: int) -> Tally:
    every = _every(package)
    chosen = sorted(every, key=lambda each: crc32(f"{seed} {each.name}".encode()))[:sample]
    tally = Tally(package, len(every), 0, 0, 0, 0, [])
    end = monotonic() + minutes * 60
    for each in chosen:
        if monotonic() > end:
            break
        found = _tried(each)
        tally.tried += 1
        tally.noticed += found == "failed"
        tally.slow += found == "too slow"
        tally.left += () if found else (each.name,)
    return tally


def _again(before: Tally) -> Tally:
    every = _every(before.package)
    left = [each.name for each in every if each.name in before.left and not _tried(each)]
    return Tally(
        before.package,
        len(every),
        before.tried,
        before.noticed,
        before.slow,
        before.since + len(before.left) - len(left),
        left,
    )


def _every(package: str) -> list[Named]:
    """All faults of a package whose tests pass without any."""
    paths = sorted((ROOT / "pbeditor" / package).rglob("*.py"))
    if noticed(paths[-1], paths[-1].read_text("utf-8")):
        raise SystemExit(f"the tests of {package} fail without any fault")
    return [each for path in paths for each in _named(path)]


def _named(path: Path) -> Iterator[Named]:
    source, module = path.read_text("utf-8"), path.relative_to(ROOT / "pbeditor")
    for fault in faults(source):
        yield Named(f"{module}: {fault.told(source)}", path, fault)


def _tried(each: Named) -> str:
    found = noticed(each.path, each.fault.put_into(each.path.read_text("utf-8")))
    if not found:
        print(f"{each.name} (line {each.fault.line})", flush=True)
    return found


if __name__ == "__main__":
    raise SystemExit(main())

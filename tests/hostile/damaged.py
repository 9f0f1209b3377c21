"""Every file of tests/data damaged a thousand times, in a process of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from tests.exchange.mutations import mutated
from tests.hostile.child import DiedError, in_child
from tests.hostile.trial import ANSWER, ERROR, FAULT, NAME, Outcome, opened

DATA = Path(__file__).resolve().parents[1] / "data"
_FOLDERS = ("corpus", "readers", "project", "regressions")


class Toll(Struct, frozen=True):
    """What the mutants of one file came to."""

    file: str
    mutants: int
    answers: int
    errors: int
    slowest: float
    peak: float
    faults: tuple[str, ...] = ()


def files() -> Iterator[Path]:
    """Every file that the program can be given to open; .json beside one is what it should become."""
    for folder in _FOLDERS:
        yield from sorted(path for path in (DATA / folder).rglob("*") if path.is_file() and path.suffix != ".json")


def toll(path: Path, mutants: int, first: int = 0) -> Toll:
    """Open so many mutants of a file, of the seeds from `first` on, and count."""
    data, name = path.read_bytes(), f"{NAME}{path.suffix}"
    return counted(
        str(path.relative_to(DATA)), range(first, first + mutants), lambda seed: opened(mutated(data, seed), name)
    )


def counted(label: str, seeds: range, one: Callable[[int], Outcome]) -> Toll:
    """What `one` comes to for each seed, in a process of its own."""
    try:
        outcomes, peak = in_child(lambda: [one(seed) for seed in seeds], 2.0 * len(seeds))
    except DiedError as error:
        return Toll(label, len(seeds), 0, 0, 0, 0, (str(error),))
    return Toll(
        label,
        len(seeds),
        sum(each.kind == ANSWER for each in outcomes),
        sum(each.kind == ERROR for each in outcomes),
        max(each.seconds for each in outcomes),
        peak,
        tuple(_told(seed, each) for seed, each in zip(seeds, outcomes, strict=True) if each.kind == FAULT),
    )


def _told(seed: int, outcome: Outcome) -> str:
    return f"seed {seed}: {outcome.words.strip().splitlines()[-1]}"

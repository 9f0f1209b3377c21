"""Every file of tests/data damaged a thousand times, in a process of its own."""

from collections.abc import Iterator
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


def toll(path: Path, mutants: int) -> Toll:
    """Open so many mutants of a file and count."""
    data, name = path.read_bytes(), f"{NAME}{path.suffix}"
    label = str(path.relative_to(DATA))
    try:
        outcomes, peak = in_child(lambda: [opened(mutated(data, seed), name) for seed in range(mutants)], 2.0 * mutants)
    except DiedError as error:
        return Toll(label, mutants, 0, 0, 0, 0, (str(error),))
    return Toll(
        label,
        mutants,
        sum(one.kind == ANSWER for one in outcomes),
        sum(one.kind == ERROR for one in outcomes),
        max(one.seconds for one in outcomes),
        peak,
        tuple(_told(seed, one) for seed, one in enumerate(outcomes) if one.kind == FAULT),
    )


def _told(seed: int, outcome: Outcome) -> str:
    return f"seed {seed}: {outcome.words.strip().splitlines()[-1]}"

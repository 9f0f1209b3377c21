"""Inputs made from inputs: what reaches a new line is kept and damaged further."""

import random
from pathlib import Path

from msgspec import Struct

from tests.exchange.mutations import mutated
from tests.fuzz.lines import Lines
from tests.fuzz.seeds import seeds
from tests.hostile.child import DiedError, in_child
from tests.hostile.trial import ANSWER, ERROR, FAULT, NAME, opened

_STRETCH = 500  # inputs to one child process
_MOST = 400_000  # bytes of an input that is damaged further


class Tally(Struct):
    """What became of the inputs of one format."""

    kind: str
    inputs: int = 0
    answers: int = 0
    errors: int = 0
    kept: int = 0
    lines: int = 0
    slowest: float = 0.0
    peak: float = 0.0
    faults: list[str] = []


def hunt(kind: str, inputs: int, folder: Path, seed: int = 0) -> Tally:
    """Try so many inputs of one format; what does harm is put into `folder`."""
    tally, pool = Tally(kind), seeds(kind)
    whole = len(pool)
    for start in range(0, inputs, _STRETCH):
        count = min(_STRETCH, inputs - start)
        work = _Stretch(kind, pool, seed + start, count, folder)
        try:
            (found, pool), peak = in_child(work, 12.0 * count)
        except DiedError as error:
            tally.faults.append(f"{kind} {seed + start}: {error}; the input is {work.last}")
            continue
        _add(tally, found, peak)
    tally.kept = len(pool) - whole
    return tally


def _add(tally: Tally, found: Tally, peak: float) -> None:
    tally.inputs += found.inputs
    tally.answers += found.answers
    tally.errors += found.errors
    tally.lines = max(tally.lines, found.lines)
    tally.slowest = max(tally.slowest, found.slowest)
    tally.peak = max(tally.peak, peak)
    tally.faults += found.faults


class _Stretch:
    """Some hundred inputs, tried in one process."""

    def __init__(self, kind: str, pool: list[bytes], seed: int, count: int, folder: Path) -> None:
        self._kind, self._pool, self._seed, self._count = kind, pool, seed, count
        self._folder = folder
        self.last = folder / f"last.{kind}"

    def __call__(self) -> tuple[Tally, list[bytes]]:
        tally, lines, pool = Tally(self._kind), Lines(), list(self._pool)
        name = f"{NAME}.pbproj" if self._kind == "pbproj" else NAME
        with lines.traced():
            for whole in pool:
                opened(whole, name)
        for seed in range(self._seed, self._seed + self._count):
            data = _input(pool, random.Random(seed))
            self.last.write_bytes(data)
            with lines.traced() as is_new:
                outcome = opened(data, name)
                new = is_new()
            if new and len(data) < _MOST:
                pool.append(data)
            _count(tally, outcome.kind, outcome.seconds)
            if outcome.kind == FAULT:
                place = self._folder / f"{seed}.{self._kind}"
                place.write_bytes(data)
                tally.faults.append(f"{place.name}: {outcome.words.strip().splitlines()[-1]}")
        tally.lines = len(lines.reached)
        return tally, pool


def _count(tally: Tally, kind: str, seconds: float) -> None:
    tally.inputs += 1
    tally.answers += kind == ANSWER
    tally.errors += kind == ERROR
    tally.slowest = max(tally.slowest, seconds)


def _input(pool: list[bytes], chance: random.Random) -> bytes:
    """One of the pool, damaged once or a few times, or joined with another."""
    data = chance.choice(pool)
    if chance.random() < 0.1:
        other = chance.choice(pool)
        data = data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = mutated(data or b" ", chance.randrange(1 << 30))
    return data

"""Work done in a process of its own, so that a crash, a hang in C or a want of memory cannot take the test along."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from tests.hostile.trial import MEGABYTES, limit_memory, peak

T = TypeVar("T")
_START = multiprocessing.get_context("fork")


class DiedError(Exception):
    """The process ended without a word: a crash or a kill."""


def in_child(work: Callable[[], T], seconds: float, megabytes: int = MEGABYTES) -> tuple[T, float]:
    """What `work` returns and the peak of its process in MB. Raises DiedError when it crashes or takes too long."""
    here, there = _START.Pipe(duplex=False)
    child = _START.Process(target=_run, args=(there, work, megabytes))
    child.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise DiedError(f"no answer in {seconds} s")
        answer: tuple[T, float] = here.recv()
    except EOFError as error:
        child.join()
        raise DiedError(f"ended with {child.exitcode}") from error
    finally:
        child.kill()
        child.join()
    return answer


def _run(there: Connection, work: Callable[[], object], megabytes: int) -> None:
    limit_memory(megabytes)
    there.send((work(), peak()))

"""One file opened as the program opens it, held to limits: what came of it."""

import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from msgspec import Struct

from pbeditor.model.errors import FileError
from pbeditor.work.opening import open_bytes

SECONDS, MEGABYTES = 10, 300
ANSWER, ERROR, FAULT = "answer", "error", "fault"
NAME = "甲"
_LONGEST = 640  # signs of an error


class Outcome(Struct, frozen=True):
    """What opening a file came to. `words` are the error for a person, or what went wrong with the program."""

    kind: str
    words: str
    seconds: float


class HungError(BaseException):
    """A file took longer than `SECONDS`; no reader may catch this as damage."""


def opened(data: bytes, name: str = NAME) -> Outcome:
    """Open the file. A traceback, a hang and an error that is no single sentence about this file are faults."""
    return tried(lambda: open_bytes(data, name), name)


def tried(act: Callable[[], object], name: str = NAME) -> Outcome:
    """The same for any way to open one."""
    began = perf_counter()
    kind, words = ANSWER, ""
    try:
        with _alarmed():
            act()
    except FileError as error:
        words = str(error)
        kind = ERROR if _is_sentence(words) else FAULT
    except HungError:
        kind, words = FAULT, f"hang over {SECONDS} s"
    except Exception:  # noqa: BLE001  anything else is what is being looked for
        kind, words = FAULT, traceback.format_exc()
    return Outcome(kind, words, perf_counter() - began)


def _is_sentence(words: str) -> bool:
    """Names what it is about, ends, and fits a message box. A form that is not there is named instead of the file."""
    return words.startswith("“") and words.endswith("。") and words.isprintable() and len(words) < _LONGEST


@contextmanager
def _alarmed() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise HungError

    signal.signal(signal.SIGPROF, ring)  # counts this process's own time: a busy machine is no hang
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def limit_memory(megabytes: int = MEGABYTES) -> None:
    """Let this process take so much more memory than it has now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0]) if sys.platform == "linux" else 0
    most = pages * resource.getpagesize() + (megabytes << 20)
    if pages:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def peak() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

"""The log in the settings folder: what went wrong and where in the program, never what stands in a document."""

import sys
import traceback
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from types import TracebackType

from pbeditor import __version__
from pbeditor.store.disk import make_private
from pbeditor.store.settings import local_folder

LIMIT = 512 * 1024  # bytes until the next file begins
OLDER = 2  # files kept beside the present one


def log_error(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Add an error by its kind and its places; its message is left out, for it may quote a document."""
    places = (f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    about = f"{now} pbeditor {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    _add("\n".join((about, f"{kind.__module__}.{kind.__qualname__}", *places, "")))


def log_path() -> Path:
    """Where the log lies."""
    return local_folder() / "log" / "pbeditor.log"


def _add(text: str) -> None:
    """A log that cannot be written is no second fault."""
    path = log_path()
    with suppress(OSError):
        make_private(path.parent)
        if path.exists() and path.stat().st_size > LIMIT:
            _turn_over(path)
        path.touch(mode=0o600)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)


def _turn_over(path: Path) -> None:
    names = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, OLDER + 1))]
    for newer, older in reversed([*pairwise(names)]):
        if newer.exists():
            newer.replace(older)

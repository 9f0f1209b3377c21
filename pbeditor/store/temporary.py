"""Files and folders for a moment. Each is named after its process: a later start knows what a killed one has left."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pbeditor.store.disk_faults import LONGEST
from pbeditor.store.process import is_gone, mark, owner_in, this_owner

_FOLDER, _PIECE = "pbeditor-", ".pbtmp"


def piece_in(folder: Path) -> Path:
    """A new name for what is soon renamed or removed; short, for a file's own may be as long as the disk allows."""
    return reachable(folder / f".{mark(this_owner())}-{os.urandom(4).hex()}{_PIECE}")


def reachable(path: Path) -> Path:
    """The path by which the system finds the file: Windows takes a long one only when it is written in full."""
    whole = str(path.absolute()) if sys.platform == "win32" else ""
    return Path(in_full(whole)) if len(whole) > LONGEST else path


def in_full(path: str) -> str:
    """An absolute path of Windows in the form that has no limit of 259 signs."""
    if path.startswith("\\\\?\\"):
        return path
    return rf"\\?\UNC{path[1:]}" if path.startswith("\\\\") else rf"\\?\{path}"


def hide(path: Path) -> None:
    """Keep the file out of the window of its folder: elsewhere the dot before its name does that, on Windows a mark."""
    if sys.platform == "win32":
        import ctypes

        hidden = 2
        ctypes.windll.kernel32.SetFileAttributesW(str(path), hidden)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that only this user may look into; it goes with all that is in it, after a kill at the next `sweep`."""
    from tempfile import TemporaryDirectory  # nothing that only reads or saves needs it

    prefix = f"{_FOLDER}{mark(this_owner())}-"
    with TemporaryDirectory(_PIECE, prefix, ignore_cleanup_errors=True) as name:
        yield Path(name)


def sweep(*folders: Path) -> None:
    """Remove what a killed program left: pieces of files it was saving in these folders, and temporary folders."""
    from tempfile import gettempdir

    with suppress(OSError):
        pieces = [reachable(piece) for folder in folders for piece in folder.glob(f".*{_PIECE}")]
        for piece in (*pieces, *Path(gettempdir()).glob(f"{_FOLDER}*{_PIECE}")):
            owner = owner_in(piece.name.removeprefix(_FOLDER))
            if owner and is_gone(owner):
                _remove(piece)


def _remove(piece: Path) -> None:
    import shutil

    with suppress(OSError):
        if piece.is_dir() and not piece.is_symlink():
            shutil.rmtree(piece)
        else:
            piece.unlink()

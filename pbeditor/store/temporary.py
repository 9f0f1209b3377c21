"""Files and folders for a moment. Each is named after its process: a later start knows what a killed one has left."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pbeditor.store.process import is_gone, mark, owner_in, this_owner

_FOLDER, _PIECE = "pbeditor-", ".pbtmp"


def piece_in(folder: Path) -> Path:
    """A new name for what is soon renamed or removed; short, for a file's own may be as long as the disk allows."""
    return folder / f".{mark(this_owner())}-{os.urandom(4).hex()}{_PIECE}"


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
        pieces = [piece for folder in folders for piece in folder.glob(f".*{_PIECE}")]
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

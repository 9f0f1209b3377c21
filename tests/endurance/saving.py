"""A program that types, keeps and saves without end, until it is killed: `python -m tests.endurance.saving FOLDER`.

It notes each thing it has done, so that whoever killed it knows what must still be there.
"""

import os
import sys
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from pbeditor.model.document import Document
from pbeditor.store import project_file, recovery
from tests.bench.documents import large

KEEPS, SAVES = 3, 5  # every so many edits
SIZES = (1, 40, 7, 120)  # projects, so that files grow and shrink


def document(number: int) -> Document:
    """The document as it is after so many edits; its title tells the number."""
    return replace(_LARGE[number % len(SIZES)], title=str(number))


def number_of(found: Document) -> int:
    """How many edits it has seen."""
    return int(found.title)


def work(folder: Path) -> None:
    """Edit, keep and save until the end."""
    path = folder / "绩效.pbproj"
    first = number_of(project_file.load(path)) if path.exists() else 0
    with (folder / "notes").open("ab", buffering=0) as notes:
        for number in count(first + 1):
            now = document(number)
            if number % KEEPS == 0:
                recovery.keep("key", path.name, path, now)
                notes.write(b"kept %d\n" % number)
            if number % SAVES == 0:
                notes.write(b"saving %d\n" % number)
                project_file.save(now, path)
                notes.write(b"saved %d\n" % number)
                recovery.forget("key")


_LARGE = tuple(map(large, SIZES))

if __name__ == "__main__":
    os.write(1, b"ready\n")
    work(Path(sys.argv[1]))

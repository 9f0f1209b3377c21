"""The indicator library on disk: the user's own file, which colleagues can exchange, and the starter set we ship."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from pbeditor.model.cleaning import cleaned
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.model.library import Entry, Library
from pbeditor.store.disk import BOM, is_there, read, write, write_private
from pbeditor.store.faults import fault
from pbeditor.store.resources import resource
from pbeditor.store.settings import settings_folder

FORMAT: Final = "pbeditor-library"
LIMIT = 16 * 1024 * 1024


class LibraryFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole content of a library file."""

    format: Literal["pbeditor-library"]
    version: Literal[1]
    entries: tuple[Entry, ...]


def load_library() -> Library:
    """The user's library, empty before its first entry. Raises UnreadableError when its file is broken."""
    path = library_path()
    return load_from(path) if is_there(path) else Library()


def load_from(path: Path) -> Library:
    """The library in a colleague's file. Raises UnreadableError."""
    data = read(path, LIMIT)
    try:
        file = msgspec.json.decode(data.removeprefix(BOM), type=LibraryFile)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(path), f"不是完好的指标库文件：{fault(error, data)}。") from error
    return Library(tuple(cleaned(entry) for entry in file.entries))


def save_library(library: Library) -> None:
    """Keep the user's library, readable by the user alone. Raises UnwritableError."""
    write_private(library_path(), _content(library, library_path()))


def save_to(library: Library, path: Path) -> None:
    """Write a library for a colleague. Raises UnwritableError."""
    write(path, _content(library, path))


def _content(library: Library, path: Path) -> bytes:
    content = msgspec.json.format(msgspec.json.encode(LibraryFile(FORMAT, 1, library.entries)), indent=2)
    if len(content) >= LIMIT:
        raise UnwritableError(str(path), "指标库太大（超过 16 MB），没有保存；请先从指标库删除不用的指标。")
    return content + b"\n"


def set_library_aside() -> Path | None:
    """Rename the user's library, which cannot be read, so that a new one can be kept; where it lies now.

    None where it cannot be renamed.
    """
    path = library_path()
    free = (path.with_name(f"library.broken{number}.json") for number in count(1))
    aside = next(name for name in free if not name.exists())
    try:
        return path.rename(aside)
    except OSError:
        return None


def starter_set() -> tuple[Entry, ...]:
    """The indicators that ship with the program, in the categories of 2015; `row_from` puts them into any form."""
    data = resource("library", "starter.toml").read_bytes()
    rows: Iterable[Entry] = msgspec.toml.decode(data, type=dict[str, tuple[Entry, ...]])["entries"]
    return tuple(msgspec.structs.replace(entry, source="常用指标") for entry in rows)


def library_path() -> Path:
    """Where the user's library lies."""
    return settings_folder() / "library.json"

"""The settings folder and the small settings of one user. No fault here may stop the program."""

import os
import sys
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from pbeditor.model.errors import FileError
from pbeditor.sheet.style import Style
from pbeditor.store.disk import BOM, read, write_private

LIMIT = 1024 * 1024
RECENT = 10
PORTABLE = "settings"  # a folder of this name beside the built program keeps its settings there


class ColumnState(Struct, frozen=True):
    """How wide the user made one column of the grid, in logical pixels, and whether it is hidden."""

    field: str
    width: Annotated[int, Meta(ge=0, le=10_000)] = 0
    hidden: bool = False


class PrintChoices(Struct, frozen=True):
    """How the user prints; what belongs to one document, as the pages and how many copies, is asked each time."""

    printer: str = ""  # its name, "" for the system's
    duplex: str = ""  # "long" or "short" edge, "" for one side
    grey: bool = False  # no colour ink
    unit: bool = False  # at the head of each page
    time: bool = False  # when it was printed, at the head
    total: bool = False  # 第 1 页 共 9 页 at the foot


class Settings(Struct, frozen=True):
    """What the program remembers between two starts. Keys of other versions are ignored.

    Numbers outside their bounds make a broken file: what Qt cannot take would keep the window from starting.
    """

    recent: tuple[str, ...] = ()  # absolute paths, the latest first
    geometry: str = ""  # QMainWindow.saveGeometry, base64
    state: str = ""  # QMainWindow.saveState, base64
    columns: tuple[ColumnState, ...] = ()
    font_size: Annotated[int, Meta(ge=0, le=100)] = 0  # pt; 0 is the system's
    zoom: Annotated[int, Meta(ge=10, le=1000)] = 100  # % of the grid
    folder: str = ""  # where the last file was opened or saved
    reference: str = ""  # the user's own Word reference document
    by_unit: bool = False  # whether the tree shows the projects unit by unit
    hints_read: tuple[str, ...] = ()  # hints that were dismissed for good
    appearance: str = ""  # "light", "dark" or "" for the system's
    style: Style = Style()  # how the paper looks
    printing: PrintChoices = PrintChoices()
    severities: tuple[str, ...] = ()  # which findings the user wants listed, () while he never chose
    list_heads: tuple[str, ...] = ()  # columns of the list of indicators in a workbook, () for the usual ones
    collect: bool = True  # whether the indicators of imported files go into the user's library


def settings_folder() -> Path:
    """Where settings, own forms and the library lie, and what `local_folder` has on other systems; it need not exist.

    PBEDITOR_SETTINGS wins, then the folder beside a portable program.
    """
    if chosen := os.environ.get("PBEDITOR_SETTINGS"):
        return Path(chosen)
    if getattr(sys, "frozen", False) and (beside := Path(sys.executable).resolve().parent / PORTABLE).is_dir():
        return beside
    home = _home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "pbeditor"
    base = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    # The XDG specification says that a relative path is to be ignored.
    return (base if base.is_absolute() else home / ".config") / "pbeditor"


def local_folder() -> Path:
    """Where recovery copies, earlier versions and the log lie: never on a server."""
    local = os.environ.get("LOCALAPPDATA", "")
    usual = Path(os.environ.get("APPDATA", "")) / "pbeditor"
    folder = settings_folder()
    return Path(local) / "pbeditor" if sys.platform == "win32" and local and folder == usual else folder


def load() -> Settings:
    """The settings of the last start. A broken file is set aside as settings.json.broken; defaults take its place."""
    path = _path()
    try:
        return msgspec.json.decode(read(path, LIMIT).removeprefix(BOM), type=Settings)
    except FileError:
        return Settings()
    except (ValueError, RecursionError):
        _set_aside(path)
        return Settings()


def save(settings: Settings) -> bool:
    """Whether the settings could be kept; a full or read-only disk must not stop the program."""
    try:
        write_private(_path(), msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")
    except (FileError, OSError, ValueError):
        return False
    return True


def with_recent(settings: Settings, path: Path) -> Settings:
    """The settings with this file first among the recent ones, once and made absolute."""
    new = str(path.absolute())
    others = (old for old in settings.recent if os.path.normcase(old) != os.path.normcase(new))
    return replace(settings, recent=(new, *others)[:RECENT])


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a user id without an account, as in containers
        return Path.cwd()


def _path() -> Path:
    return settings_folder() / "settings.json"


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.name}.broken"))
    except OSError:
        return

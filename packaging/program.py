"""What the built program starts with."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

from pbeditor.cli import main


def give_back_libraries(variables: MutableMapping[str, str]) -> None:
    """Undo what PyInstaller did at the start: by now it has ours, and LibreOffice or a file manager need their own."""
    before = variables.pop("LD_LIBRARY_PATH_ORIG", "")
    variables.pop("LD_LIBRARY_PATH", None)
    if before:
        variables["LD_LIBRARY_PATH"] = before


def stay_with_this_version() -> None:
    """Go on loading parts of the program that was started: an update puts another file in the place of its own.

    Windows lets nobody replace it while it runs.
    """
    archive = getattr(sys.modules.get("pyimod02_importers"), "pyz_archive", None)
    if archive is not None and sys.platform == "linux":
        own = os.open(archive._filename, os.O_RDONLY)  # noqa: SLF001 - PyInstaller gives it no other name
        archive._filename = f"/proc/self/fd/{own}"  # noqa: SLF001


if __name__ == "__main__":
    stay_with_this_version()
    give_back_libraries(os.environ)
    sys.exit(main())

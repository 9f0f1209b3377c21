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


if __name__ == "__main__":
    give_back_libraries(os.environ)
    sys.exit(main())

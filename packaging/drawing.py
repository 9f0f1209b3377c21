"""The program's icon in the sizes and formats that desktops and Windows want, drawn by Qt from the one SVG."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from setting_up import WITHOUT_SCREEN

DRAW = """
import sys
from PySide6.QtGui import QGuiApplication, QIcon
app = QGuiApplication([])
for size in map(int, sys.argv[3:]):
    assert QIcon(sys.argv[1]).pixmap(size, size).save(sys.argv[2].format(size)), size
"""


def draw(python: str, svg: Path, pattern: str, sizes: Iterable[int]) -> None:
    """Write `svg` once per size in px; `pattern` is a path with `{0}` for the size, its ending the format."""
    subprocess.run(
        [python, "-c", DRAW, str(svg), pattern, *map(str, sizes)],
        env={**os.environ, **WITHOUT_SCREEN},
        check=True,
    )

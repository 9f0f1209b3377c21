"""Renew resources/samples: each project file as the program writes it now, and its Word file beside it.

.venv/bin/python packaging/make_samples.py
"""

import sys
from pathlib import Path

from setting_up import ROOT

sys.path.insert(0, str(ROOT))


def main() -> int:
    """Samples are written by hand as .pbproj; everything else follows from them."""
    from pbeditor.cli import main as pbeditor
    from pbeditor.store import project_file

    for path in sorted(Path(ROOT, "resources", "samples").glob("*.pbproj")):
        project_file.save(project_file.load(path), path)
        pbeditor(["export", str(path), "-o", str(path.with_suffix(".docx"))])
    return 0


if __name__ == "__main__":
    sys.exit(main())

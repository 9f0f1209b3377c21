"""`python packaging/renew.py`: makes the golden files anew.

Samples, the Word reference document, and where things stand on paper. What has changed is then seen by `git diff`, and
is right or a fault. The corpus of foreign files is made file by file: other programs put the date into theirs.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAKERS = (
    ("packaging/make_samples.py",),
    ("packaging/make_reference.py",),
    ("-m", "tests.sheet.paper"),
)


def main() -> None:
    """One after the other; the first that fails ends it."""
    for maker in MAKERS:
        print(*maker, flush=True)
        subprocess.run([sys.executable, *maker], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()

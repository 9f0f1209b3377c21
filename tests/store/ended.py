"""A run of the program that has ended without tidying up."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KILLED = "\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL if os.name == 'posix' else signal.SIGTERM)"


def killed_after(program: str, *arguments: str) -> None:
    """Run `program` in a process of its own that is then killed."""
    command = [sys.executable, "-c", f"import sys\nfrom pathlib import Path\n{program}{KILLED}", *arguments]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode != 0

"""All checks of the project by one command; names pick some of them.

python3 packaging/checks.py                format, lint, types, imports, tests
python3 packaging/checks.py lint types
python3 packaging/checks.py coverage       whether tests reach every line and branch of the core; takes minutes
python3 packaging/checks.py --here lint    with the running Python's packages instead of those in .venv
"""

from __future__ import annotations

import subprocess
import sys

from setting_up import ROOT, NotPossibleError, environment, say

CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "tests": ["-m", "pytest"],
}
CORE = [f"tests/{name}" for name in ("model", "edit", "check", "sheet", "store")]
SLOW = {"coverage": ["-m", "pytest", *CORE, "--cov"]}


def main(arguments: list[str]) -> int:
    """0 when every check passes, 1 when one fails, 2 when they cannot run."""
    names = [name for name in arguments if name != "--here"] or list(CHECKS)
    if not set(names) <= {*CHECKS, *SLOW}:
        say(f"有这些检查：{' '.join((*CHECKS, *SLOW))}")
        return 2
    try:
        python = sys.executable if "--here" in arguments else environment("dev")
    except NotPossibleError as error:
        say(str(error))
        return 2
    failed = [name for name in names if not passes(python, name)]
    say(f"没有通过：{' '.join(failed)}" if failed else "全部通过。")
    return int(bool(failed))


def passes(python: str, name: str) -> bool:
    """Run one check and show what it says."""
    say(f"\n== {name}")
    return subprocess.run([python, *(CHECKS | SLOW)[name]], cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Set up pbeditor and pass its tests; arguments go to pytest.

python3 packaging/test.py                  Windows: py packaging\\test.py
python3 packaging/test.py tests/model -x
"""

from __future__ import annotations

import os
import subprocess
import sys

from setting_up import ROOT, WITHOUT_SCREEN, NotPossibleError, environment, say, why_no_paper


def main(arguments: list[str]) -> int:
    """Pytest's exit status; 2 when the machine lacks what the tests need."""
    try:
        python = environment("test")
    except NotPossibleError as error:
        say(str(error))
        return 2
    obstacle = why_no_paper(python)
    if obstacle:
        say(f"测试要用 Qt 画中文页面：{obstacle}")
        return 2
    variables = {**os.environ, **WITHOUT_SCREEN}
    return subprocess.run([python, "-m", "pytest", *arguments], cwd=ROOT, env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

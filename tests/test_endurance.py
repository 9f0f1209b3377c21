"""Short runs of what `python -m tests.endurance` does for long."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance.kill import killed

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_program_killed_while_saving_leaves_whole_files_and_offers_what_it_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PBEDITOR_SETTINGS", str(tmp_path / "settings"))
    assert killed(12, tmp_path, 1)["kills"] == 12


@pytest.mark.skipif(os.name != "posix", reason="without a screen Qt finds no Chinese font on Windows, and draws no PDF")
@pytest.mark.parametrize("seed", [2, 4])
def test_a_monkey_at_the_window_finds_nothing(seed: int, tmp_path: Path) -> None:
    """In a process of its own: it dresses the program and leaves it so."""
    code = (
        "import os; from pathlib import Path; from tests.endurance.monkey import let_loose; "
        f"let_loose(0, Path.cwd(), {seed}); os._exit(0)"  # how Python takes Qt apart in the end is not asked here
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr

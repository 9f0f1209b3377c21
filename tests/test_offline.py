"""The whole main job needs no network: sockets forbidden, no network at all, and no call for one seen by strace."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from setting_up import WITHOUT_SCREEN

ROOT = Path(__file__).resolve().parents[1]


def done(folder: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """The main job in a process of its own, behind these words of a command."""
    command = [*before, sys.executable, "-m", "tests.offline", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **WITHOUT_SCREEN}
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, encoding="utf-8", timeout=180
    )


def check(result: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert result.returncode == 0, result.stderr
    assert {path.suffix for path in folder.glob("今年.*")} == {".pbproj", ".docx", ".xlsx", ".pdf"}
    assert not [*folder.glob(".*")]


def works(*command: str) -> bool:
    """Whether this machine lets a program do that; containers often do not."""
    return bool(shutil.which(command[0])) and subprocess.run(command, check=False, capture_output=True).returncode == 0


WALLS = {"sockets forbidden": (), **({"no network": ("unshare", "-rn")} if works("unshare", "-rn", "true") else {})}


@pytest.mark.parametrize("wall", WALLS)
def test_the_main_job_needs_no_network(tmp_path: Path, wall: str) -> None:
    check(done(tmp_path, *WALLS[wall]), tmp_path)


@pytest.mark.strace
def test_the_system_sees_no_call_for_an_internet_socket(tmp_path: Path) -> None:
    if not works("strace", "-f", "-o", os.devnull, "true"):
        pytest.skip("this machine lets no program look at another")
    seen = tmp_path / "calls"
    check(done(tmp_path, "strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(seen)), tmp_path)
    families = set(re.findall(r"socket\((\w+)", seen.read_text("utf-8", "replace")))
    assert families <= {"AF_UNIX", "AF_NETLINK"}

"""The whole main job needs no network: sockets forbidden, no network at all, and no call for one seen by strace."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def done(folder: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """The main job in a process of its own, behind these words of a command."""
    command = [*before, sys.executable, "-m", "tests.offline", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=180)


def check(result: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert result.returncode == 0, result.stderr
    assert {path.suffix for path in folder.glob("今年.*")} == {".pbproj", ".docx", ".xlsx", ".pdf"}
    assert not [*folder.glob(".*")]


def test_the_main_job_opens_no_internet_socket(tmp_path: Path) -> None:
    check(done(tmp_path), tmp_path)


def test_the_main_job_is_done_where_there_is_no_network(tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("unshare -n is not allowed here")
    check(done(tmp_path, "unshare", "-rn"), tmp_path)


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace: apt-get install strace")
def test_the_system_sees_no_call_for_an_internet_socket(tmp_path: Path) -> None:
    seen = tmp_path / "calls"
    result = done(tmp_path, "strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(seen))
    if not seen.exists() or "ptrace" in result.stderr:
        pytest.skip(f"strace is not allowed here: {result.stderr.strip()[:200]}")
    check(result, tmp_path)
    families = set(re.findall(r"socket\((\w+)", seen.read_text("utf-8", "replace")))
    assert families <= {"AF_UNIX", "AF_NETLINK"}

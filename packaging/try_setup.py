"""Install with the built installer on this Windows, use the program, update over it, remove it.

py packaging\\build.py folder, then iscc as in packaging\\README.md, then: py packaging\\try_setup.py

It leaves the settings of the person who runs it, as removing the program does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from build import DIST, version
from locked import locked_environment
from setting_up import say
from smoke import SAMPLE, STAYS, FailedError, try_out

SILENT = ("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/CURRENTUSER")
PROGRAM = Path(os.environ.get("LOCALAPPDATA", ""), "Programs", "pbeditor")
SETTINGS = Path(os.environ.get("APPDATA", ""), "pbeditor")
NOT_READY = 7  # Inno Setup's exit code when PrepareToInstall gave a reason
SECONDS = 300


def main() -> int:
    """0 when every step works; the first one that does not is said, and 1 returned."""
    try:
        for sentence in _steps(DIST / f"pbeditor-{version()}-windows-x64-setup.exe"):
            say(f"✓ {sentence}")
    except (FailedError, OSError, subprocess.SubprocessError) as error:
        say(f"✗ {error}")
        return 1
    return 0


def _steps(setup: Path) -> Iterator[str]:
    _expect(0, setup)
    yield f"{setup.name} installs for one user under {PROGRAM}"
    try_out([str(PROGRAM / "pbeditor-cli.exe")], locked_environment(), {})
    yield "import, check, export, compare, window"
    opener = subprocess.check_output(["reg", "query", r"HKCU\Software\Classes\pbeditor.project\shell\open\command"])
    if str(PROGRAM / "pbeditor.exe").encode() not in opener:
        raise FailedError(f"双击打开的是别的程序：{opener.decode('ascii', 'replace').strip()}")
    yield "a double click on a .pbproj opens it"
    yield from _while_it_runs(setup)
    (PROGRAM / "_internal" / "left_from_before.txt").write_bytes(b"")
    before = _kept()
    _expect(0, setup)
    if not before or _kept() != before or (PROGRAM / "_internal" / "left_from_before.txt").exists():
        raise FailedError("升级后，设置变了，或旧版本的文件还在。")
    yield f"an update replaces the program and leaves {len(before)} files of settings as they were"
    _expect(0, PROGRAM / "unins000.exe")
    _wait_until_gone(PROGRAM)
    if _kept() != before:
        raise FailedError("卸载后，设置变了。")
    yield "removing takes the program away and leaves the settings"


def _while_it_runs(setup: Path) -> Iterator[str]:
    """With a window open, neither an update nor removing begins."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(SAMPLE, folder))
        with subprocess.Popen([PROGRAM / "pbeditor.exe", file]) as window:
            try:
                time.sleep(STAYS)
                _expect(NOT_READY, setup)
                _expect(1, PROGRAM / "unins000.exe")
                if window.poll() is not None:
                    raise FailedError(f"窗口自己关了，退出状态 {window.returncode}。")
            finally:
                window.kill()
    yield "while a window is open, the installer and the uninstaller ask to close it and do nothing"


def _expect(status: int, program: Path) -> None:
    done = subprocess.run([program, *SILENT], timeout=SECONDS, check=False).returncode
    if done != status:
        raise FailedError(f"{program.name} 的退出状态是 {done}，应为 {status}。")


def _kept() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in SETTINGS.rglob("*") if path.is_file()}


def _wait_until_gone(folder: Path) -> None:
    """The uninstaller goes on for a moment from a copy of itself."""
    end = time.monotonic() + SECONDS / 10
    while folder.exists():
        if time.monotonic() > end:
            raise FailedError(f"卸载后还留有 {folder}。")
        time.sleep(0.5)


if __name__ == "__main__":
    sys.exit(main())

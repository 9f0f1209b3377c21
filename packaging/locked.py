"""The environment of a released build: exactly the versions of `build.lock`, each checked by its hash.

Standard library only, as all set-up commands.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

from setting_up import ROOT, NotPossibleError, say, suitable_python

LOCK = ROOT / "packaging" / "build.lock"
FOLDER = ROOT / "build" / "environment"
# The last wheels for the systems of the field: 统信UOS 20 and 麒麟 V10 have glibc 2.28 to 2.31.
OLDEST_SYSTEMS = (
    "pyside6-essentials==6.9.3 ; platform_machine != 'aarch64'",
    "pyside6-essentials==6.8.0.2 ; platform_machine == 'aarch64'",
)
HEADER = "# Written by `python packaging/build.py lock` from pyproject.toml; not to be edited.\n"


def locked_environment() -> str:
    """The Python of `build/environment`, made and filled as the lock file says. Raises NotPossibleError."""
    python = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp, digest = FOLDER / "installed", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not (stamp.is_file() and stamp.read_text("ascii") == digest):
        say("准备制作用的环境（按 build.lock 中的版本和校验值安装）")
        _run([*suitable_python(), "-m", "venv", "--clear", str(FOLDER)])
        _run(
            [
                str(python),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--require-hashes",
                "--requirement",
                str(LOCK),
            ]
        )
        stamp.write_text(digest, "ascii")
    return str(python)


def write_lock(python: str) -> Path:
    """Choose versions anew within the ranges of pyproject.toml, for every system, and write them with their hashes."""
    for_old = FOLDER.parent / "oldest-systems.txt"
    for_old.parent.mkdir(exist_ok=True)
    for_old.write_text("\n".join(OLDEST_SYSTEMS), "ascii")
    options = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url", "--no-annotate", "--upgrade"]
    _run([python, "-m", "uv", "pip", "compile", "--quiet", *options, "--extra", "build", "--python-version", "3.11",
          "--constraint", str(for_old), "--output-file", str(LOCK), "pyproject.toml"])  # fmt: skip
    LOCK.write_text(HEADER + LOCK.read_text("utf-8"), "utf-8")
    return LOCK


def _run(command: list[str]) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise NotPossibleError(f"没有成功：{' '.join(command[:5])} …，原因见上。")

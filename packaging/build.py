"""Build what users install, each by one command; what was built is started, used and compared before it counts.

python3 packaging/build.py wheel       dist/pbeditor-VERSION-py3-none-any.whl
python3 packaging/build.py folder      dist/pbeditor/, the program with Python and Qt, and the list of its parts
python3 packaging/build.py portable    dist/pbeditor-VERSION-SYSTEM-portable.*, which keeps its settings beside itself
python3 packaging/build.py deb         dist/pbeditor_VERSION_ARCHITECTURE.deb for Debian, 统信UOS and 麒麟
python3 packaging/build.py lock        packaging/build.lock with the newest versions that pyproject.toml allows

All but the last use the versions of packaging/build.lock, checked by their hashes.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from debian import write_deb
from elf import forget_folders
from icu import shrink
from locked import locked_environment, write_lock
from parts_list import write_parts_list
from setting_up import ROOT, NotPossibleError, environment, say
from smoke import PORTABLE, FailedError, try_out, try_portable
from windows_version import write_icon, write_version

DIST, BUILD = ROOT / "dist", ROOT / "build"
FOLDER = DIST / "pbeditor"
MEGABYTE = 1 << 20
ABOUT_SETTINGS = (
    "设置、指标库、以前的版本和恢复内容都在这个文件夹里，升级时请保留它。删掉它，程序就把这些留在用户自己的文件夹里。\n"
)


def version() -> str:
    """The version that `pbeditor/__init__.py` names."""
    found = re.search(r'__version__ = "(.+)"', (ROOT / "pbeditor" / "__init__.py").read_text("utf-8"))
    if not found:
        raise NotPossibleError("pbeditor/__init__.py 里没有 __version__。")
    return found.group(1)


def build_wheel() -> Path:
    """The wheel, tried from a folder of its own with nothing of the checkout in reach."""
    python, installed = locked_environment(), BUILD / "wheel"
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(DIST), str(ROOT))
    wheel = DIST / f"pbeditor-{version()}-py3-none-any.whl"
    shutil.rmtree(installed, ignore_errors=True)
    run(*pip, "install", "--no-deps", "--target", str(installed), str(wheel))
    try_out([python, "-m", "pbeditor"], python, {"PYTHONPATH": str(installed)})
    return wheel


@cache
def build_folder() -> Path:
    """The one-folder program, tried, with its size and the list of its parts; once for all that is asked for."""
    python = locked_environment()
    BUILD.mkdir(exist_ok=True)
    if sys.platform == "win32":
        write_version(version(), BUILD / "version.txt")
        write_icon(python, BUILD / "pbeditor.ico")
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(DIST), "--workpath", str(BUILD)]
    run(python, "-m", "PyInstaller", *options, str(ROOT / "packaging" / "pbeditor.spec"))
    forget_folders(file for file in FOLDER.rglob("*.so*") if not file.is_symlink())
    shrink(FOLDER, python)
    write_parts_list(python, DIST / "pbeditor.cdx.json", FOLDER / "LICENSES.txt")
    try_out([str(program(FOLDER))], python, {})
    size = sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file() and not file.is_symlink())
    say(f"{FOLDER}：{size / MEGABYTE:.0f} MB")
    return FOLDER


def build_portable() -> Path:
    """The folder as an archive, with the folder that makes it keep its settings beside itself."""
    folder = build_folder()
    (folder / PORTABLE).mkdir(exist_ok=True)
    # Not empty, for not every program that unpacks archives makes empty folders.
    (folder / PORTABLE / "说明.txt").write_text(ABOUT_SETTINGS, "utf-8-sig")
    system = "windows" if sys.platform == "win32" else sys.platform
    name = DIST / f"pbeditor-{version()}-{system}-{platform.machine().lower()}-portable"
    kind = "zip" if sys.platform == "win32" else "xztar"
    archive = Path(shutil.make_archive(str(name), kind, root_dir=DIST, base_dir=FOLDER.name))
    shutil.rmtree(folder / PORTABLE)
    try_portable(archive, program(Path(FOLDER.name)).as_posix())
    say(f"{archive}：{archive.stat().st_size / MEGABYTE:.0f} MB")
    return archive


def build_deb() -> Path:
    """The Debian package of the folder; it needs no Python."""
    deb = write_deb(build_folder(), locked_environment(), version(), DIST)
    say(f"{deb}：{deb.stat().st_size / MEGABYTE:.0f} MB")
    return deb


def build_lock() -> Path:
    """The lock file, with a resolver from the development environment."""
    return write_lock(environment("dev"))


def program(folder: Path) -> Path:
    """The file in the built folder that starts the program with a console to print to."""
    return folder / ("pbeditor-cli.exe" if sys.platform == "win32" else "pbeditor")


def run(*command: str) -> None:
    """Run one step of a build. Raises FailedError."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise FailedError(f"没有成功：{' '.join(command[:4])} …，原因见上。")


KINDS: dict[str, Callable[[], Path]] = {
    "wheel": build_wheel,
    "folder": build_folder,
    "portable": build_portable,
    "deb": build_deb,
    "lock": build_lock,
}


def main(arguments: list[str]) -> int:
    """0 when all that was asked for is built and works, 1 when something failed, 2 when the call is wrong."""
    if not arguments or not set(arguments) <= set(KINDS):
        say(f"可以制作：{' '.join(KINDS)}")
        return 2
    try:
        for kind in arguments:
            say(f"完成：{KINDS[kind]()}")
    except (FailedError, NotPossibleError) as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Start a built program and let it do the main job; what it writes must be what the sources write."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from setting_up import ROOT, WITHOUT_SCREEN, say

SAMPLE = ROOT / "resources" / "samples" / "示例单位2020.pbproj"
# By name: whether the bytes must be the same. A PDF holds the time of writing, and Excel's parts are packed with one.
EXPORTS = {"a.docx": True, "a.xlsx": False, "a.pdf": False}
OLD_WORD = ROOT / "tests" / "data" / "corpus" / "22-truncated.doc"
OFFICE = """#!/bin/sh
env > "$0.saw"
exit 1
"""
FOR_LIBRARIES = ("LD_LIBRARY_PATH=", "QT_PLUGIN_PATH=")
PORTABLE = "settings"  # the folder beside the program by which it keeps settings there; `store.settings` looks for it
OWN_FORM = "own-2021"
SECONDS = 120
STAYS = 5  # s, after which a window that has not gone is taken to be there


class FailedError(Exception):
    """A build or what was built does not work; the text says where."""


def try_out(program: list[str], python: str, variables: dict[str, str]) -> None:
    """Import, check, export and open the sample with the built program, and export with the sources under `python`.

    Raises FailedError.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        settings = {"PBEDITOR_SETTINGS": str(folder / "settings"), **WITHOUT_SCREEN}
        start = _Start(program, {**clean, **settings, **variables}, folder)
        sources = _Start([python, "-m", "pbeditor"], {**os.environ, **settings, "PYTHONPATH": str(ROOT)}, folder)
        start.run("--version")
        for export, same in EXPORTS.items():
            start.run("export", str(SAMPLE), "-o", f"built-{export}")
            if same:
                sources.run("export", str(SAMPLE), "-o", f"sources-{export}")
                _compare(folder / f"built-{export}", folder / f"sources-{export}")
        start.run("import", "built-a.docx", "-o", "back.pbproj")
        start.run("import", "built-a.xlsx", "-o", "workbook.pbproj")
        start.run("diff", str(SAMPLE), "back.pbproj")
        start.run("diff", "back.pbproj", "workbook.pbproj")
        start.run("check", "back.pbproj", expected=(0, 1))
        if sys.platform != "win32":
            _start_another(program, {**clean, **settings, **variables}, folder)
        start.stays_open("back.pbproj")
    say("试用通过：导入、检查、导出、比较、打开窗口。")


def try_portable(archive: Path, program: str) -> None:
    """Unpack a portable program and open the sample: its settings lie beside it, and nothing in the home.

    Then update it as people are told to: unpack it anew, and put the settings of before there. Raises FailedError.
    """
    with tempfile.TemporaryDirectory() as name:
        home = Path(name, "home")
        home.mkdir()
        shutil.unpack_archive(archive, name)
        other = ("PYTHON", "XDG", "PBEDITOR")
        variables = {key: value for key, value in os.environ.items() if not key.startswith(other)}
        places = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
        variables = {**variables, **places, **WITHOUT_SCREEN}
        start = _Start([str(Path(name, program))], variables, home)
        start.stays_open(str(SAMPLE))
        own = Path(name, program).parent / PORTABLE
        beside = sorted(path.name for path in own.iterdir())
        elsewhere = sorted(path.name for path in home.rglob("*pbeditor*"))
        if "settings.json" not in beside or elsewhere:
            raise FailedError(f"免安装的程序没有把设置留在身边：{beside}，{elsewhere}。")
        _update(archive, own)
        start.run("forms", says=OWN_FORM)
        start.stays_open(str(SAMPLE))
    say("试用通过：解开的程序把设置留在自己的文件夹里，换了程序还在用它们。")


def _update(archive: Path, own: Path) -> None:
    """Give the settings a form of one's own, and replace all the rest of the program's folder."""
    form = (ROOT / "resources" / "forms" / "mof-2021.toml").read_text("utf-8")
    (own / "forms").mkdir(exist_ok=True)
    (own / "forms" / "own.toml").write_text(form.replace('id = "mof-2021"', f'id = "{OWN_FORM}"'), "utf-8")
    program = own.parent
    kept = own.rename(program.parent / "kept")
    shutil.rmtree(program)
    shutil.unpack_archive(archive, program.parent)
    shutil.rmtree(own)
    kept.rename(own)


class _Start:
    """A program that can be started in a folder."""

    def __init__(self, program: list[str], variables: dict[str, str], folder: Path) -> None:
        self._program, self._variables, self._folder = program, variables, folder

    def run(self, *arguments: str, expected: tuple[int, ...] = (0,), says: str = "") -> None:
        """Run one command to its end; it must print `says`. Raises FailedError with what it said."""
        done = subprocess.run(
            [*self._program, *arguments],
            env=self._variables,
            cwd=self._folder,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        if done.returncode not in expected:
            said = done.stderr.decode("utf-8", "replace")
            raise FailedError(f"“{' '.join(arguments)}”的退出状态是 {done.returncode}：{said}")
        if says not in done.stdout.decode("utf-8", "replace"):
            raise FailedError(f"“{' '.join(arguments)}”没有写出 {says}。")

    def stays_open(self, file: str) -> None:
        """Open a window on a file, and see that it is still there after a while. Raises FailedError."""
        with subprocess.Popen([*self._program, file], env=self._variables, cwd=self._folder) as window:
            time.sleep(STAYS)
            ended = window.poll()
            window.kill()
        if ended is not None:
            raise FailedError(f"窗口自己关了，退出状态 {ended}。")


def _start_another(program: list[str], variables: dict[str, str], folder: Path) -> None:
    """What the program starts, as LibreOffice, is not told to take our libraries for its own. Raises FailedError."""
    office = folder / "soffice"
    office.write_text(OFFICE, "ascii")
    office.chmod(0o755)
    start = _Start(program, {**variables, "PATH": f"{folder}:/usr/bin:/bin"}, folder)
    start.run("import", str(OLD_WORD), "-o", "old.pbproj", "--second-reader", expected=(2,))
    own = {f"{name}={value}" for name, value in variables.items()}
    seen = Path(f"{office}.saw").read_text("utf-8").splitlines()
    if told := [line for line in seen if line.startswith(FOR_LIBRARIES) and line not in own]:
        raise FailedError(f"程序启动的其他程序会误用它的库：{'，'.join(told)}。")


def _compare(built: Path, sources: Path) -> None:
    if built.read_bytes() != sources.read_bytes():
        raise FailedError(f"{built.name} 与源程序写出的 {sources.name} 不同。")

"""What the set-up commands share: a suitable Python, the environment `.venv`, and what this machine lacks.

Standard library only, and no syntax newer than Python 3.7, so that an old Python can still say what is wrong.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pbeditor.store.system import CHINESE_FONT, QT_LIBRARIES, how_to_install, lacking  # noqa: E402
from pbeditor.store.system import why_no_window as why_qt_has_none  # noqa: E402

ENVIRONMENT = ROOT / ".venv"
NEWEST, OLDEST = 13, 11  # Python 3.x; PySide6 6.9 has no wheel for 3.14
EXTRAS = ("program", "test", "dev")  # each holds what stands before it
# For Qt where there may be no screen. On Windows there is one, and Qt's plugin for none finds no Chinese font.
WITHOUT_SCREEN = {} if sys.platform == "win32" else {"QT_QPA_PLATFORM": "offscreen"}
COUNT_CHINESE_FONTS = (
    "from PySide6.QtGui import QFontDatabase as F, QGuiApplication\n"
    "app = QGuiApplication([])\n"
    "print(len(F.families(F.WritingSystem.SimplifiedChinese)))"
)
SUITABLE = f"import sys; sys.exit(not ((3, {OLDEST}) <= sys.version_info[:2] <= (3, {NEWEST}) and sys.maxsize > 2**32))"


class NotPossibleError(Exception):
    """The machine lacks something; the text says what, and the command that brings it."""


def environment(extra: str) -> str:
    """The Python of `.venv`, made and filled if need be with the program and `extra` (one of EXTRAS)."""
    python = str(ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    if not succeeds(python, "-m", "pip", "--version"):
        create()
    wanted = EXTRAS[EXTRAS.index(extra) :]
    if not any(stamp(name).is_file() and stamp(name).read_text("ascii") == recipe() for name in wanted):
        install(python, extra)
    return python


def create() -> None:
    """Make an empty `.venv` with the first suitable Python of this machine."""
    base = suitable_python()
    if not succeeds(*base, "-m", "ensurepip", "--version"):
        minor = subprocess.check_output([*base, "-c", "import sys; print(sys.version_info[1])"], text=True).strip()
        raise NotPossibleError(f"这个 Python 缺少创建虚拟环境的模块。{how_to_install([f'python3.{minor}-venv'])}")
    say(f"创建虚拟环境 {ENVIRONMENT}")
    if subprocess.run([*base, "-m", "venv", "--clear", str(ENVIRONMENT)], check=False).returncode:
        raise NotPossibleError(f"不能创建虚拟环境 {ENVIRONMENT}，原因见上；请检查这个文件夹能否写入。")


def install(python: str, extra: str) -> None:
    """Install the checkout, so that changes to the code need no new installation, and remember the recipe."""
    say("安装 pbeditor 和它用到的库（第一次需要联网，几分钟）")
    source = "." if extra == "program" else f".[{extra}]"
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--editable", source]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise NotPossibleError(
            "安装没有成功，原因见上面 pip 的输出；多半是网络不通，可换一个软件源后再运行一次本命令。"
        )
    stamp(extra).write_text(recipe(), "ascii")


def stamp(extra: str) -> Path:
    """The file that remembers by which recipe `extra` was installed."""
    return ENVIRONMENT / f"installed-{extra}"


def recipe() -> str:
    """A digest that changes when the dependencies or the place of the checkout change."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()).hexdigest()


def suitable_python() -> list[str]:
    """The command of a 64-bit Python 3.11 to 3.13: the running one, or another of this machine."""
    minors = range(NEWEST, OLDEST - 1, -1)
    others = [["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"] for minor in minors]
    for command in [[sys.executable], *others]:
        if succeeds(*command, "-c", SUITABLE):
            return command
    raise NotPossibleError(
        f"需要 64 位的 Python 3.{OLDEST} 至 3.{NEWEST}，"
        f"正在运行的是 {platform.python_version()}（{platform.architecture()[0]}）。"
        f"请从 https://www.python.org/downloads/ 或系统软件源安装 Python 3.{NEWEST}，再运行一次本命令。"
    )


def why_no_window(python: str) -> str:
    """The reason why no window can open on this machine, or ""."""
    if os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return "环境变量 QT_QPA_PLATFORM 要求不显示窗口。"
    if reason := why_qt_has_none():
        return reason
    return "" if chinese_fonts(python, dict(os.environ)) is not None else "Qt 无法在这个屏幕上打开窗口。"


def why_no_paper(python: str) -> str:
    """The reason why Qt cannot draw Chinese pages here, with or without a screen, or ""."""
    packages = lacking(QT_LIBRARIES)
    if packages:
        return f"缺少系统库。{how_to_install([*packages, CHINESE_FONT])}"
    fonts = chinese_fonts(python, {**os.environ, **WITHOUT_SCREEN})
    return "" if fonts else f"没有中文字体。{how_to_install([CHINESE_FONT])}"


def chinese_fonts(python: str, variables: dict[str, str]) -> int | None:
    """How many Chinese font families Qt finds; None when it cannot start on the screen that `variables` name."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        command = [python, "-c", COUNT_CHINESE_FONTS]
        found = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=60, check=False)
        return int(found.stdout) if found.returncode == 0 else None
    return None


def succeeds(*command: str) -> bool:
    """Whether a command exists and ends well; what it prints is dropped."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def say(text: str) -> None:
    """Print a line at once, also where the console's code page lacks a character."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)

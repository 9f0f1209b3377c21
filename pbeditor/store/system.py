"""What this machine lacks for a window: shared libraries, and the packages that bring them.

Standard library only and no syntax newer than Python 3.7: the set-up commands import it before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

# Shared libraries that the Qt wheels expect of the system, and the Debian packages that bring them.
QT_LIBRARIES = (
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libX11.so.6", "libx11-6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libzstd.so.1", "libzstd1"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),  # of what a later start speaks to the first by
)
WINDOW_LIBRARIES = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
)
CHINESE_FONT = "fonts-noto-cjk"
PROGRAM = "部门预算绩效信息编辑器"
MESSAGE = 0x10 | 0x1_0000  # MB_ICONERROR, MB_SETFOREGROUND
# Programs of the desktops that show a sentence where Qt cannot; the sentence is the last argument.
SENTENCES = (("zenity", "--error", "--no-markup", "--text"), ("kdialog", "--error"), ("xmessage", "-center"))


def why_no_window() -> str:
    """One sentence on why Qt cannot open a window here, with the remedy; "" when nothing is known to be in the way.

    Qt itself would end the process with a message in English on a terminal that a double click does not have.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "xcb").partition(":")[0] != "xcb":
        return ""
    screens = {name for name in ("DISPLAY", "WAYLAND_DISPLAY") if os.environ.get(name)}
    if not screens:
        return "没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置）。"
    packages = lacking(QT_LIBRARIES + (WINDOW_LIBRARIES if "DISPLAY" in screens else ()))
    if packages:
        return f"缺少系统库。{how_to_install(packages)}"
    if "WAYLAND_DISPLAY" in screens or answers():
        return ""
    return f"DISPLAY 所指的屏幕“{os.environ['DISPLAY']}”连不上；请在登录的桌面上打开，或检查 DISPLAY。"


def show_sentence(sentence: str) -> None:
    """Show a sentence on the screen by what the desktop has for it, if anything: a double click has no terminal."""
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, sentence, PROGRAM, MESSAGE)
        return
    for program, *options in SENTENCES:
        if os.environ.get("DISPLAY") and shutil.which(program):
            subprocess.Popen([program, *options, sentence])  # noqa: S603 - only those three, no shell
            return


def lacking(libraries: tuple[tuple[str, str], ...]) -> list[str]:
    """The packages of those libraries that this system cannot load; other systems than Linux need none."""
    return [package for name, package in libraries if sys.platform == "linux" and not loads(name)]


def loads(library: str) -> bool:
    """Whether the system finds and loads a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def answers() -> bool:
    """Whether the X server that DISPLAY names lets this user in."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)


def how_to_install(packages: list[str]) -> str:
    """A sentence with the command that installs system packages."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        return f"请用系统的软件管理工具安装（Debian 的包名）：{names}"
    rights = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
    return f"安装命令：\n    {rights}apt-get install -y {names}"

"""What the screen that Qt found still lacks for Chinese: an input method that answers, and a font."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFontDatabase

# Faces with simplified Chinese, the preferred first; the `… JP` faces of Noto draw some characters differently.
CHINESE_FACES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "WenQuanYi Micro Hei",
)


def use_an_input_method_that_is_there() -> None:
    """The Linux wheels of Qt have no fcitx plugin; fcitx answers as ibus too (hydrus #1794). Before QApplication."""
    wanted = os.environ.get("QT_IM_MODULE", "")
    if wanted.startswith("fcitx") and not _has_input_method("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def missing_for_chinese() -> str:
    """One sentence on what writing or reading Chinese lacks here, with the remedy, or "". After QApplication."""
    if not has_chinese_font():
        # Without such a font only the English words can be read.
        return f"No Chinese font: {no_font()}"
    wanted = os.environ.get("QT_IM_MODULE", "")
    if sys.platform == "linux" and wanted and not _has_input_method(wanted):
        return (
            f"本机设置的输入法“{wanted}”没有 Qt 6 插件，可能打不出汉字；请把环境变量 QT_IM_MODULE 设为 ibus 或 fcitx。"
        )
    return ""


def no_font() -> str:
    """What it means that there is none, and the remedy."""
    return f"本机没有中文字体，文字会显示成方框。{_remedy()}"


def _remedy() -> str:
    if sys.platform == "win32":
        return "请在系统设置的“可选功能”中添加“中文(简体)补充字体”。"
    from pbeditor.store.system import CHINESE_FONT, how_to_install

    return " ".join(how_to_install([CHINESE_FONT]).split())


def has_chinese_font() -> bool:
    """Whether Chinese can be shown at all. After QGuiApplication."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _has_input_method(name: str) -> bool:
    own = [folder for folder in os.environ.get("QT_PLUGIN_PATH", "").split(os.pathsep) if folder]
    folders = (QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), *own)
    return any(any(Path(folder, "platforminputcontexts").glob(f"*{name}*")) for folder in folders)

"""The command that opens the window."""

from argparse import Namespace
from pathlib import Path

from pbeditor.cli import FAULT
from pbeditor.cli.console import complain, give_up
from pbeditor.model.errors import UnreadableError
from pbeditor.store.system import show_sentence, why_no_window


def open_window(arguments: Namespace) -> int:
    """`pbeditor [FILE]`. What is wrong inside the file is said by the window; a mistyped name already here."""
    file: Path | None = arguments.file
    if file and not file.is_file():
        raise UnreadableError(str(file), _why_not(file))
    if reason := why_no_window():
        complain(f"不能打开窗口：{reason}")
        show_sentence(f"pbeditor 不能打开窗口：{reason}")
        return FAULT
    try:
        from pbeditor.ui.app import run
    except ImportError as error:
        give_up(f"不能打开窗口：本机缺少 Qt 运行库（{error}）。不需要窗口的命令仍可使用，运行 pbeditor --help 查看。")
        return FAULT
    return run([str(file)] if file else [])


def _why_not(file: Path) -> str:
    if file.is_dir():
        return "是一个文件夹，请选择其中的文件。"
    if file.name != str(file):  # a whole path, as a double click gives it
        return "不存在，请检查文件夹和文件名。"
    return "不存在：既不是文件，也不是命令；运行 pbeditor --help 查看用法。"

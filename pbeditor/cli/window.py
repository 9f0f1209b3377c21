"""The command that opens the window."""

from argparse import Namespace
from pathlib import Path

from pbeditor.cli.console import complain
from pbeditor.model.errors import UnreadableError
from pbeditor.store.system import show_sentence, why_no_window


def open_window(arguments: Namespace) -> int:
    """`pbeditor [FILE]`. What is wrong inside the file is said by the window; a mistyped name already here."""
    if arguments.file and not Path(arguments.file).exists():
        raise UnreadableError(arguments.file, "不存在：既不是文件，也不是命令；运行 pbeditor --help 查看用法。")
    if reason := why_no_window():
        complain(f"不能打开窗口：{reason}")
        show_sentence(f"pbeditor 不能打开窗口：{reason}")
        return 2
    try:
        from pbeditor.ui.app import run
    except ImportError as error:
        complain(f"不能打开窗口：本机缺少 Qt 运行库（{error}）。不需要窗口的命令仍可使用，运行 pbeditor --help 查看。")
        return 2
    return run([arguments.file] if arguments.file else [])

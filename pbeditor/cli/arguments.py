"""argparse made to speak Chinese, and what it makes of a call."""

import re
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from pbeditor import __version__
from pbeditor.cli.commands import COMMANDS, WINDOW, Command
from pbeditor.cli.help import Formatter


class UsageError(Exception):
    """The call is at fault. `str(error)` is one Chinese sentence."""


EXIT_STATUS = "退出状态：\n  0 完成\n{one}  2 用法或文件有误，标准错误上有一行说明"
OF_ANY = "pbeditor [文件]\n      pbeditor 命令 …"
ONE_OF_ANY = "check 发现错误，diff 发现不同，或 merge 有冲突"


def parsed(arguments: Sequence[str]) -> Namespace:
    """The arguments with the function to run as `run`. Raises UsageError; SystemExit when help was asked for."""
    by_name = {command.name: command for command in COMMANDS}
    if arguments and arguments[0] in by_name:
        return _parser(by_name[arguments[0]]).parse_args(arguments[1:])
    _refuse_unknown(arguments, by_name)
    parser = _parser(WINDOW, "\n".join(f"  {command.name:<10}{command.summary}" for command in COMMANDS))
    parser.add_argument_group("其他").add_argument(
        "--version", action="version", version=f"pbeditor {__version__}", help="显示版本"
    )
    return parser.parse_args(arguments)


def spelt_out(arguments: Sequence[str]) -> Iterator[str]:
    """The files that * and ? in a name stand for, in its place: Windows leaves that to the program."""
    for argument in arguments:
        path = Path(argument)
        found = sorted(map(str, path.parent.glob(path.name))) if {"*", "?"} & set(path.name) else ()
        yield from found or (argument,)


def _refuse_unknown(arguments: Sequence[str], names: Iterable[str]) -> None:
    """A mistyped command is called by its name, not by what follows it."""
    if len(arguments) > 1 and not arguments[0].startswith("-") and not Path(arguments[0]).exists():
        like = get_close_matches(arguments[0], list(names), 1)
        meant = f"，是不是 {like[0]}" if like else ""
        raise UsageError(f"没有“{arguments[0]}”这个命令{meant}？运行 pbeditor --help 查看用法。")


def _parser(command: Command, others: str = "") -> ArgumentParser:
    epilog = [f"命令（pbeditor 命令 --help 看各自的用法）：\n{others}\n"] if others else []
    one = command.one or (ONE_OF_ANY if others else "")
    epilog += ["\n  ".join(["例：", *command.examples]) + "\n", EXIT_STATUS.format(one=one and f"  1 {one}\n")]
    parser = _Parser(
        prog=f"pbeditor {command.name}".strip(),
        usage=OF_ANY if others else None,
        description=f"{command.summary}。",
        epilog="\n".join(epilog),
        formatter_class=Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(run=command.run)
    group = parser.add_argument_group("参数")
    apart: dict[str, Any] = defaultdict(group.add_mutually_exclusive_group)
    for each in command.arguments:
        place = apart[each.apart] if each.apart else group
        place.add_argument(*each.names, **each.options)
    group.add_argument("-h", "--help", action="help", help="显示这段说明")
    return parser


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"用法有误：{_in_chinese(message)}。运行 {self.prog} --help 查看用法。")

    def format_help(self) -> str:
        return re.sub(r"^(\S+):$", r"\1：", super().format_help(), flags=re.MULTILINE)


_MESSAGES = (
    (r"the following arguments are required: (.*)", "缺少参数 {0}"),
    (r"unrecognized arguments: (.*)", "不认识的参数 {0}"),
    (r"argument (.*): expected (?:one|at least one) argument", "参数 {0} 后面要有一个值"),
    (r"argument (.*): ignored explicit argument (.*)", "参数 {0} 不能带值 {1}"),
    (r"argument (.*?): invalid choice: '(.*)' \(choose from (.*)\)", "参数 {0} 不能是 {1}，只能是 {2}"),
    (r"argument (.*): not allowed with argument (.*)", "参数 {0} 不能与 {1} 同用"),
    (r"argument (.*?): (.*)", "参数 {0}：{1}"),
)


def _in_chinese(message: str) -> str:
    for pattern, sentence in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*(each.replace(", ", "、").replace("'", "") for each in found.groups()))
    return message

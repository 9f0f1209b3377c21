"""The commands as records, and argparse made to speak Chinese."""

import re
from argparse import (
    Action,
    ArgumentParser,
    ArgumentTypeError,
    BooleanOptionalAction,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct

from pbeditor import __version__
from pbeditor.cli import comparison, documents, exports, merging, reports, rollover, window


class UsageError(Exception):
    """The call is at fault. `str(error)` is one Chinese sentence."""


class Argument(Struct, frozen=True):
    """One argument: its names, and what argparse is to know of it."""

    names: tuple[str, ...]
    options: dict[str, Any]


class Command(Struct, frozen=True):
    """One command: `run` takes the parsed arguments and gives the exit status."""

    name: str
    summary: str
    example: str
    run: Callable[[Namespace], int]
    arguments: tuple[Argument, ...] = ()


def argument(*names: str, **options: Any) -> Argument:
    """An argument as `ArgumentParser.add_argument` takes it."""
    return Argument(names, options)


def _year(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{3}", text):
        raise ArgumentTypeError("年份应为四位数字，例如 2021")
    return int(text)


def _output(suffixes: str) -> Argument:
    return argument("-o", "--output", metavar="OUT", type=Path, required=True, help=f"写到哪个文件（{suffixes}）")


FILE = argument("file", metavar="FILE", type=Path, help="项目文件，或任何可以导入的文件")
FORM = argument("--form", metavar="ID", default="", help="表样编号（见 pbeditor forms）；不写则由程序判断")
JSON = argument("--json", action="store_true", help="输出一个 JSON 对象，供其他程序使用")

COMMANDS = (
    Command(
        "import",
        "把往年的 Word 或文本文件导入为项目文件",
        "pbeditor import 2020.docx -o 2020.pbproj",
        documents.import_file,
        (
            argument("file", metavar="SRC", type=Path, help="要导入的文件"),
            _output(".pbproj"),
            FORM,
            argument(
                "--second-reader",
                action="store_true",
                help="旧版 .doc 交给本机的 Word、WPS 或 LibreOffice 转换后再读",
            ),
            JSON,
        ),
    ),
    Command("check", "检查文件，列出发现的问题", "pbeditor check 2020.pbproj", reports.check_file, (FILE, JSON)),
    Command(
        "export",
        "导出 Word、Excel 或 PDF",
        "pbeditor export 2020.pbproj -o 2020.docx",
        exports.export_file,
        (
            FILE,
            _output(".docx、.xlsx 或 .pdf"),
            argument("--project", metavar="CODE", action="append", default=[], help="只导出此编码的项目，可重复"),
            argument("--summary", action="store_true", help="只导出项目汇总表"),
            argument("--each", action="store_true", help="每个项目一个文件：OUT 的文件名后加序号和项目名称"),
            argument("--overwrite", action="store_true", help="与 --each 同用：已有的同名文件一律覆盖"),
            argument("--plain", action="store_true", help="指标值写作 ≥90%%，不重复数字"),
            argument("--cover", action=BooleanOptionalAction, help="要或不要封面；不写则按表样"),
            argument("--contents", action=BooleanOptionalAction, help="要或不要目录；不写则按表样"),
            argument("--draft", action="store_true", help="加“草稿”水印（Excel 在标题后标明）"),
            argument(
                "--markup",
                metavar="HOW",
                choices=tuple(exports.MARKUPS),
                help="供批改：lines 加行号，margin 留宽的右边距",
            ),
            argument("--comments", action="store_true", help="把检查发现的问题写成 Word 批注"),
            argument(
                "--list-columns",
                metavar="HEADS",
                type=exports.list_columns,
                default=(),
                help="Excel 中指标清单的列和顺序，用逗号分开，例如 三级指标名称,指标值",
            ),
            argument("--reference", metavar="REF.docx", type=Path, help="用自己的 Word 文件作版式"),
        ),
    ),
    Command(
        "reference",
        "写出内置的 Word 版式文件，供修改后用于导出",
        "pbeditor reference -o 版式.docx",
        exports.write_reference,
        (
            _output(".docx"),
            argument("--form", metavar="ID", default="hebei-2020", help="用哪个表样的字体和纸张（默认 hebei-2020）"),
        ),
    ),
    Command(
        "rollover",
        "由上年文件生成下一年的草稿",
        "pbeditor rollover 2020.pbproj -o 2021.pbproj --form mof-2021",
        rollover.roll_over_file,
        (
            FILE,
            _output(".pbproj"),
            argument("--year", metavar="N", type=_year, help="新的年度；不写则为下一年"),
            argument("--form", metavar="ID", default="", help="新年度的表样编号；不写则沿用"),
            argument("--project", metavar="CODE", action="append", default=[], help="只结转此编码的项目，可重复"),
            argument(
                "--amounts",
                metavar="WHICH",
                type=rollover.amounts,
                default=("clear", "100"),
                help="金额：clear 清空（默认）、keep 沿用、scale=1.05 按倍数调整",
            ),
            argument("--drop-plans", action="store_true", help="不沿用支出计划"),
            argument("--drop-values", action="store_true", help="不沿用指标值"),
            argument("--drop-codes", action="store_true", help="不沿用项目编码"),
            argument("--keep-years", action="store_true", help="文字里的年份、届次一律不改"),
            argument("--all-years", action="store_true", help="只是可能要改的年份、届次也改"),
            JSON,
        ),
    ),
    Command(
        "diff",
        "比较两个文件，或一个文件与它里面的上年内容",
        "pbeditor diff 2020.pbproj 2021.pbproj -o 对比.xlsx",
        comparison.compare_files,
        (
            argument("old", metavar="OLD", type=Path, help="原来的文件；只写一个文件时，与它里面的上年内容比较"),
            argument("new", metavar="NEW", type=Path, nargs="?", help="新的文件"),
            argument("-o", "--output", metavar="OUT", type=Path, help="把对比表写到哪个文件（.docx 或 .xlsx）"),
            JSON,
        ),
    ),
    Command(
        "merge",
        "把同事文件里的项目合并进来",
        "pbeditor merge 2021.pbproj 张三.pbproj 李四.docx -o 合并.pbproj",
        merging.merge_files,
        (
            argument("file", metavar="MINE", type=Path, help="自己的文件"),
            argument("others", metavar="OTHER", type=Path, nargs="+", help="同事的文件，可以有多个"),
            _output(".pbproj"),
            argument(
                "--prefer",
                choices=("mine", "theirs"),
                default="mine",
                help="两边不同时用谁的：mine 自己的（默认）、theirs 对方的；自己空白的总是用对方的",
            ),
            JSON,
        ),
    ),
    Command("forms", "列出内置的和自己的表样", "pbeditor forms", reports.list_forms),
)
WINDOW = Command(
    "",
    "部门预算绩效信息编辑器：不写命令时打开窗口",
    "pbeditor 2020.pbproj",
    window.open_window,
    (argument("file", metavar="FILE", nargs="?", help="要打开的文件"),),
)
EXIT_STATUS = (
    "退出状态：0 完成；1 check 发现错误，diff 发现不同，或 merge 有冲突；2 用法或文件有误（标准错误上有一行说明）。"
)


def parsed(arguments: Sequence[str]) -> Namespace:
    """The arguments with the function to run as `run`. Raises UsageError; SystemExit when help was asked for."""
    by_name = {command.name: command for command in COMMANDS}
    if arguments and arguments[0] in by_name:
        return _parser(by_name[arguments[0]]).parse_args(arguments[1:])
    parser = _parser(WINDOW, "\n".join(f"  {command.name:<9} {command.summary}" for command in COMMANDS))
    parser.add_argument_group("其他").add_argument(
        "--version", action="version", version=f"pbeditor {__version__}", help="显示版本"
    )
    return parser.parse_args(arguments)


def _parser(command: Command, others: str = "") -> ArgumentParser:
    epilog = [f"命令（pbeditor 命令 --help 看各自的用法）：\n{others}\n"] if others else []
    epilog += [f"例：\n  {command.example}\n", EXIT_STATUS]
    parser = _Parser(
        prog=f"pbeditor {command.name}".strip(),
        description=f"{command.summary}。",
        epilog="\n".join(epilog),
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(run=command.run)
    group = parser.add_argument_group("参数")
    for each in command.arguments:
        group.add_argument(*each.names, **each.options)
    group.add_argument("-h", "--help", action="help", help="显示这段说明")
    return parser


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"用法有误：{_in_chinese(message)}。运行 {self.prog} --help 查看用法。")


class _Formatter(RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


_MESSAGES = (
    (r"the following arguments are required: (.*)", "缺少参数 {0}"),
    (r"unrecognized arguments: (.*)", "不认识的参数 {0}"),
    (r"argument (.*): expected (?:one|at least one) argument", "参数 {0} 后面要有一个值"),
    (r"argument (.*): ignored explicit argument (.*)", "参数 {0} 不能带值 {1}"),
    (r"argument (.*?): invalid choice: '(.*)' \(choose from (.*)\)", "参数 {0} 不能是 {1}，只能是 {2}"),
    (r"argument (.*?): (.*)", "参数 {0}：{1}"),
)


def _in_chinese(message: str) -> str:
    for pattern, sentence in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*found.groups())
    return message

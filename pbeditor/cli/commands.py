"""The commands as records: their arguments, what their help says, and the functions that run them."""

import re
from argparse import ArgumentTypeError, BooleanOptionalAction, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from pbeditor.cli import late
from pbeditor.exchange.excel_columns import LIST_HEADS
from pbeditor.sheet.sheet import LINES, MARGIN
from pbeditor.work.choices import CHOICES


class Argument(Struct, frozen=True):
    """One argument: its names, and what argparse is to know of it."""

    names: tuple[str, ...]
    options: dict[str, Any]
    apart: str = ""  # of the arguments with the same word here only one may be given


class Command(Struct, frozen=True):
    """One command: `run` takes the parsed arguments and gives the exit status."""

    name: str
    summary: str
    examples: tuple[str, ...]
    run: Callable[[Namespace], int]
    arguments: tuple[Argument, ...] = ()
    one: str = ""  # what the exit status 1 says


def argument(*names: str, apart: str = "", **options: Any) -> Argument:
    """An argument as `ArgumentParser.add_argument` takes it."""
    return Argument(names, options, apart)


def _path(text: str) -> Path:
    if not text.strip():
        raise ArgumentTypeError("要写一个文件名")
    return Path(text)


def _year(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{3}", text):
        raise ArgumentTypeError("年份应为四位数字，例如 2021")
    return int(text)


def _list_columns(text: str) -> tuple[str, ...]:
    heads = tuple(head.strip() for head in text.replace("，", ",").split(","))
    if unknown := [head for head in heads if head not in LIST_HEADS]:
        raise ArgumentTypeError(f"没有“{unknown[0]}”这一列；可用的列：{'、'.join(LIST_HEADS)}")
    return heads


def _output(suffixes: str) -> Argument:
    return argument("-o", "--output", metavar="结果", type=_path, required=True, help=f"写到哪个文件（{suffixes}）")


def option(name: str) -> str:
    """A choice of an export as the command line writes it."""
    return f"--{name.replace('_', '-')}"


_WITHOUT_SUMMARY = "、".join(option(name) for name, choice in CHOICES.items() if "summary" in choice.apart)
FILE = argument("file", metavar="文件", type=_path, help="项目文件，或任何可以导入的文件")
FORM = argument("--form", metavar="编号", default="", help="表样编号（见 pbeditor forms）；不写则由程序判断")
JSON = argument("--json", action="store_true", help="输出一个 JSON 对象，供其他程序使用")

COMMANDS = (
    Command(
        "import",
        "把往年的文件（Word、Excel、WPS、网页、文字稿等）导入为项目文件",
        ("pbeditor import 2020.docx -o 2020.pbproj", "pbeditor import 项目表.xls -o 2020.pbproj --form mof-2021"),
        late.import_file,
        (
            argument("file", metavar="来源", type=_path, help="要导入的文件"),
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
    Command(
        "check",
        "检查文件，列出发现的问题",
        ("pbeditor check 2020.pbproj", "pbeditor check 2020.docx --json"),
        late.check_file,
        (FILE, JSON),
        "发现错误（只有警告和提示时为 0）",
    ),
    Command(
        "export",
        "导出 Word、Excel 或 PDF",
        (
            "pbeditor export 2020.pbproj -o 2020.docx",
            "pbeditor export 2020.pbproj -o 送审稿.pdf --draft --cover --contents",
            "pbeditor export 2020.pbproj -o 项目.docx --each",
        ),
        late.export_file,
        (
            FILE,
            _output(".docx、.xlsx 或 .pdf"),
            argument("--project", metavar="编码", action="append", default=[], help="只导出此编码的项目，可重复"),
            argument(
                "--summary",
                action="store_true",
                help=f"只导出项目汇总表，不能与 {_WITHOUT_SUMMARY} 同用",
            ),
            argument("--each", action="store_true", help="每个项目一个文件：结果的文件名后加序号和项目名称"),
            argument("--overwrite", action="store_true", help="只能与 --each 同用：已有的同名文件一律覆盖"),
            argument("--plain", action="store_true", help="指标值写作 ≥90%%，不重复数字"),
            argument("--cover", action=BooleanOptionalAction, help="要或不要封面；不写则按表样（Excel 没有封面）"),
            argument("--contents", action=BooleanOptionalAction, help="要或不要目录；不写则按表样（Excel 没有目录）"),
            argument("--draft", action="store_true", help="加“草稿”水印（Excel 在页眉和各表上方标明）"),
            argument(
                "--markup",
                metavar="方式",
                choices=(LINES, MARGIN),
                help="供批改：lines 加行号，margin 留宽的右边距（不用于 .xlsx）",
            ),
            argument("--comments", action="store_true", help="把检查发现的问题写成 Word 批注（只用于 .docx）"),
            argument(
                "--list-columns",
                metavar="列名",
                type=_list_columns,
                default=(),
                help="指标清单的列和顺序（只用于 .xlsx），用逗号分开，例如 三级指标名称,指标值",
            ),
            argument("--reference", metavar="版式.docx", type=_path, help="用自己的 Word 文件作版式（只用于 .docx）"),
        ),
    ),
    Command(
        "reference",
        "写出内置的 Word 版式文件，供修改后用于导出",
        ("pbeditor reference -o 版式.docx", "pbeditor export 2020.pbproj -o 2020.docx --reference 版式.docx"),
        late.write_reference,
        (
            _output(".docx"),
            argument("--form", metavar="编号", default="hebei-2020", help="用哪个表样的字体和纸张（默认 hebei-2020）"),
        ),
    ),
    Command(
        "rollover",
        "由上年文件生成下一年的草稿",
        (
            "pbeditor rollover 2020.pbproj -o 2021.pbproj --form mof-2021",
            "pbeditor rollover 2020.docx -o 2021.pbproj --amounts scale=1.05 --drop-plans",
        ),
        late.roll_over_file,
        (
            FILE,
            _output(".pbproj"),
            argument("--year", metavar="年度", type=_year, help="新的年度，要晚于文件里的；不写则为下一年"),
            argument("--from-year", metavar="年度", type=_year, default=0, help="文件是哪一年的；不写则由程序判断"),
            argument("--form", metavar="编号", default="", help="新年度的表样编号；不写则沿用"),
            argument("--project", metavar="编码", action="append", default=[], help="只结转此编码的项目，可重复"),
            argument(
                "--amounts",
                metavar="办法",
                type=late.amounts,
                default=("clear", "100"),
                help="金额：clear 清空（默认）、keep 沿用、scale=1.05 按倍数调整",
            ),
            argument("--drop-plans", action="store_true", help="不沿用支出计划"),
            argument("--drop-values", action="store_true", help="不沿用指标值"),
            argument("--drop-codes", action="store_true", help="不沿用项目编码"),
            argument("--keep-years", apart="years", action="store_true", help="文字里的年份、届次一律不改"),
            argument("--all-years", apart="years", action="store_true", help="只是可能要改的年份、届次也改"),
            JSON,
        ),
    ),
    Command(
        "diff",
        "比较两个文件，或一个文件与它里面的上年内容",
        ("pbeditor diff 2021.pbproj", "pbeditor diff 2020.docx 2021.pbproj -o 对比.xlsx"),
        late.compare_files,
        (
            argument("old", metavar="旧文件", type=_path, help="原来的文件；只写一个文件时，与它里面的上年内容比较"),
            argument("new", metavar="新文件", type=_path, nargs="?", help="新的文件"),
            argument("-o", "--output", metavar="结果", type=_path, help="把对比表写到哪个文件（.docx 或 .xlsx）"),
            JSON,
        ),
        "发现不同",
    ),
    Command(
        "merge",
        "把同事文件里的项目合并进来",
        ("pbeditor merge 2021.pbproj 张三.pbproj 李四.docx -o 合并.pbproj",),
        late.merge_files,
        (
            argument("file", metavar="文件", type=_path, help="自己的文件"),
            argument("others", metavar="同事的文件", type=_path, nargs="+", help="同事的文件，可以有多个"),
            _output(".pbproj"),
            argument(
                "--prefer",
                metavar="谁的",
                choices=("mine", "theirs"),
                default="mine",
                help="两边不同时用谁的：mine 自己的（默认）、theirs 对方的；一方空白的总是用另一方的",
            ),
            JSON,
        ),
        "有冲突，已按 --prefer 处理",
    ),
    Command("forms", "列出内置的和自己的表样", ("pbeditor forms",), late.list_forms),
)
WINDOW = Command(
    "",
    "部门预算绩效信息编辑器：不写命令时打开窗口",
    ("pbeditor 2020.pbproj", "pbeditor 2019年绩效目标.doc"),
    late.open_window,
    (argument("file", metavar="文件", type=_path, nargs="?", help="要打开的文件"),),
)

"""Sheets as nested lists, which tests compare."""

from collections.abc import Iterable
from pathlib import Path

from pbeditor.sheet.sheet import Block, Paragraph
from tests.exchange.builders import grid

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "readers"
Cells = list[list[tuple[str, int, int, int]]]

# What tests/exchange/make_reader_samples.py puts into layouts.docx, as every reader shows it.
LAYOUTS: list[str | Cells] = [
    "样表",
    "第一行\n第二行 制表-连字",
    "保留插入结尾",
    "数值≥90%",
    "链接之后",
    "1、第一项",
    "2、第二项",
    "（一）甲",
    "3、第三项",
    [
        [("一级", 0, 1, 2), ("二级", 1, 1, 1), ("三级", 2, 2, 1)],
        [("数量\n第二段", 1, 1, 1), ("次数", 2, 1, 1), ("≥90", 3, 1, 1)],
        [("横跨", 0, 4, 1)],
        [("1.目标一\n2.目标二", 0, 2, 1), ("", 2, 1, 1), ("尾", 3, 1, 1)],
    ],
    "",
    [[("外一", 0, 1, 1), ("前\n后", 1, 1, 1)], [("外三", 0, 1, 1), ("", 1, 1, 1)]],
    [[("内一", 0, 1, 1), ("内二", 1, 1, 1)], [("内三", 0, 1, 1), ("内四", 1, 1, 1)]],
    "二表之间",
    # LibreOffice fills the place before a row that begins late with a blank cell.
    [
        [("", 0, 1, 1), ("缩进", 1, 1, 1), ("其余", 2, 2, 1)],
        [("一", 0, 1, 1), ("二", 1, 1, 1), ("三", 2, 1, 1), ("四", 3, 1, 1)],
    ],
    "末段𠀀",
]
WORKBOOK: list[str | Cells] = [
    "项目一",
    [
        [("项目绩效目标表", 0, 4, 1)],
        [("预算数", 0, 1, 1), ("2.00", 1, 1, 1), ("其他资金", 2, 1, 1), ("1,234.50", 3, 1, 1)],
        [("合格率", 0, 1, 1), ("95%", 1, 1, 1), ("≥3次", 2, 1, 1), ("0.3", 3, 1, 1)],
        [("完成日期", 0, 1, 1), ("2020年3月1日", 1, 1, 1), ("20", 2, 1, 1), ("TRUE", 3, 1, 1)],
    ],
    [
        [("一级指标", 0, 1, 1), ("二级指标", 1, 1, 1)],
        [("产出\n指标", 0, 1, 2), ("数量", 1, 1, 1)],
        [("质量", 1, 1, 1), ("2", 2, 1, 1)],
    ],
    "隐藏",
    [[("也要读", 0, 1, 1)]],
]

# The same of beside.docx: blocks and lines of the report.
BESIDE: list[str | Cells] = [
    "样表",
    [[("预算", 0, 1, 1), ("2.00", 1, 1, 1)]],
    "☑是□否",
    "内容结尾",
    "脚注",
    "尾注",
]
BESIDE_NOTES = [
    ("有 2 处划掉（加了删除线）的文字，未导入", "1.00\n旧"),
    ("有 1 处隐藏的文字，未导入", "暗"),
    ("页眉、页脚里的文字未导入", "单位：元"),
    ("有 1 条批注，未导入", "批注"),
]


def sample(name: str) -> bytes:
    """A file of tests/data/readers."""
    return (SAMPLES / name).read_bytes()


def seen(blocks: Iterable[Block]) -> list[str | Cells]:
    """A paragraph as its text, a table as its cells (text, column, columns, rows)."""
    return [block.text if isinstance(block, Paragraph) else grid(block) for block in blocks]

"""What Excel and WPS put on the clipboard arrives as the cells that were copied.

The samples follow the two programs' formats: quoted tab-separated text, and a page whose table knows merged cells.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from pbeditor.exchange.delimited import parse_text
from pbeditor.ui.editors.clipboard import pasted

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "clipboard"
ROWS = [
    ["产出指标", "数量指标", "培训期数", "全年举办培训\n分四季度进行", "≥4期", ""],
    ["", "质量指标", "合格率", "考核合格人数占比", "≥95%", "计划标准"],
    ["满意度指标", "服务对象满意度指标", "学员满意度", '问卷“满意”比例"以上"', "≥90%", ""],
]
# The page says what the text cannot: 产出指标 was merged over two rows.
MERGED = [ROWS[0], ["产出指标", *ROWS[1][1:]], ROWS[2]]


def sample(name: str) -> str:
    return (SAMPLES / name).read_bytes().decode("utf-8")


def clipboard(program: str, *kinds: str) -> QMimeData:
    data = QMimeData()
    if "tsv" in kinds:
        data.setText(sample(f"{program}.tsv"))
    if "html" in kinds:
        data.setHtml(sample(f"{program}.html"))
    return data


@pytest.mark.parametrize("program", ["excel", "wps"])
def test_the_text_alone_gives_every_cell_with_its_lines(program: str) -> None:
    assert parse_text(sample(f"{program}.tsv")) == ROWS


@pytest.mark.parametrize("program", ["excel", "wps"])
def test_text_and_page_together_give_merged_cells_too(qtbot: QtBot, program: str) -> None:
    assert pasted(clipboard(program, "tsv", "html")) == MERGED

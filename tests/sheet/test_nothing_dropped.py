"""Every text of a file is found in the document, or in the import report; only the form's own words are not."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.model.target import printed
from pbeditor.model.text import clean, fold
from pbeditor.sheet.grid import Labels, label_key
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.sheet import Block, Cell, Note, Paragraph, Row, Run, Sheet, Table
from tests.test_corpus import FILES

NUMBERED = re.compile(r"[（(]?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})?[）)]?[、..．]?")
FILLERS = {"……", "...", "…", "无", "—", "-"}
TITLE = re.compile(r"(?P<name>.+?)绩效目标(?:申报)?表[.…·0-9]*")
MONEY = re.compile(r"[(]?(?:金额)?单位:(?:万元|元)[)]?")


def texts(sheet: Sheet) -> Iterator[str]:
    """All texts of a sheet that are not blank."""
    for block in sheet.blocks:
        cells = (cell for row in block.rows for cell in row.cells) if isinstance(block, Table) else (block,)
        yield from (cell.text for cell in cells if cell.text.strip())


def kept(document: Document, notes: Sequence[Note]) -> str:
    """All that the document and the report hold, folded, one text a line."""
    values = list(_strings(msgspec.to_builtins(document)))
    rows = (row for project in document.projects for row in project.indicators)
    values += [printed(row.target) for row in rows]
    values += [f"{project.unit.code}{project.unit.name}" for project in document.projects]
    values += [note.original for note in notes]
    return "\n".join(map(fold, values))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def own_words(form: Form) -> set[str]:
    """What the form prints by itself."""
    labels = Labels(form)
    words = {*labels.heads, *labels.columns}
    words |= {label_key(text) for text in (form.overall_part, form.projects_part, form.contents, *form.periods)}
    return words | {label_key(text) for text in form.sections}


def dropped(sheet: Sheet, form: Form) -> list[str]:
    """The texts of a sheet that are nowhere any more."""
    document, notes = interpret(sheet, form)
    held, words = kept(document, notes), own_words(form)
    return [text for text in texts(sheet) if not is_kept(fold(text), held, words)]


def is_kept(text: str, held: str, words: set[str]) -> bool:
    text = re.sub(r"\[bookmark:[^\]]*\]", "", text)
    bare = NUMBERED.sub("", text, count=1)
    number = re.sub(r"[.…·0-9]*$", "", text)  # a line of a table of contents
    title = TITLE.fullmatch(bare)
    unit = re.sub(r"^[^:]{2,12}:", "", MONEY.sub("", text))
    shapes = {text, text.removesuffix("%"), *([title["name"]] if title else []), unit}
    plain = re.sub(r"\([^()]{1,6}\)$", "", label_key(text))
    return bool(
        not text.strip(".")
        or any(shape in held for shape in shapes)
        or (bare and f"\n{bare}\n" in f"\n{held}\n")  # a heading names a project without its number
        or bool({label_key(text), label_key(bare), label_key(number), plain} & words)
        or text in FILLERS
        or (text == "产出指标-数量指标" and all(f"\n{part}\n" in f"\n{held}\n" for part in text.split("-")))
        or any(bare.startswith(f"{word}:") and bare[len(word) + 1 :] in held for word in words)
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_of_a_file_of_the_corpus_is_dropped(path: Any, hebei: Form) -> None:
    assert dropped(read_sheet(path.read_bytes(), path.name), hebei) == []


WORDS = (
    "项目编码",
    "项目名称",
    "预算数",
    "其中：财政资金",
    "其他资金",
    "资金用途",
    "预算规模及资金用途",
    "绩效目标",
    "资金支出计划（%）",
    "3月底",
    "6月底",
    "12月底",
    "部门（单位）",
    "单位：万元",
    "单位：元",
    "辛文字 单位：万元",
    "壬 单位：元",
    "一级指标",
    "二级指标",
    "三级指标",
    "绩效指标描述",
    "指标值",
    "指标值（%）",
    "计算符号",
    "计量单位",
    "数值",
    "指标值确定依据",
    "产出指标",
    "数量指标",
    "产出指标-数量指标",
    "效果指标",
    "社会效益指标",
    "满意度指标",
    "实施效果指标",
    "甲",
    "乙项目",
    "301001某某局",
    "2.00",
    "20000",
    "12万元",
    "250000元",
    "25%",
    "≥90%",
    "≥9090%",
    "290%",
    "≥",
    "90",
    "次",
    "……",
    "无",
    "备注：丙",
    "1、丁绩效目标表",
    "第三部分 名词解释",
    "第一部分 部门整体绩效目标",
    "（一）总体绩效目标：",
    "总体绩效目标：戊",
    "2020年部门预算绩效信息",
)
CELLS = st.one_of(st.sampled_from(("", "", "", *WORDS)), st.text("己庚辛1.%：（）年 ", max_size=5).map(clean))
OVER = st.sampled_from(("", "指标值按庚标准", "己项目绩效指标", "年度指标由庚填", "庚", "2020年己"))
HEADS = st.permutations(("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据", "权重"))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Rows of cells of any words, now and then under the heads of a grid; some cells reach over the next."""
    rows: list[Row] = []
    width = draw(st.integers(1, 7))
    if draw(st.booleans()):
        rows.append(_row(draw(st.lists(OVER, max_size=width)) or [""]))
        rows.append(_row(draw(HEADS)[:width]))
    lines = [[draw(CELLS) for _ in range(draw(st.integers(1, width)))] for _ in range(draw(st.integers(0, 5)))]
    rows += [_row(line, draw(st.integers(1, 2))) for line in lines]
    return Table(tuple(rows))


def _row(words: Sequence[str], wide: int = 1) -> Row:
    """Cells side by side; the last one covers `wide` columns."""
    last = len(words) - 1
    return Row(
        tuple(
            Cell((Run(text),) if text else (), place, wide if place == last else 1) for place, text in enumerate(words)
        )
    )


BLOCKS: st.SearchStrategy[Block] = st.one_of(CELLS.map(Paragraph), tables(), tables())


@given(blocks=st.lists(BLOCKS, max_size=5))
def test_nothing_of_any_sheet_is_dropped(blocks: list[Block], hebei: Form) -> None:
    assert dropped(Sheet(tuple(blocks)), hebei) == []

"""Remarks stand beside what they speak of."""

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.remarks import Remark, with_remarks
from pbeditor.sheet.sheet import Paragraph, Sheet

ROWS = (
    Indicator("r", "产出指标", "数量指标", "次数", "说明甲", Target("≥", "9", "9次")),
    Indicator("s", "产出指标", "数量指标", "人数", "说明乙", Target("≥", "8", "8人")),
)
DOCUMENT = Document(
    "hebei-2020",
    2020,
    "2020年信息",
    overall=(Section("总体", "做好。"),),
    projects=(Project("p", code="C-1", name="甲", budget=Budget("1.50"), purpose="用于甲。", indicators=ROWS),),
)


def remarked(shown: Sheet) -> list[str]:
    """The texts of all blocks and cells that have a remark."""
    paragraphs = [block.text for block in shown.blocks if isinstance(block, Paragraph) and block.remarks]
    tables = [block for block in shown.blocks if not isinstance(block, Paragraph)]
    return paragraphs + [cell.text for table in tables for row in table.rows for cell in row.cells if cell.remarks]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("title", "2020年信息"),
        ("overall/0/text", "（一）总体："),
        ("overall/1/text", "2020年信息"),
        ("overall/7/text", "2020年信息"),
        ("projects/0", "1、甲绩效目标表"),
        ("projects/0/budget/total", "1.50"),
        ("projects/0/budget", "1、甲绩效目标表"),
        ("projects/0/purpose", "用于甲。"),
        ("projects/0/indicators", "一级指标"),
        ("projects/0/indicators/1", "人数"),
        ("projects/0/indicators/1/description", "说明乙"),
        ("projects/0/indicators/1/level2", "数量指标"),
        ("projects/0/indicators/1/level1", "产出指标"),
        ("projects/0/indicators/0/target/number", "≥99次"),
    ],
)
def test_a_remark_stands_at_its_place_or_at_the_title_above(path: str, text: str, hebei: Form) -> None:
    shown = with_remarks(lay_out(DOCUMENT, hebei), hebei, [Remark(path, "看")])
    assert shown.remarks == ("看",)
    assert remarked(shown) == [text]


def test_remarks_are_numbered_in_the_order_of_the_paper(hebei: Form) -> None:
    remarks = [Remark("projects/0/purpose", "二"), Remark("title", "一"), Remark("projects/0/purpose", "三")]
    assert with_remarks(lay_out(DOCUMENT, hebei), hebei, remarks).remarks == ("一", "二", "三")


def test_what_is_not_on_the_paper_has_no_remark(hebei: Form) -> None:
    bare = replace(lay_out(DOCUMENT, hebei), blocks=())
    assert with_remarks(bare, hebei, [Remark("title", "看"), Remark("projects/0/name", "看")]) == bare

"""The columns of the flat tables in a workbook; apart, for a choice of them needs no Excel."""

from collections.abc import Callable
from typing import NamedTuple

from pbeditor.model.document import Indicator, Project
from pbeditor.model.target import plain_parts


class Line(NamedTuple):
    """What a row tells of: a project and, in the list of indicators, one of them."""

    place: int
    project: Project
    indicator: Indicator = Indicator("")
    problems: str = ""


class Column(NamedTuple):
    """A column: its head, its width in mm, and its text; where `counts`, a number that is summed.

    `is_figure` says that the text is a number, which no sum is made of.
    """

    head: str
    width: float
    text: Callable[[Line], str]
    align: str = "left"
    counts: bool = False
    is_figure: bool = False


PROJECTS = (
    Column("序号", 12, lambda line: str(line.place), "center", is_figure=True),
    Column("单位编码", 20, lambda line: line.project.unit.code),
    Column("单位名称", 46, lambda line: line.project.unit.name),
    Column("项目编码", 38, lambda line: line.project.code),
    Column("项目名称", 58, lambda line: line.project.name),
    Column("预算数", 24, lambda line: line.project.budget.total, "right", counts=True),
    Column("其中：财政资金", 28, lambda line: line.project.budget.fiscal, "right", counts=True),
    Column("其他资金", 24, lambda line: line.project.budget.other, "right", counts=True),
    Column("指标数", 16, lambda line: str(len(line.project.indicators)), "center", counts=True),
    Column("问题", 46, lambda line: line.problems),
)
# In the order in which budget systems take them; a user may choose another, and leave some out.
INDICATORS = (
    Column("一级指标", 24, lambda line: line.indicator.level1, "center"),
    Column("二级指标", 34, lambda line: line.indicator.level2, "center"),
    Column("三级指标名称", 46, lambda line: line.indicator.name),
    Column("计算符号", 18, lambda line: line.indicator.target.operator, "center"),
    Column("指标值", 18, lambda line: line.indicator.target.number, "center", is_figure=True),
    # As the budget systems take it: ≥ 90 %, not ≥ 90 90%及以上; the printed value stands on the project's own sheet.
    Column("计量单位", 32, lambda line: plain_parts(line.indicator.target)[2]),
    Column("绩效指标描述", 62, lambda line: line.indicator.description),
    Column("指标值确定依据", 34, lambda line: line.indicator.basis),
    Column("项目编码", 38, lambda line: line.project.code),
    Column("项目名称", 46, lambda line: line.project.name),
)
LIST_HEADS = tuple(column.head for column in INDICATORS)

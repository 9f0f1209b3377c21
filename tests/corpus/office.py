"""An invented department, its documents as values, and the form of 2020 as blocks."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.target import printed
from tests.corpus.paper import Block, Blocks, C, Grid, Line

UNIT = Unit("301001", "云岭县文化体育局")
LIBRARY = Unit("301002", "云岭县图书馆")
TITLE = "2020年部门预算绩效信息"
PERIODS = ("3月底", "6月底", "10月底", "12月底")
COLUMNS = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
SECTIONS = (
    Section("总体绩效目标", "让城乡居民就近享受公共文化服务。"),
    Section("分项绩效目标", "1、图书馆、文化馆全年免费开放。\n2、每个乡镇都有文化活动。"),
    Section("工作保障措施", "成立绩效管理小组，按季度检查支出进度。"),
)


def row(*texts: str, target: Target) -> Indicator:
    """一级, 二级, 三级, description and basis of one indicator."""
    level1, level2, name, description, basis = texts
    return Indicator("", level1, level2, name, description, target, basis)


BOOKS = row("产出指标", "数量指标", "新增图书册数", "全年新增图书的数量", "计划标准", target=Target("≥", "500", "册"))
CATALOGUE = row("产出指标", "质量指标", "图书编目合格率", "合格图书占比", "行业标准", target=Target("≥", "95", "%"))
VISITS = row("效果指标", "社会效益指标", "到馆人次", "全年到馆读者", "历史标准", target=Target("≥", "20000", "人次"))
PLEASED = row("满意度指标", "服务对象满意度指标", "读者满意度", "满意读者占比", "", target=Target("≥", "90", "%"))
SHOWS = row("产出指标", "数量指标", "下乡演出场次", "演出的场次", "计划标准", target=Target("≥", "24", "场"))
ON_TIME = row("产出指标", "时效指标", "演出按期完成率", "按期演出占比", "", target=Target("＝", "100", "%"))
HEARD = row("效果指标", "社会效益指标", "观众人数", "观众的人数", "历史标准", target=Target("≥", "6000", "人"))
CONTENT = row("满意度指标", "服务对象满意度指标", "群众满意度", "满意群众占比", "", target=Target("≥", "85", "%"))

OPENING = Project(
    "",
    UNIT,
    "301-0401-JBN-A1B2",
    "公共图书馆免费开放经费",
    Budget("12.00", "10.00", "2.00"),
    "用于图书馆日常运行和图书更新。",
    ("25.00", "50.00", "75.00", "100.00"),
    "1、保障图书馆全年免费开放。\n2、更新馆藏图书。",
    (BOOKS, CATALOGUE, VISITS, PLEASED),
)
TOURS = Project(
    "",
    UNIT,
    "301-0402-JBN-C3D4",
    "乡镇文化活动经费",
    Budget("8.50", "8.50", ""),
    "用于下乡演出的交通和场地。",
    ("10.00", "40.00", "80.00", "100.00"),
    "1、组织下乡演出。",
    (SHOWS, ON_TIME, HEARD, CONTENT),
)


def document(*projects: Project, sections: Sequence[Section] = (), title: str = TITLE) -> Document:
    """The document that a careful person reads: the form of 2020, the department that of the first project."""
    unit = projects[0].unit if projects else Unit()
    return Document("hebei-2020", 2020, title, unit, "万元", tuple(sections), projects)


def front(sections: Sequence[Section] = SECTIONS, title: str = TITLE) -> Blocks:
    """Title and 第一部分."""
    blocks: Blocks = [title, "第一部分 部门整体绩效目标"]
    for number, section in zip("一二三四五", sections, strict=False):
        blocks += [f"（{number}）{section.heading}：", *section.text.split("\n")]
    return [*blocks, "第二部分 预算项目绩效目标"]


def head(project: Project, unit: Line = (), periods: Sequence[str] = PERIODS) -> Grid:
    """The head table on seven grid columns; `unit` is its first row where it is another than the form's."""
    code = f"{project.unit.code}{project.unit.name}"
    widths = {4: (2, 2, 1, 1), 2: (3, 3)}[len(periods)]
    grid: Grid = [
        unit or (C(code, 5), C("单位：万元", 2)),
        ("项目编码", C(project.code, 2), "项目名称", C(project.name, 3)),
        (
            C("预算规模及资金用途", 1, 2),
            *("预算数", project.budget.total),
            *("其中：财政资金", project.budget.fiscal),
            *("其他资金", project.budget.other),
        ),
        (C(project.purpose, 6),),
        (C("资金支出计划（%）", 1, 2), *(C(text, wide) for text, wide in zip(periods, widths, strict=True))),
        tuple(C(text, wide) for text, wide in zip(project.plan, widths, strict=True)),
        ("绩效目标", C(project.goals, 6)),
    ]
    return grid


def texts_of(one: Indicator) -> tuple[str, ...]:
    """The cells of an indicator in the form's order."""
    return one.level1, one.level2, one.name, one.description, printed(one.target), one.basis


def grid(project: Project, columns: Line = COLUMNS) -> Grid:
    """The indicator grid; the first category cell of several equal ones reaches down over them."""
    lines: Grid = [columns]
    for _, group in groupby(project.indicators, key=lambda one: one.level1):
        rows = list(group)
        for number, one in enumerate(rows):
            level1, *others = texts_of(one)
            lines.append((C(level1, 1, len(rows)), *others) if not number else tuple(others))
    return lines


def flat_grid(project: Project, columns: Line = COLUMNS) -> Grid:
    """The indicator grid with the category in each row."""
    return [columns, *(texts_of(one) for one in project.indicators)]


def form_of(project: Project, title: str) -> Blocks:
    """A project as the form prints it: title, head, a blank paragraph, grid."""
    return [title, head(project), " ", grid(project)]


def whole(*projects: Project) -> Blocks:
    """A whole document as the form prints it."""
    blocks = front()
    for number, project in enumerate(projects, 1):
        blocks += form_of(project, f"{number}、{project.name}绩效目标表")
    return blocks


def with_targets(project: Project, *targets: Target) -> Project:
    """The project with as many rows as targets, the rows taken round and round, each with a number in its name."""
    rows = (project.indicators[number % len(project.indicators)] for number in range(len(targets)))
    return replace(
        project,
        indicators=tuple(
            replace(one, name=f"{one.name}{number}", target=target)
            for number, (one, target) in enumerate(zip(rows, targets, strict=True), 1)
        ),
    )


def wide(project: Project, columns: Line, cells: Sequence[Line]) -> list[Block]:
    """A project whose grid has columns and rows of its own."""
    return [TITLE, f"1、{project.name}绩效目标表", head(project), " ", [columns, *cells]]

"""A document in which no rule finds anything, and a short notation for spoiling it."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.check.problem import Problem
from pbeditor.edit.place import put
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form

# A row is "一级 二级 名称 符号 数值 文字" with "-" for a blank; 指标 is added to the categories.
GOOD_ROWS = (
    "产出 数量 培训班举办次数 ≥ 4 4次及以上",
    "产出 质量 结业考试合格率 ≥ 95 95%及以上",
    "产出 时效 培训按期完成率 ＝ 100 100%",
    "效果 社会效益 学员岗位能力改善比例 ≥ 85 85%及以上",
    "满意度 服务对象满意度 学员满意度 ≥ 90 90%及以上",
)
UNIT = Unit("203002", "某某区教育局")
# What to spoil: "rows" replaces the first project's rows, "last_year" puts in the good document, itself so spoiled;
# other keys are paths, in the first project unless they open with a word of `_OF_DOCUMENT`.
Spoiled = Mapping[str, Any]
_OF_DOCUMENT = ("title", "projects", "overall", "year", "money_unit", "department")


def row(text: str, number: int = 0) -> Indicator:
    """One indicator from the notation above, with a description and a basis of its own."""
    level1, level2, name, *value = ("" if word == "-" else word for word in text.split(" "))
    target = Target(*value)
    return Indicator(
        id=f"row{number}",
        level1=level1 and f"{level1}指标",
        level2=level2 and f"{level2}指标",
        name=name,
        description=name and f"反映项目实施后第{number + 1}方面的实际情况",
        target=target,
        basis=name and "计划标准",
    )


def rows(texts: Sequence[str]) -> tuple[Indicator, ...]:
    """Several indicators."""
    return tuple(row(text, number) for number, text in enumerate(texts))


def project(number: int) -> Project:
    """A good project; each has its own code, name and plan."""
    return Project(
        id=f"project{number}",
        unit=UNIT,
        code=f"203-0401-JBN-{number:04d}",
        name=f"第{number + 1}类业务培训经费",
        budget=Budget("2.00", "1.50", "0.50"),
        purpose="用于租用场地、聘请教师和购买教材。",
        plan=(f"{10 + number % 40}", "50.00", "75.00", "100.00"),
        goals="1、举办培训班4次，培训业务骨干。\n2、学员满意度不低于90%。",
        indicators=rows(GOOD_ROWS),
    )


GOOD = Document(
    form="hebei-2020",
    year=2020,
    title="2020年部门预算绩效信息",
    department=UNIT,
    overall=(
        Section("总体绩效目标", "全面提高业务人员的工作能力。"),
        Section("分项绩效目标", "办好各类培训班，改进教学方法。"),
        Section("工作保障措施", "1.组织方面。加强领导。\n2.制度方面。完善考核。\n3.资金方面。按计划拨付。"),
    ),
    projects=tuple(project(number) for number in range(4)),
)


def good(count: int) -> Document:
    """A good document of so many projects."""
    return replace(GOOD, projects=tuple(map(project, range(count))))


def spoiled(changes: Spoiled, document: Document = GOOD) -> Document:
    """The document with changes in the notation above."""
    for path, new in changes.items():
        if path == "rows":
            first = replace(document.projects[0], indicators=rows(new))
            document = replace(document, projects=(first, *document.projects[1:]))
        elif path == "last_year":
            document = replace(document, last_year=spoiled(new))
        else:
            whole = path.partition("/")[0] in _OF_DOCUMENT
            document = put(document, path if whole else f"projects/0/{path}", new)
    return document


def problems(rule: str, changes: Spoiled, form: Form) -> tuple[Problem, ...]:
    """What one rule says about the good document after these changes."""
    return tuple(problem for problem in check(spoiled(changes), form).problems if problem.rule == rule)


def places(rule: str, changes: Spoiled, form: Form) -> list[str]:
    """Where it says it, in the notation above."""
    return [problem.path.removeprefix("projects/0/") for problem in problems(rule, changes, form)]

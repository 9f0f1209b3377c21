"""Large documents for the benchmarks: an invented department with any number of projects, seven indicators each."""

from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit

UNIT = Unit("318001", "青禾县水文站")
ROWS = (
    ("产出指标", "数量指标", "观测点{n}的观测次数", "全年按规范开展观测的次数", Target("≥", "12", "12次"), "计划标准"),
    (
        "产出指标",
        "质量指标",
        "资料{n}整编合格率",
        "一次整编合格的资料占全部资料的比例",
        Target("≥", "95", "95%"),
        "行业标准",
    ),
    ("产出指标", "时效指标", "汛情{n}报送时间", "汛情发生后报送的时间", Target("≤", "2", "2小时"), "行业标准"),
    (
        "产出指标",
        "成本指标",
        "单点{n}维护费用",
        "每个观测点全年的维护费用",
        Target("≤", "5000", "5000元"),
        "预算支出标准",
    ),
    ("效果指标", "社会效益指标", "预警{n}覆盖村数", "能够收到预警的行政村数量", Target("≥", "30", "30个"), "历史标准"),
    ("效果指标", "可持续影响指标", "资料{n}保存年限", "观测资料长期保存的年限", Target("≥", "30", "30年"), "行业标准"),
    (
        "满意度指标",
        "服务对象满意度指标",
        "沿河群众{n}满意度",
        "表示满意的受访群众的比例",
        Target("≥", "90", "90%"),
        "历史标准",
    ),
)


def large(projects: int) -> Document:
    """A document of so many projects; no two are alike."""
    sections = tuple(Section(heading, f"围绕防汛抗旱做好{heading}。") for heading in ("总体绩效目标", "分项绩效目标"))
    return Document(
        "hebei-2020", 2020, "2020年部门预算绩效信息", UNIT, "万元", sections, tuple(map(_project, range(projects)))
    )


def _project(n: int) -> Project:
    budget = Budget(f"{n % 90 + 3}.00", f"{n % 90 + 1}.00", "2.00")
    rows = tuple(
        Indicator(f"i{n}-{place}", level1, level2, name.format(n=n), description, target, basis)
        for place, (level1, level2, name, description, target, basis) in enumerate(ROWS)
    )
    goals = f"1、完成第{n}号断面全年观测不少于12次。\n2、资料整编合格率达到95%以上。"
    code = f"318-{n // 100 % 100:04d}-JBN-{n:04d}"
    project = Project(f"p{n}", UNIT, code, f"第{n}号断面水文观测经费", budget, goals=goals, indicators=rows)
    return replace(project, purpose=f"用于第{n}号断面的设备维护和观测补助。", plan=("25", "50", "75", "100"))

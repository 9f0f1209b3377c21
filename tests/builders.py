"""Documents for tests: any text in any field, as every door leaves it, and small ones by hand."""

from itertools import count

from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit

# Texts that look like what the printed form says by itself, and characters that file formats trip over.
TEMPTING = (
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "绩效目标",
    "项目编码",
    "项目名称",
    "预算数",
    "单位：万元",
    "产出指标",
    "满意度指标",
    "第一部分 部门整体绩效目标",
    "（一）总体绩效目标：",
    "总体绩效目标：正文",
    "1、某某绩效目标表",
    "3月底",
    "无",
    "……",
    "≥90",
    "9090%",
    "203002某某局",
    "=1+1",
    "<w:p>&amp;]]>",
    "a  b",
    "甲\n乙",
    "甲\n\n乙",
    "：",
    "（",
    "2020年12月",
    "\U0001f600",
    "{name}{0}%s",
    "TOC",
)
TEXTS = st.one_of(
    st.sampled_from(TEMPTING), st.text(max_size=12), st.text("0123456789.%≥<=＝万元 \n（），、。", max_size=8)
)


def units() -> st.SearchStrategy[Unit]:
    """A unit of any code and name."""
    return st.builds(Unit, TEXTS, TEXTS)


def indicators() -> st.SearchStrategy[Indicator]:
    """An indicator of any texts, or one that is not written yet; its id is to be given by `renumbered`."""
    targets = st.builds(Target, TEXTS, TEXTS, TEXTS)
    levels = st.one_of(st.sampled_from(("产出指标", "效果指标", "")), TEXTS)
    written = st.builds(Indicator, st.just(""), levels, TEXTS, TEXTS, TEXTS, targets, TEXTS)
    return st.one_of(written, st.just(Indicator("")))


def projects(periods: int = 4) -> st.SearchStrategy[Project]:
    """A project of any texts with a plan of at least `periods` entries."""
    return st.builds(
        Project,
        st.just(""),
        units(),
        TEXTS,
        TEXTS,
        st.builds(Budget, TEXTS, TEXTS, TEXTS),
        TEXTS,
        st.lists(TEXTS, min_size=periods, max_size=periods + 2).map(tuple),
        TEXTS,
        st.lists(indicators(), max_size=3).map(tuple),
    )


def documents(form: str = "hebei-2020", periods: int = 4) -> st.SearchStrategy[Document]:
    """A cleaned document of any texts with ids 1, 2, 3 …: projects first, then indicators."""
    return st.builds(
        Document,
        st.just(form),
        st.integers(2000, 2099),
        TEXTS,
        units(),
        TEXTS,
        st.lists(st.builds(Section, TEXTS, TEXTS), max_size=2).map(tuple),
        st.lists(projects(periods), max_size=2).map(tuple),
    ).map(lambda document: renumbered(cleaned(document)))


def renumbered(document: Document) -> Document:
    """The same document under ids 1, 2, 3 …, as `interpret` gives them."""
    ids = map(str, count(1))
    named = [replace(project, id=next(ids)) for project in document.projects]
    return replace(
        document,
        projects=tuple(
            replace(project, indicators=tuple(replace(row, id=next(ids)) for row in project.indicators))
            for project in named
        ),
    )


# A sentence as clerks write them, for texts of any length.
WORDS = "协调做好各级代表会议工作，进一步提高干部队伍整体素质；"


def long_document() -> Document:
    """Sixty indicators, goals of 3,000 characters, a name of 120, a unit name of 60."""
    rows = tuple(
        Indicator(str(number), level1, "数量指标", f"培训次数{number}", WORDS, Target("≥", "3", "3次以上"))
        for number, level1 in enumerate(["产出指标"] * 30 + ["效果指标"] * 29 + ["满意度指标"])
    )
    unit, plan = Unit("203002", (WORDS * 3)[:60]), ("25.00", "50.00", "75.00", "100.00")
    goals = "\n".join(f"{number}、{(WORDS * 4)[:98]}" for number in range(1, 31))
    long = Project("a", unit, "203-0401-JBN-6X18", (WORDS * 5)[:120], purpose=WORDS, plan=plan, goals=goals)
    short = replace(long, id="b", name="短项目", goals=WORDS, indicators=rows[:4])
    overall = (Section("总体绩效目标", "\n".join([WORDS * 20] * 6)), Section("分项绩效目标", WORDS))
    return Document(
        "hebei-2020", 2020, "2020年部门预算绩效信息", unit, "万元", overall, (replace(long, indicators=rows), short)
    )

"""Variations 7 to 13: glued values, operators, columns of parts, words and dates, synonyms, levels, torn labels."""

from itertools import chain

from msgspec.structs import replace

from pbeditor.model.document import Target
from tests.corpus.case import Case, Found
from tests.corpus.office import COLUMNS, OPENING, TITLE, TOURS, document, grid, head, texts_of, wide, with_targets
from tests.corpus.paper import Blocks, C, Line

GLUED = with_targets(
    OPENING,
    *(Target("≥", "500", "500册"), Target("≥", "95", "95%及以上"), Target("＝", "100", "100%")),
    *(Target("≥", "90", "90%"), Target("≥", "90", "3次及以上"), Target("", "", "2020年12月底前")),
)
# ≥290% and the like cannot be told from a figure; a value that may have lost its sign is put to the person.
LOST_SIGN = Target("", "290", "%")
AT_LEAST = (
    "≥",
    "≧",
    "⩾",
    ">=",
    "＞＝",
    "大于等于",
    "大于或等于",
    "不少于",
    "不低于",
    "不小于",
    ">",
    "＞",
    "大于",
    "高于",
    "超过",
)
OTHERS = ("＝", "=", "等于", "<=", "≤", "≦", "小于等于", "不超过", "不高于", "不大于", "<", "＜", "小于", "低于")
SPELT = (*AT_LEAST, *OTHERS)
SIGNS = with_targets(OPENING, *(Target(sign, "90", "%") for sign in SPELT), Target("定性", "", "良好"), LOST_SIGN)
WORDY = with_targets(
    OPENING,
    *(Target("", "", text) for text in ("按计划完成", "2020年12月底前", "12月31日前", "逐步提高", "2020-12-31")),
    *(Target("", "3", "次/年"), Target("", "", "良好")),
)
PARTS = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "计算符号", "指标值", "计量单位", "指标值确定依据")


def parts() -> Blocks:
    """Operator, number and unit each in a column."""
    return wide(OPENING, PARTS, [(*texts_of(one)[:4], *part(one.target), one.basis) for one in OPENING.indicators])


def part(target: Target) -> tuple[str, str, str]:
    return target.operator, target.number, target.text


PERCENT = replace(OPENING, indicators=tuple(one for one in OPENING.indicators if one.target.text == "%"))


def unit_in_header() -> Blocks:
    """The unit once, in the head of the value column."""
    columns = (*COLUMNS[:4], "指标值（%）", COLUMNS[5])
    rows = [(*texts_of(one)[:4], f"≥{one.target.number}", one.basis) for one in PERCENT.indicators]
    return wide(PERCENT, columns, rows)


def synonyms() -> Blocks:
    """Other words over the columns, each table with its own."""
    kinds = (
        ("一级指标", "二级指标", "指标名称", "指标解释", "目标值", "设定依据"),
        ("指标类别", "指标子类", "三级指标名称", "指标内容", "年度指标值", "绩效标准"),
    )
    blocks: Blocks = [TITLE]
    for number, (project, columns) in enumerate(zip((OPENING, TOURS), kinds, strict=True), 1):
        blocks += [f"{number}、{project.name}绩效目标表", head(project), " ", grid(project, columns)]
    return blocks


TWO_LEVELS = replace(OPENING, indicators=tuple(replace(one, level2="") for one in OPENING.indicators))


def two_levels() -> Blocks:
    """No third level: the second one is the indicator."""
    columns = ("一级指标", "二级指标", "绩效指标描述", "指标值", "指标值确定依据")
    texts = map(texts_of, TWO_LEVELS.indicators)
    rows: list[Line] = [(level1, name, *others) for level1, _, name, *others in texts]
    return wide(TWO_LEVELS, columns, rows)


def shifted() -> Blocks:
    """A level of the table's own above the form's: each stands one column to the right."""
    rows = [("实施效果指标", one.level1, one.name, *texts_of(one)[3:]) for one in TWO_LEVELS.indicators]
    return wide(TWO_LEVELS, COLUMNS, rows)


TORN = (
    ("项目编码", "项目 编码"),
    ("项目名称", "项目\n名称"),
    ("预算数", "预 算 数"),
    ("绩效目标", "绩效\n目标"),
    ("资金支出计划（%）", "资金支\n出计划\n（%）"),
    ("预算规模及资金用途", "预算规模\n及资金\n用途"),
    ("一级指标", "一级 指标"),
    ("二级指标", "二级\n指标"),
    ("三级指标", "三级指\n标"),
    ("绩效指标描述", "绩效指标\n描述"),
    ("指标值", "指标 值"),
    ("指标值确定依据", "指标值\n确定依据"),
    ("满意度指标", "满意 度指 标"),
    ("产出指标", "产出\n指标"),
    ("服务对象满意度指标", "服务对\n象满意\n度指标"),
    ("数量指标", "数量 指标"),
)


def torn() -> Blocks:
    """Labels and categories broken by spaces and line breaks."""
    words = dict(TORN)
    blocks: Blocks = [TITLE, "1、公共图书馆免费开放经费绩效目标表"]
    for table in (head(OPENING), grid(OPENING)):
        cells = [[cell if isinstance(cell, C) else C(cell) for cell in line] for line in table]
        blocks += [[[cell._replace(text=words.get(cell.text, cell.text)) for cell in line] for line in cells], " "]
    return blocks


def form(project_blocks: Blocks) -> Blocks:
    """The blocks behind the document's title."""
    return [TITLE, *chain(project_blocks)]


CASES = (
    Case(
        "07-glued-values",
        ("doc", "docx"),
        form(["1、公共图书馆免费开放经费绩效目标表", head(GLUED), " ", grid(GLUED)]),
        document(GLUED),
        (Found("guessed", "项目1“公共图书馆免费开放经费”绩效指标第5行 指标值", "≥903次及以上"),),
    ),
    Case(
        "08-operators",
        ("html", "docx"),
        form(["1、公共图书馆免费开放经费绩效目标表", head(SIGNS), " ", grid(SIGNS)]),
        document(SIGNS),
        (Found("guessed", f"项目1“公共图书馆免费开放经费”绩效指标第{len(SPELT) + 2}行 指标值", "290%"),),
    ),
    Case("09-columns-of-parts", ("xlsx", "odt"), parts(), document(OPENING)),
    Case("09-unit-in-header", ("ods", "html"), unit_in_header(), document(PERCENT)),
    Case(
        "10-words-and-dates",
        ("xls", "rtf"),
        form(["1、公共图书馆免费开放经费绩效目标表", head(WORDY), " ", grid(WORDY)]),
        document(WORDY),
    ),
    Case("11-synonyms", ("docx", "ods"), synonyms(), document(OPENING, TOURS)),
    Case(
        "12-two-levels",
        ("docx", "xls"),
        two_levels(),
        document(TWO_LEVELS),
        (Found("guessed", "项目1“公共图书馆免费开放经费”"),),
    ),
    Case(
        "12-shifted-levels",
        ("docx", "html"),
        shifted(),
        document(TWO_LEVELS),
        (Found("guessed", "项目1“公共图书馆免费开放经费”", "实施效果指标"),),
    ),
    Case("13-torn-labels", ("html", "doc"), torn(), document(OPENING)),
)

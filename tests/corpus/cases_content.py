"""Variations 14 to 18, 20 to 22: other labels and periods, goals, fillers, units, pages, counties, truncation."""

from msgspec.structs import replace

from pbeditor.model.document import Document
from pbeditor.model.text import byte_count
from tests.corpus.case import Case, Found
from tests.corpus.office import (
    COLUMNS,
    LIBRARY,
    OPENING,
    TITLE,
    TOURS,
    document,
    flat_grid,
    form_of,
    grid,
    head,
    texts_of,
    whole,
    wide,
)
from tests.corpus.paper import Blocks, C, Grid, as_workbook
from tests.exchange.builders import p

NAMED = "1、公共图书馆免费开放经费绩效目标表"
WHERE = "项目1“公共图书馆免费开放经费”"
LABELS = {
    "项目编码": "项目代码",
    "预算数": "预算金额",
    "其中：财政资金": "财政拨款",
    "其他资金": "其它资金",
    "预算规模及资金用途": "资金用途",
    "绩效目标": "年度绩效目标",
}


def other_labels() -> Blocks:
    """Other words for the budget, amount and unit in one cell."""
    lines: Grid = []
    for line in head(OPENING):
        cells = [cell if isinstance(cell, C) else C(cell) for cell in line]
        lines.append([cell._replace(text=LABELS.get(cell.text, cell.text)) for cell in cells])
    amounts = lines[2]
    lines[2] = [cell._replace(text=f"{cell.text}万元") if cell.text[:1].isdigit() else C(*cell) for cell in amounts]  # type: ignore[union-attr]
    return [TITLE, NAMED, lines, " ", grid(OPENING)]


QUARTERS = ("一季度", "二季度", "三季度", "四季度")
UNPLANNED = replace(OPENING, plan=("", "", "", ""))


def quarters() -> Blocks:
    """A plan by quarters."""
    return [TITLE, NAMED, head(OPENING, periods=QUARTERS), " ", grid(OPENING)]


def unplanned() -> Blocks:
    """No plan at all."""
    lines = head(OPENING)
    return [TITLE, NAMED, [*lines[:4], lines[6]], " ", grid(OPENING)]


def goals(inside: str) -> Blocks:
    """The goals as `inside` puts them into their cell."""
    lines = head(OPENING)
    lines[6] = ("绩效目标", C(OPENING.goals, 6, inside=inside))
    return [TITLE, NAMED, lines, " ", grid(OPENING)]


def fillers() -> Blocks:
    """Blank rows, and rows that only say that there is no more; 无 in a row is a text of it."""
    header, *rows = flat_grid(NOTHING)
    blank, dots, none = [""] * 6, ["……"] * 6, ["", "", "无", "", "无", ""]
    return [TITLE, NAMED, head(NOTHING), " ", [header, *rows[:2], blank, dots, *rows[2:], none, blank]]


NOTHING = replace(OPENING, indicators=(replace(OPENING.indicators[0], basis="无"), *OPENING.indicators[1:]))
OF_LIBRARY = replace(TOURS, unit=LIBRARY, code="301-0403-JBN-E5F6", name="图书馆设备更新经费")
UNITS = document(OPENING, TOURS, OF_LIBRARY)


def several_units() -> bytes:
    """A sheet a unit."""
    first = [TITLE, *form_of(OPENING, NAMED), *form_of(TOURS, "2、乡镇文化活动经费绩效目标表")]
    return as_workbook(("文化体育局", first), ("图书馆", form_of(OF_LIBRARY, "3、图书馆设备更新经费绩效目标表")))


def split() -> Blocks:
    """A grid that goes on on the next page under its header, once in a table of its own."""
    header, *rows = flat_grid(OPENING)
    first = form_of(TOURS, "2、乡镇文化活动经费绩效目标表")
    return [TITLE, NAMED, head(OPENING), " ", [header, *rows[:2], header, rows[2]], " ", [header, rows[3]], *first]


COUNTIES = ("东乡", "西乡", "南乡")


def counties() -> Blocks:
    """A value for the whole, then one for each county."""
    rows = [(*texts_of(one), *(f"≥{number}" for number in (1, 2, 3))) for one in OPENING.indicators[:1]]
    return wide(OPENING, (*COLUMNS, *COUNTIES), rows)


def counties_below() -> Blocks:
    """One 指标值 over a column for each county, whose names stand in a second row."""
    columns = [C(text, 1, 2) for text in COLUMNS[:4]]
    header: Grid = [[*columns, C("指标值", 3), C(COLUMNS[5], 1, 2)], list(COUNTIES)]
    rows = [(*texts_of(one)[:4], "≥500册", "≥200册", "≥300册", one.basis) for one in OPENING.indicators[:1]]
    return [TITLE, NAMED, head(OPENING), " ", [*header, *rows]]


def of_one_row(**changes: object) -> Document:
    """The project with its first row only."""
    return document(replace(OPENING, indicators=OPENING.indicators[:1], **changes))


CUT = "用于图书馆日常运行、图书更新、读者活动、设备维护，" * 5
PURPOSE = CUT[: next(end for end in range(len(CUT)) if byte_count(CUT[:end]) >= 200)]
TRUNCATED = replace(OPENING, purpose=PURPOSE)
EXTRA = tuple(
    Found("ignored", f"{WHERE}绩效指标第1行", f"{county}：≥{number}") for number, county in enumerate(COUNTIES, 1)
)
BELOW = tuple(
    Found("ignored", f"{WHERE}绩效指标第1行", f"{county}：≥{number}册")
    for county, number in zip(COUNTIES[1:], (200, 300), strict=True)
)
FIRST = Found("ignored", "第2张表", COUNTIES[0])  # whose values were taken

CASES = (
    Case(
        "14-other-labels",
        ("docx", "xlsx"),
        other_labels(),
        document(OPENING),
        (Found("guessed", WHERE, "12.00万元 / 10.00万元 / 2.00万元"),),
    ),
    Case(
        "15-quarters",
        ("odt", "txt"),
        quarters(),
        replace(document(OPENING), periods=QUARTERS),
        (Found("guessed", "全文"),),
    ),
    Case("15-no-plan", ("rtf", "html"), unplanned(), document(UNPLANNED)),
    Case(
        "16-goals-as-paragraphs",
        ("docx", "doc", "odt"),
        goals("".join(p(line) for line in OPENING.goals.split("\n"))),
        document(OPENING),
    ),
    Case("16-goals-with-soft-breaks", ("docx", "rtf"), goals(""), document(OPENING)),
    Case(
        "16-goals-of-a-page",
        ("html",),
        goals("".join(f"<p>{line}</p>\n" for line in OPENING.goals.split("\n"))),
        document(OPENING),
    ),
    Case("17-fillers", ("xlsx", "docx"), fillers(), document(NOTHING)),
    Case(
        "18-units-in-one-file",
        ("docx", "html"),
        [TITLE, *whole(OPENING, TOURS, OF_LIBRARY)[9:]],
        UNITS,
    ),
    Case(
        "18-units-on-sheets",
        ("xls",),
        [],
        UNITS,
        (Found("ignored", "正文", "文化体育局"), Found("ignored", "第4张表", "图书馆")),
        several_units,
    ),
    Case("20-repeated-headers", ("docx", "html"), split(), document(OPENING, TOURS)),
    Case("21-counties", ("docx", "xls"), counties(), of_one_row(), EXTRA),
    Case("21-counties-below", ("docx", "html"), counties_below(), of_one_row(), (*BELOW, FIRST)),
    Case(
        "22-truncated",
        ("doc", "txt"),
        [TITLE, NAMED, head(TRUNCATED), " ", grid(TRUNCATED)],
        document(TRUNCATED),
    ),
)

"""Variations 1 to 6: tables joined or apart, titles, contents, unit rows, merged and jagged cells, categories."""

from msgspec.structs import replace

from pbeditor.model.document import Budget, Document
from tests.corpus.case import Case, Found
from tests.corpus.office import (
    COLUMNS,
    OPENING,
    SECTIONS,
    TITLE,
    TOURS,
    document,
    flat_grid,
    front,
    grid,
    head,
    texts_of,
    whole,
)
from tests.corpus.paper import Blocks, C, Grid, Raw
from tests.exchange.builders import p, r

BOTH = document(OPENING, TOURS, sections=SECTIONS)
TWO_NAMED = ("公共图书馆免费开放经费", "乡镇文化活动经费")


def joined() -> Blocks:
    """Head and grid in one table; the six columns of the grid share the seven of the head."""
    first, *others = grid(OPENING)
    lines: Grid = [*head(OPENING), [*first[:-1], C(COLUMNS[-1], 2)]]
    return [
        *front(),
        "1、公共图书馆免费开放经费绩效目标表",
        [*lines, *([*line[:-1], C(str(line[-1]), 2)] for line in others)],
    ]


LONG = "县级公共文化场馆（图书馆、文化馆、博物馆）免费开放“十四五”[2019]〔36〕号文件配套补助经费"
NAMES = (
    ("1、", "“戏曲进校园”、（惠民）演出经费"),
    ("2.", LONG),
    ("３．", "乡镇〔2019〕12号文件文化活动经费"),
    ("（四）", "农家书屋[2019]更新经费"),
    ("", "非遗保护经费"),
)
TITLED = tuple(replace(TOURS, code=f"301-0402-JBN-C3D{number}", name=name) for number, (_, name) in enumerate(NAMES))


def nameless(project_head: Grid) -> Grid:
    """A head without the project's name: only the title has it."""
    code = project_head[1][1]
    return [project_head[0], ("项目编码", C(str(code[0]), 6)), *project_head[2:]]


def titles_above() -> Blocks:
    """Titles with and without numbers; a bookmark left over in the text."""
    blocks: Blocks = [TITLE]
    for (number, name), project in zip(NAMES, TITLED, strict=True):
        blocks += [
            f"{number}{name}绩效目标表[bookmark: _Toc{len(blocks)}]",
            nameless(head(project)),
            " ",
            grid(project),
        ]
    return blocks


def titles_inside() -> Blocks:
    """Titles as the first row of the head."""
    blocks: Blocks = [TITLE]
    for (number, name), project in zip(NAMES, TITLED, strict=True):
        title = (C(f"{number}{name}绩效目标表", 7),)
        blocks += [[title, *nameless(head(project))], " ", grid(project), " "]
    return blocks


def contents() -> Blocks:
    """A table of contents that repeats part, section and project titles with page numbers."""
    lines: tuple[str, ...] = ("第一部分 部门整体绩效目标\t1", "第二部分 预算项目绩效目标\t2")
    lines += tuple(f"{number}、{name}绩效目标表……{number + 1}" for number, name in enumerate(TWO_NAMED, 1))
    title, *others = whole(OPENING, TOURS)
    return [title, "目  录", *lines, *others]


def units() -> Blocks:
    """A unit row glued, apart, after a label, and none; the second table in 元."""
    yuan = replace(TOURS, budget=Budget("85000.00", "85000", ""))
    rows = (
        (OPENING, (C("301001云岭县文化体育局", 5), C("单位：万元", 2))),
        (yuan, ("301001", C("云岭县文化体育局", 4), C("单位：元", 2))),
        (OPENING, (C("部门（单位）：301001 云岭县文化体育局", 5), C("单位：万元", 2))),
    )
    blocks: Blocks = [TITLE]
    for number, (project, unit) in enumerate(rows, 1):
        blocks += [f"{number}、{project.name}绩效目标表", head(project, unit), " ", grid(project)]
    return [*blocks, "4、乡镇文化活动经费绩效目标表", head(TOURS)[1:], " ", grid(TOURS)]


def unit_once() -> Blocks:
    """The unit once above all tables, as running text."""
    line = "部门（单位）：301001云岭县文化体育局    单位：万元"
    first: Blocks = ["1、公共图书馆免费开放经费绩效目标表", head(OPENING)[1:], " ", grid(OPENING)]
    return [TITLE, line, *first, "2、乡镇文化活动经费绩效目标表", head(TOURS)[1:], " ", grid(TOURS)]


def cell(text: str, width: int, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{p(r(text))}</w:tc>'


def jagged() -> Blocks:
    """Categories merged downward, then left out by gridBefore; a row that ends early."""
    columns = '<w:gridCol w:w="1500"/>' * len(COLUMNS)
    rows = ["".join(cell(text, 1500) for text in COLUMNS)]
    for number, one in enumerate(OPENING.indicators):
        texts = texts_of(one)
        if number == 0:
            first = cell(texts[0], 1500, '<w:vMerge w:val="restart"/>')
            rows.append(first + "".join(cell(text, 1500) for text in texts[1:]))
        elif number == 1:
            before = '<w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="1500" w:type="dxa"/></w:trPr>'
            rows.append(before + "".join(cell(text, 1500) for text in texts[1:]))
        else:
            after = '<w:trPr><w:gridAfter w:val="1"/><w:wAfter w:w="1500" w:type="dxa"/></w:trPr>'
            rows.append((after if not texts[5] else "") + "".join(cell(text, 1500) for text in texts if text))
    lines = "".join(f"<w:tr>{line}</w:tr>" for line in rows)
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"
    return [TITLE, "1、公共图书馆免费开放经费绩效目标表", head(OPENING), " ", Raw(table)]


def repeated() -> Blocks:
    """Each row with its category."""
    blocks: Blocks = [TITLE]
    for number, project in enumerate((OPENING, TOURS), 1):
        blocks += [f"{number}、{project.name}绩效目标表", head(project), " ", flat_grid(project)]
    return blocks


def in_yuan() -> Document:
    """What `units` shows."""
    return document(OPENING, TOURS, OPENING, TOURS)


CASES = (
    Case("01-two-tables", ("doc", "docx", "txt"), whole(OPENING, TOURS), BOTH),
    Case("01-joined-table", ("docx", "rtf", "xlsx"), joined(), document(OPENING, sections=SECTIONS)),
    Case("02-titles-above", ("txt", "docx"), titles_above(), document(*TITLED)),
    Case("02-titles-inside", ("html", "odt"), titles_inside(), document(*TITLED)),
    Case("03-contents", ("docx", "odt", "txt"), contents(), BOTH),
    Case(
        "04-units",
        ("rtf", "html"),
        units(),
        in_yuan(),
        (Found("guessed", "项目2“乡镇文化活动经费”", "85000.00 / 85000"),),
    ),
    Case("04-unit-once", ("docx", "txt"), unit_once(), document(OPENING, TOURS)),
    Case("05-merged-and-jagged", ("docx",), jagged(), document(OPENING)),
    Case("06-category-in-each-row", ("xlsx", "doc"), repeated(), document(OPENING, TOURS)),
)

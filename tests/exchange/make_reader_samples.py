"""Writes tests/data/readers anew: one Word file and one workbook, converted to other formats by LibreOffice.

Run as `python -m tests.exchange.make_reader_samples [NAME ...]` from the repository's root.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from tests.exchange.builders import NAMESPACES, RELATION, RELATIONS, p, package, r, tc
from tests.exchange.libreoffice import converted

FOLDER = Path(__file__).resolve().parents[1] / "data" / "readers"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
REVISION = 'w:id="1" w:author="甲" w:date="2020-01-01T00:00:00Z"'


def table(widths: tuple[int, ...], *rows: str) -> str:
    """A table of fixed grid columns in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    settings = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{settings}<w:tblGrid>{columns}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inside: str, width: int, columns: int = 1, down: str = "") -> str:
    """A cell; `down` is "restart" or "continue"."""
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    return tc(inside, f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>{merge}')


def field(instruction: str, result: str) -> str:
    """A field with what it shows."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{separate}{r(result)}{end}"


def numbered(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def layouts() -> str:
    """Text and tables of every kind that readers have to tell apart."""
    inner = table((1000, 1000), cell("内一", 1000) + cell("内二", 1000), cell("内三", 1000) + cell("内四", 1000))
    before = '<w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="1000" w:type="dxa"/></w:trPr>'
    deleted = f"<w:del {REVISION}><w:r><w:delText>删除</w:delText></w:r></w:del>"
    hidden = r("隐藏", "<w:vanish/>")
    break_, tab, hyphen = (f"<w:r><w:{tag}/></w:r>" for tag in ("br", "tab", "noBreakHyphen"))
    return "".join((
        p("样表"),
        p(r("第一行") + break_ + r("第二行") + tab + r("制表") + hyphen + r("连字")),
        p(r("保留") + f"<w:ins {REVISION}>{r('插入')}</w:ins>" + deleted + hidden + r("结尾")),
        p(r("数值") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r("90%")),
        p(field('HYPERLINK "http://example.invalid/"', "链接") + r("之后")),
        *(numbered(text, 1, level) for text, level in (("第一项", 0), ("第二项", 0), ("甲", 1), ("第三项", 0))),
        table(
            (1000, 1500, 2000, 2500),
            cell("一级", 1000, down="restart") + cell("二级", 1500) + cell("三级", 4500, 2),
            cell("", 1000, down="continue")
            + cell(p("数量") + p("第二段"), 1500)
            + cell("次数", 2000)
            + cell("≥90", 2500),
            cell("横跨", 7000, 4),
            cell(numbered("目标一", 2) + numbered("目标二", 2), 2500, 2) + cell("", 2000) + cell("尾", 2500),
        ),
        p(""),
        table(
            (3000, 4000),
            cell("外一", 3000) + cell(p("前") + inner + p("后"), 4000),
            cell("外三", 3000) + cell("", 4000),
        ),
        p("二表之间"),
        table(
            (1000, 1500, 2000, 2500),
            before + cell("缩进", 1500) + cell("其余", 4500, 2),
            cell("一", 1000) + cell("二", 1500) + cell("三", 2000) + cell("四", 2500),
        ),
        p("末段𠀀"),
    ))  # fmt: skip


BESIDE = {  # what stands beside the text of `beside` -> the part that holds it
    "footnotes": '<w:footnote w:id="2">{}</w:footnote>',
    "endnotes": '<w:endnote w:id="2">{}</w:endnote>',
    "comments": '<w:comment w:id="1" w:author="甲" w:initials="甲">{}</w:comment>',
    "header": "{}",
}


def beside() -> str:
    """Text that is struck out or hidden, boxes to tick, and marks that lead to what stands beside it."""
    box, blank = (f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>' for code in ("F0FE", "F0A8"))
    foot, end = (f'<w:r><w:{kind}Reference w:id="2"/></w:r>' for kind in ("footnote", "endnote"))
    start, stop = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    about = start + r("内容") + stop + '<w:r><w:commentReference w:id="1"/></w:r>'
    amounts = r("1.00", "<w:strike/>") + r("2.00")
    return "".join((
        p("样表"),
        table((2000, 3000), cell(p(r("预算") + end + foot), 2000) + cell(p(amounts), 3000)),
        p(box + r("是") + blank + r("否")),
        p(about + r("旧", "<w:dstrike/>") + r("暗", "<w:vanish/>") + r("结尾")),
    ))  # fmt: skip


def level(number: int, kind: str, text: str) -> str:
    """One level of a list."""
    settings = (("start", "1"), ("numFmt", kind), ("suff", "nothing"), ("lvlText", text))
    inside = "".join(f'<w:{name} w:val="{value}"/>' for name, value in settings)
    return f'<w:lvl w:ilvl="{number}">{inside}</w:lvl>'


def word_file(body: str, **parts: str) -> bytes:
    """A Word file that other programs open; `parts` are the texts of further parts by the kind of each."""
    lists = (level(0, "decimal", "%1、") + level(1, "chineseCounting", "（%2）"), level(0, "decimal", "%1."))
    numbering = "".join(f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(lists, 1))
    numbering += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    kinds = (
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        *((part, part) for part in parts),
    )
    more = {f"word/{part}.xml": _part(part, BESIDE[part].format(p(text))) for part, text in parts.items()}
    section = '<w:headerReference w:type="default" r:id="header"/>' if "header" in parts else ""
    names = f'{NAMESPACES} xmlns:r="{RELATION}"'
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>' for part, kind in kinds
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{rels}"/>'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return package({
        "[Content_Types].xml": f'<Types xmlns="{types}">{default}{overrides}</Types>',
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": (
            f"<w:document {names}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), *((part, f"{part}.xml") for part in parts)
        ),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{normal}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        **more,
    })  # fmt: skip


def _part(kind: str, inside: str) -> str:
    tag = "hdr" if kind == "header" else kind
    return f"<w:{tag} {NAMESPACES}>{inside}</w:{tag}>"


def relations(*found: tuple[str, str]) -> str:
    """A part that points to others."""
    inside = "".join(
        f'<Relationship Id="{kind}" Type="{RELATION}/{kind}" Target="{target}"/>' for kind, target in found
    )
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def workbook() -> bytes:
    """Numbers in formats, merged cells, blank rows, a hidden row, a hidden and an empty sheet."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "项目一"
    for place, value, look in (
        ("B2", "项目绩效目标表", ""),
        ("B3", "预算数", ""),
        ("C3", 2, "0.00"),
        ("D3", "其他资金", ""),
        ("E3", 1234.5, "#,##0.00"),
        ("B4", "合格率", ""),
        ("C4", 0.95, "0%"),
        ("D4", 3, '"≥"0"次"'),
        ("E4", 0.1 + 0.2, ""),
        ("B5", "完成日期", ""),
        ("C5", date(2020, 3, 1), 'yyyy"年"m"月"d"日"'),
        ("D5", "=C3*10", ""),
        ("E5", True, ""),
        ("B7", "一级指标", ""),
        ("C7", "二级指标", ""),
        ("B8", "产出\n指标", ""),
        ("C8", "数量", ""),
        ("C9", "质量", ""),
        ("D9", 2.0, ""),
    ):
        first[place] = value
        first[place].number_format = look or "General"
    for merged in ("B2:E2", "B8:B9", "D7:E7"):
        first.merge_cells(merged)
    first.row_dimensions[4].hidden = True
    second = book.create_sheet("隐藏")
    second["A1"] = "也要读"
    second.sheet_state = "hidden"
    book.create_sheet("空")
    target = BytesIO()
    book.save(target)
    return target.getvalue()


SAMPLES: tuple[tuple[Callable[[], bytes], str, tuple[str, ...]], ...] = (
    (lambda: word_file(layouts()), "layouts", ("docx", "doc", "rtf", "odt", "html")),
    (
        lambda: word_file(beside(), footnotes="脚注", endnotes="尾注", comments="批注", header="单位：元"),
        "beside",
        ("docx", "doc", "rtf", "odt", "html"),
    ),
    (workbook, "workbook", ("xlsx", "xls", "ods", "html")),
)


def write(names: Sequence[str]) -> None:
    """Every sample, or those of these names, in every format; the Word file stays as we wrote it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for make, name, kinds in SAMPLES:
        if names and name not in names:
            continue
        data = make()
        for kind in kinds:
            with tempfile.TemporaryDirectory() as folder:
                as_it_is = kind == "docx"
                content = data if as_it_is else converted(data, Path(folder), kind).read_bytes()
            (FOLDER / f"{name}.{kind}").write_bytes(content)


if __name__ == "__main__":
    write(sys.argv[1:])

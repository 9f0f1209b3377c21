"""Variations 19, 23 and 24: what stands around, odd signs, and the inner life of Word files."""

from io import BytesIO
from zipfile import ZipFile

from msgspec.structs import replace

from pbeditor.model.document import Budget
from tests.corpus.case import Case, Found
from tests.corpus.office import BOOKS, OPENING, SECTIONS, TITLE, document, grid, head, whole
from tests.corpus.paper import Blocks, C, Grid, Raw, as_word, word_table
from tests.exchange.builders import NAMESPACES, p, package, r
from tests.exchange.make_reader_samples import TYPE, relations

NAMED = "1、公共图书馆免费开放经费绩效目标表"
REVISION = 'w:id="1" w:author="甲" w:date="2020-01-01T00:00:00Z"'
BEFORE = tuple(f"预算公开{number:02d}表" for number in range(1, 8))
AFTER = tuple(f"预算公开{number:02d}表" for number in range(8, 14))
TERMS = ("第三部分 名词解释", "一般公共预算拨款收入：指财政当年拨付的资金。")
STAMP = "（公章）"


def around() -> Blocks:
    """A stamp in a text box, thirteen tables of the budget, and an explanation of terms."""
    box = f"<w:txbxContent>{p(STAMP)}</w:txbxContent>"
    shape = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt;height:30pt">'
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    tables: Blocks = []
    for name in BEFORE:
        tables += [[(name, "收入"), ("科目", "金额")], " "]
    rest: Blocks = []
    for name in AFTER:
        rest += [[(name, "支出"), ("科目", "金额")], " "]
    return [Raw(shape), *tables, *whole(OPENING), *rest, *TERMS]


def listed() -> tuple[Found, ...]:
    """What of it has no place in the document."""
    before = (
        Found("ignored", f"第{number}张表", f"{name} / 收入 / 科目 / 金额") for number, name in enumerate(BEFORE, 1)
    )
    after = (
        Found("ignored", f"第{number}张表", f"{name} / 支出 / 科目 / 金额") for number, name in enumerate(AFTER, 10)
    )
    terms = (Found("ignored", "第15张表", text) for text in TERMS)
    return Found("ignored", "正文", STAMP), *before, *after, *terms


ODD = replace(
    OPENING,
    budget=Budget("12.00", "10.00", "2.00"),
    purpose="用于“图书更新”与设备 <A&B>。",
    goals="1、保障目标完成。",
    indicators=(replace(BOOKS, name="新增图书 册数"),),
)


def odd() -> Blocks:
    """NBSP, full-width digits, entities, and Kangxi radicals that stand for the plain signs."""
    lines = head(replace(ODD, budget=Budget("１２.００", "１０.００", "２.００")))
    lines[3] = (C("", 6, inside="用于&ldquo;图书更新&#8221;与设备&nbsp;&lt;A&amp;B&gt;。"),)
    lines[5] = (C("２５.００", 2), C("50.00％", 2), C("75.00"), C("１００.００"))
    lines[6] = ("绩效⽬标", C("1、保障⽬标完成。", 6))
    table: Grid = grid(ODD)
    table[1] = [*table[1][:2], C("", inside="新增图书&#160;册数&#8203;"), *table[1][3:]]
    return [TITLE, NAMED, lines, " ", table]


def run(text: str, kind: str) -> str:
    """A piece of text in one of Word's wrappings."""
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>{inside}'
        for each, inside in (
            ("begin", "<w:r><w:instrText> REF a </w:instrText></w:r>"),
            ("separate", r(text)),
            ("end", ""),
        )
    )
    return {
        "inserted": f"<w:ins {REVISION}>{r(text)}</w:ins>",
        "deleted": f"<w:del {REVISION}><w:r><w:delText>{text}</w:delText></w:r></w:del>",
        "link": f'<w:hyperlink w:anchor="a">{r(text)}</w:hyperlink>',
        "content": f"<w:sdt><w:sdtPr/><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>",
        "field": field,
    }[kind]


def inner() -> Blocks:
    """Content controls, tracked changes, links, fields and a nested table in the cells."""
    lines = head(OPENING)
    code, name = OPENING.code, OPENING.name
    lines[1] = (
        "项目编码",
        C(code, 2, inside=p(run(code, "content"))),
        "项目名称",
        C(name, 3, inside=p(run("原来的", "deleted") + run(name, "inserted"))),
    )
    lines[3] = (C(OPENING.purpose, 6, inside=p(run(OPENING.purpose[:4], "link") + run(OPENING.purpose[4:], "field"))),)
    nested = word_table([("附：", "书目")])
    lines[6] = ("绩效目标", C(OPENING.goals, 6, inside="".join(map(p, OPENING.goals.split("\n"))) + nested + p("")))
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{word_table(grid(OPENING))}</w:sdtContent></w:sdt>"
    return [TITLE, NAMED, lines, " ", Raw(control)]


def with_footnote() -> bytes:
    """A Word file with a footnote, which Word keeps in a part of its own between two lines that are notes as well."""
    with ZipFile(BytesIO(as_word([TITLE, NAMED, head(OPENING), " ", grid(OPENING)]))) as package_:
        parts: dict[str, str | bytes] = {name: package_.read(name) for name in package_.namelist()}
    line = f'<w:footnote w:type="separator" w:id="-1">{p("线")}</w:footnote>'
    note = f'<w:footnote w:id="1">{p(FOOTNOTE.original)}</w:footnote>'
    kinds = (("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml"))
    kind = f'<Override PartName="/word/footnotes.xml" ContentType="{TYPE}.footnotes+xml"/></Types>'
    types = parts["[Content_Types].xml"]
    assert isinstance(types, bytes)
    return package({
        **parts,
        "[Content_Types].xml": types.replace(b"</Types>", kind.encode()),
        "word/_rels/document.xml.rels": relations(*kinds),
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{line}{note}</w:footnotes>",
    })  # fmt: skip


WIDE = Found("guessed", "项目1“公共图书馆免费开放经费”", "１２.００ / １０.００ / ２.００")
FOOTNOTE = Found("ignored", "第2张表", "注：数据取自年报。")
UNSEEN = tuple(
    Found("guessed", f"项目1“公共图书馆免费开放经费”{place}", original)
    for place, original in (
        (" 预算规模及资金用途", "用于“图书更新”与设备〈U+00A0〉<A&B>。"),
        (" 绩效目标", "1、保障〈U+2F6C〉标完成。"),
        ("绩效指标第1行 三级指标", "新增图书〈U+00A0〉册数〈U+200B〉"),
    )
)
NESTED = Found("ignored", "第2张表", "附： / 书目")
CASES = (
    Case("19-other-tables-around", ("docx",), around(), document(OPENING, sections=SECTIONS), listed()),
    Case("23-odd-signs", ("html",), odd(), document(ODD), (WIDE, *UNSEEN)),
    Case("24-footnotes", ("docx",), [], document(OPENING), (FOOTNOTE,), with_footnote),
    Case("24-inside-word", ("docx", "odt"), inner(), document(OPENING), (NESTED,)),
)

"""OpenDocument texts and spreadsheets."""

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from tests.exchange.builders import package
from tests.exchange.shown import LAYOUTS, WORKBOOK, Cells, sample, seen

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
    )
)


def odf(kind: str, body: str, styles: str = "", **more: str) -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}>{styles}<office:body>{body}</office:body></office:document-content>"
    )
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content, **more})


def odt(body: str, styles: str = "") -> list[str | Cells]:
    return seen(read_sheet(odf("text", f"<office:text>{body}</office:text>", styles), "甲").blocks)


def ods(rows: str) -> list[str | Cells]:
    sheet = f'<table:table table:name="表">{rows}</table:table>'
    return seen(read_sheet(odf("spreadsheet", f"<office:spreadsheet>{sheet}</office:spreadsheet>"), "甲").blocks)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def cell(text: str, **settings: int) -> str:
    said = "".join(f" table:number-{name.replace('_', '-')}='{value}'" for name, value in settings.items())
    return f"<table:table-cell{said}>{p(text)}</table:table-cell>"


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def numbers(name: str, look: str, after: str) -> str:
    level = f'<text:list-level-style-number text:level="1" style:num-format="{look}" style:num-suffix="{after}"/>'
    style = f'<text:list-style style:name="{name}">{level}</text:list-style>'
    return f"<office:automatic-styles>{style}</office:automatic-styles>"


def items(*texts: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item>{p(text)}{p('又')}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="L"{more}>{inside}</text:list>'


def test_a_converted_text_keeps_text_lists_and_tables() -> None:
    assert seen(read_sheet(sample("layouts.odt"), "甲.docx").blocks) == LAYOUTS


def test_a_converted_spreadsheet_is_read_as_shown() -> None:
    assert seen(read_sheet(sample("workbook.ods"), "甲").blocks) == WORKBOOK


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a\n   b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e", "a b  c d\ne"),
        ("a<text:span>b<text:a>c</text:a></text:span>d", "abcd"),
        ("a<text:note><text:note-citation>1</text:note-citation></text:note>c", "ac"),
        ("a<office:annotation><text:p>b</text:p></office:annotation>c", "ac"),
        ("<text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>", "甲"),
        ("\uf0b390\u2011x", "≥90-x"),
    ],
)
def test_a_line_says_what_a_reader_of_the_paper_sees(body: str, text: str) -> None:
    assert odt(p(body)) == [text]


def test_hidden_and_deleted_text_is_left_out() -> None:
    style = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    deleted = f"<text:tracked-changes><text:deletion>{p('x')}</text:deletion></text:tracked-changes>"
    body = deleted + p('a<text:span text:style-name="H">b</text:span>c')
    assert odt(body, f"<office:automatic-styles>{style}</office:automatic-styles>") == ["ac"]


@pytest.mark.parametrize(
    ("look", "after", "labels"),
    [
        ("1", "、", ("1、", "2、")),
        ("一, 二, 三, ...", ".", ("一.", "二.")),
        ("A", "", ("A ", "B ")),
        ("", "、", ("", "")),
    ],
)
def test_lists_are_numbered(look: str, after: str, labels: tuple[str, str]) -> None:
    assert odt(items("a", "b"), numbers("L", look, after)) == [f"{labels[0]}a", "又", f"{labels[1]}b", "又"]


def test_a_list_begins_anew_unless_it_goes_on() -> None:
    body = items("a") + items("b", more=' text:continue-numbering="true"') + items("c")
    assert odt(body, numbers("L", "1", ".")) == ["1.a", "又", "2.b", "又", "1.c", "又"]


def test_spans_and_rows_in_groups_make_one_table() -> None:
    first = row(cell("a", rows_spanned=2), cell("b", columns_spanned=2))
    head = f"<table:table-header-rows>{first}</table:table-header-rows>"
    body = row("<table:covered-table-cell/>", cell("c"), cell("d"))
    assert odt(f"<table:table>{head}{body}</table:table>") == [
        [[("a", 0, 1, 2), ("b", 1, 2, 1)], [("c", 1, 1, 1), ("d", 2, 1, 1)]]
    ]


def test_boxes_and_inner_tables_follow_what_they_lie_in() -> None:
    inner = f"<table:table>{row(cell('内'))}</table:table>"
    box = f"<draw:frame><draw:text-box>{p('框')}{inner}</draw:text-box></draw:frame>"
    filled = f"<table:table-cell>{p('a' + box)}{inner}</table:table-cell>"
    outer = f"<table:table>{row(filled)}</table:table>"
    table = [[("内", 0, 1, 1)]]
    assert odt(outer + p("末" + box)) == [[[("a", 0, 1, 1)]], "框", table, table, "末", "框", table]


def test_cells_of_a_spreadsheet_may_be_repeated() -> None:
    assert ods(row(cell("a", columns_repeated=2), times=2) + row(cell(""), times=1_048_000) + row(cell("b"))) == [
        [[("a", 0, 1, 1), ("a", 1, 1, 1)], [("a", 0, 1, 1), ("a", 1, 1, 1)]],
        [[("b", 0, 1, 1)]],
    ]


@pytest.mark.parametrize("read", [ods, lambda rows: odt(f"<table:table>{rows}</table:table>")])
def test_repeats_of_absurd_size_are_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read(row(cell("a", columns_repeated=16_384), times=1_048_576))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (odf("presentation", ""), "OpenDocument"),
        (odf("text", "", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "密码"),
        (odf("text", "<office:text>"), "损坏"),
        (odf("text", "", styles="").replace(b"PK\x05\x06", b"PK\x05\x07"), "损坏"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_sheet(data, "甲")


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><office:text>&b;</office:text>'
    data = package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bomb})
    with pytest.raises(UnreadableError, match="损坏"):
        read_sheet(data, "甲")


def test_boxes_inside_boxes_have_no_end() -> None:
    deep = "<draw:frame><text:p>" * 100 + "a" + "</text:p></draw:frame>" * 100
    assert odt(p(deep)) == [""] * 100 + ["a"]


def note(kind: str, text: str) -> str:
    inside = f"<text:note-citation>1</text:note-citation><text:note-body>{p(text)}</text:note-body>"
    return f'<text:note text:note-class="{kind}">{inside}</text:note>'


def test_footnotes_follow_the_text_and_endnotes_follow_them() -> None:
    marked = p("甲" + note("endnote", "尾") + note("footnote", "脚"))
    table = f"<table:table>{row(cell('乙' + note('other', '又')))}</table:table>"
    assert odt(marked + table + p("丙")) == ["甲", [[("乙", 0, 1, 1)]], "丙", "脚", "又", "尾"]


def test_text_in_a_struck_or_hidden_style_is_told() -> None:
    styles = "".join(
        f'<style:style style:name="{name}"><style:text-properties {look}/></style:style>'
        for name, look in (
            ("S", 'style:text-line-through-style="solid"'),
            ("T", 'style:text-line-through-type="double"'),
            ("N", 'style:text-line-through-style="none"'),
            ("H", 'text:display="none"'),
        )
    )
    spans = "".join(f'<text:span text:style-name="{name}">{name}</text:span>' for name in "STNH")
    body = p(f'{spans}<text:span text:style-name="S"> </text:span>')
    data = odf(
        "text", f"<office:text>{body}</office:text>", f"<office:automatic-styles>{styles}</office:automatic-styles>"
    )
    found = read_sheet(data, "甲")
    assert seen(found.blocks) == ["N"]
    assert [(one.message[:7], one.original) for one in found.notes] == [("有 2 处划掉", "S\nT"), ("有 1 处隐藏", "H")]


def test_comments_pictures_and_objects_are_told() -> None:
    picture, thing = "<draw:frame><draw:image/></draw:frame>", "<draw:frame><draw:object/><draw:image/></draw:frame>"
    comment = f"<office:annotation>{p('改')}</office:annotation>"
    found = read_sheet(odf("text", f"<office:text>{p('甲' + picture + thing + comment)}</office:text>"), "甲")
    assert [(one.message.split("，")[0], one.original) for one in found.notes] == [
        ("有 1 条批注", "改"),
        ("有 1 个嵌入的对象（如 Excel 表格）", ""),
        ("有 1 张图片", ""),
    ]


def test_errors_comments_and_hidden_sheets_of_a_workbook_are_told() -> None:
    calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    wrong = f'<table:table-cell xmlns:c="{calc}" c:value-type="error">{p("#REF!")}</table:table-cell>'
    said = f"<table:table-cell><office:annotation>{p('核对')}</office:annotation>{p('甲')}</table:table-cell>"
    look = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    sheet = f'<table:table table:name="旧稿" table:style-name="ta1">{row(said, wrong)}</table:table>'
    body = f"<office:spreadsheet>{sheet}</office:spreadsheet>"
    found = read_sheet(odf("spreadsheet", body, f"<office:automatic-styles>{look}</office:automatic-styles>"), "甲")
    assert seen(found.blocks) == [[[("甲", 0, 1, 1)]]]
    assert [(one.where, one.message.split("，")[0], one.original) for one in found.notes] == [
        ("隐藏的工作表“旧稿”", "这张工作表在原文件里是隐藏的", ""),
        ("全文", "有 1 个单元格的公式出错", "B1 #REF!"),
        ("全文", "有 1 条批注", "A1 核对"),
    ]

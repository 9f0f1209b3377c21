"""Web pages, Word and Excel files saved as such, and tables from the clipboard."""

import codecs

import pytest

from pbeditor.exchange.html_in import html_sheet, read_html
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from tests.exchange.shown import LAYOUTS, Cells, sample, seen


def page(body: str) -> list[str | Cells]:
    return seen(html_sheet(f"<html><head><title>名</title></head><body>{body}</body></html>").blocks)


def test_a_converted_file_keeps_text_and_tables() -> None:
    found = seen(read_sheet(sample("layouts.html"), "甲.doc").blocks)
    changed = {2: "保留插入删除结尾", 5: "1.第一项", 6: "2.第二项", 7: "1.甲", 8: "3.第三项"}  # HTML tells no more
    assert found == [changed.get(place, block) for place, block in enumerate(LAYOUTS)]


def test_a_workbook_saved_as_a_page_is_read_as_shown() -> None:
    (table,) = seen(read_sheet(sample("workbook.html"), "甲.xls").blocks)
    assert table[1] == [("预算数", 0, 1, 1), ("2.00", 1, 1, 1), ("其他资金", 2, 1, 1), ("1,234.50", 3, 1, 1)]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a\n  b<b> c</b></p>", "a b c"),
        ("<p>a<br>b<br/></p>", "a\nb"),
        ("<p>&nbsp;a&nbsp;&nbsp;b&ge;&#8805;&lt;</p>", "a  b≥≥<"),
        ("<p>a<script>b</script><style>c</style><!-- d --></p>", "a"),
        ("<p>a<span style='display:none'>b</span><span style='mso-hide: all'>c</span><i hidden>d</i></p>", "a"),
        ("<p>a<del>b</del><ins>c</ins></p>", "ac"),
        ("<p><![if !supportLists]>1、<![endif]>a<!--[if gte mso 9]>b<![endif]--></p>", "1、a"),
        ("<p><span style='font-family:Symbol'>&sup3;</span>90</p>", "≥90"),
        ("<p><font face=Symbol>&#61619;<span style='font-family:宋体'>&sup3;</span></font></p>", "≥³"),
        ("<p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l</span></span>a</p>", "a"),
        ("<p><ruby>甲<rt>x</rt></ruby></p>", "甲"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<p>a<input value=b><input type=hidden value=c></p>", "ab"),
        ("<select><option>a<option selected>b</select>", "b"),
        ("<p>a\x00b</p>", "ab"),
    ],
)
def test_a_line_says_what_a_browser_shows(body: str, text: str) -> None:
    assert page(body) == [text]


def test_blocks_end_lines_and_an_invisible_blank_holds_one_open() -> None:
    assert page("a<div>b</div>c<p></p><p>&nbsp;</p><h1>d</h1>") == ["a", "b", "c", "", "d"]


def test_lists_are_numbered() -> None:
    body = "<ol><li>a<li><p>b</p><ol type=a><li>c</ol></li><li value=7>d</ol><ul><li>e</ul><ol start=3><li>f</ol>"
    assert page(body) == ["1.a", "2.b", "a.c", "7.d", "e", "3.f"]


def test_cells_find_their_places_between_spans() -> None:
    body = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td rowspan=9>d<tr><td colspan=2>e</table>"
    assert page(body) == [
        [[("a", 0, 1, 2), ("b", 1, 2, 1)], [("c", 1, 1, 1), ("d", 2, 1, 2)], [("e", 0, 2, 1)]],
    ]


@pytest.mark.parametrize(("span", "columns"), [("0", 1), ("-3", 1), ("x", 1), ("2.5", 2), ("999999", 1000)])
def test_absurd_spans_are_cut(span: str, columns: int) -> None:
    assert page(f"<table><tr><td colspan='{span}' rowspan=70000>a</table>") == [[[("a", 0, columns, 1)]]]


def test_a_rowspan_of_zero_reaches_down_to_the_end() -> None:
    assert page("<table><tr><td rowspan=0>a<td>b<tr><td>c</table>") == [
        [[("a", 0, 1, 2), ("b", 1, 1, 1)], [("c", 1, 1, 1)]]
    ]


def test_an_inner_table_follows_the_outer_one() -> None:
    body = "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>"
    assert page(body) == [[[("a\nc", 0, 1, 1), ("d", 1, 1, 1)]], [[("b", 0, 1, 1)]]]


def test_tags_left_open_or_out_of_place_cost_nothing() -> None:
    assert page("<table><caption>题</caption><td><p>a<td>b</p><tr><th>c") == [
        "题",
        [[("a", 0, 1, 1), ("b", 1, 1, 1)], [("c", 0, 1, 1)]],
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<html><p>中文".encode(),
        "<html><p>中文".encode("gb18030"),
        codecs.BOM_UTF8 + "<html><p>中文".encode(),
        "<html><p>中文".encode("utf-16"),
        "<html><meta charset=gb2312><p>中文".encode("gbk"),
        "<html><meta http-equiv=content-type content='text/html; charset=\"GBK\"'><p>中文".encode("gbk"),
        "<?xml version='1.0' encoding='utf-8'?><html><p>中文".encode(),
        "<html><meta charset=nonsense><p>中文".encode(),
        "<html><meta charset=utf-8><p>中文".encode("gbk"),  # says what it is not
        "<meta charset=big5><p>中文".encode("big5"),
    ],
)
def test_a_page_is_read_in_its_own_encoding(data: bytes) -> None:
    assert seen(read_sheet(data, "甲.xls").blocks) == ["中文"]


def test_the_header_of_the_clipboard_is_no_text() -> None:
    header = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nSourceURL:file:///x\r\n"
    fragment = (
        "<html><body>\r\n<!--StartFragment--><table><tr><td>a</td></tr></table><!--EndFragment--></body></html>\0"
    )
    assert seen(html_sheet(header + fragment).blocks) == [[[("a", 0, 1, 1)]]]


def test_plain_text_is_a_paragraph() -> None:
    assert seen(html_sheet("a").blocks) == ["a"]
    assert html_sheet("").blocks == ()


@pytest.mark.parametrize(
    "body",
    [
        "<tr><td colspan=1000 rowspan=65534>a" * 20_000,
        "<tr><td colspan=1000 rowspan=65534>a" * 16 + "<tr><td>b" * 200_000,
        "<tr>" + "<td rowspan=0>a" * 2_000 + "<tr>" * 10_000 + "<td>b",
    ],
)
def test_tables_of_absurd_size_are_refused(body: str) -> None:
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read_html(f"<table>{body}".encode(), "甲")


def test_tags_inside_tags_have_no_end() -> None:
    assert seen(html_sheet("<div>" * 20_000 + "a").blocks) == ["a"]
    assert len(html_sheet("<table><tr><td>a" * 2_000).blocks) == 32


def told(body: str) -> list[tuple[str, str]]:
    return [(note.message.split("，")[0], note.original) for note in html_sheet(f"<body>{body}</body>").notes]


@pytest.mark.parametrize(
    "mark",
    [
        "<a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a>",
        "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
        "<a name='_edn12'>[12]</a>",
        "<a class=msocomanchor href='#_msocom_1'>[甲1]</a>",
    ],
)
def test_the_number_of_a_footnote_is_no_part_of_the_text(mark: str) -> None:
    assert page(f"<p>2.00{mark}</p>") == ["2.00"]
    assert page("<p><a href='#_Toc1' name='_Toc2'>目标</a></p>") == ["目标"]


def test_struck_text_goes_and_is_told_but_cells_stay() -> None:
    cell = "<td style='text-decoration: underline line-through'>旧<b>值</b></td>"
    body = f"<p><s>1.00</s>2.00<strike>又</strike></p><table><tr>{cell}<td><s>另</s>新</td></tr></table>"
    assert page(body) == ["2.00", [[("", 0, 1, 1), ("新", 1, 1, 1)]]]
    assert told(body) == [("有 4 处划掉（加了删除线）的文字", "1.00\n又\n旧值\n另")]


def test_hidden_text_is_told_but_not_what_no_browser_shows() -> None:
    hidden = "<span style='display:none'>暗<script>x</script><s>又</s></span><i hidden>藏</i>"
    body = f"<style>p {{}}</style><p>甲{hidden}<del>改</del></p><noscript><b style='display:none'>无</b></noscript>"
    assert told(body) == [("有 1 处隐藏的文字", "暗又藏")]


def test_boxes_to_tick_are_signs_of_their_font() -> None:
    body = "<p><span style='font-family:Wingdings'>&thorn; o</span><font face='Wingdings 2'>&pound;</font>否</p>"
    assert page(body) == ["☑ □□否"]

"""RTF as Word, WPS and LibreOffice write it."""

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.exchange.rtf_in import read_rtf
from pbeditor.model.errors import UnreadableError
from tests.exchange.shown import LAYOUTS, Cells, sample, seen


def blocks(body: str, head: str = "") -> list[str | Cells]:
    return seen(read_rtf(f"{{\\rtf1\\ansi\\ansicpg936{head} {body}}}".encode("gb18030"), "甲").blocks)


def row(*cells: str, definition: str) -> str:
    inside = "".join(f"{cell}\\cell " for cell in cells)
    return f"\\trowd{definition}\\pard\\intbl {inside}\\row "


def test_a_converted_file_keeps_text_lists_and_tables() -> None:
    assert seen(read_sheet(sample("layouts.rtf"), "甲.doc").blocks) == LAYOUTS


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'d6\'d0\'ce\'c4", "中文"),
        ("中文", "中文"),
        (r"\u20013?\u25991 ?", "中文"),
        (r"\uc2\u20013\'d6\'d0\uc0\u25991x", "中文x"),
        (r"{\uc0\u20013}\u25991?x", "中文x"),
        (r"\u-10187 ?\u-9216 ?", "\U0001d400"),
        (r"a\~b\_c\-d\emdash e\{\}\\f", "a b-cd—e{}\\f"),
        (r"a\line b\tab c", "a\nb c"),
        (r"a{\*\unknown b}{\info{\title c}}{\v e}{\deleted f}\plain g", "ag"),
        (r"a{\v b\v0 c}", "ac"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt b}}c", "bc"),
        (r"{\listtext 1\'a1\'a2\tab}a", "1、a"),
        (r"{\listtext 1\tab}a", "1 a"),
        (r"{\upr{a}{\*\ud{\u20013?}}}", "中"),
        (r"{\info{\upr{\title a}{\*\ud{\title b}}}}{\header{\shp{\*\shpinst{\shptxt c\par}}}}d", "d"),
        (r"a{\pict\bin5 }}}}}b}c", "ac"),
        (r"a{\*\bkmkstart x}b}}c", "abc"),
    ],
)
def test_a_line_says_what_a_reader_of_the_paper_sees(body: str, text: str) -> None:
    assert blocks(body) == [text]


def test_bytes_are_read_in_the_character_set_of_their_font() -> None:
    fonts = r"{\fonttbl{\f1\fcharset134 a;}{\f2\fcharset2 Symbol;}{\f3\fcharset204 b;}}"
    assert blocks(r"{\f1\'d6\'d0}{\f2\'b3 }{\f2\u-3933 ?}{\f3\'c6}", fonts) == ["中≥ ≤Ж"]


def test_a_file_names_the_font_of_its_plain_text() -> None:
    assert blocks(r"\'c6", r"\deff3{\fonttbl{\f3\fcharset204 b;}}") == ["Ж"]


def test_bytes_that_do_not_fit_their_font_are_read_as_the_file_says_or_left_out() -> None:
    fonts = rb"{\fonttbl{\f1\fcharset134 a;}}\f1"
    western, chinese = (rb"{\rtf1\ansi\ansicpg" + page + fonts + rb" caf\'e9.}" for page in (b"1252", b"936"))
    assert seen(read_rtf(western, "甲").blocks) == ["café."]
    assert seen(read_rtf(chinese, "甲").blocks) == ["caf."]


def test_cells_stand_on_the_grid_of_all_right_ends() -> None:
    table = row("一", "二", definition=r"\clvmgf\cellx1000\cellx3000")
    table += row("", "三", "四", definition=r"\clvmrg\cellx1010\cellx2000\cellx3000")
    assert blocks(table + r"\pard 后\par") == [
        [[("一", 0, 1, 2), ("二", 1, 2, 1)], [("三", 1, 1, 1), ("四", 2, 1, 1)]],
        "后",
    ]


def test_cells_merged_across_are_one() -> None:
    table = row("一", "", "二", definition=r"\clmgf\cellx1000\clmrg\cellx2000\cellx3000")
    assert blocks(table) == [[[("一", 0, 2, 1), ("二", 2, 1, 1)]]]


def test_a_definition_may_follow_its_cells() -> None:
    assert blocks(r"\pard\intbl a\cell b\cell{\trowd\cellx500\cellx900\row}") == [[[("a", 0, 1, 1), ("b", 1, 1, 1)]]]


def test_a_row_without_definition_has_its_cells_side_by_side() -> None:
    assert blocks(r"\intbl a\cell b\cell\row c\cell\row") == [[[("a", 0, 1, 1), ("b", 1, 1, 1)], [("c", 0, 1, 1)]]]


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    assert blocks(row(r"a\par b", "c", definition=r"\cellx500\cellx1000")) == [[[("a\nb", 0, 1, 1), ("c", 1, 1, 1)]]]


def test_a_cell_without_width_has_a_place_of_its_own() -> None:
    table = row("a", "b", "c", definition=r"\cellx1\cellx1\cellx1000")
    assert blocks(table) == [[[("a", 0, 1, 1), ("b", 1, 1, 1), ("c", 2, 1, 1)]]]


def test_an_inner_table_follows_the_outer_one() -> None:
    inner = r"\pard\intbl\itap2 x\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}{\nonesttables\par}"
    table = rf"\trowd\cellx1000\cellx2000\pard\intbl a\cell {inner}\pard\intbl b\cell\row"
    assert blocks(table) == [[[("a", 0, 1, 1), ("b", 1, 1, 1)]], [[("x", 0, 1, 1)]]]


def test_a_text_box_follows_its_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt 框\par}}{\shprslt 假}}"
    assert blocks(rf"前{box}后\par 末") == ["前后", "框", "末"]


def test_a_file_that_breaks_off_keeps_what_was_read() -> None:
    whole = row("一", "二", definition=r"\cellx1000\cellx2000")
    data = rf"{{\rtf1 题\par {whole}\trowd\cellx1000\intbl 三\cell 四".encode("gb18030")
    assert seen(read_rtf(data, "甲").blocks) == [
        "题",
        [[("一", 0, 1, 1), ("二", 1, 1, 1)], [("三", 0, 1, 1), ("四", 1, 1, 1)]],
    ]


@pytest.mark.parametrize("data", [b"{\\rtf1 " + b"{" * 9_999, b"{\\rtf1 " + b"\\cell" * 1_000_001])
def test_absurd_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read_rtf(data, "甲")


def test_tables_inside_tables_end_at_a_limit() -> None:
    assert "x" in str(blocks(r"\intbl\itap999999999 x\nestcell\par"))


def notes(body: str) -> list[tuple[str, str]]:
    found = read_rtf(f"{{\\rtf1\\ansi\\ansicpg936 {body}}}".encode("gb18030"), "甲").notes
    return [(note.message.split("，")[0], note.original) for note in found]


def test_footnotes_follow_the_text_and_endnotes_follow_them() -> None:
    end, foot = r"{\footnote\ftnalt\pard\plain {\super\chftn}尾}", r"{\*\footnote\pard\plain {\super\chftn }脚\par 又}"
    table = row(rf"乙{{\super\chftn}}{foot}", definition=r"\cellx1000")
    assert blocks(rf"甲{{\super\chftn}}{end}\par {table}\pard 丙") == [
        "甲",
        [[("乙", 0, 1, 1)]],
        "丙",
        "脚",
        "又",
        "尾",
    ]


def test_a_table_in_a_footnote_leaves_the_row_around_it_as_it_was() -> None:
    foot = r"{\footnote\trowd\cellx500\pard\intbl 内\cell\row\pard 脚}"
    assert blocks(row("甲" + foot, "乙", definition=r"\cellx1000\cellx2000"))[0] == [[("甲", 0, 1, 1), ("乙", 1, 1, 1)]]


def test_what_is_struck_out_or_hidden_is_told_as_whole_stretches() -> None:
    body = r"{\strike 旧}{\strike \u20540?}新{\striked1 双\striked0 后}\par {\strike 另}\strike0{\v 暗}{\v \~}\plain"
    assert blocks(body) == ["新后"]
    assert notes(body) == [("有 3 处划掉（加了删除线）的文字", "旧值\n双\n另"), ("有 1 处隐藏的文字", "暗")]


def test_headers_comments_pictures_and_objects_are_told() -> None:
    edges = r"{\header 单位：元\par}{\headerl 单位：元}{\footer — {\field{\*\fldinst PAGE}{\fldrslt 1}} —}"
    shown = r"{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}{\pict 00}{\object{\result {\pict 00}}}"
    table = r"{\headerf\trowd\cellx500\cellx900\pard\intbl 表\cell 头\cell\row}"
    body = edges + table + r"甲{\*\annotation\pard 改}" + shown
    assert blocks(body) == ["甲"]
    assert notes(body) == [
        ("页眉、页脚里的文字未导入", "单位：元\n表 头"),
        ("有 1 条批注", "改"),
        ("有 1 个嵌入的对象（如 Excel 表格）", ""),
        ("有 2 张图片", ""),
    ]


def test_boxes_to_tick_are_signs_of_their_font() -> None:
    fonts = r"{\fonttbl{\f1\fnil\fcharset2{\*\panose 05}Wingdings;}{\f2\fcharset2 Wingdings 2;}}"
    assert blocks(r"{\f1\'fe\'6f\'41}{\f2\'a3 \u-4014?}", fonts) == ["☑□□ ☑"]
    assert blocks(r"{\listtext\f1\'6c\tab}a", fonts) == ["a"]

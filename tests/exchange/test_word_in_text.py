"""The text of paragraphs, wherever Word puts it."""

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Paragraph
from tests.exchange.builders import docx, p, r, tbl, tc, texts

CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
ALTERNATIVES = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"


def read(body: str, styles: str = "") -> list[str]:
    return texts(read_sheet(docx(body, styles), "甲.docx"))


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<w:ins>{r('甲')}</w:ins>{r('乙')}", "甲乙"),
        ("<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>" + r("乙"), "乙"),
        (f"<w:moveFrom>{r('甲')}</w:moveFrom><w:moveTo>{r('乙')}</w:moveTo>", "乙"),
        (f"<w:hyperlink>{r('甲')}<w:smartTag>{r('乙')}</w:smartTag></w:hyperlink>", "甲乙"),
        (f"<w:fldSimple>{r('甲')}</w:fldSimple>", "甲"),
        (f"<w:sdt><w:sdtPr>{r('x')}</w:sdtPr><w:sdtContent>{r('甲')}</w:sdtContent></w:sdt>", "甲"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + r("甲"), "甲"),
        ("<w:r><w:t>203</w:t><w:noBreakHyphen/><w:t>0401</w:t></w:r>", "203-0401"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲 乙\n丙"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90</w:t></w:r>', "≥90"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>', "☑是"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="00A3"/><w:t>否</w:t></w:r>', "□否"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:t>甲</w:t></w:r>', "甲"),
        (r("1.00", "<w:strike/>") + r("2.00", '<w:strike w:val="0"/>'), "2.00"),
        (r("1.00", "<w:dstrike/>") + r("9", "<w:vanish/>") + r("2.00"), "2.00"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:tab/><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + r("甲"), "甲"),
        ('<w:r><w:sym w:font="宋体" w:char="2265"/><w:sym w:char="x"/></w:r>', "≥"),
        ("<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>" + r("90%"), "≥90%"),
        ("<w:r><w:ruby><w:rt>" + r("jia") + "</w:rt><w:rubyBase>" + r("甲") + "</w:rubyBase></w:ruby></w:r>", "甲"),
        (ALTERNATIVES.format(r("甲"), r("乙")), "甲"),
        ("<mc:AlternateContent/>" + r("甲"), "甲"),
        ('<w:commentRangeStart w:id="1"/>' + r("甲") + "<w:r><w:commentReference/></w:r>", "甲"),
    ],
)
def test_a_paragraph_reads_as_it_shows(inside: str, text: str) -> None:
    assert read(p(inside)) == [text]


def test_a_text_box_stands_after_its_paragraph() -> None:
    box = "<w:r><w:pict>" + BOX.format(p("框内") + p("二")) + "</w:pict></w:r>"
    assert read(p(box + r("甲")) + p("乙")) == ["甲", "框内", "二", "乙"]


def test_a_text_box_given_twice_is_read_once() -> None:
    twice = ALTERNATIVES.format(
        f"<w:drawing>{BOX.format(p('新'))}</w:drawing>", f"<w:pict>{BOX.format(p('旧'))}</w:pict>"
    )
    assert read(p(f"<w:r>{twice}</w:r>")) == ["", "新"]


def test_a_text_box_in_a_cell_stands_after_the_table() -> None:
    box = p("<w:r><w:pict>" + BOX.format(p("印章")) + "</w:pict></w:r>")
    assert read(tbl(tc(box)) + p("乙")) == ["印章", "乙"]


def test_a_line_of_contents_tells_its_page_and_where_it_leads() -> None:
    line = "<w:hyperlink w:anchor='_Toc7'>" + r("甲") + "<w:r><w:tab/></w:r>" + r("12") + "</w:hyperlink>"
    styles = '<w:style w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    found = read_sheet(docx(p(line, '<w:pStyle w:val="10"/>'), styles), "甲.docx")
    assert found.blocks == (Paragraph("甲", sheet.ENTRY, target="_Toc7", page=12),)


def test_a_page_reference_also_tells_where_a_line_of_contents_leads() -> None:
    line = r("甲") + "<w:r><w:tab/></w:r><w:r><w:instrText> PAGEREF _Toc8 \\h </w:instrText></w:r>" + r("3")
    found = read_sheet(docx(p(line, '<w:pStyle w:val="TOC1"/>')), "甲.docx")
    assert found.blocks == (Paragraph("甲", sheet.ENTRY, target="_Toc8", page=3),)


def test_our_styles_are_known_by_name_when_a_program_has_renamed_their_ids() -> None:
    styles = '<w:style w:styleId="a3"><w:name w:val="绩效项目标题"/></w:style>'
    found = read_sheet(docx(p("甲", '<w:pStyle w:val="a3"/>'), styles), "甲.docx")
    assert found.blocks == (Paragraph("甲", sheet.PROJECT),)


def test_a_page_break_before_a_paragraph_is_seen() -> None:
    body = p("甲", "<w:pageBreakBefore/>") + p("乙", '<w:pageBreakBefore w:val="0"/>')
    found = read_sheet(docx(body), "甲.docx").blocks
    assert [one.page_before for one in found if isinstance(one, Paragraph)] == [True, False]


def notes(body: str) -> list[tuple[str, str]]:
    return [(note.message, note.original) for note in read_sheet(docx(body), "甲.docx").notes]


def test_what_is_struck_out_or_hidden_is_told_as_whole_stretches() -> None:
    struck = r("旧", "<w:strike/>") + r("值", "<w:strike/>") + r("新") + r("又", "<w:strike/>")
    assert notes(tbl(tc(p(struck)) + tc(p(r("另", "<w:strike/>") + r("暗", "<w:vanish/>"))))) == [
        ("有 3 处划掉（加了删除线）的文字，未导入", "旧值\n又\n另"),
        ("有 1 处隐藏的文字，未导入", "暗"),
    ]


def test_a_struck_mark_of_a_paragraph_takes_no_text_with_it() -> None:
    body = p(r("甲"), "<w:rPr><w:strike/><w:vanish/></w:rPr>")
    assert (read(body), notes(body)) == (["甲"], [])


def test_a_prompt_that_nobody_has_filled_in_is_blank_and_told() -> None:
    prompt = CONTROL.format("<w:showingPlcHdr/>", r("单击此处") + r("输入文字。"))
    filled = CONTROL.format('<w:showingPlcHdr w:val="0"/>', r("乙"))
    body = p(prompt + filled)
    assert (read(body), notes(body)) == (["乙"], [("有 1 处填写提示还没有填写，按空白导入", "单击此处输入文字。")])

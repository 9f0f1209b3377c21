"""Workbooks of today: cells, merged places, formats, sheets."""

from typing import Any

import pytest

from pbeditor.exchange.archive import Package
from pbeditor.exchange.excel_in import read_excel
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Table
from tests.exchange.builders import RELATION, RELATIONS, package
from tests.exchange.shown import WORKBOOK, Cells, sample, seen

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(
    *sheets: str,
    after: str = "",
    texts: str = "",
    styles: str = "",
    about: str = "",
    parts: dict[str, str] | None = None,
) -> bytes:
    """A workbook of sheets, each the XML of its rows."""
    names = "".join(f'<sheet name="表{n}" r:id="r{n}"/>' for n in range(len(sheets)))
    kinds = [(f"r{n}", "worksheet", f"worksheets/{n}.xml") for n in range(len(sheets))]
    kinds += [("a", "sharedStrings", "texts.xml"), ("b", "styles", "styles.xml")]
    relations = "".join(f'<Relationship Id="{n}" Type="{RELATION}/{k}" Target="{t}"/>' for n, k, t in kinds)
    content: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}">{about}<sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        "xl/texts.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    for number, rows in enumerate(sheets):
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
        content[f"xl/worksheets/{number}.xml"] = sheet
    return package({**content, **(parts or {})})


def notes(data: bytes) -> list[tuple[str, str]]:
    return [(note.message, note.original) for note in read_sheet(data, "甲").notes]


def cells(*rows: str, **more: Any) -> list[str | Cells]:
    inside = "".join(f"<row>{row}</row>" for row in rows)
    return seen(read_excel(Package(workbook(inside, **more), "甲")).blocks)


def c(text: str, kind: str = "str", place: str = "") -> str:
    where = f' r="{place}"' if place else ""
    return f'<c t="{kind}"{where}><v>{text}</v></c>'


def test_a_workbook_is_read_as_shown() -> None:
    assert seen(read_sheet(sample("workbook.xlsx"), "甲.et").blocks) == WORKBOOK


def test_a_blank_row_ends_a_table_and_a_merged_place_holds_it_together() -> None:
    merged = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    assert cells(c("a"), "", c("b"), "", c("c"), after=merged) == [
        [[("a", 0, 2, 2)], [], [("b", 0, 1, 1)]],
        [[("c", 0, 1, 1)]],
    ]


def test_cells_without_places_stand_side_by_side() -> None:
    assert cells(c("a") + "<c/>" + c("b", place="D1") + c("c")) == [[[("a", 0, 1, 1), ("b", 3, 1, 1), ("c", 4, 1, 1)]]]


def test_a_table_begins_at_its_own_first_column() -> None:
    assert cells(c("a", place="C5") + c("b", place="D5")) == [[[("a", 0, 1, 1), ("b", 1, 1, 1)]]]


def test_shared_texts_come_without_their_reading_aids() -> None:
    texts = "<si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>x</t></rPh><r><t xml:space='preserve'> 丙</t></r></si>"
    assert cells(c("1", "s") + c("0", "s") + c("9", "s"), texts=texts) == [[[("乙 丙", 0, 1, 1), ("甲", 1, 1, 1)]]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="inlineStr"><is><t>甲</t></is></c>', "甲"),
        (c("1", "b"), "TRUE"),
        (c("#REF!", "str"), "#REF!"),
        (c("2020-03-01", "d"), "2020-03-01"),
        (c("2.50", "n"), "2.5"),
        (c("not a number", "n"), "not a number"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
        ('<c s="99"><v>2</v></c>', "2"),
    ],
)
def test_a_cell_is_read_by_its_kind(cell: str, text: str) -> None:
    assert cells(cell) == [[[(text, 0, 1, 1)]]]


def test_a_formula_that_was_never_computed_is_blank() -> None:
    for formula in ("<c><f>1+1</f></c>", "<c><f>1+1</f><v/></c>"):
        assert cells(formula) == []
        ((message, places),) = notes(workbook(f"<row>{c('a')}{formula}</row>"))
        assert (message.split("；")[0], places) == ("有 1 个公式没有保存结果，按空白导入", "B1")


def test_a_formula_that_comes_to_no_text_is_no_news() -> None:
    assert notes(workbook(f'<row>{c("a")}<c t="str"><f>""</f><v></v></c></row>')) == []


def test_an_error_is_blank_and_told_with_its_place() -> None:
    row = f"<row>{c('a')}{c('#REF!', 'e')}</row>"
    assert seen(read_sheet(workbook(row), "甲").blocks) == [[[("a", 0, 1, 1)]]]
    assert notes(workbook(row)) == [("有 1 个单元格的公式出错，按空白导入", "B1 #REF!")]
    assert notes(workbook(row, row)) == [("有 2 个单元格的公式出错，按空白导入", "表0!B1 #REF!\n表1!B1 #REF!")]


def test_a_number_kept_as_a_text_by_a_quote_loses_it_and_is_told() -> None:
    row = "<row>" + c("'2.00") + c("'九十年代'") + c("'-1,000%") + "</row>"
    shown = [[("2.00", 0, 1, 1), ("'九十年代'", 1, 1, 1), ("-1,000%", 2, 1, 1)]]
    assert seen(read_sheet(workbook(row), "甲").blocks) == [shown]
    assert notes(workbook(row)) == [("有 2 个数字前面有单引号，已去掉，请核对", "A1 '2.00\nC1 '-1,000%")]


def test_head_and_foot_of_the_printed_page_are_told_without_their_codes() -> None:
    head = '<oddHeader>&amp;L&amp;"宋体,加粗"&amp;12单位：元&amp;R&amp;KFF0000甲&amp;&amp;乙</oddHeader>'
    after = f"<headerFooter>{head}<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
    found = notes(workbook(f"<row>{c('a')}</row>", after=after.replace("，", " ")))
    assert found == [("页眉、页脚里的文字未导入", "单位：元\n甲&乙")]


@pytest.mark.parametrize(
    ("kind", "part", "text"),
    [
        (
            "comments",
            '<commentList><comment ref="B2"><text><r><t>改</t></r><r><t>名</t></r></text></comment>',
            "B2 改名",
        ),
        ("threadedComment", '<threadedComment ref="C3"><text>核对</text></threadedComment>', "C3 核对"),
    ],
)
def test_comments_on_cells_are_told_with_their_places(kind: str, part: str, text: str) -> None:
    close = "</commentList>" if kind == "comments" else ""
    target = f'<Relationship Id="a" Type="{RELATION}/{kind}" Target="../{kind}.xml"/>'
    parts = {
        "xl/worksheets/_rels/0.xml.rels": f'<Relationships xmlns="{RELATIONS}">{target}</Relationships>',
        f"xl/{kind}.xml": f'<comments xmlns="{MAIN}">{part}{close}</comments>',
    }
    assert notes(workbook(f"<row>{c('a')}</row>", parts=parts)) == [("有 1 条批注，未导入", text)]


def test_a_hidden_sheet_is_read_and_told() -> None:
    (note,) = read_sheet(sample("workbook.xlsx"), "甲").notes
    assert (note.where, note.kind, note.message.split("，")[:2]) == (
        "隐藏的工作表“隐藏”",
        "guessed",
        ["这张工作表在原文件里是隐藏的", "可能是旧稿或备份；它的项目要不要请核对"],
    )


def test_dates_count_from_1904_where_the_workbook_says_so() -> None:
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    about = '<workbookPr date1904="1"/>'
    assert cells('<c s="1"><v>42429</v></c>', styles=styles, about=about) == [[[("2020/3/1", 0, 1, 1)]]]


def test_a_number_brings_the_digits_that_its_format_hides() -> None:
    styles = '<cellXfs><xf numFmtId="9"/></cellXfs>'
    (block,) = read_excel(Package(workbook("<row><c><v>0.056</v></c></row>", styles=styles), "甲")).blocks
    assert isinstance(block, Table)
    assert [(cell.text, cell.exact) for cell in block.rows[0].cells] == [("6%", "5.6%")]


def test_sheets_are_named_where_several_are_filled() -> None:
    row = f"<row>{c('a')}</row>"
    two = seen(read_excel(Package(workbook(row, "", row), "甲")).blocks)
    assert two == ["表0", [[("a", 0, 1, 1)]], "表2", [[("a", 0, 1, 1)]]]
    assert seen(read_excel(Package(workbook(row, ""), "甲")).blocks) == [[[("a", 0, 1, 1)]]]


def test_two_cells_at_the_ends_of_a_sheet_are_two_small_tables() -> None:
    last = '<row r="1048576"><c r="XFD1048576" t="str"><v>b</v></c></row>'
    data = workbook(f"<row>{c('a')}</row>{last}")
    assert seen(read_sheet(data, "甲").blocks) == [[[("a", 0, 1, 1)]], [[("b", 0, 1, 1)]]]


def test_merged_places_of_absurd_size_cost_nothing() -> None:
    merged = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 9 + "</mergeCells>"
    assert cells(c("a"), c("b"), after=merged) == [[[("a", 0, 16384, 1)]]]


def test_entities_are_refused() -> None:
    opened = Package(workbook(""), "甲")
    parts: dict[str, str | bytes] = {name: opened.read(name) for name in opened.parts()}
    parts["xl/texts.xml"] = '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>'
    with pytest.raises(UnreadableError, match="损坏"):
        read_sheet(package(parts), "甲")

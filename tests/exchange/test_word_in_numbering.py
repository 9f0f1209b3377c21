"""Numbers that Word shows and the text does not hold."""

import pytest

from pbeditor.exchange.reading import read_sheet
from tests.exchange.builders import docx, grid, p, tbl, tc, texts


def level(text: str, numeral: str = "decimal", depth: int = 0) -> str:
    look = f'<w:start w:val="1"/><w:numFmt w:val="{numeral}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{look}</w:lvl>'


def lists(*levels: str, number: str = '<w:abstractNumId w:val="0"/>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum><w:num w:numId="7">{number}</w:num>'


def item(text: str, depth: int = 0, number: int = 7) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def read(body: str, numbering: str, styles: str = "") -> list[str]:
    return texts(read_sheet(docx(body, styles, numbering), "甲.docx"))


def test_titles_are_counted_over_the_text_between() -> None:
    assert read(item("甲") + p("正文") + item("乙"), lists(level("%1、"))) == ["1、甲", "正文", "2、乙"]


@pytest.mark.parametrize(
    ("numeral", "text", "shown"),
    [
        ("chineseCounting", "（%1）", "（三）甲"),
        ("chineseCountingThousand", "第%1部分", "第三部分 甲"),
        ("decimalEnclosedCircle", "%1", "③ 甲"),
        ("decimalFullWidth", "%1．", "３．甲"),
        ("decimalZero", "%1.", "03.甲"),
        ("upperLetter", "%1.", "C.甲"),
        ("lowerRoman", "%1)", "iii)甲"),
        ("unheardOf", "%1)", "3)甲"),
        ("bullet", "●", "甲"),
        ("none", "", "甲"),
    ],
)
def test_each_kind_of_numeral_shows_as_in_word(numeral: str, text: str, shown: str) -> None:
    assert read(item("甲") * 3, lists(level(text, numeral)))[-1] == shown


def test_a_deeper_level_shows_those_above_and_begins_again_under_each() -> None:
    body = item("甲") + item("乙", 1) + item("丙", 1) + item("丁") + item("戊", 1)
    assert read(body, lists(level("%1."), level("%1.%2", depth=1))) == ["1.甲", "1.1 乙", "1.2 丙", "2.丁", "2.1 戊"]


def test_a_style_brings_its_numbers_and_a_paragraph_can_refuse_them() -> None:
    styles = (
        '<w:style w:styleId="base"><w:name w:val="b"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="own"><w:name w:val="o"/><w:basedOn w:val="base"/></w:style>'
    )
    refused = '<w:pStyle w:val="own"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert read(p("甲", '<w:pStyle w:val="own"/>') + p("乙", refused), lists(level("%1、")), styles) == ["1、甲", "乙"]


def test_a_list_can_start_anew() -> None:
    restart = '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    assert read(item("甲") + item("乙"), lists(level("%1、"), number=restart)) == ["5、甲", "6、乙"]


def test_numbers_in_cells_count_too() -> None:
    found = read_sheet(docx(tbl(tc(item("甲")), tc(item("乙"))), "", lists(level("%1."))), "甲.docx")
    assert [row[0][0] for row in grid(found.blocks[0])] == ["1.甲", "2.乙"]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    styles = "".join(
        f'<w:style w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert read(p("甲", '<w:pStyle w:val="a"/>'), "", styles) == ["甲"]

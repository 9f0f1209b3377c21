"""Word files as other programs see them."""

import re
import zipfile
from io import BytesIO

import pytest
from lxml import etree
from msgspec.structs import replace

from pbeditor.exchange.markup import W
from pbeditor.exchange.twips import TWIPS_A_MM
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form, Page, Text
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import PAGE_NUMBER, foot, pitch
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Sheet, Table
from tests.exchange.builders import docx, package
from tests.exchange.schema_order import faults

GRID = Table(
    (
        Row((Cell((Run("头"),), role=sheet.LABEL), Cell((Run("二"),), 1, 2, role=sheet.LABEL)), header=True),
        Row((Cell((Run("甲"),), 0, 1, 2), Cell((), 1), Cell((Run("≥", "operator"), Run("90", "number")), 2))),
        Row((Cell((), 1, 2, frame=False),)),
    ),
    (50.0, 50.0, 56.0),
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(block_sheet: Sheet, form: Form, reference: bytes) -> etree._Element:
    return etree.fromstring(parts(word_bytes(block_sheet, form.layout, reference))["word/document.xml"])


def values(root: etree._Element, path: str, attribute: str = "val") -> list[str | None]:
    return [found.get(W + attribute) for found in root.iterfind(".//" + "/".join(W + step for step in path.split("/")))]


def test_two_exports_of_one_sheet_are_the_same_bytes(hebei: Form, reference: bytes) -> None:
    once, twice = (word_bytes(Sheet((Paragraph("甲", sheet.TITLE), GRID)), hebei.layout, reference) for _ in range(2))
    assert once == twice
    assert {info.date_time[0] for info in zipfile.ZipFile(BytesIO(once)).infolist()} == {1980}


def test_every_part_keeps_the_order_of_the_schema(hebei: Form, reference: bytes) -> None:
    blocks = (
        Paragraph("甲", sheet.PART, "_Toc1", page_before=True),
        Paragraph("甲", sheet.ENTRY, target="_Toc1"),
        GRID,
    )
    for name, content in parts(word_bytes(Sheet(blocks), hebei.layout, reference)).items():
        assert faults(etree.fromstring(content)) == [], name


def test_all_widths_of_a_table_agree(hebei: Form, reference: bytes) -> None:
    root = document(Sheet((GRID,)), hebei, reference)
    grid = [int(width or 0) for width in values(root, "gridCol", "w")]
    assert values(root, "tblW", "w") == [str(sum(grid))]
    assert values(root, "tblLayout", "type") == ["fixed"]
    for row in root.iter(f"{W}tr"):
        assert sum(int(width or 0) for width in values(row, "tcW", "w")) == sum(grid)


def test_a_table_wider_than_the_type_area_is_made_to_fit(hebei: Form, reference: bytes) -> None:
    wide = Table(GRID.rows, (100.0, 100.0, 112.0))
    root = document(Sheet((wide, Paragraph(), GRID)), hebei, reference)
    assert len(set(values(root, "tblW", "w"))) == 1


def test_merged_cells_go_on_below_and_the_header_repeats(hebei: Form, reference: bytes) -> None:
    root = document(Sheet((GRID,)), hebei, reference)
    assert values(root, "vMerge") == ["restart", None]
    assert len(values(root, "tblHeader")) == 1
    assert len(values(root, "cantSplit")) == 3


def test_a_row_taller_than_a_page_may_be_split(hebei: Form, reference: bytes) -> None:
    tall = Table((Row((Cell((Run("字" * 3000),)),)), Row((Cell((Run("字" * 500),)),))), (156.0,))
    root = document(Sheet((tall,)), hebei, reference)
    assert [row.find(f".//{W}cantSplit") is not None for row in root.iter(f"{W}tr")] == [False, True]


def test_a_row_of_sums_stays_with_the_row_above(hebei: Form, reference: bytes) -> None:
    label, value = (Cell((Run("甲"),), role=role) for role in (sheet.LABEL, sheet.VALUE))
    rows = (Row((label,), header=True), Row((value,)), Row((value,)), Row((label,)))
    for some, kept in ((rows, [0, 0, 1, 0]), (rows[:3], [0, 0, 0]), ((rows[0], rows[3]), [0, 0])):
        root = document(Sheet((Table(some, (50.0,)),)), hebei, reference)
        assert [len(row.findall(f".//{W}pPr/{W}keepNext")) for row in root.iter(f"{W}tr")] == kept
        assert faults(root) == []


def test_a_cell_without_a_frame_leaves_its_neighbours_their_rules(hebei: Form, reference: bytes) -> None:
    borders = document(Sheet((GRID,)), hebei, reference).find(f".//{W}tcBorders")
    assert borders is not None
    assert [side.get(f"{W}val") for side in borders] == ["single", "single", "nil", "nil"]


def test_tables_that_touch_are_kept_apart_and_none_ends_the_text(hebei: Form, reference: bytes) -> None:
    body = document(Sheet((GRID, GRID)), hebei, reference)[0]
    assert [str(child.tag).removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_contents_are_written_so_that_word_need_not_renew_them(hebei: Form, reference: bytes) -> None:
    entries = tuple(Paragraph(text, sheet.ENTRY, target=f"pb_{text}", page=7) for text in ("a", "b"))
    titles = tuple(Paragraph(text, sheet.PROJECT, f"pb_{text}") for text in ("a", "b"))
    data = word_bytes(Sheet((*entries, *titles)), hebei.layout, reference)
    root = etree.fromstring(parts(data)["word/document.xml"])
    assert values(root, "fldChar", "fldCharType") == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]
    assert [one.text for one in root.iter(f"{W}instrText")] == [
        ' TOC \\h \\z \\t "绩效项目标题,1" ',
        " PAGEREF pb_a \\h ",
        " PAGEREF pb_b \\h ",
    ]
    assert all(len(run) == 1 for run in root.iter(f"{W}r"))
    assert values(root, "hyperlink", "anchor") == values(root, "bookmarkStart", "name") == ["pb_a", "pb_b"]
    assert b"updateFields" not in b"".join(parts(data).values())


def test_bookmarks_are_numbered_and_never_twice_the_same_or_invalid(hebei: Form, reference: bytes) -> None:
    names = ("pb_a", "pb_a", "1x", "a b", "x" * 41, "_Toc2", '"')
    root = document(Sheet(tuple(Paragraph("甲", anchor=name) for name in names)), hebei, reference)
    assert values(root, "bookmarkStart", "name") == ["pb_a", "_Toc2"]
    assert values(root, "bookmarkStart", "id") == values(root, "bookmarkEnd", "id") == ["1", "2"]


def test_titles_stand_in_the_navigation_pane(hebei: Form, reference: bytes) -> None:
    styles = etree.fromstring(parts(word_bytes(Sheet(), hebei.layout, reference))["word/styles.xml"])
    levels = {style.get(f"{W}styleId"): values(style, "outlineLvl") for style in styles.iter(f"{W}style")}
    assert [levels[one] for one in ("pbPart", "pbSection", "pbProject", "pbBody")] == [["0"], ["1"], ["1"], []]


def test_fonts_come_from_the_form_without_themes(hebei: Form, reference: bytes) -> None:
    layout = replace(hebei.layout, texts={"title": Text(("甲体", "乙体", "丙体"), 22)})
    found = parts(word_bytes(Sheet(), layout, reference))
    fonts = etree.fromstring(found["word/styles.xml"]).find(f".//{W}style[@{W}styleId='pbTitle']/{W}rPr/{W}rFonts")
    assert fonts is not None
    assert sorted(fonts.attrib) == sorted(f"{W}{kind}" for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    assert set(fonts.attrib.values()) == {"甲体"}
    assert values(etree.fromstring(found["word/fontTable.xml"]), "font/altName") == ["乙体,丙体"]


def test_the_paper_is_that_of_the_form(hebei: Form, reference: bytes) -> None:
    page = Page(width=210, height=297, top=20, bottom=15, left=25.4, right=25.4, landscape=True)
    data = word_bytes(Sheet(), replace(hebei.layout, page=page), reference)
    root = etree.fromstring(parts(data)["word/document.xml"])
    size, margins = root.find(f".//{W}pgSz"), root.find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    assert [size.get(f"{W}{key}") for key in ("w", "h", "orient")] == ["16838", "11906", "landscape"]
    assert [margins.get(f"{W}{side}") for side in ("left", "right", "top")] == ["1440", "1440", "1134"]
    assert int(margins.get(f"{W}footer", "")) < int(margins.get(f"{W}bottom", ""))


@pytest.mark.parametrize("bottom", [10, 20, 35, 45])
def test_the_page_number_stands_where_our_own_pages_have_it(bottom: float, hebei: Form, reference: bytes) -> None:
    layout = replace(hebei.layout, page=replace(hebei.layout.page, bottom=bottom))
    root = etree.fromstring(parts(word_bytes(Sheet(), layout, reference))["word/document.xml"])
    margins = root.find(f".//{W}pgMar")
    assert margins is not None
    line = pitch(layout, PAGE_NUMBER)
    middle = bottom - (int(margins.get(f"{W}footer", "")) / TWIPS_A_MM + line / 2)
    assert middle == pytest.approx(foot(layout), abs=0.05)
    assert bottom - middle - line / 2 >= min(bottom - line, 5)


def test_a_style_of_the_users_reference_document_is_left_as_it_is(hebei: Form, reference: bytes) -> None:
    own = '<w:style w:type="paragraph" w:styleId="pbTitle"><w:name w:val="我的标题"/></w:style>'
    changed = parts(reference)
    changed["word/styles.xml"] = changed["word/styles.xml"].replace(b"</w:styles>", own.encode() + b"</w:styles>")
    found = parts(word_bytes(Sheet(), hebei.layout, package(dict(changed))))["word/styles.xml"].decode()
    assert "我的标题" in found
    assert len(re.findall('w:styleId="pbTitle"', found)) == 1


@pytest.mark.parametrize(("language", "said"), [('w:val="en-US" w:eastAsia="zh-CN"', True), ("", True), (None, False)])
def test_our_styles_are_chinese_in_a_reference_document_that_is_not(
    language: str | None, said: bool, hebei: Form, reference: bytes
) -> None:
    with zipfile.ZipFile(BytesIO(reference)) as source:
        files: dict[str, str | bytes] = {name: source.read(name) for name in source.namelist()}
        styles = source.read("word/styles.xml").decode()
    if language is not None:
        replaced = f"<w:lang {language}/>" if language else ""
        files["word/styles.xml"] = re.sub("<w:lang [^>]*/>", replaced, styles)
    root = etree.fromstring(parts(word_bytes(Sheet(), hebei.layout, package(files)))["word/styles.xml"])
    (value,) = [style for style in root if style.get(f"{W}styleId") == "pbValue"]
    assert (value.find(f"{W}rPr/{W}lang") is not None) == said
    assert faults(root) == []


def test_a_reference_document_that_is_no_word_file_is_refused(hebei: Form) -> None:
    for wrong in (b"", b"abc", package({"a": "b"}), docx("")):
        with pytest.raises(UnreadableError, match="Word 样式文件"):
            word_bytes(Sheet(), hebei.layout, wrong)


def test_what_xml_cannot_hold_never_reaches_the_file(hebei: Form, reference: bytes) -> None:
    root = document(Sheet((Paragraph("甲\x00\x0b\ud800\uffff乙"),)), hebei, reference)
    assert [text.text for text in root.iter(f"{W}t")] == ["甲乙"]


def test_the_title_and_the_unit_are_document_properties(hebei: Form, reference: bytes) -> None:
    about = sheet.About("hebei-2020", 2020, "203002", "某<局>", "万元")
    found = parts(word_bytes(Sheet((Paragraph("标题", sheet.TITLE),), about), hebei.layout, reference))
    core = etree.fromstring(found["docProps/core.xml"])
    assert [child.text for child in core] == ["标题", "某<局>", "zh-CN"]
    assert "docProps/custom.xml" in found["[Content_Types].xml"].decode()


def test_a_file_of_one_project_is_called_as_that_is(hebei: Form, reference: bytes) -> None:
    blocks = (Paragraph("一、甲项目绩效目标表", sheet.PROJECT), Paragraph("二、乙项目绩效目标表", sheet.PROJECT))
    core = etree.fromstring(parts(word_bytes(Sheet(blocks), hebei.layout, reference))["docProps/core.xml"])
    assert core[0].text == "一、甲项目绩效目标表"


def test_another_library_opens_the_file(hebei: Form, reference: bytes) -> None:
    from docx import Document

    opened = Document(BytesIO(word_bytes(Sheet((Paragraph("甲"), GRID)), hebei.layout, reference)))
    assert [paragraph.text for paragraph in opened.paragraphs] == ["甲", ""]
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == ["甲", "", "≥90"]


def test_tables_built_alike_differ_only_in_their_texts(hebei: Form, reference: bytes) -> None:
    def grid(text: str) -> Table:
        cells = (Cell((Run(text),), 0), Cell((Run("右"), Run("<&>", "number")), 1))
        return Table((Row(cells), Row((cells[1], cells[0]))), (50.0, 50.0))

    long = "字" * 500
    root = document(Sheet((grid("甲"), Paragraph(), grid("乙"), Paragraph(), grid(long))), hebei, reference)
    shown = [["".join(str(text.text) for text in cell.iter(f"{W}t")) for cell in row] for row in root.iter(f"{W}tr")]
    assert [row[1:] for row in shown] == [[text, "右<&>"] for name in ("甲", "乙", long) for text in (name, name)]

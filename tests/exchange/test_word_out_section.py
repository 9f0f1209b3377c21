"""Cover, watermark, line numbers and comments in Word files, and the order of the schema in all of them."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree
from msgspec.structs import replace

from pbeditor.exchange.markup import OFFICE, W
from pbeditor.exchange.reading import read_sheet
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.remarks import Remark, with_remarks
from pbeditor.sheet.sheet import LINES, MARGIN
from pbeditor.sheet.style import PLAIN, Style, styled
from tests.builders import renumbered
from tests.exchange.schema_order import faults

R = f"{{{OFFICE}/relationships}}"
ROWS = tuple(
    Indicator("", "产出指标", "数量指标", name, "说明", Target("≥", "3", "3次"), "计划标准")
    for name in ("甲数", "乙数")
)
DOCUMENT = renumbered(
    Document(
        "hebei-2020",
        2020,
        "2020年部门预算绩效信息",
        Unit("203002", "某某局"),
        "万元",
        (Section("总体绩效目标", "甲"),),
        (
            Project("", Unit("203002", "某某局"), "C-1", "甲", Budget("2.00", "2.00"), "用途", plan=("",) * 4),
            Project("", Unit("203002", "某某局"), "C-2", "乙", indicators=ROWS, plan=("",) * 4),
        ),
    )
)
STYLES = (
    Style(),
    Style(values=PLAIN),
    Style(cover=True),
    Style(cover=True, draft=True),
    Style(contents=False),
    Style(markup=LINES),
    Style(markup=MARGIN, draft=True),
    Style(cover=True, draft=True, markup=LINES),
)
REMARKS = (
    Remark("projects/1/indicators/1/target/number", "数值"),
    Remark("projects/1/indicators/1/level1", "分类"),
    Remark("projects/0/budget/total", "金额"),
    Remark("projects/0", "整个项目"),
    Remark("overall/0/text", "总体"),
    Remark("title", "标题"),
)


def written(style: Style, form: Form, reference: bytes) -> bytes:
    block_sheet = with_remarks(lay_out(DOCUMENT, form, style=style), form, REMARKS)
    return word_bytes(block_sheet, styled(form, style).layout, reference)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def section(data: bytes) -> etree._Element:
    found = etree.fromstring(parts(data)["word/document.xml"]).find(f"{W}body/{W}sectPr")
    assert found is not None
    return found


@pytest.mark.parametrize("style", [*STYLES, Style(summary=True)])
def test_every_part_of_every_style_keeps_the_order_of_the_schema(style: Style, hebei: Form, reference: bytes) -> None:
    data = written(style, hebei, reference)
    assert data == written(style, hebei, reference)
    found = parts(data)
    assert {name: faults(etree.fromstring(part)) for name, part in found.items()} == {name: [] for name in found}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_gives_the_document_back(style: Style, hebei: Form, reference: bytes) -> None:
    again, notes = interpret(read_sheet(written(style, hebei, reference), "a.docx"), hebei)
    expected = DOCUMENT
    if style.values == PLAIN:  # what was said twice is said once
        rows = tuple(replace(row, target=Target("≥", "3", "次")) for row in DOCUMENT.projects[1].indicators)
        expected = replace(DOCUMENT, projects=(DOCUMENT.projects[0], replace(DOCUMENT.projects[1], indicators=rows)))
    assert (again, notes) == (expected, ())


def test_every_part_is_known_and_every_relation_leads_to_one(hebei: Form, reference: bytes) -> None:
    found = parts(written(STYLES[-1], hebei, reference))
    types = etree.fromstring(found["[Content_Types].xml"])
    named = {one.get("PartName", "").lstrip("/") for one in types if one.get("PartName")}
    assert named == {name for name in found if not name.endswith(".rels")} - {"[Content_Types].xml"}
    relations = etree.fromstring(found["word/_rels/document.xml.rels"])
    assert len({one.get("Id") for one in relations}) == len(relations)
    assert {f"word/{one.get('Target')}" for one in relations} <= set(found)


def test_a_cover_has_a_first_page_of_its_own(hebei: Form, reference: bytes) -> None:
    assert section(written(Style(cover=True), hebei, reference)).find(f"{W}titlePg") is not None
    assert section(written(Style(), hebei, reference)).find(f"{W}titlePg") is None


def test_a_draft_has_its_watermark_in_the_header_of_every_kind_of_page(hebei: Form, reference: bytes) -> None:
    data = written(Style(draft=True, cover=True), hebei, reference)
    kinds = [one.get(f"{W}type") for one in section(data).findall(f"{W}headerReference")]
    assert sorted(str(kind) for kind in kinds) == ["default", "even", "first"]
    assert 'string="草 稿"' in parts(data)["word/pbHeader.xml"].decode()
    assert "草稿" not in parts(data)["word/document.xml"].decode()


def test_the_watermark_goes_into_the_header_of_the_reference_document_too(hebei: Form, reference: bytes) -> None:
    once = written(Style(draft=True), hebei, reference)
    twice = parts(written(Style(draft=True), hebei, once))
    assert twice["word/pbHeader.xml"].decode().count("草 稿") == 2


def test_only_running_text_is_counted_by_word(hebei: Form, reference: bytes) -> None:
    data = written(Style(markup=LINES), hebei, reference)
    counting = section(data).find(f"{W}lnNumType")
    assert counting is not None
    assert counting.get(f"{W}restart") == "newPage"
    styles = etree.fromstring(parts(data)["word/styles.xml"]).iter(f"{W}style")
    counted = {style.get(f"{W}styleId") for style in styles if style.find(f"{W}pPr/{W}suppressLineNumbers") is None}
    assert {one for one in counted if str(one).startswith("pb")} & {"pbBody", "pbSection", "pbValue", "pbTitle"} == {
        "pbBody",
        "pbSection",
    }


def test_findings_are_comments_on_the_cells_they_speak_of(hebei: Form, reference: bytes) -> None:
    found = parts(written(Style(), hebei, reference))
    comments = etree.fromstring(found["word/pbComments.xml"])
    said = {one.get(f"{W}id"): "".join(map(str, one.itertext())) for one in comments}
    about = {}
    document = etree.fromstring(found["word/document.xml"])
    for start in document.iter(f"{W}commentRangeStart"):
        paragraph = start.getparent()
        assert paragraph is not None
        about[said[start.get(f"{W}id")]] = "".join(str(text.text) for text in paragraph.iter(f"{W}t"))
    assert about == {
        "标题": "2020年部门预算绩效信息",
        "总体": "（一）总体绩效目标：",
        "整个项目": "1、甲绩效目标表",
        "金额": "2.00",
        "分类": "产出指标",
        "数值": "≥33次",
    }
    assert not any(one.get(f"{W}date") for one in comments)


def test_remarks_on_projects_that_are_not_shown_are_left_out(hebei: Form) -> None:
    shown = with_remarks(lay_out(DOCUMENT, hebei, [DOCUMENT.projects[0].id]), hebei, REMARKS)
    assert shown.remarks == ("整个项目", "金额")


def test_the_watermark_of_a_draft_with_numbered_lines_has_no_number_of_its_own(hebei: Form, reference: bytes) -> None:
    style = Style(draft=True, markup=LINES)
    data = word_bytes(lay_out(DOCUMENT, hebei, style=style), styled(hebei, style).layout, reference)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        headers = [etree.fromstring(archive.read(name)) for name in archive.namelist() if "eader" in name]
    assert headers
    assert all(line.find(f"{W}pPr/{W}suppressLineNumbers") is not None for one in headers for line in one.iter(f"{W}p"))

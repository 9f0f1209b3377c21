"""The user's own Word file as the look of an export."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree
from msgspec.structs import replace

from pbeditor.exchange.markup import OFFICE, RELATIONS, W
from pbeditor.exchange.word_out import word_bytes
from pbeditor.exchange.word_out_reference import own_layout
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form, Text
from pbeditor.sheet.sheet import Paragraph, Sheet
from pbeditor.work.reference import reference_document
from tests.exchange.builders import package

R = f"{OFFICE}/relationships"
LOGO = b"\x89PNG logo"
HEADER = (
    f'<w:hdr xmlns:w="{W[1:-1]}" xmlns:r="{R}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p></w:hdr>'
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relations(*found: str) -> bytes:
    return f'<Relationships xmlns="{RELATIONS[1:-1]}">{"".join(found)}</Relationships>'.encode()


def relation(number: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{number}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def with_logo(reference: bytes, image: str = "media/logo.png", mode: str = "", kind: str = "image") -> bytes:
    """The built-in reference with a header that shows a picture, and with macros and a template far away."""
    changed = dict(parts(reference))
    changed["word/header1.xml"] = HEADER.encode()
    changed["word/_rels/header1.xml.rels"] = relations(relation("rId1", kind, image, mode))
    changed["word/media/logo.png"] = LOGO
    changed["word/vbaProject.bin"] = b"macro"
    changed["word/_rels/settings.xml.rels"] = relations(
        relation("rId1", "attachedTemplate", "http://example.org/x.dotm", ' TargetMode="External"')
    )
    changed["word/settings.xml"] = changed["word/settings.xml"].replace(
        b"</w:settings>", b"<w:updateFields/></w:settings>"
    )
    main = changed["word/_rels/document.xml.rels"]
    extra = (
        relation("rId90", "header", "header1.xml")
        + f'<Relationship Id="rId91" Type="{R}/vbaProject" Target="vbaProject.bin"/>'
    )
    changed["word/_rels/document.xml.rels"] = main.replace(b"</Relationships>", extra.encode() + b"</Relationships>")
    changed["word/document.xml"] = changed["word/document.xml"].replace(
        b"<w:sectPr>", b'<w:sectPr><w:headerReference w:type="default" r:id="rId90"/>'
    )
    types = changed["[Content_Types].xml"].decode().replace("document.main+xml", "document.macroEnabled.main+xml")
    known = (
        '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/vbaProject.bin" ContentType="x"/>'
    )
    changed["[Content_Types].xml"] = types.replace("</Types>", f"{known}</Types>").encode()
    return package(dict(changed))


def test_header_and_logo_go_on_and_macros_and_templates_stay_behind(hebei: Form, reference: bytes) -> None:
    found = parts(word_bytes(Sheet((Paragraph("甲"),)), hebei.layout, with_logo(reference)))
    assert found["word/media/logo.png"] == LOGO
    assert b"a:blip" in found["word/header1.xml"]
    assert b"media/logo.png" in found["word/_rels/header1.xml.rels"]
    assert b"rId90" in found["word/document.xml"]
    everything = b"".join(found.values())
    assert b"example.org" not in everything
    assert b"updateFields" not in everything
    assert "word/vbaProject.bin" not in found
    assert b"macroEnabled" not in found["[Content_Types].xml"]
    assert b"vbaProject" not in found["[Content_Types].xml"] + found["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("image", "mode", "kind"),
    [("http://example.org/a.png", ' TargetMode="External"', "image"), ("a.bin", "", "oleObject")],
)
def test_a_header_that_leads_out_of_the_file_is_refused(
    image: str, mode: str, kind: str, hebei: Form, reference: bytes
) -> None:
    with pytest.raises(UnreadableError, match="页眉或页脚中有链接到文件以外的图片"):
        word_bytes(Sheet(), hebei.layout, with_logo(reference, image, mode, kind))


def test_paper_margins_and_fonts_of_the_reference_document_count(hebei: Form) -> None:
    page = replace(hebei.layout.page, left=20, right=20, top=30)
    texts = {**hebei.layout.texts, "body": Text(("我的字体", "仿宋"), 15)}
    mine = replace(hebei, layout=replace(hebei.layout, page=page, texts=texts))
    layout = own_layout(reference_document(mine), hebei.layout)
    assert (layout.page.left, layout.page.right, layout.page.top) == (20, 20, 30)
    assert layout.texts["body"].fonts[:2] == ("我的字体", hebei.layout.texts["body"].fonts[0])
    assert layout.texts["body"].size == 15
    assert layout.texts["label"] == hebei.layout.texts["label"]


def test_the_written_reference_document_changes_nothing_until_it_is_changed(hebei: Form) -> None:
    assert own_layout(reference_document(hebei), hebei.layout) == hebei.layout


def test_paper_too_small_for_the_tables_is_said(hebei: Form, reference: bytes) -> None:
    changed = dict(parts(reference))
    changed["word/document.xml"] = changed["word/document.xml"].replace(b'w:w="11906"', b'w:w="5000"')
    with pytest.raises(UnreadableError, match="纸张或页边距放不下表格"):
        own_layout(package(dict(changed)), hebei.layout)


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels", "word/document.xml"]
)
def test_broken_parts_are_damage_in_one_sentence(part: str, hebei: Form, reference: bytes) -> None:
    for broken in (b"<w:styles", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\x00"):
        changed = {**parts(reference), part: broken}
        with pytest.raises(UnreadableError, match="已损坏"):
            word_bytes(Sheet(), own_layout(package(dict(changed)), hebei.layout), package(dict(changed)))


def test_references_that_lead_nowhere_are_left_out(hebei: Form, reference: bytes) -> None:
    changed = dict(parts(reference))
    del changed["word/footer1.xml"]
    found = parts(word_bytes(Sheet(), hebei.layout, package(dict(changed))))
    section = etree.fromstring(found["word/document.xml"]).find(f"{W}body/{W}sectPr")
    assert section is not None
    assert [one.get(f"{W}type") for one in section.findall(f"{W}footerReference")] == ["even"]

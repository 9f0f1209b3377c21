"""Builds resources/word/reference.docx: what our Word files have around their text.

It holds the paper, the footers with page numbers in the manner of GB/T 9704, the defaults and the settings. The styles
of the text are not in it: the export makes them from the form, unless the reference document has its own.

    python packaging/make_reference.py
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pbeditor.exchange.archive import pack  # noqa: E402
from pbeditor.exchange.markup import CONTENT_TYPES, DECLARATION, OFFICE, RELATIONS, W  # noqa: E402
from pbeditor.exchange.word_names import PAGE_NUMBER  # noqa: E402

TARGET = ROOT / "resources" / "word" / "reference.docx"

WORD = f'xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}/relationships"'
TYPE = "application/vnd.openxmlformats-"
MAIN = f"{TYPE}officedocument.wordprocessingml"
PACKAGE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

# Part of word/, its content type, its relation to the document, its content.
FONTS = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="Times New Roman"/>'
# zh-CN for Latin signs too: project codes are no misspelt English.
LANGUAGE = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
STYLES = f"""<w:styles {WORD}>
<w:docDefaults>
<w:rPrDefault><w:rPr>{FONTS}<w:sz w:val="24"/><w:szCs w:val="24"/>{LANGUAGE}</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>\
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>\
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>
</w:styles>"""
SETTINGS = f"""<w:settings {WORD}>
<w:zoom w:percent="100"/>
<w:evenAndOddHeaders/>
<w:characterSpacingControl w:val="compressPunctuation"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
</w:compat>
<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>
<w:decimalSymbol w:val="."/>
<w:listSeparator w:val=","/>
</w:settings>"""
FONT_TABLE = f"""<w:fonts {WORD}>
<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>
</w:fonts>"""
# A4 with the margins of an official document; the export puts in those of the form.
DOCUMENT = f"""<w:document {WORD}><w:body><w:p/><w:sectPr>
<w:footerReference w:type="default" r:id="rId4"/>
<w:footerReference w:type="even" r:id="rId5"/>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1420" w:gutter="0"/>
<w:cols w:space="425"/>
</w:sectPr></w:body></w:document>"""


def footer(side: str) -> str:
    """— 1 — one sign away from the outer edge, as GB/T 9704 has it."""
    marks = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    settings = f'<w:pStyle w:val="{PAGE_NUMBER[0]}"/><w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'
    return f"<w:ftr {WORD}><w:p><w:pPr>{settings}</w:pPr>{marks}</w:p></w:ftr>"


PARTS = (
    ("styles.xml", "styles", "styles", STYLES),
    ("settings.xml", "settings", "settings", SETTINGS),
    ("fontTable.xml", "fontTable", "fontTable", FONT_TABLE),
    ("footer1.xml", "footer", "footer", footer("right")),
    ("footer2.xml", "footer", "footer", footer("left")),
)


def content_types() -> str:
    """What each part is."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}+xml"/>'
        for name, kind in (
            ("word/document.xml", f"{MAIN}.document.main"),
            *((f"word/{name}", f"{MAIN}.{kind}") for name, kind, _, _ in PARTS),
            ("docProps/core.xml", f"{TYPE}package.core-properties"),
        )
    )
    return (
        f'<Types xmlns="{CONTENT_TYPES[1:-1]}">'
        f'<Default Extension="rels" ContentType="{TYPE}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relations(targets: tuple[tuple[str, str], ...]) -> str:
    """Relations numbered from rId1: (kind, target)."""
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONS[1:-1]}">{found}</Relationships>'


def reference_bytes() -> bytes:
    """The whole reference document; the same bytes each time."""
    package_relations = ((f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
                         (PACKAGE_RELATION, "docProps/core.xml"))  # fmt: skip
    core = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    parts = (
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations(package_relations)),
        ("docProps/core.xml", core),
        ("word/document.xml", DOCUMENT),
        *((f"word/{name}", content) for name, _, _, content in PARTS),
        (
            "word/_rels/document.xml.rels",
            relations(tuple((f"{OFFICE}/relationships/{kind}", name) for name, _, kind, _ in PARTS)),
        ),
    )
    return pack((name, (DECLARATION + content).encode()) for name, content in parts)


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(reference_bytes())
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes")

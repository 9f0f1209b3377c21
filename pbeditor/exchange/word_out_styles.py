"""The styles of our Word files: fonts from the form's layout, spacing from the geometry that all ways out share.

A style that the reference document already holds is left as it is: that is how a user changes the look.
"""

from collections.abc import Iterator

from lxml import etree

from pbeditor.exchange.markup import Element, W, parse, written
from pbeditor.exchange.twips import twips
from pbeditor.exchange.word_names import CELLS, HOLE, JOIN, PAGE_NUMBER, PARAGRAPHS, RUNS
from pbeditor.exchange.xml_text import quoted
from pbeditor.model.form import Layout, Text
from pbeditor.sheet import geometry, sheet
from pbeditor.sheet.geometry import Geometry, geometry_of, text_of, type_area
from pbeditor.sheet.pages import COUNTED

_TWIPS_A_POINT = 20
_JOIN_LINE = 1.0  # pt
_NAMESPACE = f'xmlns:w="{W[1:-1]}"'
_OUTLINE = {sheet.PART: 0, sheet.SECTION: 1, sheet.PROJECT: 1}  # levels of the navigation pane
_JUSTIFY = {"justify": "both"}
_LANGUAGE, _SIDES = "zh-CN", (f"{W}val", f"{W}eastAsia")

_SPOKEN = {role: ids for role, ids in PARAGRAPHS.items() if role != sheet.GAP}
_BY_ROLE = (*_SPOKEN.items(), *CELLS.items(), ("", HOLE), (geometry.PAGE_NUMBER, PAGE_NUMBER))


def styles_part(reference: bytes, layout: Layout) -> bytes:
    """The reference's styles with those of ours that it lacks."""
    root = parse(reference)
    present = {style.get(f"{W}styleId") for style in root.iter(f"{W}style")}
    is_chinese = _speaks_chinese(root)
    for style_id, xml in _styles(layout):
        if style_id not in present:
            style = parse(xml.encode())
            look = style.find(f"{W}rPr")
            if look is not None and not is_chinese:
                etree.SubElement(look, f"{W}lang", dict.fromkeys(_SIDES, _LANGUAGE))
            root.append(style)
    return written(root)


def _speaks_chinese(styles: Element) -> bool:
    """Whether what says nothing of its language is Chinese, and broken into lines and proofread as such."""
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return language is not None and all(language.get(side, "").startswith("zh") for side in _SIDES)


def _styles(layout: Layout) -> Iterator[tuple[str, str]]:
    for role, ids in _BY_ROLE:
        yield ids[0], _style("paragraph", ids, _paragraph(role, layout) + _fonts(text_of(layout, role)))
    for ids, line in ((PARAGRAPHS[sheet.GAP], geometry.GAP_LINE), (JOIN, _JOIN_LINE)):
        yield ids[0], _style("paragraph", ids, _blank_line(line))
    for ids in RUNS.values():
        yield ids[0], _style("character", ids, "")


def _style(kind: str, ids: tuple[str, str], look: str) -> str:
    own = "" if ids == PARAGRAPHS[sheet.ENTRY] else ' w:customStyle="1"'
    name = f'<w:name w:val="{quoted(ids[1])}"/>'
    return f'<w:style {_NAMESPACE} w:type="{kind}"{own} w:styleId="{ids[0]}">{name}<w:qFormat/>{look}</w:style>'


def _paragraph(role: str, layout: Layout) -> str:
    spacing = geometry_of(role)
    size = text_of(layout, role).size * _TWIPS_A_POINT
    right = twips(type_area(layout.page)[0])
    parts = (
        "<w:keepNext/>" if spacing.keep_next else "",
        "<w:widowControl/>",
        "" if role in COUNTED else "<w:suppressLineNumbers/>",
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>' if role == sheet.ENTRY else "",
        # No punctuation in the margin, no gap between Chinese and Latin signs: so it is on every other way out, too.
        '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
        _spacing(spacing, size),
        _indent(spacing, size),
        f'<w:jc w:val="{_JUSTIFY.get(spacing.align, spacing.align)}"/>',
        f'<w:outlineLvl w:val="{_OUTLINE[role]}"/>' if role in _OUTLINE else "",
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _spacing(spacing: Geometry, size: float) -> str:
    before, after, line = (round(size * part) for part in (spacing.before, spacing.after, spacing.line))
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _indent(spacing: Geometry, size: float) -> str:
    if not spacing.first:
        return ""
    return f'<w:ind w:firstLineChars="{round(spacing.first * 100)}" w:firstLine="{round(size * spacing.first)}"/>'


def _fonts(text: Text) -> str:
    font = quoted(text.fonts[0])
    size = round(text.size * 2)
    return (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'{"<w:b/><w:bCs/>" if text.bold else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _blank_line(points: float) -> str:
    line = f'<w:spacing w:before="0" w:after="0" w:line="{round(points * _TWIPS_A_POINT)}" w:lineRule="exact"/>'
    return (
        f'<w:pPr><w:keepNext/><w:suppressLineNumbers/><w:snapToGrid w:val="0"/>{line}</w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    )

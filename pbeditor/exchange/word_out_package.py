"""The parts of a Word file around its text: the reference document's, with ours put in."""

from collections.abc import Callable

from lxml import etree

from pbeditor.exchange.archive import Package
from pbeditor.exchange.markup import (
    CONTENT_TYPES,
    DECLARATION,
    OFFICE,
    RELATIONS,
    Element,
    W,
    escaped,
    parse,
    quoted,
    written,
)
from pbeditor.exchange.relations import CORE, CUSTOM, DOCUMENT, FONTS, STYLES, related, relations_part
from pbeditor.exchange.word_names import PROPERTIES
from pbeditor.exchange.word_out_styles import styles_part, twips
from pbeditor.model.form import Layout, Page
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import paper_size
from pbeditor.sheet.sheet import About, Paragraph, Sheet

_TYPE = "application/vnd.openxmlformats-"
_CORE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every custom property
_FOOTER = 12  # mm from the type area to the end of the page number: 7 mm and the height of a line
_LEAST = 5


def main_part(package: Package) -> str:
    """The part that holds the text of the reference document."""
    main = related(package).get(DOCUMENT, "")
    if main not in package:
        raise package.damaged()
    return main


def other_parts(package: Package, block_sheet: Sheet, layout: Layout) -> dict[str, bytes]:
    """All parts but the text itself, by name in the order of the reference document."""
    main = main_part(package)
    parts = {part: package.read(part) for part in package.parts() if not part.endswith("/")}
    inner = related(package, main)
    rewritten: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
        (inner.get(STYLES, ""), lambda data: styles_part(data, layout)),
        (inner.get(FONTS, ""), lambda data: fonts_part(data, layout)),
    )
    with package.damage_is_told():
        for part, rewrite in rewritten:
            if part in parts:
                parts[part] = rewrite(parts[part])
        _put(parts, related(package).get(CORE, "docProps/core.xml"), _core(block_sheet), CORE)
        _put(parts, related(package).get(CUSTOM, "docProps/custom.xml"), _custom(block_sheet.about), CUSTOM)
    return parts


def fonts_part(reference: bytes, layout: Layout) -> bytes:
    """The font table with the fonts of the form, each with those that may stand in for it where it is missing."""
    root = parse(reference)
    present = {font.get(f"{W}name") for font in root}
    for text in layout.texts.values():
        first, *others = text.fonts
        if first not in present:
            present.add(first)
            font = etree.SubElement(root, f"{W}font", {f"{W}name": first})
            if others:
                etree.SubElement(font, f"{W}altName", {f"{W}val": ",".join(others)})
            etree.SubElement(font, f"{W}charset", {f"{W}val": "86"})  # GB2312: what may stand in must hold Chinese
    return written(root)


def section(package: Package, layout: Layout) -> str:
    """The last section of the reference document, with its headers and footers, on the paper of the layout."""
    with package.damage_is_told():
        root = parse(package.read(main_part(package)))
        found = root.find(f"{W}body/{W}sectPr")
        properties = etree.SubElement(root, f"{W}sectPr") if found is None else found
        margins = properties.find(f"{W}pgMar")
        kept = {} if margins is None else {str(key): str(value) for key, value in margins.attrib.items()}
        for old in properties.findall(f"{W}pgSz") + properties.findall(f"{W}pgMar"):
            properties.remove(old)
        place = sum(1 for child in properties if child.tag in _BEFORE_PAPER)
        properties[place:place] = [_paper(layout.page), _margins(layout.page, kept)]
        return etree.tostring(properties, encoding="unicode", with_tail=False)


_BEFORE_PAPER = {W + name for name in ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")}


def _paper(page: Page) -> Element:
    width, height = paper_size(page)
    paper = etree.Element(f"{W}pgSz", {f"{W}w": str(twips(width)), f"{W}h": str(twips(height))})
    if page.landscape:
        paper.set(f"{W}orient", "landscape")
    return paper


def _margins(page: Page, kept: dict[str, str]) -> Element:
    footer = twips(max(page.bottom - _FOOTER, _LEAST))
    given = kept.get(f"{W}footer", "")
    sides = {f"{W}{side}": str(twips(getattr(page, side))) for side in ("top", "right", "bottom", "left")}
    distances = {f"{W}header": str(twips(max(page.top / 2, _LEAST))), f"{W}footer": str(footer), f"{W}gutter": "0"}
    if given.isdigit() and int(given) > footer:
        kept = {**kept, f"{W}footer": str(footer)}  # lower margins than the reference's: the page number must not push
    return etree.Element(f"{W}pgMar", {**distances, **kept, **sides})


def _put(parts: dict[str, bytes], name: str, data: bytes, kind: str) -> None:
    """Add or replace a part of the package itself, with its content type and relation."""
    known = name in parts
    parts[name] = data
    if known:
        return
    types = parse(parts["[Content_Types].xml"])
    etree.SubElement(types, f"{CONTENT_TYPES}Override", PartName=f"/{name}", ContentType=_CONTENT_TYPE[kind])
    parts["[Content_Types].xml"] = written(types)
    relations = parse(parts[relations_part("")])
    etree.SubElement(relations, f"{RELATIONS}Relationship", Id=f"pb_{kind}", Type=_RELATION[kind], Target=name)
    parts[relations_part("")] = written(relations)


_CONTENT_TYPE = {
    CORE: f"{_TYPE}package.core-properties+xml",
    CUSTOM: f"{_TYPE}officedocument.custom-properties+xml",
}
_RELATION = {
    CORE: f"http://schemas.openxmlformats.org/package/2006/relationships/metadata/{CORE}",
    CUSTOM: f"{OFFICE}/relationships/{CUSTOM}",
}


def _core(block_sheet: Sheet) -> bytes:
    """Title and author. No dates: two exports of one document are the same bytes."""
    blocks = block_sheet.blocks
    title = next((one.text for one in blocks if isinstance(one, Paragraph) and one.role == sheet.TITLE), "")
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE_NAMESPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(block_sheet.about.department_name)}</dc:creator>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def _custom(about: About) -> bytes:
    values = ((key, str(getattr(about, field))) for field, key in PROPERTIES.items())
    properties = (
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{quoted(key)}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (key, value) in enumerate(values, 2)  # 0 and 1 are reserved
    )
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
        f"{''.join(properties)}</Properties>"
    ).encode()

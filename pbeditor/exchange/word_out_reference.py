"""The user's Word file from which an export takes its look: what of it goes on, and what must not.

Styles, header, footer and their pictures go on. Text, macros, links to other files, edits in progress and whatever
else a file may carry stay behind.
"""

import posixpath
from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from pbeditor.exchange.archive import Package
from pbeditor.exchange.markup import CONTENT_TYPES, RELATIONS, W, parse, whole, written
from pbeditor.exchange.relations import (
    DOCUMENT,
    FONTS,
    NUMBERING,
    STYLES,
    Relation,
    related,
    relations_of,
    relations_part,
)
from pbeditor.exchange.twips import mm
from pbeditor.exchange.word_names import STYLE_IDS
from pbeditor.exchange.word_out_parts import TYPES
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Layout, Page, Text
from pbeditor.sheet import geometry

NAME = "Word 样式文件"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SETTINGS = "settings"
_OUTSIDE = "的页眉或页脚中有链接到文件以外的图片，或嵌入的对象，不能用作版式。请改为直接插入的图片，另存后再试。"
_PAGE = "的纸张或页边距放不下表格（版心至少宽 {width} 毫米、高 {height} 毫米）。请在“页面设置”中调大后再试。"
_LEAST_WIDTH, _LEAST_HEIGHT = 80, 100  # mm
# What the main part may lead to, and what those parts may lead to.
_KEPT = (STYLES, _SETTINGS, FONTS, NUMBERING, "theme", "header", "footer", "footnotes", "endnotes")
_INNER = ("image", "font", "hyperlink")
# Settings that would ask, forbid or fetch something when our file is opened.
_UNWANTED = (
    "writeProtection",
    "attachedTemplate",
    "revisionView",
    "trackRevisions",
    "documentProtection",
    "mailMerge",
    "updateFields",
    "saveThroughXslt",
    "docVars",
    "removePersonalInformation",
)


def main_part(package: Package) -> str:
    """The part that holds the text of the reference document."""
    main = related(package).get(DOCUMENT, "")
    if main not in package:
        raise package.damaged()
    return main


def kept_parts(package: Package) -> dict[str, bytes]:
    """The parts that an export takes over, in the order of the file; the text itself is among them.

    Raises UnreadableError for a damaged file and for one that leads out of itself.
    """
    main = main_part(package)
    with package.damage_is_told():
        inner = [one for one in relations_of(package, main) if one.kind in _KEPT and not one.is_outside]
        inner = [one for one in inner if one.target in package]
        kept: dict[str, bytes] = {TYPES: b"", relations_part(""): b"", main: package.read(main)}
        kept[relations_part(main)] = _relations(inner, main)
        for one in inner:
            kept.update(_part(package, one))
        kept[relations_part("")] = _relations([one for one in relations_of(package) if one.kind == DOCUMENT], "")
        kept[TYPES] = _types(package, kept, main)
    order = {name: place for place, name in enumerate(package.parts())}
    return dict(sorted(kept.items(), key=lambda part: order.get(part[0], len(order))))


def own_layout(reference: bytes, layout: Layout) -> Layout:
    """The layout with the paper, margins and fonts of the user's reference document. Raises UnreadableError."""
    package = Package(reference, NAME)
    main = main_part(package)
    with package.damage_is_told():
        page = _page(package.read(main), layout.page)
        texts = {**layout.texts, **dict(_texts(package.read(related(package, main).get(STYLES, "")), layout))}
    width, height = geometry.type_area(page)
    if width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        raise UnreadableError(NAME, _PAGE.format(width=_LEAST_WIDTH, height=_LEAST_HEIGHT))
    return replace(layout, page=page, texts=texts)


def _part(package: Package, one: Relation) -> Iterator[tuple[str, bytes]]:
    if one.kind == _SETTINGS:
        yield one.target, _settings(package.read(one.target))
        return
    yield one.target, package.read(one.target)
    found = relations_of(package, one.target)
    if any(each.kind not in _INNER or (each.is_outside and each.kind != "hyperlink") for each in found):
        raise UnreadableError(NAME, _OUTSIDE)
    if found:
        yield relations_part(one.target), _relations(found, one.target)
    for each in found:
        if not each.is_outside:
            yield each.target, package.read(each.target)


def _settings(data: bytes) -> bytes:
    root = parse(data)
    for name in _UNWANTED:
        for found in root.findall(f"{W}{name}"):
            root.remove(found)
    return written(root)


def _relations(found: list[Relation], part: str) -> bytes:
    root = parse(f'<Relationships xmlns="{RELATIONS[1:-1]}"/>'.encode())
    for one in found:
        folder = posixpath.dirname(part)
        target = one.target if one.is_outside else posixpath.relpath(one.target, folder or ".")
        added = etree.SubElement(root, f"{RELATIONS}Relationship", Id=one.id, Type=one.type, Target=target)
        if one.is_outside:
            added.set("TargetMode", "External")
    return written(root)


def _types(package: Package, kept: dict[str, bytes], main: str) -> bytes:
    root = parse(package.read(TYPES))
    for override in root.findall(f"{CONTENT_TYPES}Override"):
        part = override.get("PartName", "").lstrip("/")
        if part not in kept:
            root.remove(override)
        elif part == main:  # a template or a file with macros becomes a plain document
            override.set("ContentType", _MAIN_TYPE)
    return written(root)


def _page(document: bytes, usual: Page) -> Page:
    found = parse(document).find(f"{W}body/{W}sectPr")
    size = None if found is None else found.find(f"{W}pgSz")
    margins = None if found is None else found.find(f"{W}pgMar")
    if size is None or margins is None:
        return usual
    width, height = (_mm(size.get(f"{W}{side}", "")) for side in ("w", "h"))
    sides = {side: _mm(margins.get(f"{W}{side}", "")) for side in ("top", "bottom", "left", "right")}
    gutter = _mm(margins.get(f"{W}gutter", ""))
    sides["left"] += gutter
    return Page(width, height, **sides, landscape=width > height) if width and height else usual


def _texts(styles: bytes, layout: Layout) -> Iterator[tuple[str, Text]]:
    """Font and size of those of our styles that the file holds."""
    root = parse(styles) if styles else None
    found = {} if root is None else {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    for role, style_id in STYLE_IDS.items():
        style, usual = found.get(style_id), geometry.text_of(layout, role)
        if style is None:
            continue
        fonts, size = style.find(f"{W}rPr/{W}rFonts"), style.find(f"{W}rPr/{W}sz")
        font = "" if fonts is None else fonts.get(f"{W}eastAsia", "")
        points = 0 if size is None else whole(size.get(f"{W}val", "")) / 2
        others = tuple(one for one in usual.fonts if one != font)
        yield (
            geometry.geometry_of(role).text,
            Text((font, *others) if font else usual.fonts, points or usual.size, usual.bold),
        )


def _mm(twips: str) -> float:
    return mm(whole(twips.lstrip("-")))

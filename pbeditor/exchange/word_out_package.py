"""The parts of a Word file around its text: the reference document's, with ours put in."""

from collections.abc import Callable

from lxml import etree

from pbeditor.exchange.archive import Package
from pbeditor.exchange.markup import DECLARATION, OFFICE, W, parse, written
from pbeditor.exchange.relations import CORE, CUSTOM, FONTS, STYLES, related
from pbeditor.exchange.word_names import PROPERTIES
from pbeditor.exchange.word_out_parts import NewPart, add_part
from pbeditor.exchange.word_out_reference import kept_parts, main_part
from pbeditor.exchange.word_out_remarks import comments_part
from pbeditor.exchange.word_out_styles import styles_part
from pbeditor.exchange.xml_text import escaped, quoted
from pbeditor.model.form import Layout
from pbeditor.sheet.sheet import About, Sheet

_TYPE = "application/vnd.openxmlformats-"
_CORE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_PACKAGE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_CORE = NewPart("docProps/core.xml", f"{_TYPE}package.core-properties+xml", f"pb_{CORE}", f"{_PACKAGE_RELATION}{CORE}")
_CUSTOM = NewPart(
    "docProps/custom.xml",
    f"{_TYPE}officedocument.custom-properties+xml",
    f"pb_{CUSTOM}",
    f"{OFFICE}/relationships/{CUSTOM}",
)
_COMMENTS = NewPart(
    "pbComments.xml",
    f"{_TYPE}officedocument.wordprocessingml.comments+xml",
    "pbComments",
    f"{OFFICE}/relationships/comments",
)
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every custom property


def other_parts(package: Package, block_sheet: Sheet, layout: Layout) -> dict[str, bytes]:
    """All parts but the text itself, by name in the order of the reference document."""
    main = main_part(package)
    parts = kept_parts(package)
    inner = related(package, main)
    rewritten: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
        (inner.get(STYLES, ""), lambda data: styles_part(data, layout)),
        (inner.get(FONTS, ""), lambda data: fonts_part(data, layout)),
    )
    with package.damage_is_told():
        for part, rewrite in rewritten:
            if part in parts:
                parts[part] = rewrite(parts[part])
        add_part(parts, "", _CORE, _core(block_sheet))
        add_part(parts, "", _CUSTOM, _custom(block_sheet.about))
        if block_sheet.remarks:
            add_part(parts, main, _COMMENTS, comments_part(block_sheet.remarks))
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


def _core(block_sheet: Sheet) -> bytes:
    """Title and author. No dates: two exports of one document are the same bytes."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE_NAMESPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(block_sheet.title)}</dc:title><dc:creator>{escaped(block_sheet.about.department_name)}</dc:creator>"
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

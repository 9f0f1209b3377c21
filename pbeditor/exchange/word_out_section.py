"""The last section of a Word file: paper, margins, headers and footers, and what a draft for the pen needs."""

from itertools import count

from lxml import etree

from pbeditor.exchange.archive import Package
from pbeditor.exchange.markup import DECLARATION, OFFICE, Element, W, parse, written
from pbeditor.exchange.relations import absolute, relations_of, relations_part
from pbeditor.exchange.twips import twips
from pbeditor.exchange.word_out_parts import NewPart, add_part
from pbeditor.exchange.word_out_reference import main_part
from pbeditor.model.form import Layout, Page
from pbeditor.sheet import sheet
from pbeditor.sheet.draft import ANGLE, GREY, WATERMARK, WATERMARK_BOX
from pbeditor.sheet.geometry import PAGE_NUMBER, foot, paper_size, pitch
from pbeditor.sheet.sheet import Sheet

_R = f"{{{OFFICE}/relationships}}"
_LEAST = 5
_BESIDE = 4.0  # mm from the text to the number of its line
_CHILDREN = (  # in the order of the schema
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
    "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
)
_ORDER = tuple(W + name for name in _CHILDREN.split())
_REFERENCES = _ORDER[:2]
_HEADER = NewPart(
    "pbHeader.xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "pbHeader",
    f"{OFFICE}/relationships/header",
)
_NAMESPACES = (
    f'xmlns:w="{W[1:-1]}" xmlns:r="{_R[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
# As the watermark that Word itself makes, and as our own pages show it.
_WATERMARK = (
    '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shape id="pbDraft{number}" type="#_x0000_t136" '
    'style="position:absolute;margin-left:0;margin-top:0;width:{width:g}pt;height:{height:g}pt;rotation:{turn:g};z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    'mso-position-vertical:center;mso-position-vertical-relative:page" '
    'o:allowincell="f" fillcolor="#{grey:02x}{grey:02x}{grey:02x}" stroked="f">'
    '<v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt" string="{text}"/></v:shape></w:pict></w:r>'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)


def section(package: Package, parts: dict[str, bytes], block_sheet: Sheet, layout: Layout) -> str:
    """The reference document's last section on the paper of the layout; headers in `parts` get the watermark."""
    with package.damage_is_told():
        root = parse(package.read(main_part(package)))
        found = root.find(f"{W}body/{W}sectPr")
        properties = etree.SubElement(root, f"{W}sectPr") if found is None else found
        _clean(properties, {one.id for one in relations_of(package, main_part(package)) if one.target in parts})
        margins = properties.find(f"{W}pgMar")
        kept = {} if margins is None else {str(key): str(value) for key, value in margins.attrib.items()}
        _put(properties, _paper(layout.page))
        _put(properties, _margins(layout, kept))
        if block_sheet.markup == sheet.LINES:
            _put(properties, _line_numbers())
        if block_sheet.has_cover:
            _put(properties, etree.Element(f"{W}titlePg"))
        if block_sheet.draft:
            _put_watermark(properties, parts, main_part(package), layout)
        return etree.tostring(properties, encoding="unicode", with_tail=False)


def _clean(properties: Element, known: set[str]) -> None:
    """Without tracked changes, printer data and references that lead nowhere."""
    for child in list(properties):
        gone = child.tag in _REFERENCES and child.get(f"{_R}id") not in known
        if gone or child.tag not in _ORDER:
            properties.remove(child)


def _put(properties: Element, new: Element) -> None:
    """Put in or replace a setting at its place in the order of the schema."""
    for old in properties.findall(new.tag):
        properties.remove(old)
    _insert(properties, new)


def _insert(properties: Element, new: Element) -> None:
    place = _ORDER.index(new.tag)
    before = sum(1 for child in properties if _ORDER.index(str(child.tag)) <= place)
    properties.insert(before, new)


def _paper(page: Page) -> Element:
    width, height = paper_size(page)
    paper = etree.Element(f"{W}pgSz", {f"{W}w": str(twips(width)), f"{W}h": str(twips(height))})
    if page.landscape:
        paper.set(f"{W}orient", "landscape")
    return paper


def _margins(layout: Layout, kept: dict[str, str]) -> Element:
    page = layout.page
    footer = twips(max(page.bottom - foot(layout) - pitch(layout, PAGE_NUMBER) / 2, 0))
    given, above = kept.get(f"{W}footer", ""), kept.get(f"{W}bottom", "")
    sides = {f"{W}{side}": str(twips(getattr(page, side))) for side in ("top", "right", "bottom", "left")}
    distances = {f"{W}header": str(twips(max(page.top / 2, _LEAST))), f"{W}footer": str(footer)}
    if given.isdigit() and above.isdigit():
        # As far from the text as in the reference document, yet not so near that it pushes the text, nor off the paper.
        as_there = int(given) + twips(page.bottom) - int(above)
        kept = {**kept, f"{W}footer": str(min(max(as_there, twips(_LEAST)), footer))}
    return etree.Element(f"{W}pgMar", {**distances, **kept, **sides, f"{W}gutter": "0"})


def _line_numbers() -> Element:
    settings = {f"{W}countBy": "1", f"{W}distance": str(twips(_BESIDE)), f"{W}restart": "newPage"}
    return etree.Element(f"{W}lnNumType", settings)


def _put_watermark(properties: Element, parts: dict[str, bytes], main: str, layout: Layout) -> None:
    """Into each header, and into a header of ours on the pages that have none."""
    relations = parse(parts[relations_part(main)])
    targets = {one.get("Id"): absolute(main, one.get("Target", "")) for one in relations}
    font, numbers = layout.texts["part"].fonts[0], count(1)
    headers = properties.findall(f"{W}headerReference")
    for name in dict.fromkeys(targets[one.get(f"{_R}id")] for one in headers):
        parts[name] = _marked(parts[name], font, next(numbers))
    wanted = ["default", "even", *(["first"] if properties.find(f"{W}titlePg") is not None else [])]
    missing = [kind for kind in wanted if kind not in {one.get(f"{W}type", "default") for one in headers}]
    for kind in missing:
        _insert(properties, etree.Element(f"{W}headerReference", {f"{W}type": kind, f"{_R}id": _HEADER.id}))
    if missing:
        add_part(parts, main, _HEADER, _marked(_blank_header(), font, next(numbers)))


def _blank_header() -> bytes:
    line = (
        '<w:pPr><w:suppressLineNumbers/><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
    )
    return f"{DECLARATION}<w:hdr {_NAMESPACES}><w:p>{line}</w:p></w:hdr>".encode()


def _marked(header: bytes, font: str, number: int) -> bytes:
    """A header with the watermark behind its first paragraph."""
    root = parse(header)
    first = root.find(f"{W}p")
    paragraph = etree.SubElement(root, f"{W}p") if first is None else first
    width, height = WATERMARK_BOX
    looks = {"width": width, "height": height, "turn": ANGLE % 360, "grey": GREY, "text": WATERMARK}
    mark = _WATERMARK.format(font=font, number=number, **looks).replace("<w:pict>", f"<w:pict>{_SHAPE_TYPE}")
    paragraph.extend(parse(f"<w:p {_NAMESPACES}>{mark}</w:p>".encode()))
    return written(root)

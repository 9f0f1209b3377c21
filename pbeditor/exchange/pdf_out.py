"""PDF files finished: text that search and copy find, an outline, links, a title and no dates.

Qt maps glyphs back to characters by the font's own table: it takes ⽬ for 目, and knows nothing of glyphs that a font
keeps for Latin context, so that no project code can be found. Here each font gets a true map.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import cast

from msgspec import Struct
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from pbeditor.exchange.markup import escaped
from pbeditor.exchange.pdf_text import name_characters, name_subsets

_POINTS_A_MM = 72 / 25.4
_METADATA = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)


class Spot(Struct, frozen=True):
    """A place in the file: the page from 0 and mm from its upper edge."""

    page: int
    y: float


class Bookmark(Struct, frozen=True):
    """A line of the outline; one of level 1 lies under the last one of level 0."""

    title: str
    spot: Spot
    level: int = 0


class Link(Struct, frozen=True):
    """A part of a page (left, top, right, bottom in mm from its upper left corner) that leads to another."""

    page: int
    box: tuple[float, float, float, float]
    spot: Spot


class Extras(Struct, frozen=True):
    """What a drawing does not say. `characters` are those of glyph 1, 2, … of each font, the font used first first."""

    title: str = ""
    characters: tuple[tuple[str, ...], ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    links: tuple[Link, ...] = ()


def finished(drawn: bytes, extras: Extras) -> bytes:
    """A drawn PDF with its extras; equal drawings give equal bytes."""
    writer = PdfWriter(clone_from=BytesIO(drawn))
    writer._ID = None  # noqa: SLF001  Qt's is a random number; only encrypted files need one
    writer.pdf_header = "%PDF-1.4"
    fonts = list(_fonts(writer))
    name_characters(fonts, extras.characters)
    name_subsets(fonts)
    _add_outline(writer, extras.bookmarks)
    for link in extras.links:
        _add_link(writer, link)
    _describe(writer, extras.title)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _fonts(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """The fonts in the order of their first use: Qt names them by the number it then gave them."""
    found: dict[int, DictionaryObject] = {}
    for page in writer.pages:
        resources = cast(DictionaryObject, page["/Resources"])
        fonts = cast(DictionaryObject, resources.get("/Font", DictionaryObject()))
        found |= {int(name.strip("/F")): cast(DictionaryObject, font.get_object()) for name, font in fonts.items()}
    yield from (found[number] for number in sorted(found))


def _add_outline(writer: PdfWriter, bookmarks: Sequence[Bookmark]) -> None:
    part = None
    for mark in bookmarks:
        fit = Fit.xyz(left=0, top=_from_below(writer.pages[mark.spot.page], mark.spot.y))
        added = writer.add_outline_item(
            title=mark.title, page_number=mark.spot.page, parent=part if mark.level else None, fit=fit
        )
        part = part if mark.level else added


def _add_link(writer: PdfWriter, link: Link) -> None:
    page, target = writer.pages[link.page], writer.pages[link.spot.page]
    left, top, right, bottom = link.box
    corners = (left * _POINTS_A_MM, _from_below(page, bottom), right * _POINTS_A_MM, _from_below(page, top))
    place = (FloatObject(0), FloatObject(_from_below(target, link.spot.y)), FloatObject(0))
    annotation = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(FloatObject(round(corner, 2)) for corner in corners),
            NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
            NameObject("/Dest"): ArrayObject((target.indirect_reference, NameObject("/XYZ"), *place)),
        }
    )
    page.setdefault(NameObject("/Annots"), ArrayObject()).get_object().append(annotation)


def _from_below(page: PageObject, y: float) -> float:
    return round(float(page.mediabox.height) - y * _POINTS_A_MM, 2)


def _describe(writer: PdfWriter, title: str) -> None:
    root = writer.root_object
    if "/Metadata" in root:  # Qt's says the time and a random number
        cast("StreamObject", root["/Metadata"]).set_data(_METADATA.format(title=escaped(title)).encode())
    root[NameObject("/Lang")] = TextStringObject("zh-CN")
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    if "/Outlines" in root:
        root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    writer.metadata = {"/Title": title, "/Producer": "pbeditor"}

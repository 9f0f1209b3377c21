"""PDF files: pages with fonts out of Qt's own PDF, text that search and copy find, an outline, links, and no dates."""

import zlib
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from pbeditor.exchange.pdf_fonts import Fonts, embed
from pbeditor.exchange.pdf_objects import Objects, text_string
from pbeditor.exchange.xml_text import escaped

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


class Contents(Struct, frozen=True):
    """What is drawn on pages of one size (mm), a content stream each, and what lies `under` all of them.

    As on printers the paper is a whole number of points wide and high.
    """

    size: tuple[float, float]
    pages: tuple[bytes, ...]
    under: bytes = b""


class Extras(Struct, frozen=True):
    """What a drawing does not say."""

    title: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    links: tuple[Link, ...] = ()


def pdf_file(contents: Contents, fonts: Fonts, extras: Extras) -> bytes:
    """The bytes of the file; equal arguments give equal bytes."""
    return _File(contents, extras).bytes(fonts)


class _File:
    """Numbers for the objects that others refer to, given before any of them is written."""

    def __init__(self, contents: Contents, extras: Extras) -> None:
        self._contents, self._extras = contents, extras
        self._objects = Objects()
        self._tree = self._objects.reserve()
        self._pages = [self._objects.reserve() for _ in contents.pages]
        self._width, self._height = (round(side * _POINTS_A_MM) for side in contents.size)

    def bytes(self, fonts: Fonts) -> bytes:
        objects, extras = self._objects, self._extras
        named = " ".join(f"/{name} {number} 0 R" for name, number in embed(objects, fonts))
        resources = objects.add(f"<< /Font << {named} >> >>")
        under = f"{objects.add_stream(zlib.compress(self._contents.under))} 0 R " if self._contents.under else ""
        links = {page: list(some) for page, some in groupby(extras.links, key=lambda link: link.page)}
        for number, (page, content) in enumerate(zip(self._pages, self._contents.pages, strict=True)):
            drawn = objects.add_stream(zlib.compress(content))
            notes = "".join(f" {objects.add(self._link(link))} 0 R" for link in links.get(number, ()))
            annotations = f" /Annots [{notes} ]" if notes else ""
            objects.put(page, f"<< /Type /Page /Parent {self._tree} 0 R /Contents [{under}{drawn} 0 R]{annotations} >>")
        self._write_tree(resources)
        info = objects.add(f"<< /Title {text_string(extras.title)} /Producer (pbeditor) >>")
        return objects.file(self._catalog(), info)

    def _write_tree(self, resources: int) -> None:
        """The pages; size and fonts, which all share, are said once (ISO 32000-1, 7.7.3.4)."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._objects.put(
            self._tree,
            f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] /MediaBox [0 0 {self._width} {self._height}] "
            f"/Resources {resources} 0 R >>",
        )

    def _catalog(self) -> int:
        title = escaped(self._extras.title)
        metadata = self._objects.add_stream(_METADATA.format(title=title).encode(), "/Type /Metadata /Subtype /XML")
        outline = self._outline()
        marks = f"/Outlines {outline} 0 R /PageMode /UseOutlines " if outline else ""
        return self._objects.add(
            f"<< /Type /Catalog /Pages {self._tree} 0 R /Metadata {metadata} 0 R /Lang (zh-CN) {marks}"
            "/ViewerPreferences << /DisplayDocTitle true >> >>"
        )

    def _outline(self) -> int:
        """The number of the outline; 0 where there is none."""
        marks = [(self._objects.reserve(), mark) for mark in self._extras.bookmarks]
        if not marks:
            return 0
        root = self._objects.reserve()
        parts: list[tuple[int, Bookmark, list[tuple[int, Bookmark]]]] = []
        for number, mark in marks:
            if mark.level and parts:
                parts[-1][2].append((number, mark))
            else:
                parts.append((number, mark, []))
        self._objects.put(root, f"<< /Type /Outlines {_ends([number for number, _, _ in parts], len(marks))} >>")
        self._write_marks(root, [(number, mark) for number, mark, _ in parts], {n: below for n, _, below in parts})
        return root

    def _write_marks(
        self, above: int, marks: list[tuple[int, Bookmark]], below: dict[int, list[tuple[int, Bookmark]]]
    ) -> None:
        numbers = [number for number, _ in marks]
        for place, (number, mark) in enumerate(marks):
            before = f"/Prev {numbers[place - 1]} 0 R " if place else ""
            after = f"/Next {numbers[place + 1]} 0 R " if place + 1 < len(numbers) else ""
            under = below.get(number, [])
            ends = _ends([each for each, _ in under], len(under)) if under else ""
            self._objects.put(
                number,
                f"<< /Title {text_string(mark.title)} /Parent {above} 0 R {before}{after}{ends} "
                f"/Dest {self._place(mark.spot)} >>",
            )
            if under:
                self._write_marks(number, under, {})

    def _link(self, link: Link) -> str:
        left, top, right, bottom = link.box
        corners = f"{left * _POINTS_A_MM:.2f} {self._up(bottom)} {right * _POINTS_A_MM:.2f} {self._up(top)}"
        return f"<< /Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] /Dest {self._place(link.spot)} >>"

    def _place(self, spot: Spot) -> str:
        return f"[{self._pages[spot.page]} 0 R /XYZ 0 {self._up(spot.y)} 0]"

    def _up(self, y: float) -> str:
        return f"{self._height - y * _POINTS_A_MM:.2f}"


def _ends(numbers: Sequence[int], count: int) -> str:
    return f"/First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {count}"

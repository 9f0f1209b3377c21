"""What a worksheet has beside its cells: comments and the head and foot of its pages. It is not read, only told of."""

import re
from collections.abc import Iterator

from pbeditor.exchange.archive import Package
from pbeditor.exchange.excel_parts import text_in
from pbeditor.exchange.markup import Element, parse
from pbeditor.exchange.passed import COMMENT
from pbeditor.exchange.relations import relations_of
from pbeditor.sheet.passing_line import is_page_number

# Where a part of the line begins; a font, a colour, a size, the number of the page and the like; a plain "&".
_PART = re.compile("&[LCR]")
_CODE = re.compile('&(?:"[^"]*"|K[0-9A-F]{6}|[0-9]+|[A-Za-z])')
_ASIDE = ("threadedComment", "comments")  # a discussion stands in the comment of older programs as well, with advice


def comments_in(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """The comments on the cells of a worksheet, each with its place."""
    parts = {one.kind: one.target for one in relations_of(package, part) if one.target in package}
    found = next((parts[kind] for kind in _ASIDE if kind in parts), "")
    for comment in parse(package.read(found)).iter("{*}comment", "{*}threadedComment") if found else ():
        said = comment if str(comment.tag).endswith("}comment") else next(comment.iter("{*}text"), comment)
        text = text_in(said) or said.text or ""
        yield COMMENT, f"{comment.get('ref', '')} {text}"


def headings_in(element: Element) -> Iterator[str]:
    """The lines above and below the printed page that say something."""
    lines = (line for child in element for line in _PART.split((child.text or "").replace("&&", "\0")))
    for line in dict.fromkeys(_CODE.sub("", line).replace("\0", "&").strip() for line in lines):
        if not is_page_number(line):
            yield line

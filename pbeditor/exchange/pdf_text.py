"""Maps from a PDF's glyphs back to characters, so that search and copy find the text."""

from collections.abc import Iterator, Sequence

from pbeditor.exchange.pdf_objects import text_string

_BLOCK = 100  # entries of one bfchar section (Adobe technical note 5014)


def character_map(signs: Sequence[str]) -> bytes:
    """A ToUnicode map for two-byte codes from 1 (ISO 32000-1, 9.10.3); a glyph that stands for nothing has no entry."""
    entries = [f"<{code:04X}> <{sign.encode('utf-16-be').hex().upper()}>" for code, sign in enumerate(signs, 1) if sign]
    return "\n".join((*_OPENING, *_sections(entries), *_CLOSING)).encode("ascii")


def said_as(text: str, codes: str) -> str:
    """Codes inside a string in hexadecimal digits, shown as they are and read as `text` (ISO 32000-1, 14.9.4).

    The string ends before them and begins again after them.
    """
    return f">Tj/Span<</ActualText{text_string(text)}>>BDC<{codes}>Tj EMC<"


def _sections(entries: list[str]) -> Iterator[str]:
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"


_OPENING = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_CLOSING = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")

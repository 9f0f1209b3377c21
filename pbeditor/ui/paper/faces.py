"""The faces of a PDF: their glyphs numbered by first use, the characters these stand for, and Qt's own file of them."""

import re
from collections.abc import Collection, Sequence
from typing import Any
from unicodedata import normalize

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QGlyphRun, QPainter, QPainterPath, QPdfWriter, QRawFont

from pbeditor.exchange.pdf_text import said_as

FaceName = tuple[str, str]
_FILES = re.compile(rb"/FontFile2 \d+ 0 R")
_BOLD = 600  # from this weight on a face is bold by itself (OpenType, OS/2 usWeightClass)


class Face:
    """One face with the glyphs that are used of it. Glyph 0, a sign that no font has, has code 0 and no character."""

    def __init__(self, raw: QRawFont, name: str) -> None:
        self.raw = raw
        self.name = name  # in the file; "" where no file may hold the face, so that its glyphs are drawn as outlines
        self.signs: list[str] = []
        self.is_bold = int.from_bytes(raw.fontTable("OS/2").data()[4:6]) >= _BOLD
        self._codes: dict[int, str] = {0: "0000"}
        self._said: dict[int, str] = {0: ""}  # what the map of the file says of a glyph

    def shown(self, glyph: int, sign: str) -> str:
        """A glyph as a part of a string in hexadecimal digits, its character said beside it where the map cannot.

        A glyph has one character in the map, whatever else it stands for.
        """
        code = self._codes.get(glyph)
        if code is None:
            self._said[glyph] = self._own(glyph, sign)
            self.signs.append(self._said[glyph])
            code = self._codes[glyph] = f"{len(self._codes):04X}"
        # Where a map says nothing, viewers take the code for a character.
        return code if sign and self._said[glyph] == sign else said_as(sign, code)

    def _own(self, glyph: int, sign: str) -> str:
        """What a glyph stands for by itself: of a sign with marks around it the sign alone, where that looks so."""
        if len(sign) < 2 or not self.raw.supportsCharacter(ord(sign[0])):  # noqa: PLR2004
            return sign
        alone = self.raw.glyphIndexesForString(sign[0])
        return sign[0] if alone[:1] == [glyph] else normalize("NFC", sign)

    @property
    def glyphs(self) -> list[int]:
        """In the order of their codes, without glyph 0."""
        return list(self._codes)[1:]


class Codes(dict[str, str]):
    """The parts of strings for signs that are always the same glyph of a face, found as they are asked for."""

    def __init__(self, face: Face, glyphs: dict[str, int]) -> None:
        super().__init__()
        self._face, self._glyphs = face, glyphs

    def __missing__(self, sign: str) -> str:
        shown = self[sign] = self._face.shown(self._glyphs[sign], sign)
        return shown


class Faces:
    """All faces of one file, in the order of their first use; the `refused` ones are only drawn."""

    def __init__(self, refused: Collection[FaceName] = ()) -> None:
        self._faces: dict[FaceName, Face] = {}
        self._refused = refused

    def of(self, raw: QRawFont) -> Face:
        """The face of a font of any size."""
        key = raw.familyName(), raw.styleName()
        face = self._faces.get(key)
        if face is None:
            name = "" if key in self._refused else f"F{len(self.embedded) + 1}"
            face = self._faces[key] = Face(raw, name)
        return face

    @property
    def embedded(self) -> list[Face]:
        """Those that are put into the file."""
        return [face for face in self._faces.values() if face.name]

    def file(self) -> bytes:
        """A PDF of Qt's in which the fonts lie; their glyphs have the codes of the faces."""
        return _drawn([(face.raw, face.glyphs or [0]) for face in self.embedded])

    def refused(self, file: bytes) -> frozenset[FaceName]:
        """Those that are not in the file: some forbid it, of others Qt has no file."""
        if len(_FILES.findall(file)) == len(self.embedded):
            return frozenset()
        return frozenset(key for key, face in self._faces.items() if not _FILES.search(_drawn([(face.raw, [1])])))


def outline(path: QPainterPath, across: float, down: float) -> str:
    """A path as PDF says it, its lengths times these."""
    kinds = QPainterPath.ElementType
    words: list[str] = []
    curve = 0
    for number in range(path.elementCount()):
        element: Any = path.elementAt(number)  # the stubs say nothing of its parts
        words.append(f"{element.x * across:.2f} {element.y * down:.2f}")
        if element.type in (kinds.CurveToElement, kinds.CurveToDataElement):
            curve = (curve + 1) % 3
            words += () if curve else ("c",)
        else:
            words.append("m" if element.type == kinds.MoveToElement else "l")
    return " ".join(words)


def _drawn(glyphs: Sequence[tuple[QRawFont, list[int]]]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    try:
        for raw, indexes in glyphs:
            run = QGlyphRun()
            run.setRawFont(raw)
            run.setGlyphIndexes(indexes)
            run.setPositions([QPointF()] * len(indexes))
            painter.drawGlyphRun(QPointF(), run)
    finally:
        # Here Qt cuts the fonts down, 0.1 ms a glyph: `end` would let no other thread go on meanwhile.
        del painter
    return bytes(buffer.data().data())

"""The text of an RTF file as it comes: bytes, signs and ends of paragraphs, cells and rows."""

from collections.abc import Iterable, Iterator
from copy import copy

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.nesting import Nesting
from pbeditor.exchange.passed import COMMENT, HEADING, HIDDEN, STRUCK, Passed
from pbeditor.exchange.rtf_state import Group, RowDefinition
from pbeditor.exchange.rtf_text import Alphabet, whole_signs
from pbeditor.exchange.signs import NO_BULLETS
from pbeditor.sheet.passing_line import is_page_number
from pbeditor.sheet.sheet import Block, Paragraph, texts_of

BOX, FOOTNOTE, ENDNOTE = "box", "footnote", "endnote"
_BELOW = (FOOTNOTE, ENDNOTE)  # in the order in which they follow the text


class Rtf:
    """One file being read."""

    def __init__(self) -> None:
        self.alphabet = Alphabet()
        self.group = Group()
        self._groups: list[Group] = []
        self._rows = RowDefinition(), RowDefinition()
        self._nesting = Nesting()
        self.passed = Passed()
        self._stories: list[tuple[Nesting, list[str], tuple[RowDefinition, RowDefinition]]] = []
        self._below: dict[str, list[Block]] = {kind: [] for kind in _BELOW}
        self._headings: set[str] = set()  # of which a file has one for each section
        self._goes_on = ""  # the kind of text that was left out just before
        self._text: list[str] = []
        self._bytes = bytearray()
        self._to_pass = 0  # fallback characters of the last code number

    @property
    def row(self) -> RowDefinition:
        """The row being defined: inner tables have their own."""
        return self._rows[self.group.nested]

    def blocks(self) -> tuple[Block, ...]:
        """Everything, with what a file that breaks off had begun."""
        while self._stories:
            self._end_story()
        self._decode()
        if self._text:
            self.end_paragraph()
        return (*self._nesting.blocks(), *(block for kind in _BELOW for block in self._below[kind]))

    def begin_group(self) -> None:
        """What is set from here on ends with the group."""
        self._decode()
        if len(self._groups) >= limits.GROUPS:
            raise ExcessError(limits.GROUPS)
        self._groups.append(self.group)
        self.group = copy(self.group)
        self.group.story = ""

    def end_group(self) -> None:
        """Back to what held before; one brace too many changes nothing."""
        self._decode()
        if self.group.story:
            self._end_story()
        if self._groups:
            self.group = self._groups.pop()

    def skip_group(self, kind: str = "") -> None:
        """Pass over everything up to the end of this group, which is told of where it has a kind."""
        self._decode()
        if kind and not self.group.skipped:
            self.passed.add(kind)
        self.group.skipped, self.group.fonts = True, False

    def keep_group(self) -> None:
        """Read this group although the one around it is passed over, unless that lies in one passed over too."""
        self.group.skipped = len(self._groups) > 1 and self._groups[-2].skipped

    def begin_font_table(self) -> None:
        """Names of fonts are no text."""
        self.group.skipped = self.group.fonts = True

    def set_font(self, number: int) -> None:
        """The font of the text from here on, or in the font table the font being described."""
        self._decode()
        self.group.font = number

    def set_charset(self, charset: int) -> None:
        """The character set of the font being described."""
        if self.group.fonts:
            self.alphabet.set_charset(self.group.font, charset)

    def add(self, text: str) -> None:
        """Text that is no longer bytes."""
        self._decode()
        if self._to_pass:
            self._to_pass -= 1
        elif self._kept():
            self._take(text)

    def add_bytes(self, data: bytes) -> None:
        """Bytes in the character set of the font."""
        if self.group.fonts:
            self.alphabet.add_name(self.group.font, data)
        passed = min(self._to_pass, len(data))
        self._to_pass -= passed
        if self._kept():
            self._bytes += data[passed:]

    def switch(self, name: str, *, on: bool) -> None:
        """A look of the text from here on."""
        self._decode()
        setattr(self.group, name, on)

    def add_character(self, number: int) -> None:
        """A character by its number; its fallback follows."""
        self._to_pass = 0
        self.add(self.alphabet.character(number, self.group.font))
        self._to_pass = self.group.fallbacks

    def add_tab(self) -> None:
        """A tab; after the number of a list a space where the number would run into the text."""
        self._decode()
        if self.group.label:
            self.add(" " if self._text and self._text[-1][-1:].isalnum() else "")
        else:
            self.add("\t")

    def end_paragraph(self) -> None:
        """A paragraph of running text or in a cell."""
        if not self.group.skipped:
            self._nesting.end_paragraph(self._taken(), self.group.level)

    def end_cell(self, level: int) -> None:
        """The last paragraph of a cell at this level of nesting."""
        if not self.group.skipped:
            self._nesting.end_cell(self._taken(), level)

    def end_row(self, level: int) -> None:
        """A row; its definition stands until the next one."""
        if not self.group.skipped:
            self._decode()
            self._nesting.end_row(self.row.edges, level)

    def begin_story(self, kind: str) -> None:
        """A text of its own: a box is set after the paragraph or table around it, a footnote after all of them."""
        self._decode()
        if self.group.skipped:
            return
        self._stories.append((self._nesting, self._text, self._rows))
        self._nesting, self._text, self._rows = Nesting(), [], (RowDefinition(), RowDefinition())
        self.group.story, self.group.level = kind, 0
        self.group.hidden = self.group.struck = False

    def call_story(self, kind: str) -> None:
        """The story that began with this group is of another kind."""
        if self.group.story:
            self.group.story = kind

    def _end_story(self) -> None:
        self._decode()
        if self._text:
            self._nesting.end_paragraph(self._taken(), self.group.level)
        blocks = self._nesting.blocks()
        self._nesting, self._text, self._rows = self._stories.pop()
        kind = self.group.story or BOX
        if kind == BOX:
            self._nesting.set_apart(blocks)
        elif kind in self._below:
            self._below[kind].extend(blocks)
        else:
            self._tell(kind, "\n".join(_lines(blocks)))

    def _tell(self, kind: str, text: str) -> None:
        """What is not read is told once: sections repeat their headers."""
        if kind == COMMENT:
            self.passed.add(kind, text)
        elif not is_page_number(text) and text not in self._headings:
            self._headings.add(text)
            self.passed.add(HEADING, text)

    def _kept(self) -> bool:
        return not (self.group.skipped or self.group.deleted)

    def _take(self, text: str) -> None:
        """Text that is shown, or told of as left out."""
        if self.group.label:
            text = text.translate(NO_BULLETS)
        kind = HIDDEN if self.group.hidden else STRUCK if self.group.struck else ""
        if not kind:
            self._text.append(text)
        elif self._goes_on == kind:
            self.passed.go_on(kind, text)
        elif text.strip():
            self.passed.add(kind, text)
        self._goes_on = kind if kind and (text.strip() or self._goes_on) else ""

    def _taken(self) -> str:
        self._decode()
        self._to_pass, self._goes_on = 0, ""
        text = whole_signs("".join(self._text))
        self._text.clear()
        return text

    def _decode(self) -> None:
        """Bytes wait until their run ends, because a Chinese character has two of them."""
        if self._bytes:
            self._take(self.alphabet.decoded(bytes(self._bytes), self.group.font))
            self._bytes.clear()


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from map("\t".join, texts_of(block))

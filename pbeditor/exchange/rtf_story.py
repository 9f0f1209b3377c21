"""The text of an RTF file as it comes: bytes, signs and ends of paragraphs, cells and rows."""

from copy import copy

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.nesting import Nesting
from pbeditor.exchange.rtf_state import Group, RowDefinition
from pbeditor.exchange.rtf_text import Alphabet, whole_signs
from pbeditor.sheet.sheet import Block


class Rtf:
    """One file being read."""

    def __init__(self) -> None:
        self.alphabet = Alphabet()
        self.group = Group()
        self._groups: list[Group] = []
        self._rows = RowDefinition(), RowDefinition()
        self._nesting = Nesting()
        self._stories: list[tuple[Nesting, list[str]]] = []
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
            self._end_box()
        self._decode()
        if self._text:
            self.end_paragraph()
        return self._nesting.blocks()

    def begin_group(self) -> None:
        """What is set from here on ends with the group."""
        self._decode()
        if len(self._groups) >= limits.GROUPS:
            raise ExcessError(limits.GROUPS)
        self._groups.append(self.group)
        self.group = copy(self.group)
        self.group.box = False

    def end_group(self) -> None:
        """Back to what held before; one brace too many changes nothing."""
        self._decode()
        if self.group.box:
            self._end_box()
        if self._groups:
            self.group = self._groups.pop()

    def skip_group(self) -> None:
        """Pass over everything up to the end of this group."""
        self._decode()
        self.group.skipped = True

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
        elif self._shown():
            self._text.append(text)

    def add_bytes(self, data: bytes) -> None:
        """Bytes in the character set of the font."""
        passed = min(self._to_pass, len(data))
        self._to_pass -= passed
        if self._shown():
            self._bytes += data[passed:]

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

    def begin_box(self) -> None:
        """A text box: a story of its own, set after the paragraph or table around it."""
        self._decode()
        if self.group.skipped:
            return
        self._stories.append((self._nesting, self._text))
        self._nesting, self._text = Nesting(), []
        self.group.box, self.group.level = True, 0

    def _end_box(self) -> None:
        self._decode()
        if self._text:
            self._nesting.end_paragraph(self._taken(), self.group.level)
        blocks = self._nesting.blocks()
        self._nesting, self._text = self._stories.pop()
        self._nesting.set_apart(blocks)

    def _shown(self) -> bool:
        return not (self.group.skipped or self.group.hidden or self.group.deleted)

    def _taken(self) -> str:
        self._decode()
        self._to_pass = 0
        text = whole_signs("".join(self._text))
        self._text.clear()
        return text

    def _decode(self) -> None:
        """Bytes wait until their run ends, because a Chinese character has two of them."""
        if self._bytes:
            self._text.append(self.alphabet.decoded(bytes(self._bytes), self.group.font))
            self._bytes.clear()

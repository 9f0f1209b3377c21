"""Old Word files (.doc, Word 97 to 2003) and Kingsoft .wps, which is the same format: bytes in, sheet out."""

import re
from collections.abc import Iterator

from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.legacy_word_file import Stories, WordFile
from pbeditor.exchange.legacy_word_lists import numbering_part
from pbeditor.exchange.legacy_word_properties import ParagraphTable, Properties
from pbeditor.exchange.legacy_word_text import CELL_END, Shown, shown
from pbeditor.exchange.nesting import Nesting
from pbeditor.exchange.passed import COMMENT, HEADING, OBJECT, PICTURE, Passed
from pbeditor.exchange.rtf_text import whole_signs
from pbeditor.exchange.word_in_numbering import Lists
from pbeditor.exchange.word_in_styles import Numbering
from pbeditor.model.progress import READING, tick
from pbeditor.sheet.passing_line import is_page_number
from pbeditor.sheet.sheet import Block, Paragraph, Sheet

_ENDS = re.compile(f"[\r\x0c{CELL_END}]")
_MARKS = re.compile("[\x00-\x05\x08]")
_PICTURE, _COMMENT = "\x01", "\x05"
_OBJECT = re.compile("\x13\\s*EMBED\\b")
_UNKNOWN = Properties()


def read_legacy_word(data: bytes, name: str) -> Sheet:
    """The sheet in an old Word file. Raises UnreadableError."""
    with damage_is_told(name):
        story = _Story(WordFile(data, name))
        places = story.file.stories()
        blocks = (*story.blocks(places.body), *story.blocks(places.boxes), *story.notes_below(places))
        story.pass_over(places)
        return Sheet(blocks, unplaced=story.unplaced, notes=story.passed.notes())


class _Story:
    """The text of one file with the properties of its paragraphs."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.unplaced = 0
        self.passed = Passed()
        self._shown: Shown = shown(file)
        self._lists = Lists(lambda: numbering_part(file))
        self._paragraphs = ParagraphTable(file.paragraph_pages(), file.apart)

    def blocks(self, places: range) -> tuple[Block, ...]:
        """The paragraphs and tables at these character positions."""
        nesting = Nesting()
        text = self._shown.text[: places.stop]
        start = places.start
        for found in _ENDS.finditer(text, start):
            tick(READING, found.end(), len(self._shown.text))
            self._end(nesting, found, self._line(text[start : found.start()]))
            start = found.end()
        if text[start:].strip("\0"):
            nesting.end_paragraph(self._line(text[start:]), 0)
        blocks = nesting.blocks()
        self.unplaced += nesting.unplaced
        return blocks

    def notes_below(self, places: Stories) -> Iterator[Block]:
        """Footnotes, then endnotes; the marks between them are blank lines."""
        for part in (places.footnotes, places.endnotes):
            for block in self.blocks(part):
                if not isinstance(block, Paragraph) or block.text:
                    yield block

    def pass_over(self, places: Stories) -> None:
        """Tell of what is not read."""
        text = self._shown.text
        self.passed.take(self._shown.left_out)
        heads = dict.fromkeys(_MARKS.sub("", line) for line in _ENDS.split(text[_slice(places.headers)]))
        self.passed.take((HEADING, line) for line in heads if not is_page_number(line))
        comments = text[_slice(places.comments)].split(_COMMENT)
        self.passed.take((COMMENT, _MARKS.sub("", comment)) for comment in comments[1:])
        objects = len(_OBJECT.findall(self.file.text()))
        pictures = text[_slice(places.body)].count(_PICTURE) - objects
        self.passed.take([(OBJECT, "")] * objects + [(PICTURE, "")] * pictures)

    @staticmethod
    def _line(text: str) -> str:
        """A line as text: marks of footnotes, comments and pictures stand for no sign."""
        return whole_signs(_MARKS.sub("", text))

    def _end(self, nesting: Nesting, found: re.Match[str], line: str) -> None:
        place = found.start()
        properties = self._paragraphs.at(self.file.offset(place))
        if found.group() == CELL_END:
            known = properties or Properties(row_end=not line and self._shown.text[place - 1 : place] == CELL_END)
            self._end_in_table(nesting, place, line, known._replace(level=1, cell_end=True))
        else:
            self._end_in_table(nesting, place, line, properties or _UNKNOWN)

    def _end_in_table(self, nesting: Nesting, place: int, line: str, properties: Properties) -> None:
        """Inner tables end their cells with paragraph ends that say so."""
        if properties.list and not properties.row_end:
            line = self._lists.label(Numbering(str(properties.list), str(properties.depth))) + line
        if properties.row_end and properties.level:
            nesting.end_row(properties.edges, properties.level, deleted=place in self._shown.deleted)
        elif properties.cell_end and properties.level:
            nesting.end_cell(line, properties.level)
        else:
            nesting.end_paragraph(line, properties.level)


def _slice(places: range) -> slice:
    return slice(places.start, places.stop)

"""A web page while it is being parsed: its paragraphs and tables as a browser would lay them out."""

import re

from pbeditor.exchange import limits
from pbeditor.exchange.damage import Allowance
from pbeditor.exchange.html_table import HtmlTable
from pbeditor.exchange.numerals import numeral
from pbeditor.exchange.signs import PLAIN
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph

_WHITE = re.compile("[ \t\r\n\f]+")


class Page:
    """Takes the beginnings and ends of what matters. Raises ExcessError."""

    def __init__(self) -> None:
        self._line: list[str] = []
        self._label = ""  # the number of a list item whose text has not begun
        self._lists: list[tuple[str, int]] = []  # kind of numeral, "" for bullets, and the number of the next item
        self._tables: list[HtmlTable] = []
        self._blocks: list[Block] = []
        self._room = Allowance(limits.CELLS)

    def add(self, text: str, *, kept: bool) -> None:
        """Text; its white space counts as one blank unless it is kept."""
        if not kept:
            text = _WHITE.sub(" ", text)
            if self._line and self._line[-1].endswith((" ", "\n")):
                text = text.removeprefix(" ")
        if text:
            self._line.append(text)

    def end_line(self) -> None:
        """The end of a paragraph; a blank one counts only where something invisible holds it open."""
        text = "".join(self._line).translate(PLAIN).strip(" \t\r\f")
        self._line.clear()
        if not text:
            return
        text = text.removesuffix("\n")
        if text.strip():
            text, self._label = self._label + text.lstrip(), ""
        self._room.take()
        if self._tables:
            self._tables[-1].add_line(text)
        else:
            self._blocks.append(Paragraph(clean(text)))

    def close(self) -> tuple[Block, ...]:
        """All blocks of the page, with what was left open."""
        self.end_line()
        while self._tables:
            self.end_table()
        return tuple(self._blocks)

    def begin_table(self) -> None:
        """A table, in a cell of another one perhaps; past a depth that no page has it is text of the outer one."""
        if len(self._tables) < limits.NESTING:
            self._tables.append(HtmlTable())

    def end_table(self) -> None:
        """The innermost table; it follows the one around it."""
        if self._tables:
            blocks = self._tables.pop().blocks()
            if self._tables:
                self._tables[-1].set_apart(blocks)
            else:
                self._blocks.extend(blocks)

    def begin_row(self) -> None:
        """A row of the innermost table."""
        if self._tables:
            self._tables[-1].begin_row()

    def begin_cell(self, columns: int, rows: int) -> None:
        """A cell of the innermost table."""
        self._room.take()
        if self._tables:
            self._tables[-1].begin_cell(columns, rows)

    def end_cell(self) -> None:
        """The end of a cell or of its row."""
        if self._tables:
            self._tables[-1].end_cell()

    def begin_list(self, kind: str, start: int) -> None:
        """A list; a blank kind of numeral is for one with bullets."""
        self._lists.append((kind, start))

    def end_list(self) -> None:
        """Back to the list around it."""
        self._label = ""
        if self._lists:
            self._lists.pop()

    def begin_item(self, number: int | None) -> None:
        """An item of the innermost list; its number waits for its text."""
        kind, following = self._lists[-1] if self._lists else ("", 0)
        if kind:
            number = following if number is None else number
            self._label = f"{numeral(kind, number)}."
            self._lists[-1] = kind, number + 1

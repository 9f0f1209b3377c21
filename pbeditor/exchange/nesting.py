"""Paragraphs, cells and rows in the order in which RTF and old Word files end them, gathered into blocks.

Level 0 is running text, level 1 a table, level 2 a table in one of its cells, and so on. An inner table follows the
outer one as a block of its own.
"""

from collections.abc import Sequence

from pbeditor.exchange import limits
from pbeditor.exchange.damage import Allowance
from pbeditor.exchange.edges import DefinedRow, Edge, table_of_edges, unplaced
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph


class _Level:
    """A table that is still open: its rows, the cells of the open row, the lines of the open cell."""

    def __init__(self) -> None:
        self.rows: list[DefinedRow] = []
        self.cells: list[str] = []
        self.lines: list[str] = []
        self.inner: list[Block] = []


class Nesting:
    """Takes ends in their order; every method raises ExcessError when there are too many."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._blocks: list[Block] = []
        self._apart: list[Block] = []
        self._room = Allowance(limits.ENDS)
        self.unplaced = 0  # cells of the tables that are closed whose place is a guess

    def end_paragraph(self, text: str, level: int) -> None:
        """A paragraph of running text, or one more line of an open cell."""
        self._room.take()
        if self._at(level):
            self._levels[-1].lines.append(text)
        else:
            self._blocks.append(Paragraph(clean(text)))
            self._blocks.extend(self._apart)
            self._apart.clear()

    def end_cell(self, text: str, level: int) -> None:
        """The last paragraph of a cell."""
        self.end_paragraph(text, max(level, 1))
        open_level = self._levels[-1]
        open_level.cells.append(clean("\n".join(open_level.lines)))
        open_level.lines.clear()

    def end_row(self, edges: Sequence[Edge], level: int, *, deleted: bool = False) -> None:
        """A row with the definition that came with it."""
        self._room.take()
        self._at(max(level, 1))
        open_level = self._levels[-1]
        self._end_open_cell(open_level)
        if open_level.cells and not deleted:
            open_level.rows.append((tuple(open_level.cells), tuple(edges)))
        open_level.cells.clear()

    def set_apart(self, blocks: Sequence[Block]) -> None:
        """The blocks of a text box, which follow the paragraph or the table that is open."""
        (self._levels[0].inner if self._levels else self._apart).extend(blocks)

    def blocks(self) -> tuple[Block, ...]:
        """All of them, with what a file that breaks off had begun."""
        self._at(0)
        return (*self._blocks, *self._apart)

    def _at(self, level: int) -> int:
        """Open or close tables until this level is the innermost; returns it within the limit."""
        level = min(level, limits.NESTING)
        while len(self._levels) > level:
            self._close(self._levels.pop())
        while len(self._levels) < level:
            self._levels.append(_Level())
        return level

    def _close(self, ended: _Level) -> None:
        self._end_open_cell(ended)
        if ended.cells:
            ended.rows.append((tuple(ended.cells), ()))
        tables = [table_of_edges(ended.rows)] if ended.rows else []
        self.unplaced += unplaced(ended.rows)
        around = self._levels[-1].inner if self._levels else self._blocks
        around.extend((*tables, *ended.inner))
        if not self._levels:
            around.extend(self._apart)
            self._apart.clear()

    @staticmethod
    def _end_open_cell(level: _Level) -> None:
        """Text after the last cell mark has no cell of its own in a whole file."""
        text = clean("\n".join(level.lines))
        level.lines.clear()
        if text:
            level.cells.append(text)

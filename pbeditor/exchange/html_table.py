"""One table of a web page: cells find their places between those that reach down from above."""

from collections.abc import Sequence

from pbeditor.exchange import limits
from pbeditor.exchange.cells import Placed, table_of
from pbeditor.exchange.damage import Allowance
from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Block, Paragraph

_MOST_COLUMNS = 1_000  # that one cell spans, as browsers have it


class HtmlTable:
    """Gathers rows and cells in their order. Raises ExcessError."""

    def __init__(self) -> None:
        self._before: list[Block] = []
        self._after: list[Block] = []
        self._placed: list[Placed] = []
        self._lines: list[str] = []
        self._open: Placed | None = None
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}  # grid column -> first row that no cell from above reaches
        self._steps = Allowance(limits.STEPS)

    def begin_row(self) -> None:
        """The cells from here on stand in a new row."""
        self.end_cell()
        self._row += 1
        self._column = 0

    def begin_cell(self, columns: int, rows: int) -> None:
        """A cell at the first free place of the row."""
        self.end_cell()
        if self._row < 0:
            self.begin_row()
        columns = min(max(columns, 1), _MOST_COLUMNS)
        while self._taken.get(self._column, 0) > self._row:
            self._steps.take()
            self._column += 1
        self._open = Placed(self._row, self._column, "", columns, rows)
        if rows > 1:
            self._steps.take(columns)
            self._taken.update(dict.fromkeys(range(self._column, self._column + columns), self._row + rows))
        self._column += columns

    def end_cell(self) -> None:
        """The text of the open cell is complete."""
        if self._open:
            self._placed.append(self._open._replace(text=clean("\n".join(self._lines))))
            self._open = None
            self._lines.clear()

    def add_line(self, text: str) -> None:
        """A paragraph of the open cell; one between cells stands above the table, as browsers put it."""
        if self._open:
            self._lines.append(text)
        else:
            self._before.append(Paragraph(clean(text)))

    def set_apart(self, blocks: Sequence[Block]) -> None:
        """The blocks of a table inside, which follow this one."""
        self._after.extend(blocks)

    def blocks(self) -> tuple[Block, ...]:
        """The table with what stands before and after it."""
        self.end_cell()
        tables = (table_of(self._placed, self._row + 1),) if self._placed else ()
        return (*self._before, *tables, *self._after)

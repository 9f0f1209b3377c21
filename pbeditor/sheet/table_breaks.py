"""Where a table breaks: whole rows a page, and a row that is tall by its lines."""

from collections.abc import Mapping
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.sheet.fitting import FittedCell, FittedTable
from pbeditor.sheet.geometry import CELL_Y, LEAST_ROW

ROUNDING = 0.001  # mm, what sums of lengths may be off
_LEAST_LINES = 3  # of a divided row at the bottom of a page
_TALL = 0.5  # of a page: to keep a taller row whole could leave more than half a page blank

# Lines of a cell, by its row and left edge, that pages before have shown; a cell whose text is whole has none.
Shown = Mapping[tuple[int, float], int]


class Piece(Struct, frozen=True):
    """The rows of a table from `start` on that stand on one page, by their heights; `header` is repeated above.

    Where `cut`, the last of the rows goes on after the break.
    """

    table: FittedTable
    start: int
    heights: tuple[float, ...]
    header: tuple[float, ...] = ()
    cut: bool = False
    shown: Shown = {}

    @property
    def end(self) -> int:
        """The row after the last."""
        return self.start + len(self.heights)

    @property
    def height(self) -> float:
        """From the upper to the lower rule."""
        return sum(self.header) + sum(self.heights)

    def box(self, cell: FittedCell) -> float:
        """How much of this piece a cell covers."""
        return sum(self.heights[max(cell.row - self.start, 0) : cell.stop - self.start])

    def following(self) -> tuple[int, Shown]:
        """Where the next page goes on, and what of the divided cells it need not show."""
        row = self.end - self.cut
        divided = [c for c in self.table.spans if c.row < row < c.stop]
        divided += self.table.rows[row] if self.cut else ()
        shown = {
            place(cell): self.shown.get(place(cell), 0) + fitting_lines(cell, self.shown, self.box(cell))
            for cell in divided
            if not cell.repeats
        }
        return row, shown


def place(cell: FittedCell) -> tuple[int, float]:
    """What tells one cell of a table from another."""
    return cell.row, cell.x


def fitting_lines(cell: FittedCell, shown: Shown, height: float) -> int:
    """How many of the lines not yet shown fit in a box; not all but one, so that none stands alone after the break."""
    left = cell.lines - shown.get(place(cell), 0)
    fit = min(left, int((height - 2 * CELL_Y + ROUNDING) / cell.pitch))
    return fit - 1 if left - fit == 1 and fit >= _LEAST_LINES else max(fit, 0)


def may_be_divided(height: float, full: float) -> bool:
    """Whether a page may end within a row so tall, `full` being the height of a page. Word is told the same."""
    return height > full * _TALL


def least_beginning(table: FittedTable, full: float) -> float:
    """The room below which a table must not begin: its first group, or as much of that as tells what comes."""
    heights = row_heights(table, 0, table.breaks[0], {})
    is_whole = sum(heights) <= full
    last = _first_tall(table, 0, heights, full) if is_whole else min(table.header, len(heights) - 1)
    if last is None:
        return sum(heights)
    least = _least_slice(table, last, {}) if may_be_divided(heights[last], full) else heights[last]
    return sum(heights[:last]) + least


def _header_heights(table: FittedTable, full: float) -> tuple[float, ...]:
    """The rows that each page repeats; none where they would leave too little room for the others."""
    heights = row_heights(table, 0, table.header, {})
    return heights if sum(heights) < full / 2 else ()


def row_heights(table: FittedTable, start: int, stop: int, shown: Shown) -> tuple[float, ...]:
    """The heights of rows that stand together on a page; a tall cell over several of them makes each taller."""
    heights = [*table.least[start:stop]]
    if shown and heights:
        heights[0] = max((_need(cell, shown) for cell in table.rows[start] if cell.stop == start + 1), default=0.0)
        heights[0] = max(heights[0], LEAST_ROW)
    for cell in table.spans:
        above, below = max(cell.row, start) - start, min(cell.stop, stop) - start
        if above >= below or not (cell.repeats or cell.stop <= stop):
            continue
        lack = _need(cell, shown) - sum(heights[above:below])
        if lack > 0 and cell.repeats:
            heights[above:below] = [height + lack / (below - above) for height in heights[above:below]]
        elif lack > 0:
            heights[below - 1] += lack
    return tuple(heights)


def next_piece(table: FittedTable, start: int, shown: Shown, room: float, full: float) -> Piece | None:
    """As much of the table as fits in `room` mm; None where it should begin on a page of its own, `full` mm tall."""
    page, header = full, _header_heights(table, full) if start else ()
    room, full = room - sum(header), full - sum(header)
    stop = _fitting_stop(table, start, shown, room)
    piece = _whole(Piece(table, start, (), header, shown=shown), stop)
    if stop < len(table.rows):
        group = next(bound for bound in table.breaks if bound > stop)
        heights = row_heights(table, stop, group, _seen(piece))
        tall = _first_tall(table, stop, heights, page)
        if sum(heights) > full + ROUNDING:
            piece = _divided(piece, room, full, page)
        elif tall is not None:
            divided = _divided(piece, room, full, page)
            piece = divided if divided.end > tall else piece
    return piece if piece.heights else None


def _first_tall(table: FittedTable, start: int, heights: tuple[float, ...], page: float) -> int | None:
    """The first of the rows from `start` on that may be divided; a header never is."""
    rows = enumerate(heights, start)
    return next((row for row, height in rows if row >= table.header and may_be_divided(height, page)), None)


def _fitting_stop(table: FittedTable, start: int, shown: Shown, room: float) -> int:
    """The last of the places for a break up to which all rows fit; `start` where none does."""
    if sum(row_heights(table, start, len(table.rows), shown)) <= room + ROUNDING:
        return len(table.rows)

    def fits(bound: int) -> bool:
        return sum(row_heights(table, start, bound, shown)) <= room + ROUNDING

    return max(takewhile(fits, (bound for bound in table.breaks if bound > start)), default=start)


def _divided(piece: Piece, room: float, full: float, page: float) -> Piece:
    """Rows that belong together but cannot stay so: row by row, and the row that is too tall by its lines."""
    none, table = piece, piece.table
    longer = _whole(piece, piece.end + 1)
    while longer.end < len(table.rows) and sum(longer.heights) <= room + ROUNDING:
        piece, longer = longer, _whole(longer, longer.end + 1)
    row, left, seen = piece.end, room - sum(piece.heights), _seen(piece)
    headed = 0 < row <= table.header and bool(_header_heights(table, page))  # a header never stands alone
    forced = (headed or not piece.heights) and room >= full - ROUNDING
    is_tall = row >= table.header and may_be_divided(sum(row_heights(table, row, row + 1, seen)), page)
    if forced or (is_tall and left >= _least_slice(table, row, seen)):
        return replace(piece, heights=(*piece.heights, _slice(table, row, seen, left)), cut=True)
    return none if headed else piece


def _whole(piece: Piece, stop: int) -> Piece:
    return replace(piece, heights=row_heights(piece.table, piece.start, stop, piece.shown))


def _seen(piece: Piece) -> Shown:
    """What is shown of the divided cells at the end of a piece that may still be empty."""
    return piece.following()[1] if piece.heights else piece.shown


def _need(cell: FittedCell, shown: Shown) -> float:
    done = 0 if cell.repeats else shown.get(place(cell), 0)
    return max(cell.need - done * cell.pitch, 0.0)


def _least_slice(table: FittedTable, row: int, shown: Shown) -> float:
    """The least part of a row worth leaving at the bottom of a page."""
    needs = (
        _need(cell, shown) if cell.repeats else min(_need(cell, shown), _LEAST_LINES * cell.pitch + 2 * CELL_Y)
        for cell in table.rows[row]
    )
    return max(needs, default=LEAST_ROW)


def _slice(table: FittedTable, row: int, shown: Shown, room: float) -> float:
    """The height of the part of a row that fits in `room`, down to its last line."""
    reaching = [cell for cell in table.spans if cell.row < row < cell.stop and not cell.repeats]
    if reaching:
        return room
    needs = (
        _need(cell, shown) if cell.repeats else fitting_lines(cell, shown, room) * cell.pitch + 2 * CELL_Y
        for cell in table.rows[row]
    )
    return min(max(needs, default=room), room)

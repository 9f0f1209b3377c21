"""The printed form as a value: what writers draw and what readers produce.

A writer needs nothing but a `Sheet` and the form's `Layout`; a reader yields blocks of the same types. Where a reader
knows what a piece of text is, because our own file says so, it fills `role`; from foreign files `role` stays blank
and `interpret` goes by labels.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from pbeditor.model.document import Target

# Roles of runs: the parts of a cell that prints glued together.
CODE, NAME, OPERATOR, NUMBER, WORDS = "code", "name", "operator", "number", "words"
TARGET_PARTS = (OPERATOR, NUMBER, WORDS)  # of a value, in their order
# Roles of cells.
LABEL, VALUE, LINE = "label", "value", "line"
# Roles of paragraphs, which are also the keys of `Layout.texts`.
TITLE, CONTENTS, ENTRY, PART, SECTION, BODY, PROJECT, GAP = (
    "title",
    "contents",
    "entry",
    "part",
    "section",
    "body",
    "project",
    "gap",
)
COVER, COVER_LINE, COVER_GAP = "cover", "cover_line", "cover_gap"
CAPTION = "caption"
WORKSHEET = "worksheet"  # the name of a sheet of a foreign workbook, above what it holds
# How a sheet is made ready for a pen: numbers beside its lines, or a wide margin.
LINES, MARGIN = "lines", "margin"


class Run(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A piece of text inside a cell; "\\n" breaks the line."""

    text: str
    role: str = ""


class Cell(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A cell at grid place `column` (from 0) that spans `columns` × `rows` grid places."""

    runs: tuple[Run, ...] = ()
    column: int = 0
    columns: int = 1
    rows: int = 1
    role: str = ""
    align: str = "left"
    frame: bool = True
    remarks: tuple[int, ...] = ()  # which of `Sheet.remarks` speak of it
    exact: str = ""  # the number of a foreign spreadsheet whose text hides digits of it, or makes nothing of its format

    @property
    def text(self) -> str:
        """What a reader of the paper sees in the cell."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


class Row(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The cells that begin in this row, left to right; places covered from above have no cell here."""

    cells: tuple[Cell, ...] = ()
    header: bool = False  # repeated on each page the table reaches


class Build(Struct, frozen=True, cache_hash=True, gc=False):
    """All of a table but its texts: most tables of a document are built alike, and what draws them plans that once."""

    widths: tuple[float, ...]
    rows: tuple[tuple[int, bool], ...]  # how many cells, and whether it is a header
    cells: tuple[tuple[object, ...], ...]


class Table(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`widths` are the grid columns in mm; a reader that does not know them leaves them blank.

    `hidden` is the name of the worksheet that it stands in, where a foreign workbook hides it.
    """

    rows: tuple[Row, ...] = ()
    widths: tuple[float, ...] = ()
    hidden: str = ""

    @cached_property
    def build(self) -> Build:
        """How it is built; kept, for page numbers and writers ask for it in turn."""
        rows = tuple([(len(row.cells), row.header) for row in self.rows])
        cells = [(c.column, c.columns, c.rows, c.role, c.align, c.frame) for row in self.rows for c in row.cells]
        return _build(self.widths, rows, tuple(cells))

    @cached_property
    def sums_at(self) -> int:
        """The row of sums that ends a table below a header, told by its label; the number of rows if there is none.

        It stays with the row above, and a remark below it, which has no frame, with it.
        """
        framed = [place for place, row in enumerate(self.rows) if any(cell.frame for cell in row.cells)]
        if len(framed) < 2 or not self.rows[0].header:  # noqa: PLR2004
            return len(self.rows)
        above, last = (any(cell.role == LABEL for cell in self.rows[place].cells) for place in framed[-2:])
        return framed[-1] if last and not above else len(self.rows)

    def built_as(self, build: Build) -> "Table":
        """Itself, told its `build` by who made it after the same plan as another table."""
        self.__dict__["build"] = build
        return self


class Paragraph(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One line of running text. `anchor` names it for links; `target` is the anchor a contents entry leads to.

    `page` is the page number that a contents entry shows; 0 where it is not known.
    """

    text: str = ""
    role: str = ""
    anchor: str = ""
    target: str = ""
    page_before: bool = False
    page: int = 0
    remarks: tuple[int, ...] = ()


Block = Paragraph | Table


class About(Struct, frozen=True, forbid_unknown_fields=True):
    """What the paper does not show but our own Word and Excel files carry as properties."""

    form: str = ""
    year: int = 0
    department_code: str = ""
    department_name: str = ""
    money_unit: str = ""


NOTES = {"guessed": "请核对", "ignored": "未导入", "missing": "缺少"}  # what the kinds are called


class Note(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the import report. `kind` is guessed, ignored or missing; `where` is a place a person can find.

    `place` is that place with ids (`model.place`), where it is in the document; `choices` are the ways to read the
    value there, the one that was taken first. `rows` are the cells of a table that was left out as a whole.
    """

    where: str
    kind: str
    message: str
    original: str = ""
    place: str = ""
    choices: tuple[Target, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Sheet(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole printed document, top to bottom."""

    blocks: tuple[Block, ...] = ()
    about: About = About()
    draft: bool = False
    markup: str = ""
    remarks: tuple[str, ...] = ()  # to be shown beside the paper, such as the findings of the check
    unplaced: int = 0  # merged cells of a foreign file whose place its reader had to make up
    source: str = ""  # the name of the file that it was read from, without its ending
    notes: tuple[Note, ...] = ()  # what its reader passed over, for the import report

    @property
    def title(self) -> str:
        """What a file of it is called in a viewer: its title, or the first project's where only projects are there."""
        texts = {block.role: block.text for block in reversed(self.blocks) if isinstance(block, Paragraph)}
        return texts.get(TITLE) or texts.get(COVER) or texts.get(PROJECT, "")

    @property
    def has_cover(self) -> bool:
        """Whether the first page is a cover, which bears no page number."""
        first = self.blocks[0] if self.blocks else None
        return isinstance(first, Paragraph) and first.role in (COVER, COVER_GAP)


@lru_cache(maxsize=256)
def _build(
    widths: tuple[float, ...], rows: tuple[tuple[int, bool], ...], cells: tuple[tuple[object, ...], ...]
) -> Build:
    """One object for all tables built alike, which is found faster than its equal."""
    return Build(widths, rows, cells)


def texts_at_once(cells: Iterable[Cell]) -> list[str]:
    """The text of each cell; for thousands of them this is thrice as fast as asking each."""
    return [c.runs[0].text if len(c.runs) == 1 else c.text for c in cells]


def row_of(texts: Sequence[str]) -> Row:
    """A row of plain cells side by side, as readers without spans make it."""
    return Row(tuple(Cell((Run(text),) if text else (), column=place) for place, text in enumerate(texts)))


def texts_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """The texts of the cells row by row, each at its column; a cell that reaches over others leaves them blank."""
    width = max((cell.column + cell.columns for row in table.rows for cell in row.cells), default=0)
    rows = []
    for row in table.rows:
        texts = {cell.column: cell.text for cell in row.cells}
        rows.append(tuple(texts.get(column, "") for column in range(width)))
    return tuple(rows)

"""A small notation for printed documents, and how it is written as Word, web page, workbook and text."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.builders import p, r
from tests.exchange.make_reader_samples import word_file


class C(NamedTuple):
    """A cell with its span; `inside` is XML of its own for a Word file, `look` a number format of a workbook."""

    text: str
    columns: int = 1
    rows: int = 1
    inside: str = ""
    look: str = ""


class Raw(NamedTuple):
    """XML of a Word file or markup of a web page, as it is."""

    text: str


Line = Sequence[str | C]
Grid = list[Line]
Block = str | Grid | Raw
Blocks = list[Block]


class Place(NamedTuple):
    """A cell at its grid place; `covered` says that a cell from above reaches down here."""

    column: int
    cell: C
    covered: bool = False


def placed(grid: Grid) -> list[list[Place]]:
    """The cells of each row from left to right, with those that reach down into it."""
    rows: list[list[Place]] = []
    reaching: dict[int, tuple[C, int]] = {}  # column: the cell and how many more rows it covers
    for line in grid:
        row: list[Place] = []
        column = 0
        for given in [*line, None]:
            while column in reaching:
                above, left = reaching.pop(column)
                row.append(Place(column, above, covered=True))
                if left > 1:
                    reaching[-column - 1] = (above, left - 1)
                column += above.columns
            if given is None:
                break
            cell = given if isinstance(given, C) else C(given)
            row.append(Place(column, cell))
            if cell.rows > 1:
                reaching[-column - 1] = (cell, cell.rows - 1)
            column += cell.columns
        reaching = {-key - 1: value for key, value in reaching.items()}
        rows.append(row)
    return rows


def as_word(blocks: Blocks) -> bytes:
    """A Word file of raw XML: one `w:p` a paragraph, one `w:tbl` a table; in Word a paragraph always ends the file."""
    return word_file("".join(_word_block(block) for block in (*blocks, "")))


def word_text(text: str) -> str:
    """A paragraph; a line break in the text is `w:br`."""
    return p("<w:r><w:br/></w:r>".join(r(escape(line, quote=False)) for line in text.split("\n")))


def word_table(grid: Grid) -> str:
    """A table of columns that are all equally wide."""
    rows = placed(grid)
    width = max(place.column + place.cell.columns for row in rows for place in row)
    each = 9000 // width
    columns = f'<w:gridCol w:w="{each}"/>' * width
    settings = f'<w:tblPr><w:tblW w:w="{each * width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    lines = "".join(f"<w:tr>{''.join(_word_cell(place, each) for place in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{settings}<w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"


def _word_block(block: Block) -> str:
    if isinstance(block, Raw):
        return block.text
    return word_text(block) if isinstance(block, str) else word_table(block)


def _word_cell(place: Place, each: int) -> str:
    cell = place.cell
    merge = "<w:vMerge/>" if place.covered else '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    settings = f'<w:tcPr><w:tcW w:w="{each * cell.columns}" w:type="dxa"/>{span}{merge}</w:tcPr>'
    return f"<w:tc>{settings}{p('') if place.covered else cell.inside or word_text(cell.text)}</w:tc>"


def as_page(blocks: Blocks) -> bytes:
    """A web page in GB18030, as old programs save it."""
    body = "\n".join(_page_block(block) for block in blocks)
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>\n<body>{body}'
    return f"{page}</body></html>\n".encode("gb18030", "xmlcharrefreplace")


def _page_block(block: Block) -> str:
    if isinstance(block, Raw):
        return block.text
    if isinstance(block, str):
        return f"<p>{_page_text(block)}</p>"
    rows = (
        f"<tr>{''.join(_page_cell(place.cell) for place in row if not place.covered)}</tr>" for row in placed(block)
    )
    return "<table border=1>\n" + "\n".join(rows) + "\n</table>"


def _page_cell(cell: C) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f"<td{spans}>{cell.inside or _page_text(cell.text)}</td>"


def _page_text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def as_text(blocks: Blocks) -> bytes:
    """Plain text as document converters write it: a tab before each cell, a blank line after each row."""
    return "".join(_text_block(block) for block in blocks).encode()


def _text_block(block: Block) -> str:
    if not isinstance(block, list):
        return f"{block if isinstance(block, str) else block.text}\n"
    rows = ("".join(f"\t{'' if one.covered else one.cell.text}\n" for one in row) for row in placed(block))
    return "\n".join(rows) + "\n \n"


def as_workbook(*sheets: tuple[str, Blocks]) -> bytes:
    """A workbook; each sheet has its blocks one below the other, a blank row after each table."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, blocks in sheets:
        _fill(book.create_sheet(name), blocks)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def one_sheet(blocks: Blocks) -> bytes:
    """A workbook of one sheet."""
    return as_workbook(("Sheet1", blocks))


def _fill(sheet: Worksheet, blocks: Blocks) -> None:
    row = 1
    for block in blocks:
        if isinstance(block, list):
            for line in placed(block):
                for place in line:
                    if not place.covered:
                        _put(sheet, row, place)
                row += 1
            row += 1
        elif isinstance(block, str) and block.strip():
            sheet.cell(row, 1).value = block
            row += 1


def _put(sheet: Worksheet, row: int, place: Place) -> None:
    cell, target = place.cell, sheet.cell(row, place.column + 1)
    if cell.look:
        target.value, target.number_format = float(cell.text), cell.look
    elif cell.text:
        target.value = cell.text
        target.data_type = "s"
    if cell.columns * cell.rows > 1:
        ends = get_column_letter(place.column + cell.columns), row + cell.rows - 1
        sheet.merge_cells(f"{get_column_letter(place.column + 1)}{row}:{ends[0]}{ends[1]}")


def texts(blocks: Blocks) -> Iterator[str]:
    """All texts in the notation, in their order."""
    for block in blocks:
        if isinstance(block, str):
            yield block
        elif isinstance(block, list):
            yield from (cell if isinstance(cell, str) else cell.text for line in block for cell in line)


Writer = Callable[[Blocks], bytes]
# How the notation becomes a file, and what LibreOffice makes of it: suffix → (writer, filter that opens it).
WRITERS: dict[str, tuple[Writer, str]] = {
    "docx": (as_word, ""),
    "html": (as_page, ""),
    "txt": (as_text, ""),
    "xlsx": (one_sheet, ""),
    "doc": (as_word, "docx"),
    "rtf": (as_word, "docx"),
    "odt": (as_word, "docx"),
    "xls": (one_sheet, "xlsx"),
    "ods": (one_sheet, "xlsx"),
}

"""Sheets of any shape for round trips, and Word files made of a few lines of XML."""

import zipfile
from io import BytesIO
from itertools import count, groupby

from hypothesis import strategies as st

from pbeditor.model.text import clean, clean_line
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import About, Block, Cell, Paragraph, Row, Run, Sheet, Table
from tests.builders import TEXTS

PARAGRAPH_ROLES = (sheet.TITLE, sheet.CONTENTS, sheet.PART, sheet.SECTION, sheet.BODY, sheet.PROJECT, sheet.GAP, "")
RUN_ROLES = ("", sheet.CODE, sheet.NAME, sheet.OPERATOR, sheet.NUMBER, sheet.WORDS)
HOSTILE = (
    "x" * 300,
    "\u0001\ud800\ufffe",
    "a&b<c>\"'",
    "]]>",
    "  甲  ",
    "目录\t1",
    "\U0001f469\u200d\U0001f4bb",
    "&#13;&lt;",
)
WORDS = st.one_of(TEXTS, st.sampled_from(HOSTILE)).map(clean)
NAMES = st.from_regex(r"(_Toc|pb)[a-z0-9_]{0,30}", fullmatch=True)

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
    for prefix, name in (
        ("w", "wordprocessingml/2006/main"),
        ("mc", "markup-compatibility/2006"),
        ("m", "officeDocument/2006/math"),
    )
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table tiled with cells of any span; some places stay open."""
    columns, rows = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    covered: set[tuple[int, int]] = set()
    built: list[Row] = []
    for row in range(rows):
        cells = [
            _cell(draw, row, column, (columns, rows), covered)
            for column in range(columns)
            if (row, column) not in covered and draw(st.integers(0, 9))
        ]
        built.append(Row(tuple(cells), header=draw(st.booleans())))
    widths = draw(st.lists(st.integers(1, 130), min_size=columns, max_size=columns))
    return Table(tuple(built), tuple(width / 10 for width in widths))


def _cell(draw: st.DrawFn, row: int, column: int, size: tuple[int, int], covered: set[tuple[int, int]]) -> Cell:
    free = next((place for place in range(column, size[0]) if (row, place) in covered), size[0]) - column
    across, down = draw(st.integers(1, free)), draw(st.integers(1, size[1] - row))
    covered |= {(row + i, column + j) for i in range(down) for j in range(across)}
    role, align = (
        draw(st.sampled_from((sheet.LABEL, sheet.VALUE, ""))),
        draw(st.sampled_from(("left", "center", "right"))),
    )
    return Cell(draw(runs()), column, across, down, role, align, draw(st.booleans()))


def runs() -> st.SearchStrategy[tuple[Run, ...]]:
    """Runs as every door leaves them: none empty, no two of one role side by side."""
    pieces = st.lists(st.builds(Run, WORDS.filter(bool), st.sampled_from(RUN_ROLES)), max_size=4)
    return pieces.map(lambda found: tuple(next(same) for _, same in groupby(found, key=lambda run: run.role)))


def sheets() -> st.SearchStrategy[Sheet]:
    """A sheet of any blocks, anchors unique."""
    numbers = st.integers(0, 999)
    paragraphs = st.builds(
        Paragraph, WORDS, st.sampled_from(PARAGRAPH_ROLES), st.one_of(st.just(""), NAMES), page_before=st.booleans()
    )
    entries = st.builds(Paragraph, WORDS, st.just(sheet.ENTRY), target=st.one_of(st.just(""), NAMES), page=numbers)
    about = st.builds(
        About, *(TEXTS.map(clean_line) if field != "year" else numbers for field in About.__struct_fields__)
    )
    blocks = st.lists(st.one_of(paragraphs, entries, tables()), max_size=6)
    return st.builds(Sheet, blocks.map(_unique).map(tuple), about)


def _unique(blocks: list[Block]) -> list[Block]:
    numbers = count()
    return [
        Paragraph(b.text, b.role, f"{b.anchor[:30]}_{next(numbers)}", b.target, b.page_before, b.page)
        if isinstance(b, Paragraph) and b.anchor
        else b
        for b in blocks
    ]


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts by name."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str, styles: str = "", numbering: str = "") -> bytes:
    """A Word file with this body."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>' for kind in ("styles", "numbering")
    )
    return package(
        {
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
            "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        }
    )


def r(text: str, settings: str = "") -> str:
    """A run."""
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r>"


def p(inside: str, settings: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    return f"<w:p><w:pPr>{settings}</w:pPr>{inside if inside.startswith('<') else r(inside)}</w:p>"


def tc(inside: str, settings: str = "") -> str:
    """A cell of blocks, or of plain text."""
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of rows, each the XML of its cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def grid(table: Block) -> list[list[tuple[str, int, int, int]]]:
    """The cells of a table as (text, column, columns, rows)."""
    assert isinstance(table, Table)
    return [[(cell.text, cell.column, cell.columns, cell.rows) for cell in row.cells] for row in table.rows]


def texts(block_sheet: Sheet) -> list[str]:
    """The paragraphs of a sheet."""
    return [block.text for block in block_sheet.blocks if isinstance(block, Paragraph)]

"""Word files (.docx): a sheet written as XML strings into the package of a reference document."""

from collections.abc import Iterator
from itertools import groupby, islice

from pbeditor.exchange.archive import Package, pack
from pbeditor.exchange.markup import DECLARATION, OFFICE, W
from pbeditor.exchange.word_names import JOIN
from pbeditor.exchange.word_out_package import other_parts
from pbeditor.exchange.word_out_reference import NAME, main_part
from pbeditor.exchange.word_out_section import section
from pbeditor.exchange.word_out_table import Tables
from pbeditor.exchange.word_out_text import Bookmarks, contents, contents_instruction, paragraph
from pbeditor.model.form import Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Block, Paragraph, Sheet, Table

_OPENING = f'{DECLARATION}<w:document xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}/relationships"><w:body>'
_TOGETHER = 16
_LEVEL = 3  # as fast as Word itself packs; the default takes twice as long for files half as large
_JOIN = f'<w:p><w:pPr><w:pStyle w:val="{JOIN[0]}"/></w:pPr></w:p>'


def word_bytes(block_sheet: Sheet, layout: Layout, reference: bytes) -> bytes:
    """The sheet as a .docx with the styles, header and footer of `reference`; equal input gives equal bytes.

    Raises UnreadableError when the reference document is not a Word file.
    """
    package = Package(reference, NAME)
    main = main_part(package)
    others = other_parts(package, block_sheet, layout)
    text = _together(_document(block_sheet.blocks, layout, section(package, others, block_sheet, layout)))
    return pack(((name, text if name == main else data) for name, data in others.items()), _LEVEL)


def _document(blocks: tuple[Block, ...], layout: Layout, last: str) -> Iterator[bytes]:
    bookmarks, tables = Bookmarks(), Tables(layout)
    yield _OPENING.encode()
    before: Block | None = None
    for is_contents, group in groupby(blocks, _is_entry):
        if is_contents:
            entries = [block for block in group if isinstance(block, Paragraph)]
            yield "".join(contents(entries, contents_instruction(blocks), bookmarks)).encode()
            before = entries[-1]
            continue
        for block in group:
            # Word makes one table of two that touch.
            if isinstance(block, Table) and isinstance(before, Table):
                yield _JOIN.encode()
            yield tables.xml(block) if isinstance(block, Table) else paragraph(block, bookmarks).encode()
            before = block
    # Word wants a paragraph after a table, and would add a tall one.
    yield f"{_JOIN if isinstance(before, Table) else ''}{last}</w:body></w:document>".encode()


def _is_entry(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == sheet.ENTRY


def _together(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Some pieces at a time: one by one costs more than the compression."""
    while some := list(islice(pieces, _TOGETHER)):
        yield b"".join(some)

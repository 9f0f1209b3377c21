"""A sheet marked as a draft, so that a print for marking up is not taken for the final one."""

from msgspec.structs import replace

from pbeditor.sheet.sheet import PROJECT, TITLE, Block, Paragraph, Sheet

MARK = "（草稿）"
# What lies under each page of a draft, as Word's file and our own pages show it: grey, turned, in a box in its middle.
WATERMARK, GREY, ANGLE = "草 稿", 236, -52.0  # grey of 255, ° clockwise
WATERMARK_BOX = 310.0, 122.0  # pt


def as_draft(sheet: Sheet) -> Sheet:
    """The same sheet with the mark behind the document's title and behind the title of every project."""
    return replace(sheet, blocks=tuple(_marked(block) for block in sheet.blocks))


def _marked(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.role in {TITLE, PROJECT}:
        return replace(block, text=f"{block.text}{MARK}")
    return block

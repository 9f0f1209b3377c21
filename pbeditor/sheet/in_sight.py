"""What one sees of a workbook goes before what its hidden worksheets hold.

Those are often old copies, which must tell nothing of the year, the unit or the amounts of what one sees.
"""

from collections.abc import Sequence

from pbeditor.sheet.sheet import WORKSHEET, Block, Sheet, Table


def by_sight(sheet: Sheet) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks that one sees, and those of hidden worksheets; all are seen where no table is, and in our own files.

    The name of a worksheet goes with what it stands over.
    """
    seen: list[Block] = []
    hidden: list[Block] = []
    names: list[Block] = []
    for block in sheet.blocks:
        if not isinstance(block, Table) and block.role == WORKSHEET:
            names.append(block)
            continue
        (hidden if isinstance(block, Table) and block.hidden else seen).extend((*names, block))
        names.clear()
    seen += names
    is_apart = hidden and not sheet.about.form and any(isinstance(block, Table) for block in seen)
    return (seen, hidden) if is_apart else (sheet.blocks, ())

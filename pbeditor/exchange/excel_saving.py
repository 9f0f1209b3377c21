"""Workbooks as bytes that are the same each time."""

import re
from io import BytesIO

from openpyxl import Workbook

from pbeditor.exchange.archive import Package, pack

_CORE = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")


def saved(workbook: Workbook) -> bytes:
    """The workbook, which is empty afterwards, as .xlsx without the dates that the library puts in."""
    target = BytesIO()
    workbook.save(target)
    for worksheet in workbook.worksheets:
        # It and all that is in it know each other: rings that only the collector finds, while everybody waits.
        vars(worksheet).clear()
    package = Package(target.getvalue(), "Excel 工作簿")
    parts = ((part, package.read(part)) for part in package.parts())
    return pack((part, _DATES.sub(b"", data) if part == _CORE else data) for part, data in parts)

"""Worksheets on paper: size, margins, page numbers, what repeats; and their names."""

import re
from typing import Any

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.model.form import Page
from pbeditor.sheet.draft import MARK

_A4 = 9
_MM_AN_INCH = 25.4
_LIST_MARGIN = 20.0  # mm
_PIXELS_A_MM = 96 / _MM_AN_INCH
_PIXELS_A_SIGN, _PIXELS_ASIDE = 7, 5  # of the font in which Excel counts column widths
_LONGEST_NAME = 31  # UTF-16 units
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def set_up(
    worksheet: Worksheet, page: Page, *, is_list: bool = False, draft: bool = False, is_marked: bool = False
) -> None:
    """Put a worksheet on A4, as wide as the type area and as many pages long as it takes.

    A form gets the margins of the printed page; a list lies across the paper with narrow ones. A worksheet has no
    watermark: a draft says so at the head of each page, but not of the first one where its first row `is_marked` so.
    """
    setup, margins = worksheet.page_setup, worksheet.page_margins
    setup.paperSize = _A4
    setup.orientation = "landscape" if is_list or page.landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_options.horizontalCentered = True
    for side in ("top", "bottom", "left", "right"):
        setattr(margins, side, (_LIST_MARGIN if is_list else getattr(page, side)) / _MM_AN_INCH)
    pages: Any = worksheet
    pages.oddFooter.center.text = "— &P —"
    if draft:
        pages.oddHeader.center.text = MARK
    if draft and is_marked:
        pages.HeaderFooter.differentFirst = True
        pages.firstFooter.center.text = pages.oddFooter.center.text


def column_width(mm: float) -> float:
    """A width in the unit of Excel: signs of its standard font."""
    return max(mm * _PIXELS_A_MM - _PIXELS_ASIDE, 1) / _PIXELS_A_SIGN


def sheet_name(number: int, name: str) -> str:
    """A name for the worksheet of a project that Excel accepts; the number keeps it from standing twice."""
    plain = _FORBIDDEN.sub("", f"{number}.{name}").encode("utf-16-le", "ignore")[: 2 * _LONGEST_NAME]
    return plain.decode("utf-16-le", "ignore").strip("' ") or str(number)

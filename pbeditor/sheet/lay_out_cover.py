"""The cover: the title a third down the page, below it what the form's layout says."""

from collections.abc import Iterator

from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import pitch, type_area
from pbeditor.sheet.sheet import Paragraph

# Parts of the type area above the title, and from there to the lines below it.
_ABOVE, _BETWEEN = 0.2, 0.3


def cover(document: Document, form: Form) -> Iterator[Paragraph]:
    """The paragraphs of the cover; blank ones of one height hold the space."""
    yield from _space(_ABOVE, form)
    yield Paragraph(document.title, sheet.COVER)
    lines = list(_lines(document, form))
    if lines:
        yield from _space(_BETWEEN, form)
    for line in lines:
        yield Paragraph(line, sheet.COVER_LINE)


def _space(part: float, form: Form) -> Iterator[Paragraph]:
    count = int(type_area(form.layout.page)[1] * part / pitch(form.layout, sheet.COVER_GAP))
    return (Paragraph("", sheet.COVER_GAP) for _ in range(count))


def _lines(document: Document, form: Form) -> Iterator[str]:
    """The lines of the layout filled in; one of which nothing is known is left out."""
    unit = document.department
    known = {"title": document.title, "department": unit.name, "code": unit.code, "year": document.year or ""}
    for pattern in form.layout.cover:
        text = pattern.format(**known)
        if text != pattern.format(**dict.fromkeys(known, "")) or "{" not in pattern:
            yield text

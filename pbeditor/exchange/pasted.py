"""What a clipboard holds as a sheet: a table from Excel, WPS or Word, tab-separated text, or plain paragraphs."""

from pbeditor.exchange.damage import damage_is_told
from pbeditor.exchange.delimited import blocks_of_rows, parse_text
from pbeditor.exchange.html_in import html_sheet
from pbeditor.exchange.text_in import read_text
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Sheet, Table

_NAME = "粘贴的内容"


def pasted_sheet(text: str, html: str = "") -> Sheet:
    """The paragraphs and tables in the two shapes of one clipboard; blank for one without text.

    Raises UnreadableError for more than any document has.

    HTML counts where it has a table, since it alone knows merged cells; running text is the same in both.
    """
    page = marked_up(html)
    if any(isinstance(block, Table) for block in page.blocks):
        return page
    rows = parse_text(text)
    if any("\n" in cell for row in rows for cell in row):
        return Sheet(tuple(blocks_of_rows(rows)))
    with damage_is_told(_NAME):
        return read_text(text) if text.strip() else page


def marked_up(html: str) -> Sheet:
    """The paragraphs and tables of the HTML on a clipboard; none where it is larger than any document, or broken."""
    try:
        return html_sheet(html)
    except UnreadableError:  # the plain text beside it says the same
        return Sheet()

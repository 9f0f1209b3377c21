"""The comments of a Word file: the remarks that a sheet carries."""

from collections.abc import Iterator, Sequence

from pbeditor.exchange.markup import DECLARATION, W
from pbeditor.exchange.xml_text import escaped, legal

AUTHOR = "绩效检查"


def comments_part(remarks: Sequence[str]) -> bytes:
    """A comment for each remark. Without dates: two exports of one document are the same bytes."""
    return f'{DECLARATION}<w:comments xmlns:w="{W[1:-1]}">{"".join(_comments(remarks))}</w:comments>'.encode()


def _comments(remarks: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(remarks):
        said = f'<w:p><w:r><w:t xml:space="preserve">{escaped(legal(text))}</w:t></w:r></w:p>'
        yield f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="检">{said}</w:comment>'

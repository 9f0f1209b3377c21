"""What a Word file has beside its text: comments, page headers, pictures, objects. It is not read, only told of."""

from collections.abc import Callable, Iterator

from pbeditor.exchange.archive import Package
from pbeditor.exchange.markup import Element, W, parse
from pbeditor.exchange.passed import CHUNK, COMMENT, HEADING, OBJECT, PICTURE, Passed
from pbeditor.exchange.relations import relations_of
from pbeditor.exchange.word_in_text import P, T
from pbeditor.exchange.word_out_remarks import AUTHOR
from pbeditor.sheet.passing_line import is_page_number

_DRAWN = (".emf", ".wmf")  # an object's own picture of itself, above all
Found = Iterator[tuple[str, str]]


def pass_over(package: Package, main: str, passed: Passed, *, ours: bool) -> None:
    """Tell `passed` of all that the text of the part `main` points to; of our own files, of what they cannot have."""
    relations = {one.target: one.kind for one in relations_of(package, main)}
    for target, kind in relations.items():
        if kind in _PARTS and target in package:
            if not ours or kind == "comments":
                passed.take(_PARTS[kind](parse(package.read(target))))
        elif kind in _COUNTED and not (kind == "image" and target.casefold().endswith(_DRAWN)):
            passed.add(_COUNTED[kind])


def _comments(root: Element) -> Found:
    for comment in root.iter(f"{W}comment"):
        if comment.get(f"{W}author") != AUTHOR:
            yield COMMENT, "\n".join(_lines(comment))


def _headings(root: Element) -> Found:
    return ((HEADING, line) for line in dict.fromkeys(_lines(root)) if not is_page_number(line))


def _lines(root: Element) -> Iterator[str]:
    """The text of each paragraph, without that of text boxes in it, which have paragraphs of their own."""
    lines: dict[Element | None, list[str]] = {}
    for element in root.iter(P, T):
        if element.tag == P:
            lines[element] = []
        else:
            lines.setdefault(next(element.iterancestors(P), None), []).append(element.text or "")
    return map("".join, lines.values())


_PARTS: dict[str, Callable[[Element], Found]] = {"comments": _comments, "header": _headings, "footer": _headings}
_COUNTED = {"aFChunk": CHUNK, "oleObject": OBJECT, "package": OBJECT, "image": PICTURE}

"""What differs between two texts, in pieces that a person can read.

Clauses are compared first, then the pieces of those that differ: a number, a year or a Latin word is one piece, any
other character is one by itself. What stays the same between two changes and is too short to hold on to goes with them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from pbeditor.model.patterns import pattern

Kind = Literal["same", "gone", "new"]
Span = tuple[Kind, str]
Block = tuple[str, str]  # what was there, what is there; both are the same text where nothing changed

_CLAUSE = pattern(r"[^，。；：！？、,;:!?\n]*[，。；：！？、,;:!?\n]+|[^，。；：！？、,;:!?\n]+")
_PIECE = pattern(r"\d+(?:[.,]\d+)*[%％]?|[A-Za-z]+|\s|.", re.DOTALL)
_HAN = pattern(r"[\u4e00-\u9fff]")
_SHORT = 8  # signs; in so short a text every sign that stayed is worth showing
# Pairs of equal pieces; a text that repeats itself more is shown as replaced, not searched for seconds.
_DEAREST = 300_000


def spans(before: str, after: str) -> tuple[Span, ...]:
    """What stayed, went and came, in reading order; what went stands before what came in its place."""
    if before == after:
        return (("same", before),) if before else ()
    blocks: list[Block] = []
    for old, new in _blocks(_CLAUSE.findall(before), _CLAUSE.findall(after)):
        if old == new or not old or not new:
            blocks.append((old, new))
        else:
            blocks += _unless_torn(list(_blocks(_PIECE.findall(old), _PIECE.findall(new))), old, new)
    whole = _joined(_without_islands(_joined(blocks)))
    return tuple(_spans(_joined(whole)))  # what was torn and put together may have become the same


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """The stretches that are the same and those that are not, in turn."""
    counts = Counter(after)
    if sum(counts[piece] for piece in before) > _DEAREST:
        yield "".join(before), "".join(after)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, i, j, k, m in matcher.get_opcodes():
        yield "".join(before[i:j]), "".join(after[k:m])


def _unless_torn(blocks: list[Block], old: str, new: str) -> list[Block]:
    """The blocks, or the whole as one change where so little stayed that it is quicker read as two texts."""
    stayed, longest = sum(len(before) for before, after in blocks if before == after), max(len(old), len(new))
    return [(old, new)] if longest > _SHORT and stayed * 3 < longest else blocks


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Neighbours of one kind as one block."""
    joined = []
    for _, group in groupby(blocks, key=lambda block: block[0] == block[1]):
        olds, news = zip(*group, strict=True)
        joined.append(("".join(olds), "".join(news)))
    return joined


def _without_islands(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; what stayed the same but only tears a change apart counts as gone and come again."""
    for index, (old, new) in enumerate(blocks):
        between = old == new and 0 < index < len(blocks) - 1
        if between and _is_island(old, blocks[index - 1], blocks[index + 1]):
            yield from ((old, ""), ("", old))
        else:
            yield old, new


def _is_island(text: str, left: Block, right: Block) -> bool:
    if "\n" in text:
        return False
    if len(text) == 1 and _HAN.match(text):
        return not (any(side[-1:].isdigit() for side in left) or any(side[:1].isdigit() for side in right))
    return len(text) * 2 <= min(max(map(len, left)), max(map(len, right))) and not text[0].isdigit()


def _spans(blocks: Iterable[Block]) -> Iterator[Span]:
    for old, new in blocks:
        if old == new:
            yield "same", old
            continue
        if old:
            yield "gone", old
        if new:
            yield "new", new

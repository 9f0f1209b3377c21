"""Cuts out of a paragraph or table what is not its text: deletions, second versions, and what floats above it."""

from collections.abc import Iterator

from pbeditor.exchange.markup import MC, Element, W
from pbeditor.exchange.passed import PROMPT, Passed
from pbeditor.exchange.word_in_text import TBL, R, T, is_on

TEXT_BOX, ALTERNATIVES = f"{W}txbxContent", f"{MC}AlternateContent"
DELETED, MOVED_AWAY = f"{W}del", f"{W}moveFrom"
_ROW_SETTINGS = f"{W}trPr"
_FORMER = tuple(
    f"{W}{part}Change" for part in ("rPr", "pPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "numbering")
)
_CONTROL = f"{W}sdtPr"
_PROMPTS = f"{W}showingPlcHdr"  # what the content control shows is what its user should fill in
_ODD = (TBL, TEXT_BOX, ALTERNATIVES, DELETED, MOVED_AWAY, f"{W}rt", _CONTROL, *_FORMER)
_APART = (TBL, TEXT_BOX)


def prune(block: Element, passed: Passed) -> list[Element]:
    """Leave in `block` only what it says; returns the tables and text boxes inside it, cut out."""
    apart: list[Element] = []
    gone: set[Element] = set()
    for element in list(block.iterdescendants(*_ODD)):
        if gone and any(above in gone for above in element.iterancestors()):
            continue
        prompt = _prompt(element)
        if prompt:
            passed.add(PROMPT, "".join(text.text or "" for run in prompt for text in run.iter(T)))
        for cut in (*_what_to_cut(element), *prompt):
            gone.add(cut)
            remove(cut)
        if element.tag in _APART:
            apart.append(element)
    return apart


def branch(alternatives: Element) -> list[Element]:
    """The one branch of mc:AlternateContent to read: the first that holds text, else the first; none of none."""
    branches = list(alternatives)
    return [one for one in branches if next(one.iter(T), None) is not None][:1] or branches[:1]


def _what_to_cut(element: Element) -> Iterator[Element]:
    parent = element.getparent()
    if element.tag == ALTERNATIVES:
        kept = branch(element)
        yield from (one for one in list(element) if one not in kept)
    elif element.tag == DELETED and parent is not None and parent.tag == _ROW_SETTINGS:
        row = parent.getparent()
        yield element if row is None else row
    else:
        yield element


def _prompt(element: Element) -> list[Element]:
    """The runs of a content control that nobody has filled in, told by its settings."""
    if element.tag != _CONTROL or not is_on(element.find(_PROMPTS)):
        return []
    return [run for content in element.itersiblings(f"{W}sdtContent") for run in content.iter(R)]


def remove(element: Element) -> None:
    """Cut an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

"""A quick look at many projects at once, whether there is anything in them that cleaning would change.

Going through a large file text by text takes four times as long as decoding it, and nearly every file was written
clean. The look is taken at the projects encoded as one piece of JSON, where a few searches do for all texts. It errs on
the side of doubt only: what it calls clean, `text.clean` would leave as it is.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from pbeditor.model.document import Project
from pbeditor.model.steps import SOME

# Each begins with a byte of its own: whether that occurs at all is known in a tenth of the time of a search.
_DOUBTS = tuple(
    (first, re.compile(re.escape(first) + rest))
    for first, rest in (
        # In JSON without layout a blank beside a quotation mark or a line break is one at an end, or may be.
        (b" ", rb'(?:["\\ ]|(?<=" ))'),
        # All escapes but a quotation mark, and a line break inside a text that has no blank or break around it.
        (b"\\", rb'(?:(?!n[^ "\\]|")|(?<="\\)n)'),
        # What `text` cleans away, as UTF-8: further controls and odd blanks, invisible signs, compatibility forms;
        # and the blanks that go at the ends of a line.
        (b"\xc2", rb"[\x80-\xa0\xad]"),
        (b"\xe1", rb"\x9a\x80"),
        (b"\xe2", rb"(?:\x80[\x80-\x8f\xa8-\xaf]|\x81[\x9f-\xaf]|[\xba-\xbf])"),
        (b"\xe3", rb"\x80\x80"),
        (b"\xef", rb"(?:[\xa4-\xab]|\xb7[\x90-\xaf]|\xbb\xbf|\xbf[\xb9-\xbf])"),
    )
)
# Of the rare characters beyond the first plane some are compatibility forms and some are none at all.
_RARE = tuple(bytes([byte]) for byte in (0x7F, *range(0xF0, 0xF5)))
_KEY = b'":"'

SeveralLines = frozenset[tuple[type[Struct], str]]


def looks_clean(projects: Sequence[Project], several_lines: SeveralLines) -> bool:
    """Whether every text in the projects is clean for sure; `several_lines` are the fields that may have breaks."""
    # All at once would hold every other thread for 20 ms.
    some = (projects[first : first + SOME] for first in range(0, len(projects), SOME))
    return all(_look_clean(each, several_lines) for each in some)


def _look_clean(projects: Sequence[Project], several_lines: SeveralLines) -> bool:
    try:
        data = msgspec.json.encode(projects)
    except UnicodeEncodeError:
        return False
    if any(byte in data for byte in _RARE) or any(first in data and doubt.search(data) for first, doubt in _DOUBTS):
        return False
    # Mostly all escapes are breaks in the projects' own fields; only where some are not, the keys of all are looked up.
    own = [name for owner, name in several_lines if owner is Project]
    breaks = sum(getattr(project, name).count("\n") for project in projects for name in own)
    return data.count(b"\\") == breaks or _keys_of_breaks(data) <= _with_breaks(several_lines)


def _keys_of_breaks(data: bytes) -> set[bytes]:
    """The keys of the texts that have a line break; an empty one stands for doubt, as a text in a list is."""
    keys = set()
    for before in data.split(b"\\n")[:-1]:
        start = before.rfind(_KEY)
        if start >= 0:
            is_inside = before.find(b'"', start + len(_KEY)) < 0
            keys.add(before[before.rfind(b'"', 0, start) + 1 : start] if is_inside else b"")
        elif b'"' in before:
            keys.add(b"")
    return keys


@lru_cache
def _with_breaks(several_lines: SeveralLines) -> frozenset[bytes]:
    """The keys that are names of texts of several lines wherever they occur."""
    texts = set(_texts(Project))
    single = {name for owner, name in texts - several_lines}
    return frozenset(name.encode() for owner, name in several_lines if name not in single)


def _texts(owner: type[Struct]) -> Iterator[tuple[type[Struct], str]]:
    """Every field that holds a text or a list of texts, with the struct that has it."""
    for field in fields(owner):
        kind: Any = (get_args(field.type) or (field.type,))[0]
        if kind is str:
            yield owner, field.name
        else:
            yield from _texts(kind)

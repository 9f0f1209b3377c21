"""A quick look at many projects at once, whether there is anything in them that cleaning would change.

Going through a large file text by text takes four times as long as decoding it, and nearly every file was written
clean. The look is taken at the projects encoded as one piece of JSON, where a few searches do for all texts. It errs on
the side of doubt only: what it calls clean, `text.clean` would leave as it is.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from pbeditor.model.document import Indicator, Project

# In JSON without layout a blank beside a quotation mark, a line break or another blank is, or may be, one at an end.
_BLANK_AT_AN_END = re.compile(rb' (?:["\\ ]|(?<=" ))')
# All escapes but a quotation mark, and a line break inside a text that has no blank or other break around it.
_ODD_ESCAPE = re.compile(rb'\\(?:(?!n[^ "\\]|")|(?<="\\)n)')
# The same ranges as in `text`, as UTF-8; all else that is cleaned is not printable.
_COMPATIBILITY = tuple(map(re.compile, (rb"\xe2[\xba-\xbf]", rb"\xef[\xa4-\xab]", rb"\xf0\xaf[\xa0-\xa8]")))

SeveralLines = frozenset[tuple[type[Struct], str]]


def looks_clean(projects: Sequence[Project], several_lines: SeveralLines) -> bool:
    """Whether every text in the projects is clean for sure; `several_lines` are the fields that may have breaks."""
    try:
        data = msgspec.json.encode(projects)
    except UnicodeEncodeError:
        return False
    odd = (_BLANK_AT_AN_END, _ODD_ESCAPE, *_COMPATIBILITY)
    return (
        not any(pattern.search(data) for pattern in odd)
        and data.decode().isprintable()
        and not _has_break(projects, Project, several_lines)
        and not _has_break(chain.from_iterable(each.indicators for each in projects), Indicator, several_lines)
    )


def _has_break(items: Iterable[Struct], owner: type[Struct], several_lines: SeveralLines) -> bool:
    """Whether a text that is to have one line has two."""
    names, lists = _one_line(owner, several_lines)
    items = tuple(items)
    texts = chain.from_iterable(map(attrgetter(*names), items))
    more = chain.from_iterable(chain.from_iterable(map(attrgetter(name), items)) for name in lists)
    return "\n" in "".join(chain(texts, more))


@lru_cache
def _one_line(owner: type[Struct], several_lines: SeveralLines) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Dotted names of the one-line texts of a struct, and of its lists of texts."""
    names: list[str] = []
    lists: list[str] = []
    for field in fields(owner):
        kind: Any = field.type
        if kind is str and (owner, field.name) not in several_lines:
            names.append(field.name)
        elif isinstance(kind, type) and issubclass(kind, Struct):
            names += [f"{field.name}.{name}" for name in _one_line(kind, several_lines)[0]]
        elif get_args(kind)[:1] == (str,):
            lists.append(field.name)
    return tuple(names), tuple(lists)

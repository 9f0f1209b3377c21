"""What texts were before they were cleaned, for the report of an import.

The listener is bound for a reading instead of passed down: cleaning happens deep inside readers that know nothing of a
report. Each thread has a listener of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MOST = 200  # texts that are remembered; a file with more is told of by its first ones

_HEARD: ContextVar[dict[str, str] | None] = ContextVar("originals", default=None)


@contextmanager
def originals() -> Iterator[dict[str, str]]:
    """While this lasts, the originals of cleaned texts gather here, by the text they became."""
    heard: dict[str, str] = {}
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


def remember(before: str, after: str) -> None:
    """A text was cleaned in a way that a person cannot see."""
    heard = _HEARD.get()
    if heard is not None and after and len(heard) < MOST:
        heard.setdefault(after, before)


def spelt_out(text: str) -> str:
    """A text with its signs that cannot be seen, or look like others, as their code points."""
    return "".join(sign if _is_plain(sign) else f"〈U+{ord(sign):04X}〉" for sign in text)


def _is_plain(sign: str) -> bool:
    return sign == "\n" or (sign.isprintable() and not ("\u2e80" <= sign <= "\u2fdf" or "\uf900" <= sign <= "\ufaff"))

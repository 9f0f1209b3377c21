"""Code and name of a project in one cell, as budget systems print them where only the name has a label."""

from pbeditor.model.patterns import pattern

# 21 signs since 2021, as 12000022P10000210006W.
_CODED = pattern(r"(?P<code>[0-9]{8}[A-Z][0-9A-Z]{12})\s*[-－—–_]*\s*(?P<name>[^\s\d].*)")


def coded_name(text: str) -> tuple[str, str]:
    """The code, "" for none, and the name."""
    found = _CODED.fullmatch(text)
    return (found["code"], found["name"]) if found else ("", text)

"""Names of files made of names that people gave to other things."""

import re

from pbeditor.model.patterns import pattern

_FORBIDDEN = pattern(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = pattern(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def safe_name(text: str, longest: int = 60) -> str:
    """A name that Windows and Linux take for a file, shortened; "" where nothing is left.

    A space stands for what they refuse, so that 2025/2026 does not become 20252026.
    """
    name = " ".join(_FORBIDDEN.sub(" ", text).split())[:longest].strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name) else name

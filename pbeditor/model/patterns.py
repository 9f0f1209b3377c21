"""Regular expressions that are compiled when they are first asked.

To compile all that the rules and readers know takes as long as a tenth of a start, and most starts ask few of them.
"""

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled expression, and takes over from it what it is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self._flags), name)  # `re` keeps what it has compiled
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, when it is needed; an expression that is wrong is found out only then."""
    return cast("re.Pattern[str]", _Late(source, flags))

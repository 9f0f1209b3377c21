"""Which lines of the readers an input was the first to reach, at a price that ten thousand inputs can pay."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

_MOST_LOOKS = 20_000  # runs and lines of one function that are traced; what is new after them is not noticed


class Lines:
    """Counts the lines of pbeditor that were reached so far."""

    def __init__(self) -> None:
        self.reached: set[tuple[CodeType, int]] = set()
        self._looks: Counter[CodeType] = Counter()

    @contextmanager
    def traced(self) -> Iterator[Callable[[], bool]]:
        """Watch what runs meanwhile; the answer says whether any of it was new."""
        before = len(self.reached)
        sys.settrace(self._call)
        try:
            yield lambda: len(self.reached) > before
        finally:
            sys.settrace(None)

    def _call(self, frame: FrameType, _event: str, _argument: object) -> Callable[..., Any] | None:
        code = frame.f_code
        if "pbeditor" not in code.co_filename or self._looks[code] >= _MOST_LOOKS:
            return None
        self._looks[code] += 1
        return self._line

    def _line(self, frame: FrameType, event: str, _argument: object) -> Callable[..., Any] | None:
        if event == "line":
            self._looks[frame.f_code] += 1
            self.reached.add((frame.f_code, frame.f_lineno))
        return self._line if self._looks[frame.f_code] < _MOST_LOOKS else None

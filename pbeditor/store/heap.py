"""One heap for all threads.

The C library of Linux gives each thread that works beside the window a heap of its own, and what is free at the end of
one it gives neither back nor to others: some 15 MB lay so after 80,000 acts in the window.
"""

import ctypes
import sys
from contextlib import suppress

_ARENA_MAX = -8  # M_ARENA_MAX in glibc's malloc.h


def share_one_heap() -> bool:
    """Let the threads that are still to come use the heap that is there; whether the C library knows how."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # only glibc has several
            return bool(ctypes.CDLL(None).mallopt(_ARENA_MAX, 1))
    return False

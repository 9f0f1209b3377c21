"""The heap of a program that runs all day, so that what was used once goes back to the system.

The C library of Linux gives each thread that works beside the window a heap of its own, and what is free at the end of
one it gives neither back nor to others: some 15 MB lay so after 80,000 acts in the window. And once a large block has
been freed, it takes blocks of that size from the heap, where the small ones that come after keep it from shrinking.
"""

import ctypes
import sys
from contextlib import suppress

# Parameters of mallopt in glibc's malloc.h, and what is wanted.
_WANTED = (
    (-8, 1),  # M_ARENA_MAX: one heap for the threads that are still to come
    (-3, 512 * 1024),  # M_MMAP_THRESHOLD, bytes: larger blocks, as of pictures and files, stay apart
    (-1, 4 * 1024 * 1024),  # M_TRIM_THRESHOLD, bytes: what may lie free at the end; to ask each time is slow
)


def tend_heap() -> bool:
    """Ask for that, before the first thread; whether the C library knows how."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # only glibc does
            mallopt = ctypes.CDLL(None).mallopt
            return all(mallopt(what, value) for what, value in _WANTED)
    return False

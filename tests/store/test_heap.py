"""Threads beside the window leave no heaps of their own behind."""

import subprocess
import sys

import pytest

HEAPS = """
import ctypes, sys
from threading import Thread
from pbeditor.store.heap import share_one_heap

if sys.argv[1:]:
    assert share_one_heap()
threads = [Thread(target=bytearray, args=(100_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
    thread.join()
libc = ctypes.CDLL(None)
libc.malloc_stats()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc has several heaps")
def test_threads_share_the_one_heap() -> None:
    assert _heaps() > _heaps("share") == 1


def _heaps(*arguments: str) -> int:
    """How many heaps the C library tells of at the end of two threads."""
    run = [sys.executable, "-c", HEAPS, *arguments]
    return subprocess.run(run, capture_output=True, text=True, check=True).stderr.count("Arena ")

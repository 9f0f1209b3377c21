"""Memory that was used once goes back to the system."""

import ctypes
import subprocess
import sys

import pytest

from pbeditor.store import heap

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only glibc is asked")

SHARED = """
from threading import Thread
threads = [Thread(target=bytearray, args=(100_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
    thread.join()
libc.malloc_stats()
"""
LARGE = """
libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
for _ in range(2):  # after the first one the C library would take the second from the heap
    libc.free(libc.malloc(8_000_000))
block = libc.malloc(8_000_000)
libc.malloc_stats()
"""


@LINUX
def test_threads_share_the_one_heap() -> None:
    assert _said(SHARED).count("Arena ") > _said(SHARED, "tend_heap()").count("Arena ") == 1


@LINUX
def test_a_large_block_lies_apart_also_the_second_time() -> None:
    assert _in_use(_said(LARGE)) > 8_000_000 > _in_use(_said(LARGE, "tend_heap()"))


def _said(code: str, first: str = "") -> str:
    """What the C library tells of its heaps at the end."""
    head = f"import ctypes\nfrom pbeditor.store.heap import tend_heap\nlibc = ctypes.CDLL(None)\n{first}\n"
    return subprocess.run([sys.executable, "-c", head + code], capture_output=True, text=True, check=True).stderr


def _in_use(said: str) -> int:
    """Bytes of the first heap that are in use."""
    return int(said.partition("in use bytes")[2].split()[1])


class _Glibc:
    """Notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def mallopt(self, what: int, value: int) -> int:
        self.asked.append((what, value))
        return 1


def test_the_c_library_is_asked_where_it_is_the_one_that_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    glibc = _Glibc()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: glibc)
    monkeypatch.setattr(sys, "platform", "linux")
    assert heap.tend_heap()
    assert glibc.asked == [(-8, 1), (-3, 512 * 1024), (-1, 4 * 1024 * 1024)]


def test_other_c_libraries_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    monkeypatch.setattr(sys, "platform", "linux")
    assert not heap.tend_heap()
    monkeypatch.setattr(sys, "platform", "win32")
    assert not heap.tend_heap()

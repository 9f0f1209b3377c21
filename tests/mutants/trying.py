"""The tests of one package over a module with a fault: whether one of them notices."""

import importlib.abc
import importlib.machinery
import importlib.util
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import docx  # noqa: F401 # these three are loaded once here, for every child
import openpyxl  # noqa: F401
import PySide6.QtWidgets  # noqa: F401
import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120  # the tests of a package take 20 s alone on the machine
_START = multiprocessing.get_context("fork")


class _Faulty(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from another source than its file's."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self._name, self._path, self._source = name, path, source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self._path)
        exec(compile(self._source, str(self._path), "exec"), module.__dict__)


def noticed(path: Path, source: str) -> str:
    """Which way the tests noticed that `path` holds `source`: "failed", "too slow", or "" when they passed."""
    child = _START.Process(target=_test, args=(path, source))
    child.start()
    child.join(SECONDS)
    if child.is_alive():
        child.kill()
        child.join()
        return "too slow"
    return "failed" if child.exitcode else ""


def tests_of(path: Path) -> list[str]:
    """The file that mirrors the module, if there is one, then all of the package; a sheet is also read and drawn."""
    inside = path.relative_to(ROOT / "pbeditor")
    mirror = ROOT / "tests" / inside.with_name(f"test_{inside.name}")
    package = inside.parts[0]
    more = ["tests/test_corpus.py", "tests/exchange/test_word_round_trip.py"] if package == "sheet" else []
    return [*([str(mirror)] if mirror.exists() else []), f"tests/{package}", *more]


def _test(path: Path, source: str) -> None:
    os.chdir(ROOT)
    os.environ["HYPOTHESIS_PROFILE"] = "few"
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    sys.meta_path.insert(0, _Faulty(name, path, source))
    quiet = ["-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-header"]
    os._exit(int(pytest.main([*quiet, *tests_of(path)])))  # how Qt is taken apart at the end is not asked here

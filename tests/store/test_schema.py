"""The published JSON Schema of the project file."""

import runpy
from pathlib import Path

import pytest

from pbeditor.store import resources
from pbeditor.store.schema import PATH, schema


def test_the_schema_in_resources_is_current() -> None:
    assert PATH.read_bytes() == schema(), "renew it: python -m pbeditor.store.schema"


def test_the_module_renews_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_folders", lambda: (tmp_path,))
    (tmp_path / "schema").mkdir()
    with pytest.warns(RuntimeWarning, match="found in sys.modules"):
        runpy.run_module("pbeditor.store.schema", run_name="__main__")
    assert (tmp_path / "schema" / PATH.name).read_bytes() == schema()

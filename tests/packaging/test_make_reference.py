"""The committed Word reference document is the one that its script makes."""

import importlib.util
import zipfile
from io import BytesIO
from pathlib import Path

from pbeditor.store.resources import resource

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "make_reference.py"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_reference_document_is_current() -> None:
    spec = importlib.util.spec_from_file_location("make_reference", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    # Parts and not bytes: another zlib may pack them in another way.
    assert parts(resource("word", "reference.docx").read_bytes()) == parts(script.reference_bytes())

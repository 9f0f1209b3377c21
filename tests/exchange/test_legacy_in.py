"""Old office files: what they hold tells who reads them."""

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from tests.exchange.shown import sample

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("entry", "said"), [("EncryptedPackage", "密码"), ("PowerPoint Document", "演示文稿"), ("Contents", "旧版 Office")]
)
def test_locked_files_and_slides_are_told(monkeypatch: pytest.MonkeyPatch, entry: str, said: str) -> None:
    class Container:
        def __init__(self, _: object) -> None: ...

        def listdir(self) -> list[list[str]]:
            return [[entry], ["WordDocument2"]]

    monkeypatch.setattr("olefile.OleFileIO", Container)
    with pytest.raises(UnreadableError, match=said):
        read_sheet(SIGNATURE, "甲")


@pytest.mark.parametrize("data", [SIGNATURE, SIGNATURE + bytes(2_000), sample("layouts.doc")[:5_000]])
def test_an_incomplete_file_is_damage(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="损坏"):
        read_sheet(data, "甲")

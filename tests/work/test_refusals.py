"""What cannot be imported is answered in one sentence or two: what the file is, and what to do instead."""

from pathlib import Path

import pytest

from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.store.project_file import encode
from pbeditor.work.opening import open_bytes
from tests.exchange.builders import docx, p, package
from tests.exchange.shown import sample

DATA = Path(__file__).resolve().parents[1] / "data"
PICTURE_ONLY = (
    b"%PDF-1.4\n1 0 obj<</Type/XObject/Subtype/Image/Filter/DCTDecode>>stream\n\xff\xd8\xff\nendstream\n%%EOF"
)


def protected_package() -> bytes:
    """An Office file with a password is an old container with an entry EncryptedPackage."""
    data = sample("layouts.doc")
    old, new = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
    at = data.index(old)
    entry = new.ljust(64, b"\0") + (len(new) + 2).to_bytes(2, "little")
    return data[:at] + entry + data[at + 66 :]


def flagged_doc() -> bytes:
    """Word notes a password in the flags at the beginning of its text."""
    data = bytearray(sample("layouts.doc"))
    start = data.index(b"\xec\xa5")
    data[start + 11] |= 0x01
    return bytes(data)


def locked_zip() -> bytes:
    data = bytearray(package({"甲.txt": "乙"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def locked_odt() -> bytes:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    kind = "application/vnd.oasis.opendocument.text"
    return package({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": b"\x8f\x11"})


@pytest.mark.parametrize(
    ("data", "what", "instead"),
    [
        (b"%PDF-1.7\n...", "PDF", "Word"),
        (PICTURE_ONLY, "PDF", "Word"),
        (b"\x89PNG\r\n\x1a\n", "图片", "Word"),
        (b"\xff\xd8\xff\xe0", "图片", "Word"),
        (b"II*\0\x08\0\0\0", "图片", "Word"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "图片", "Word"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "图片", "Word"),
        (package({"OFD.xml": "<x/>"}), "OFD", "Word"),
        (package({"甲.docx": docx(p("甲"))}), "压缩包", "解压"),
        (b"Rar!\x1a\x07\x00", "压缩包", "解压"),
        (protected_package(), "密码", "去掉"),
        (flagged_doc(), "密码", "去掉"),
        (locked_zip(), "密码", "去掉"),
        (locked_odt(), "密码", "去掉"),
    ],
)
def test_the_sentence_says_what_it_is_and_what_to_do(data: bytes, what: str, instead: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        open_bytes(data, "上年.docx")
    said = str(caught.value)
    assert said.startswith("“上年.docx”")
    assert said.endswith("。")
    assert "\n" not in said
    assert what in said
    assert "请" in said
    assert instead in said


@pytest.mark.parametrize("name", ["甲.doc", "甲.txt", "甲"])
def test_our_own_file_is_known_by_its_content(name: str) -> None:
    assert open_bytes(encode(Document("hebei-2020", 2020)), name).is_project


@pytest.mark.parametrize("kind", ["docx", "html", "rtf"])
def test_another_format_under_the_name_of_an_old_word_file_is_read(kind: str) -> None:
    files = sorted((DATA / "corpus").glob(f"*.{kind}"))
    assert files
    assert all(open_bytes(path.read_bytes(), "上年.doc").document.projects for path in files)

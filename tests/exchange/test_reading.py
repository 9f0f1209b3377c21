"""Files are known by their content, and those that cannot be read are answered politely."""

import codecs
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.exchange import limits
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Sheet
from tests.exchange.builders import RELATION, RELATIONS, docx, p, package, texts

BINARY_WORKBOOK = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{RELATION}/officeDocument" '
    'Target="xl/workbook.bin"/></Relationships>'
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


@pytest.mark.parametrize(
    "data",
    [
        "甲\n乙".encode(),
        codecs.BOM_UTF8 + "甲\n乙".encode(),
        "甲\n乙".encode("gb18030"),
        "甲\r\n乙".encode("utf-16"),
        codecs.BOM_UTF16_BE + "甲\n乙".encode("utf-16-be"),
        "甲\n乙".encode("utf-16-le"),
        "甲\n乙".encode("utf-16-be"),
        "甲\n乙丙".encode()[:-1],  # cut in the middle of a sign
    ],
)
def test_text_is_read_in_every_usual_encoding(data: bytes) -> None:
    assert texts(read_sheet(data, "甲.doc"))[:2] == ["甲", "乙"]


def test_a_word_file_is_known_under_any_name() -> None:
    assert texts(read_sheet(docx(p("甲")), "甲.txt")) == ["甲"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "没有内容"),
        (bytes(3000), "没有内容"),
        (b" \r\n", "没有内容"),
        (b"%PDF-1.7\n", "PDF"),
        (OLD, "损坏"),
        (b"<html><frameset><frame src='sheet001.htm'></frameset></html>", "框架"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
        (b"MIME-Version: 1.0", "没有网页内容"),
        (b"\x89PNG\r\n", "图片"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "另存为 .xlsx"),
        (b"7z\xbc\xaf\x27\x1c", "压缩包"),
        (b'{\n  "format": "pbeditor-project"', "直接打开"),
        (b"\x00\x01\x02\xff\xfe" * 9, "不是能够识别"),
        (b"\x01\x02" * 9, "不是能够识别"),
        (package({"xl/workbook.bin": "", "_rels/.rels": BINARY_WORKBOOK}), ".xlsb"),
        (package({"ppt/presentation.xml": "<x/>"}), "演示文稿"),
        (package({"content.xml": "<x/>"}), "OpenDocument"),
        (package({"甲.txt": "乙"}), "压缩包"),
        (docx(p("甲"))[:300], "损坏"),
        (b"PK\x03\x04", "损坏"),
        (docx(p("甲")).replace(b"word/document.xml", b"word/documenz.xml"), "损坏"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_name(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=r"“表格\.bin”") as caught:
        read_sheet(data, "表格.bin")
    assert said in str(caught.value)
    assert str(caught.value).endswith("。")


def test_a_package_with_a_password_is_told() -> None:
    data = bytearray(docx(p("甲")))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag of the first entry in the directory
    with pytest.raises(UnreadableError, match="密码"):
        read_sheet(bytes(data), "甲.docx")


def test_a_zip_bomb_is_refused_by_its_directory() -> None:
    bomb = package({"word/document.xml": bytes(limits.SMALL + 50 * limits.MEGABYTE)})
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read_sheet(bomb, "甲.docx")


def test_a_package_of_very_many_files_is_refused() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(limits.ENTRIES + 1):
            archive.writestr(f"{number}", "")
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read_sheet(target.getvalue(), "甲.docx")


def test_a_directory_that_lies_about_sizes_ends_in_an_answer() -> None:
    data = bytearray(docx(p("甲") * 1000))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableError):
        read_sheet(bytes(data), "甲.docx")


def answered(data: bytes) -> bool:
    """Whether a file is read, or refused in a sentence that names it."""
    try:
        return isinstance(read_sheet(data, "甲"), Sheet)
    except UnreadableError as error:
        return str(error).startswith("“甲”") and str(error).endswith("。")


@given(data=st.binary(max_size=300), start=st.sampled_from((b"", b"PK\x03\x04", b"\xff\xfe", b"\t", OLD)))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, start: bytes) -> None:
    assert answered(start + data)


@given(place=st.integers(0, 10_000), value=st.integers(0, 255), cut=st.integers(0, 10_000))
def test_a_damaged_word_file_is_read_or_refused_in_words(place: int, value: int, cut: int) -> None:
    data = bytearray(docx(p("甲") * 20))
    data[place % len(data)] = value
    assert answered(bytes(data[: len(data) - cut % 40]))

"""Web archives, as Word, WPS, Excel and browsers save them."""

import base64
import quopri

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from tests.exchange.shown import seen

PAGE = "<html><body><p>中文=≥</p><table><tr><td>甲</table></body></html>"
HEAD = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_x"\r\n\r\nfirst\r\n'


def part(content: bytes, encoding: str, kind: str = "text/html", more: str = "") -> bytes:
    headers = f"----=_x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n"
    return headers.encode() + content + b"\r\n"


@pytest.mark.parametrize(
    "found",
    [
        part(quopri.encodestring(PAGE.encode()), "quoted-printable", 'text/html; charset="utf-8"'),
        part(base64.encodebytes(PAGE.encode("gbk")), "base64", "text/html; charset=gb2312"),
        part(base64.encodebytes(PAGE.encode("utf-16")), "base64", "text/html; charset=unicode"),
        part(PAGE.encode(), "8bit"),
    ],
)
@pytest.mark.parametrize("start", [b"", b"From: <Saved by a browser>\r\nSubject: =?utf-8?B?55Sy?=\r\n folded\r\n"])
def test_the_page_is_read_however_it_is_packed(found: bytes, start: bytes) -> None:
    data = start + HEAD + found + b"----=_x--\r\n"
    assert seen(read_sheet(data, "甲.mht").blocks) == ["中文=≥", [[("甲", 0, 1, 1)]]]


def test_all_sheets_of_a_workbook_are_read_and_pictures_are_not() -> None:
    frames = b"<html><frameset><frame src=1></frameset><body><p>no frames</p></body></html>"
    parts = (
        part(frames, "8bit"),
        part(b"<p>1", "8bit"),
        part(b"R0lGOD", "base64", "image/gif"),
        part(b"<p>x", "8bit", more="Content-Location: file:///C:/book.files/tabstrip.htm\r\n"),
        part(b"<p>2", "8bit"),
    )
    assert seen(read_sheet(HEAD + b"".join(parts), "甲").blocks) == ["1", "2"]


@pytest.mark.parametrize("data", [b"MIME-Version: 1.0\n\nx", HEAD, HEAD + part(b"!!!", "base64")])
def test_an_archive_without_a_page_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="没有网页内容"):
        read_sheet(data, "甲")


def test_parts_inside_parts_without_end_are_damage() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000))
    with pytest.raises(UnreadableError):
        read_sheet(b"MIME-Version: 1.0\n" + deep.encode(), "甲")

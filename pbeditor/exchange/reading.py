"""Which reader understands a file, told by its content: names are often wrong."""

import codecs
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from pbeditor.exchange import limits
from pbeditor.exchange.damage import damage_is_told, refuse
from pbeditor.exchange.decoding import decoded
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Sheet

if TYPE_CHECKING:
    from pbeditor.exchange.archive import Package

Reader = Callable[[bytes, str], Sheet]
PackageReader = Callable[["Package"], Sheet]

# Blanks are taken once and for all (*+): a page of blanks would be gone through again from each of them.
_HTML = re.compile(
    rb"(\xef\xbb\xbf)?\s*+(<\?xml[^>]*>)?\s*+(<!--.*?-->\s*+)*+"
    rb"<(!doctype\s+html|html|head|body|table|meta|title|style|link|script|div|p|center|font|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_HEADER = re.compile(rb"\s*+([!-9;-~]+:[^\n]*\n([ \t][^\n]*\n)*){0,30}?MIME-Version:", re.IGNORECASE)
_XML = re.compile(rb"(\xef\xbb\xbf)?\s*+<\?xml\b")
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"  # Excel 2003 calls it .xml, many systems .xls
_PROJECT_FILE = re.compile(rb'(\xef\xbb\xbf)?\s*+\{\s*+"format"\s*+:\s*+"pbeditor-project"')
_PDF_HEADER = 1024  # bytes in which %PDF may stand
_HEAD = 16_384  # bytes in which a file shows what it is, after comments or the stations of a mail perhaps
_SAVE_AS_WORD = "请用 Word 或 WPS 打开它，另存为 .docx 后再导入。"


class Format(NamedTuple):
    """A kind of file: how its content shows it, and who reads it."""

    fits: Callable[[bytes], bool]
    read: Reader
    most: limits.Limit = limits.TOTAL  # bytes; what is inside is counted by the reader


def read_sheet(data: bytes, name: str) -> Sheet:
    """The paragraphs and tables of a file. Raises UnreadableError, which names the file and says what to do."""
    kind = next(kind for kind in FORMATS if kind.fits(data))
    if len(data) > kind.most:
        raise UnreadableError(name, kind.most.sentence)
    return kind.read(data, name)


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signatures)


def _begins(pattern: re.Pattern[bytes]) -> Callable[[bytes], bool]:
    """Whether the beginning fits; the rest of a large file says nothing more of its kind."""
    return lambda data: bool(pattern.match(data, 0, _HEAD))


def _is_picture(data: bytes) -> bool:
    """PNG, JPEG, GIF, BMP, TIFF, WebP, and what telephones make: HEIC and AVIF."""
    start = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x0cjP  ")
    return data.startswith(start) or data[8:12] == b"WEBP" or data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif")


def _is_page(data: bytes) -> bool:
    """A web page also in UTF-16, as Excel saves it."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return bool(_HTML.match(head))


def _refuse_package(message: str) -> PackageReader:
    def read(package: "Package") -> Sheet:
        raise UnreadableError(package.name, message)

    return read


def _read_package(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.archive import Package

    package = Package(data, name)
    for folder, reader in _PACKAGES:
        if any(part.startswith(folder) for part in package.parts()):
            return reader(package)
    raise UnreadableError(name, "是压缩包，不是 Word 文件。请先解压，再导入里面的文件。")


def _read_word(package: "Package") -> Sheet:
    from pbeditor.exchange.word_in import read_word

    return read_word(package)


def _read_excel(package: "Package") -> Sheet:
    from pbeditor.exchange.excel_in import read_excel

    return read_excel(package)


def _read_odf(package: "Package") -> Sheet:
    from pbeditor.exchange.odf_in import read_odf

    return read_odf(package)


def _read_legacy(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.legacy_in import read_legacy

    return read_legacy(data, name)


def _read_rtf(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.rtf_in import read_rtf

    return read_rtf(data, name)


def _read_html(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.html_in import read_html

    return read_html(data, name)


def _read_mht(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.mht_in import read_mht

    return read_mht(data, name)


def _read_text(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.delimited import read_commas
    from pbeditor.exchange.text_in import read_text

    text = decoded(data)
    if text is None:
        raise UnreadableError(name, f"不是能够识别的文件类型。{_SAVE_AS_WORD}")
    with damage_is_told(name):
        has_commas = name.casefold().endswith(".csv") and text.count(",") > text.count("\t")
        return read_commas(text) if has_commas else read_text(text)


_PACKAGES: tuple[tuple[str, PackageReader], ...] = (
    ("word/", _read_word),
    ("xl/", _read_excel),
    ("ppt/", _refuse_package("是演示文稿，里面没有可以导入的绩效目标表。请选择 Word 文件或文本文件。")),
    ("OFD.xml", _refuse_package("是 OFD 版式文件，表格已变成线条和散字，不能可靠读取。请找到原来的 Word 文件再导入。")),
    ("content.xml", _read_odf),
)
FORMATS = (
    Format(
        lambda data: not data.strip(b"\0 \t\r\n\xef\xbb\xbf"), refuse("里面没有内容。请检查文件是否下载或复制完整。")
    ),
    Format(_starts(b"PK\x03\x04", b"PK\x05\x06"), _read_package),
    Format(
        lambda data: b"%PDF-" in data[:_PDF_HEADER],
        refuse(
            "是 PDF 文件，表格已变成线条和散字，不能可靠读取。请找到原来的 Word 文件，或用 WPS 转换为 .docx 后再导入。"
        ),
    ),
    Format(_starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), _read_legacy),
    Format(lambda data: data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"), _read_rtf),
    Format(_is_page, _read_html, limits.FILE),
    Format(_begins(_MAIL_HEADER), _read_mht, limits.FILE),
    Format(
        lambda data: bool(_XML.match(data, 0, _HEAD)) and _SPREADSHEET in data[:_HEAD],
        refuse("是 XML 表格文件，暂时不能直接导入。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"),
    ),
    Format(_begins(_XML), refuse(f"是 XML 文件，暂时不能直接导入。{_SAVE_AS_WORD}")),
    Format(
        _is_picture,
        refuse("是图片，里面的文字无法读取。请找到原来的 Word 文件再导入。"),
    ),
    Format(_starts(b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b"), refuse("是压缩包。请先解压，再导入里面的文件。")),
    Format(_begins(_PROJECT_FILE), refuse("是本程序的绩效文件，不需要导入，请直接打开。")),
    Format(lambda _: True, _read_text, limits.FILE),
)

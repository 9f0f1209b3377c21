"""Old office files are small file systems: what their first folder holds tells who reads them."""

from io import BytesIO

import olefile

from pbeditor.exchange.damage import ENCRYPTED, damage_is_told, refuse
from pbeditor.sheet.sheet import Sheet

_SLIDES = "是演示文稿，里面没有可以导入的绩效目标表。请选择 Word、Excel 文件或文本文件。"
_OTHER = "是旧版 Office 文件，但不是 Word 文档或 Excel 工作簿，无法导入。请用原来的程序打开它，另存为 .docx 后再导入。"


def read_legacy(data: bytes, name: str) -> Sheet:
    """The sheet in an old Word or Excel file, or in the .wps and .et of Kingsoft. Raises UnreadableError."""
    with damage_is_told(name):
        entries = {path[0].casefold() for path in olefile.OleFileIO(BytesIO(data)).listdir()}
        if not entries:
            raise ValueError
    return next((reader for entry, reader in _READERS if entry in entries), refuse(_OTHER))(data, name)


def _read_word(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.legacy_word_in import read_legacy_word

    return read_legacy_word(data, name)


def _read_excel(data: bytes, name: str) -> Sheet:
    from pbeditor.exchange.legacy_excel_in import read_legacy_excel

    return read_legacy_excel(data, name)


_READERS = (
    ("encryptedpackage", refuse(ENCRYPTED)),
    ("worddocument", _read_word),
    ("workbook", _read_excel),
    ("book", _read_excel),
    ("powerpoint document", refuse(_SLIDES)),
)

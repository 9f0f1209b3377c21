"""OpenDocument files: which kind a package holds, and who reads it."""

from pbeditor.exchange.archive import Package
from pbeditor.exchange.damage import ENCRYPTED
from pbeditor.exchange.ods_in import read_ods
from pbeditor.exchange.odt_in import read_odt
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet.sheet import Sheet

_MANIFEST, _KIND = "META-INF/manifest.xml", "mimetype"
_SPREADSHEET, _TEXT = b"opendocument.spreadsheet", b"opendocument.text"
_OTHER = "是 OpenDocument 文件，但不是文字文档或电子表格，里面没有可以导入的表格。请选择文字文档或电子表格。"


def read_odf(package: Package) -> Sheet:
    """The sheet in a text document or spreadsheet. Raises UnreadableError."""
    manifest = package.read(_MANIFEST)
    if b"encryption-data" in manifest:
        raise UnreadableError(package.name, ENCRYPTED)
    kind = package.read(_KIND) or manifest
    if _SPREADSHEET in kind:
        return read_ods(package)
    if _TEXT in kind:
        return read_odt(package)
    raise UnreadableError(package.name, _OTHER)

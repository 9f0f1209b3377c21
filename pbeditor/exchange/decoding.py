"""Bytes of a text file as text: UTF-8 and UTF-16 with or without a mark, and GB18030 with GBK and GB2312 in it."""

import codecs

from pbeditor.model.patterns import pattern

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = pattern("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]")
_PLAUSIBLE = pattern("[\t\n\r -~\u00a0\u2010-\u22ff\u2460-\u24ff\u3000-\u33ff\u4e00-\u9fff\uff00-\uffef]")
_SHARE = 0.9  # of plausible signs that make UTF-16 without a mark believable
_SAMPLE = 4_000


def decoded(data: bytes) -> str | None:
    """The text, or None where the bytes are no text. A sign cut off at the end is left out."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        return _utf16(data)
    return next((text for encoding in ("utf-8", "gb18030") if (text := _strict(data, encoding)) is not None), None)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _utf16(data: bytes) -> str | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        sample = (text or "")[:_SAMPLE]
        if sample and len(_PLAUSIBLE.findall(sample)) > _SHARE * len(sample):
            return text
    return None

"""Cut ICU's data in the built program down to what Qt asks for; Qt's Linux wheel brings 31 MB for all languages.

Qt uses ICU for the order of Chinese names (`QCollator`), for letter case and time zones; dates, numbers and the
encodings that it reads come from Qt's own tables. `as` and `ld` are of binutils, which PyInstaller needs as well.
"""

from __future__ import annotations

import os
import re
import struct
import subprocess
import tempfile
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path

from smoke import FailedError

# Names in ICU's package, without the package's own: the order of Chinese, and the small tables common to all.
KEPT = (
    "coll/root.res", "coll/ucadata.icu", "coll/zh*.res", "coll/res_index.res",
    "*.nrm", "icuver.res", "icustd.res", "pool.res", "res_index.res", "root.res", "zh*.res", "cnvalias.icu",
    "keyTypeData.res", "likelySubtags.res", "metadata.res", "numberingSystems.res", "supplementalData.res",
    "timezoneTypes.res", "zoneinfo64.res",
)  # fmt: skip
SECTION = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, "object"
{symbol}: .incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", "progbits"
"""
# All that a name can hold in Chinese, in the order that Qt gives it, and in capitals.
ORDER = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale
chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
collator = QCollator(chinese)
collator.setNumericMode(True)
blocks = (32, 0x250), (0x2000, 0x2300), (0x3000, 0x3400), (0x4E00, 0xA000), (0xFF00, 0xFFF0)
letters = [chr(code) for first, end in blocks for code in range(first, end)]
words = letters + [f"第{number}期" for number in range(1, 120)]
print(ascii("".join(sorted(words, key=cmp_to_key(collator.compare)))), ascii(chinese.toUpper("".join(letters))))
"""


def shrink(folder: Path, python: str) -> None:
    """Replace ICU's data in the built `folder`, and see that Qt under `python` sorts with it as with all of it.

    Nothing happens where Qt has no ICU, as on Windows. Raises FailedError.
    """
    for library in folder.rglob("libicudata.so.*"):
        if library.is_symlink():
            continue
        whole = _order(python, None)
        symbol, data = _package(library.read_bytes())
        _link(library, symbol, reduced(data))
        if _order(python, library) != whole:
            raise FailedError(f"用缩减后的 {library.name}，中文排序与原来的不同。")


def _package(library: bytes) -> tuple[str, bytes]:
    """The name and the beginning of the data in ICU's library; its first header has `CmnD` at 12."""
    symbol = re.search(rb"icudt\d+_dat", library)
    start = library.find(b"\xda\x27", library.find(b"CmnD") - 16)
    if not symbol or start < 0:
        raise FailedError("ICU 的数据库文件不是所知的样子，不能缩减。")
    return symbol.group().decode("ascii"), library[start - 2 :]


def reduced(data: bytes) -> bytes:
    """The common data package with only the parts that KEPT names.

    It is a header, a count, a pair of offsets a part (of its name, of itself), the names, the parts; offsets count from
    the end of the header, the names are sorted, and the parts stand in that order, each at a multiple of 16.
    """
    header = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, header)[0]
    pairs = list(struct.iter_unpack("<II", data[header + 4 : header + 4 + 8 * count]))
    kept: list[tuple[bytes, bytes]] = []
    for (name_at, start), (_, end) in pairwise(pairs):
        name = data[header + name_at : data.index(b"\0", header + name_at) + 1]
        if any(fnmatch(name[:-1].decode("ascii").partition("/")[2], pattern) for pattern in KEPT):
            kept.append((name, data[header + start : header + end]))
    names = b"".join(name for name, _ in kept)
    name_at = 4 + 8 * len(kept)
    names += bytes(-(header + name_at + len(names)) % 16)
    part_at = name_at + len(names)
    table = struct.pack("<I", len(kept))
    for name, part in kept:
        table += struct.pack("<II", name_at, part_at)
        name_at, part_at = name_at + len(name), part_at + len(part)
    return data[:header] + table + names + b"".join(part for _, part in kept)


def _link(library: Path, symbol: str, data: bytes) -> None:
    """Write the library anew with `data` under its name, found like the one before."""
    with tempfile.TemporaryDirectory() as name:
        raw, source, compiled = (Path(name, file) for file in ("data", "data.s", "data.o"))
        raw.write_bytes(data)
        source.write_text(SECTION.format(symbol=symbol, data=raw), "utf-8")
        for command in (
            ["as", "-o", str(compiled), str(source)],
            ["ld", "-shared", "-s", f"-soname={library.name}", "-o", str(library), str(compiled)],
        ):
            if subprocess.run(command, check=False).returncode:
                raise FailedError(f"没有成功：{command[0]}，原因见上。")


def _order(python: str, library: Path | None) -> bytes:
    """What ORDER prints, with `library` in place of the ICU data that belongs to Qt."""
    variables = {**os.environ, **({"LD_PRELOAD": str(library)} if library else {})}
    return subprocess.check_output([python, "-c", ORDER], env=variables)

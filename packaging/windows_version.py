"""What Windows shows of the program in its file properties, and its icon."""

from __future__ import annotations

import struct
import tempfile
from pathlib import Path

from drawing import draw
from setting_up import ROOT

SIZES = (16, 24, 32, 48, 64, 256)  # px; what the Explorer picks from
# PyInstaller's version file, a Python expression ("Capturing Windows Version Data"). 0804 04b0: zh-CN, Unicode.
VERSION = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('080404b0', [
      StringStruct('CompanyName', 'pbeditor'),
      StringStruct('FileDescription', '部门预算绩效信息编辑器'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'pbeditor'),
      StringStruct('OriginalFilename', 'pbeditor.exe'),
      StringStruct('ProductName', '部门预算绩效信息编辑器'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0804, 1200])])])
"""


def write_version(version: str, path: Path) -> None:
    """Write the version resource; `version` is three numbers with dots."""
    numbers = tuple(int(number) for number in (*version.split("."), "0", "0", "0")[:4])
    path.write_text(VERSION.format(numbers=numbers, version=version), "utf-8")


def write_icon(python: str, path: Path) -> None:
    """Write an .ico with all sizes; each is stored as PNG, which Windows reads since Vista."""
    with tempfile.TemporaryDirectory() as folder:
        draw(python, ROOT / "resources" / "icons" / "pbeditor.svg", str(Path(folder, "{0}.png")), SIZES)
        pictures = [Path(folder, f"{size}.png").read_bytes() for size in SIZES]
    head = struct.pack("<HHH", 0, 1, len(SIZES))
    start = len(head) + 16 * len(SIZES)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        # ICONDIRENTRY: width and height in one byte each, 0 for 256; 1 plane, 32 bits a pixel.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), start)
        start += len(picture)
    path.write_bytes(head + entries + b"".join(pictures))

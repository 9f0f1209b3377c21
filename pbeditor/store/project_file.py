"""The project file, *.pbproj: indented UTF-8 JSON that a person can still read in ten years."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.store import backup, disk, in_pieces, migrate
from pbeditor.store.faults import fault
from pbeditor.store.project_content import FORMAT, ProjectFile
from pbeditor.store.pruning import pruned

if TYPE_CHECKING:
    from concurrent.futures import Future

Unkept = Callable[[UnwritableError], object]
# How every file of today's version begins, so that not all of it has to be read to tell its version.
_HEAD = f'{{\n  "format": "{FORMAT}",\n  "version": {migrate.VERSION},\n'.encode()
# What a file that cannot be a project file begins with.
_OTHERS = (
    (re.compile(rb"\s*\Z"), "是空文件；保存可能曾经中断，请换用备份。"),
    (re.compile(rb"\0+\Z"), "的内容全是零字节；可能在断电或同步时损坏，请换用备份。"),
    (re.compile(rb"\xff\xfe|\xfe\xff"), "是 UTF-16 编码；请用记事本另存为 UTF-8 后再试。"),
    (re.compile(rb"\s*[^\s{[]"), "不是绩效信息项目文件；其他格式的文件请用“导入”打开。"),
)


class _Head(Struct, frozen=True):
    """What tells a project file of any version from other JSON."""

    format: Any = None
    version: Any = None


def load(path: Path) -> Document:
    """The document in a project file of this or an older version. Raises UnreadableError."""
    return decode(disk.read(path), str(path))


def save(
    document: Document, path: Path, *, in_place: bool = False, must_keep: bool = False, unkept: Unkept = lambda _: None
) -> bytes:
    """Write the project file as a whole or leave it as it was; the bytes that it holds now. Raises UnwritableError.

    What it held goes to its earlier versions. `unkept` is told where that fails, as a full settings disk must not stop
    saving; but nothing is written then with `must_keep`, or where the file itself has to be written over. A file of a
    newer version is never written over. `in_place` is for folders that refuse a new file (NoNewFileError).
    """
    from concurrent.futures import ThreadPoolExecutor  # nothing that only reads needs it

    data = encode(document)
    old = _old(path)
    if old and _is_newer(old):
        raise UnwritableError(str(path), "由更新的版本保存，本程序不覆盖它；请另存为别的文件名，或升级本程序。")
    with ThreadPoolExecutor(1) as beside:  # while the new file is written, so that the window is sooner awake
        kept = beside.submit(_keep, path, old if old != data else b"")
        if in_place:
            kept.result()
            disk.write_in_place(path, data)
        else:
            disk.write(path, data, lambda over: _settle(kept, path, unkept, must_keep=must_keep or over))
    return data


def _keep(path: Path, old: bytes) -> None:
    if old:
        backup.keep(path, old, disk.changed_at(path))


def _settle(kept: "Future[None]", path: Path, unkept: Unkept, *, must_keep: bool) -> None:
    try:
        kept.result()
    except UnwritableError as error:
        if must_keep:
            why = f"没有保存：现有的内容无法先留作以前的版本（{error}）请另存为别的文件名。"
            raise UnwritableError(str(path), why) from error
        unkept(error)


def _old(path: Path) -> bytes:
    try:
        return disk.read(path)
    except UnreadableError:
        return b""


def _is_newer(data: bytes) -> bool:
    if data.startswith(_HEAD):
        return False
    try:
        head = msgspec.json.decode(data.removeprefix(disk.BOM), type=_Head)
    except (ValueError, RecursionError):
        return False
    return head.format == FORMAT and isinstance(head.version, int) and head.version > migrate.VERSION


def encode(document: Document) -> bytes:
    """The bytes of a project file: every key, indented by 2, one newline at the end."""
    try:
        content = msgspec.json.encode(ProjectFile(FORMAT, migrate.VERSION, document))
    except UnicodeEncodeError:
        # Half a surrogate pair came past every door: saving the rest matters more than finding out which.
        content = msgspec.json.encode(ProjectFile(FORMAT, migrate.VERSION, cleaned(document)))
    # Taken over and made longer where it lies: to copy a large file takes as long as to lay it out.
    file = BytesIO(msgspec.json.format(content, indent=2))
    file.seek(0, SEEK_END)
    file.write(b"\n")
    return file.getvalue()


def decode(data: bytes, name: str) -> Document:
    """The document in these bytes with every text cleaned. Raises UnreadableError with the place of the fault.

    Keys that have a default may be missing; unknown keys are refused, for saving would drop them.
    """
    data = data.removeprefix(disk.BOM)
    for begins, sentence in _OTHERS:
        if begins.match(data):
            raise UnreadableError(name, sentence)
    try:
        document = cleaned(_document(data, name))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(name, f"无法打开：{fault(error, data)}。") from error
    for sentence in _unfit_ids(document):
        raise UnreadableError(name, f"无法打开：{sentence}；请换用备份，或用记事本把它改成别的编号。")
    return document


def decode_newer(data: bytes, name: str) -> Document | None:
    """What this version understands of a newer version's file, to look at only; None for a file of any other kind.

    Raises UnreadableError when its shape is not understood.
    """
    if not _is_newer(data):
        return None
    content = msgspec.json.decode(data.removeprefix(disk.BOM))
    try:
        known = pruned({**content, "version": migrate.VERSION}, ProjectFile)
        document = cleaned(msgspec.convert(known, ProjectFile).document)
    except (ValueError, RecursionError):
        return decode(data, name)  # which says that the program is too old
    return None if any(_unfit_ids(document)) else document


def _document(data: bytes, name: str) -> Document:
    with suppress(ValueError):
        if len(data) >= in_pieces.LARGE:
            return in_pieces.document(data)
    try:
        # What is of today's version, as nearly every file is, is read in one go, which names the place of a fault.
        return msgspec.json.decode(data, type=ProjectFile).document
    except ValueError:
        version = _version(msgspec.json.decode(data, type=_Head), name)
        if version == migrate.VERSION:
            raise
    if version not in migrate.STEPS:
        raise UnreadableError(name, f"的文件版本 {version} 太旧或内容不全，本程序不能转换。")
    try:
        content = migrate.migrated(msgspec.json.decode(data), migrate.STEPS)
    except (LookupError, TypeError, AttributeError) as error:
        raise UnreadableError(name, f"的文件版本 {version} 太旧或内容不全，本程序不能转换。") from error
    return msgspec.convert(content, ProjectFile).document


def _version(head: _Head, name: str) -> int:
    if head.format != FORMAT:
        raise UnreadableError(name, f"不是绩效信息项目文件：format 应为“{FORMAT}”；其他格式的文件请用“导入”打开。")
    if not isinstance(head.version, int) or isinstance(head.version, bool):
        raise UnreadableError(name, "无法打开：version 处应为整数。")
    if head.version > migrate.VERSION:
        raise UnreadableError(
            name, f"由更新的版本保存（文件版本 {head.version}，本程序认识到 {migrate.VERSION}），请升级本程序后再打开。"
        )
    return head.version


def _unfit_ids(document: Document) -> Iterator[str]:
    """A sentence for each id that names nothing or more than one thing, or that no place could be told by."""
    projects, rows = document.projects, [row.id for project in document.projects for row in project.indicators]
    if _are_fit([project.id for project in projects]) and _are_fit(rows):
        return
    yield from _unfit((f"projects/{n}", project.id) for n, project in enumerate(projects))
    places = (
        (f"projects/{n}/indicators/{m}", row) for n, p in enumerate(projects) for m, row in enumerate(p.indicators)
    )
    yield from _unfit((path, row.id) for path, row in places)


def _are_fit(ids: list[str]) -> bool:
    """Looked at all at once, as nearly every file has no fault to name."""
    return all(ids) and len({*ids}) == len(ids) and "/" not in "".join(ids)


def _unfit(places: Iterable[tuple[str, str]]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for path, each in places:
        if not each or "/" in each:
            yield f"{path} 处的 id“{each}”是空的或含有“/”"
        elif seen.setdefault(each, path) is not path:
            yield f"{path} 处的 id“{each}”与 {seen[each]} 处的相同"

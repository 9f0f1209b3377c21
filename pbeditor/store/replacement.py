"""How bytes come to the disk whole or not at all; every fault goes on as the OSError that it is."""

import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pbeditor.store.rights import must_stay, take_over
from pbeditor.store.temporary import piece_in

# Virus scanners and sync clients hold a file for moments: access denied, sharing violation.
_HELD = (5, 32)
_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16)  # s
Ready = Callable[[bool], object]


def replace(target: Path, data: bytes, mode: int | None = None, *, ready: Ready = lambda _: None) -> None:
    """`data` in a file that takes the place of the old one, or over its bytes where that has to stay the same file.

    `mode` are its permissions; without one they are the old file's. `ready` as `disk.write` has it.
    """
    temporary = piece_in(target.parent)
    try:
        _write_synced(temporary, data, target, mode)
        stays = must_stay(target, temporary)
        ready(stays)
        if stays:
            overwrite(target, data)
            _patiently(temporary.unlink)
        else:
            _patiently(lambda: temporary.replace(target))
    except BaseException:
        with suppress(OSError):
            _patiently(lambda: temporary.unlink(missing_ok=True))
        raise
    _sync_folder(target.parent)


def overwrite(target: Path, data: bytes) -> None:
    """`data` over the bytes of an existing file; what fails is taken back as far as the disk lets it.

    What is longer than before is written first: a full disk is met while the old bytes are still there.
    """
    old = target.read_bytes()
    with target.open("r+b") as file:
        try:
            file.seek(len(old))
            file.write(data[len(old) :])
            file.flush()
            file.seek(0)
            file.write(data[: len(old)])
            _settle(file, len(data))
        except BaseException:
            with suppress(OSError, ValueError):
                file.seek(0)
                file.write(old)
                _settle(file, len(old))
            raise


def _write_synced(temporary: Path, data: bytes, model: Path, mode: int | None) -> None:
    status = model.stat() if model.exists() else None
    wanted = mode or (0o666 if status is None else stat.S_IMODE(status.st_mode))
    with open(temporary, "xb", opener=lambda name, flags: _opened(name, flags, wanted)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if status is not None:
        temporary.chmod(mode) if mode else take_over(model, temporary)


def _opened(name: str, flags: int, mode: int) -> int:
    return os.open(name, flags, mode)


def _settle(file: BinaryIO, length: int) -> None:
    file.flush()
    file.truncate(length)
    os.fsync(file.fileno())


def _patiently(act: Callable[[], object]) -> None:
    for pause in _PAUSES:
        try:
            act()
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
        time.sleep(pause)
    act()


def _sync_folder(folder: Path) -> None:
    """Make the new name last. The file is whole already, so a file system that refuses is no fault."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

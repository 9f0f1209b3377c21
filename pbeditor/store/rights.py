"""Whose a file is and who may do what with it: kept when a new one takes its place."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

_ACCESS_LIST = "system.posix_acl_access"  # Linux keeps it as an extended attribute


def take_over(path: Path, piece: Path) -> None:
    """Give a new file the owner, the permissions and the attributes of the one at `path`, as far as the system lets."""
    model = path.stat()
    for owner, group in ((-1, model.st_gid), (model.st_uid, -1)):
        with suppress(OSError, AttributeError):  # only root may give a file away, and Windows knows no such call
            os.chown(piece, owner, group)
    # Windows would write down all marks that the piece seems to have, and for its dot a server says that it is hidden.
    if stat.S_IMODE(piece.stat().st_mode) != stat.S_IMODE(model.st_mode):
        piece.chmod(stat.S_IMODE(model.st_mode))
    with suppress(OSError, AttributeError):
        for name in os.listxattr(path):  # type: ignore[attr-defined, unused-ignore]  # only Linux has them
            with suppress(OSError):
                os.setxattr(piece, name, os.getxattr(path, name))  # type: ignore[attr-defined, unused-ignore]
    if sys.platform == "win32":
        with suppress(OSError):
            _take_over_list(path, piece)


def _take_over_list(path: Path, piece: Path) -> None:
    """Windows gives a new file the access list of its folder; where ours may not be set, that one stays."""
    import ctypes

    security = ctypes.windll.advapi32  # type: ignore[attr-defined, unused-ignore]  # only there on Windows
    access_list, size = 4, ctypes.c_ulong()  # DACL_SECURITY_INFORMATION
    security.GetFileSecurityW(str(path), access_list, None, 0, ctypes.byref(size))  # tells the size
    held = ctypes.create_string_buffer(size.value)
    if security.GetFileSecurityW(str(path), access_list, held, size, ctypes.byref(size)):
        security.SetFileSecurityW(str(piece), access_list, held)


def must_stay(path: Path, piece: Path) -> bool:
    """Whether the file can only be written itself: it has other names, or rights that the new one could not have."""
    try:
        old, new = path.stat(), piece.stat()
    except FileNotFoundError:
        return False
    return old.st_nlink > 1 or _rights(path, old) != _rights(piece, new)


def _rights(path: Path, status: os.stat_result) -> tuple[int, int, bytes]:
    access = b""
    with suppress(OSError, AttributeError):
        access = os.getxattr(path, _ACCESS_LIST)  # type: ignore[attr-defined, unused-ignore]
    return status.st_uid, status.st_gid, access

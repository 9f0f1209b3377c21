"""A later start hands its file to the running program. The only module that may speak with another process.

The channel is a local one (a named pipe on Windows, a socket file elsewhere) that the same user alone can reach.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from getpass import getuser
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from pbeditor.store.disk import make_private
from pbeditor.store.settings import local_folder, settings_folder

WAIT = 1500  # ms for the running program to answer
LONGEST = 64 * 1024  # bytes of a path
_LONGEST_NAME = 104  # bytes: what the systems have for the name of a socket file
TAKEN, BUSY, END = b"+", b"-", b"\0"


def channel() -> str:
    """The name of the channel, one for each user and settings folder; "" where there is no room for one."""
    whose = f"{_user()}\n{settings_folder().absolute()}"
    name = f"pbeditor-{sha256(whose.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"
    if sys.platform == "win32":
        return name
    # In /tmp another user could take the name first; these folders are the user's own.
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    place = Path(own, name) if own and Path(own).is_dir() else local_folder() / name
    return str(place) if len(os.fsencode(place)) < _LONGEST_NAME else ""


def handed_over(file: Path) -> bool:
    """Whether a running program took `file`; False if none runs, or it is busy with a dialog."""
    socket = _connected()
    if socket is None:
        return False
    _let_it_come_to_the_front()
    socket.write(os.fsencode(file.absolute()) + END)
    socket.flush()
    return socket.waitForReadyRead(WAIT) and bytes(socket.readAll().data()) == TAKEN


def listen(is_free: Callable[[], bool], take: Callable[[Path], object], parent: QObject) -> QLocalServer | None:
    """Let `take` have the file of each later start, while `is_free`; None if another program listens already."""
    if not channel() or _connected() is not None:
        return None
    with suppress(OSError):
        make_private(local_folder())
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(lambda: _welcome(server, is_free, take))
    if not server.listen(channel()):
        # Nobody answered there: a crashed program left it behind.
        QLocalServer.removeServer(channel())
        server.listen(channel())
    return server


def _let_it_come_to_the_front() -> None:
    """On Windows only a program that the user has just started may, or let others: else the task bar flashes."""
    if sys.platform == "win32":
        import ctypes

        anyone = 0xFFFFFFFF  # ASFW_ANY
        ctypes.windll.user32.AllowSetForegroundWindow(anyone)


def _connected() -> QLocalSocket | None:
    if not channel():
        return None
    socket = QLocalSocket()
    socket.connectToServer(channel())
    return socket if socket.waitForConnected(WAIT) else None


def _welcome(server: QLocalServer, is_free: Callable[[], bool], take: Callable[[Path], object]) -> None:
    while socket := server.nextPendingConnection():
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda socket=socket: _read(socket, is_free, take))
        _read(socket, is_free, take)


def _read(socket: QLocalSocket, is_free: Callable[[], bool], take: Callable[[Path], object]) -> None:
    """Answer first: the file may bring a question, and the other program must not wait for it."""
    sent = bytes(socket.peek(LONGEST).data())
    if not sent.endswith(END):
        if len(sent) == LONGEST:
            socket.abort()
        return
    socket.readAll()
    free = is_free()
    socket.write(TAKEN if free else BUSY)
    socket.flush()
    socket.disconnectFromServer()
    if free:
        file = Path(os.fsdecode(sent.removesuffix(END)))
        QTimer.singleShot(0, lambda: take(file))


def _user() -> str:
    try:
        return getuser()
    except (ImportError, KeyError, OSError):  # a user id without an account, as in containers
        return ""

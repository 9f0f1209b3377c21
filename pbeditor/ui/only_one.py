"""A later start hands its file to the running program. The only module that may speak with another process.

The channel is a local one (a named pipe on Windows, a socket file elsewhere) that the same user alone can reach.
"""

import os
from collections.abc import Callable
from getpass import getuser
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from pbeditor.store.settings import settings_folder

WAIT = 1500  # ms for the running program to answer
LONGEST = 64 * 1024  # bytes of a path
TAKEN, BUSY, END = b"+", b"-", b"\0"


def channel() -> str:
    """The name of the channel, one for each user and settings folder."""
    place = f"{_user()}\n{settings_folder().absolute()}"
    name = f"pbeditor-{sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"
    # In /tmp another user could take the name first; the runtime folder is the user's own.
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(own, name)) if own and Path(own).is_dir() else name


def handed_over(file: Path) -> bool:
    """Whether a running program took `file`; False if none runs, or it is busy with a dialog."""
    socket = _connected()
    if socket is None:
        return False
    socket.write(os.fsencode(file.absolute()) + END)
    socket.flush()
    return socket.waitForReadyRead(WAIT) and bytes(socket.readAll().data()) == TAKEN


def listen(is_free: Callable[[], bool], take: Callable[[Path], object], parent: QObject) -> QLocalServer | None:
    """Let `take` have the file of each later start, while `is_free`; None if another program listens already."""
    if _connected() is not None:
        return None
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(lambda: _welcome(server, is_free, take))
    if not server.listen(channel()):
        # Nobody answered there: a crashed program left it behind.
        QLocalServer.removeServer(channel())
        server.listen(channel())
    return server


def _connected() -> QLocalSocket | None:
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

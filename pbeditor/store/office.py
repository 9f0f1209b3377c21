"""The office program of this machine as a second reader: it turns an old Word file into .docx in a folder of its own.

Nothing leaves the machine: LibreOffice gets a blank profile without macros and a proxy that leads nowhere, Word and
WPS open the file read-only without macros. WPS for Linux has no command that converts: there only LibreOffice counts.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from pbeditor.model.errors import UnreadableError
from pbeditor.store.temporary import temporary_folder

SECONDS = 90  # LibreOffice needs about 3 at its first start, Word up to 20 on a slow disk
_SOURCE, _TARGET = "source.doc", "source.docx"
_FAILED = "没有转换成功：{program} 打不开它，或没有写出结果。请自己用 {program} 打开它，另存为 .docx 后再导入。"
_TOO_SLOW = "用 {program} 转换超过 {seconds} 秒，已停止。请自己用 {program} 打开它，另存为 .docx 后再导入。"
_NONE = "需要本机装有 Word、WPS（Windows）或 LibreOffice 才能重新读取，没有找到这样的程序。"
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
# What Windows calls the programs that can be told by another one to open and save a document.
_SHELL = r"WindowsPowerShell\v1.0\powershell.exe"
_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # a black window else, for we have no console of our own
_SERVANTS = (("Word", "Word.Application"), ("WPS", "KWPS.Application"))
# The paths come in through the environment, so nothing in a name can be taken for a command. The false password
# makes a locked file fail instead of waiting for a person; 12 is .docx, 3 stops macros, 0 asks nothing. Where .NET's
# library for Word is installed, it takes what SaveAs is told only by reference, and other machines only without; and
# Quit only says nothing there, so that Word believes the document saved.
_SCRIPT = """
$ErrorActionPreference = 'Stop'
$office = New-Object -ComObject $env:PBEDITOR_SERVANT
try {
  $office.Visible = $false
  $office.DisplayAlerts = 0
  try { $office.AutomationSecurity = 3 } catch { }
  $document = $office.Documents.Open($env:PBEDITOR_SOURCE, $false, $true, $false, 'x')
  [string]$target = $env:PBEDITOR_TARGET
  [int]$kind = 12
  try { $document.SaveAs($target, $kind) } catch { $document.SaveAs([ref]$target, [ref]$kind) }
} finally {
  try { $document.Saved = $true; $document.Close() } catch { }
  $office.Quit()
}
"""
# What LibreOffice is told before it opens a strange file: no macros, no links, and a proxy where nobody answers.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


class Office(Struct, frozen=True):
    """An office program: its `name` for a person, and its file, or what Windows calls it."""

    name: str
    program: str = ""
    servant: str = ""


def installed() -> Office | None:
    """The first of Word, WPS and LibreOffice that this machine has."""
    return next(_found(), None)


def as_docx(data: bytes, name: str, office: Office | None = None) -> bytes:
    """The old Word file called `name` as .docx. Raises UnreadableError."""
    office = office or installed()
    if office is None:
        raise UnreadableError(name, _NONE)
    with _private_folder() as folder:
        (folder / _SOURCE).write_bytes(data)
        try:
            _run(_command(office, folder), folder, _environment(office, folder))
            return (folder / _TARGET).read_bytes()
        except subprocess.TimeoutExpired as error:
            raise UnreadableError(name, _TOO_SLOW.format(program=office.name, seconds=SECONDS)) from error
        except OSError as error:
            raise UnreadableError(name, _FAILED.format(program=office.name)) from error


def _found() -> Iterator[Office]:
    yield from (Office(name, servant=servant) for name, servant in _SERVANTS if _is_registered(servant))
    # Windows would look in the present folder first, which is often that of the document.
    known = None if sys.platform == "win32" else shutil.which("soffice")
    for place in (known, *_PLACES):
        if place and Path(place).is_file():
            yield Office("LibreOffice", place)


def _is_registered(servant: str) -> bool:
    if sys.platform == "win32":
        import winreg

        with suppress(OSError):
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, rf"{servant}\CLSID"))
            return True
    return False


@contextmanager
def _private_folder() -> Iterator[Path]:
    """A folder that only this user may look into, with LibreOffice's profile; it goes with all that is in it."""
    with temporary_folder() as folder:
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_profile(), "utf-8")
        yield folder


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{start}<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _of_windows(program: str) -> str:
    """A program of Windows by its whole path, for one beside the document would be found first by its name."""
    return "\\".join((os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", program))


def _command(office: Office, folder: Path) -> Sequence[str]:
    if office.servant:
        return (_of_windows(_SHELL), "-NoProfile", "-NonInteractive", "-Command", _SCRIPT)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML")
    return (office.program, profile, *options, "--outdir", str(folder), str(folder / _SOURCE))


def _environment(office: Office, folder: Path) -> dict[str, str]:
    paths = {"PBEDITOR_SOURCE": str(folder / _SOURCE), "PBEDITOR_TARGET": str(folder / _TARGET)}
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    return {**os.environ, **nowhere, **paths, "PBEDITOR_SERVANT": office.servant}


def _run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> None:
    """Run a program with all it starts; after SECONDS they are ended. Raises TimeoutExpired, OSError."""
    nothing = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the office program that was found, no shell
        command,
        cwd=folder,
        env=environment,
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        start_new_session=True,
        creationflags=_NO_CONSOLE,
    ) as process:
        try:
            process.wait(SECONDS)
        except BaseException:
            _end(process)
            raise


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with its children. A Word that PowerShell started is no child of it and closes by itself."""
    with suppress(OSError):
        _END[os.name == "posix"](process)
    process.kill()


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform != "win32":  # pragma: no branch - for mypy: Windows has no such call, and `_end_tree` instead
        os.killpg(process.pid, signal.SIGKILL)


def _end_tree(process: "subprocess.Popen[bytes]") -> None:  # pragma: no cover - Windows alone has the program
    command = (_of_windows("taskkill.exe"), "/T", "/F", "/PID", str(process.pid))
    subprocess.run(command, check=False, capture_output=True, creationflags=_NO_CONSOLE)  # noqa: S603 - of Windows, no shell


_END: tuple[Callable[["subprocess.Popen[bytes]"], None], ...] = (_end_tree, _end_group)

"""Install the built .deb here, use it on a virtual screen, remove it; the record goes to tests/results/deb.md.

python3 packaging/build.py deb && sudo python3 packaging/try_deb.py

It needs root and the packages xvfb openbox xdotool libglib2.0-bin shared-mime-info desktop-file-utils.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build import DIST, version
from locked import locked_environment
from setting_up import ROOT, say
from smoke import SAMPLE, FailedError, try_out

RECORD = ROOT / "tests" / "results" / "deb.md"
SECONDS = 30


def main() -> int:
    """0 when every step works; the first one that does not is said, and 1 returned."""
    steps: list[str] = []
    try:
        for sentence in _steps():
            say(f"✓ {sentence}")
            steps.append(f"- {sentence}")
    except (FailedError, OSError, subprocess.SubprocessError) as error:
        say(f"✗ {error}")
        subprocess.run(["apt-get", "purge", "-y", "pbeditor"], capture_output=True, check=False)
        return 1
    RECORD.parent.mkdir(exist_ok=True)
    head = "# The .deb, installed, used and removed\n\n`sudo python3 packaging/try_deb.py` wrote this.\n\n"
    RECORD.write_text(head + "\n".join(steps) + "\n", "utf-8")
    return 0


def _steps() -> Iterator[str]:
    deb = max(DIST.glob(f"pbeditor_{version()}_*.deb"), key=lambda path: path.stat().st_mtime)
    _run("apt-get", "install", "-y", "--no-install-recommends", str(deb))
    yield f"`apt-get install ./{deb.name}`: installed, {_megabytes(Path('/opt/pbeditor'))} MB under /opt/pbeditor"
    python = locked_environment()
    try_out(["/usr/bin/pbeditor"], python, {"PATH": "/nonexistent"})
    yield "`pbeditor` on the command line, with no Python in reach: import, check, export, compare, window offscreen"
    with tempfile.TemporaryDirectory() as name, _screen() as screen:
        yield _kind_of_file(Path(name))
        yield from _window(Path(name), screen)
        yield _update(Path(name, "config"), deb)
    listed = [Path(line) for line in _run("dpkg", "-L", "pbeditor").splitlines()]
    own = [path for path in listed if path.is_symlink() or not path.is_dir() or "pbeditor" in path.name]
    _run("apt-get", "purge", "-y", "pbeditor")
    if left := [str(path) for path in own if os.path.lexists(path)]:
        raise FailedError(f"卸载后还留有 {'、'.join(left)}。")
    yield f"`apt-get purge pbeditor`: none of its {len(own)} files and folders is left, the icons among them"


def _kind_of_file(folder: Path) -> str:
    """The desktop knows the kind of our files and which program opens them."""
    file = folder / "a.pbproj"
    shutil.copyfile(SAMPLE, file)
    kind = _run("gio", "info", "--attributes=standard::content-type", str(file)).split()[-1]
    opener = _run("gio", "mime", kind).splitlines()[0].split()[-1]
    if (kind, opener) != ("application/x-pbeditor", "pbeditor.desktop"):
        raise FailedError(f"双击打不开：类型是 {kind}，程序是 {opener}。")
    return f"a .pbproj is {kind}, opened by {opener}"


def _window(folder: Path, screen: dict[str, str]) -> Iterator[str]:
    """Open a file as a double click does, change it by keyboard, save, and see the change in the file."""
    file = folder / "a.pbproj"
    before = file.read_bytes()
    own = {**screen, "XDG_CONFIG_HOME": str(folder / "config")}
    with subprocess.Popen(["/usr/bin/pbeditor", str(file)], env=own) as program:
        try:
            window = _run("xdotool", "search", "--sync", "--onlyvisible", "--name", "a.pbproj", env=own).split()[0]
            yield "a window opens on the virtual screen with the file's name in its title"
            time.sleep(2)
            for keys in ("ctrl+shift+n", "ctrl+s"):
                _run("xdotool", "windowfocus", "--sync", window, "key", "--clearmodifiers", keys, env=own)
                time.sleep(2)
            if file.read_bytes() == before:
                raise FailedError("在窗口里改动并保存后，文件没有变。")
            yield "Ctrl+Shift+N adds a project, and Ctrl+S writes it to the file"
            _replace(Path("/opt/pbeditor/pbeditor"))
            _run("xdotool", "windowfocus", "--sync", window, "key", "--clearmodifiers", "ctrl+alt+p", env=own)
            _run("xdotool", "search", "--sync", "--onlyvisible", "--name", "^打印预览$", env=own)
            yield "with another program put in its place, it goes on: Ctrl+Alt+P opens 打印预览"
            _run("xdotool", "key", "Escape", env=own)
            time.sleep(2)
            _run("xdotool", "key", "ctrl+q", env=own)
            program.wait(SECONDS)
        finally:
            program.kill()


def _replace(program: Path) -> None:
    """As dpkg does while the program runs; what is installed again afterwards puts the right one back."""
    other = program.with_suffix(".dpkg-new")
    other.write_bytes(b"another version")
    other.replace(program)


def _update(config: Path, deb: Path) -> str:
    """Installing over the installed program replaces that alone."""
    before = {path: path.read_bytes() for path in config.rglob("*") if path.is_file()}
    _run("apt-get", "install", "-y", "--reinstall", str(deb))
    if not before or before != {path: path.read_bytes() for path in config.rglob("*") if path.is_file()}:
        raise FailedError(f"重新安装后，{config} 里的设置变了。")
    return f"`apt-get install --reinstall`: {len(before)} files of settings and earlier versions are as they were"


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """The environment of a virtual screen with a window manager."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            screen = {**os.environ, "DISPLAY": f":{pipe.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(["openbox"], env=screen, stderr=subprocess.DEVNULL) as manager:
            try:
                yield screen
            finally:
                manager.terminate()
                server.terminate()


def _megabytes(folder: Path) -> int:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return round(sum(file.stat().st_size for file in files) / 2**20)


def _run(*command: str, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=SECONDS * 10, check=False)
    if done.returncode:
        raise FailedError(f"{' '.join(command[:3])}：{done.stderr.strip() or done.returncode}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())

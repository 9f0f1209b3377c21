"""The Debian package of the one-folder program: for Debian, 统信UOS and 麒麟; it needs no Python."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from drawing import draw
from setting_up import ROOT, NotPossibleError

LINUX = ROOT / "packaging" / "linux"
SIZES = (16, 24, 32, 48, 64, 128, 256)  # px of the icons in PNG, for desktops that draw no SVG
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "loongarch64": "loong64"}
# Names that newer Debians gave to the same library.
RENAMED = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}


def write_deb(folder: Path, python: str, version: str, into: Path) -> Path:
    """Pack the built `folder` as a .deb in `into`. Raises NotPossibleError without dpkg-deb."""
    if not shutil.which("dpkg-deb"):
        raise NotPossibleError("制作 .deb 需要 dpkg-deb（Debian 系的系统自带）。")
    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    deb = into / f"pbeditor_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name, "tree")
        _fill(tree, folder, python)
        _describe(tree, version, architecture)
        program = tree / "opt/pbeditor/pbeditor"
        for path in [tree, *tree.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        # xz: the dpkg of 麒麟 V10 knows no zstd.
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(deb)], check=True)
    return deb


def _fill(tree: Path, folder: Path, python: str) -> None:
    """The program under /opt, and what the desktop wants elsewhere; its own triggers renew the caches of these."""
    shutil.copytree(folder, tree / "opt/pbeditor", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/pbeditor").symlink_to("/opt/pbeditor/pbeditor")
    for source, target in (
        (LINUX / "pbeditor.desktop", "usr/share/applications/pbeditor.desktop"),
        (LINUX / "pbeditor.xml", "usr/share/mime/packages/pbeditor.xml"),
        (LINUX / "copyright", "usr/share/doc/pbeditor/copyright"),
    ):
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / target)
    _draw_icons(tree / "usr/share/icons/hicolor", python)


def _draw_icons(icons: Path, python: str) -> None:
    """The program's icon for the program and for its files, as SVG and in the usual sizes."""
    svg = ROOT / "resources" / "icons" / "pbeditor.svg"
    for target in ("apps/pbeditor", "mimetypes/application-x-pbeditor"):
        for size in ("scalable", *(f"{size}x{size}" for size in SIZES)):
            (icons / size / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(svg, icons / "scalable" / f"{target}.svg")
        draw(python, svg, str(icons / "{0}x{0}" / f"{target}.png"), SIZES)


def _describe(tree: Path, version: str, architecture: str) -> None:
    """The control file; what it depends on is what the start-up check looks for."""
    glibc = platform.libc_ver()[1]
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    fields = {
        "version": version,
        "architecture": architecture,
        "size": str(size // 1024),
        "depends": ", ".join([f"libc6 (>= {glibc})", "libstdc++6", *needed(tree)]),
    }
    (tree / "DEBIAN").mkdir()
    control = (LINUX / "control").read_text("utf-8")
    (tree / "DEBIAN" / "control").write_text(control.format(**fields), "utf-8")


def needed(program: Path) -> list[str]:
    """The packages of those libraries that the start-up check looks for and the program does not bring itself.

    An office's machine that is offline cannot fetch what it does not need, and would refuse the package for it.
    """
    # Late, for `setting_up` puts the checkout on the path.
    from pbeditor.store.system import QT_LIBRARIES, WINDOW_LIBRARIES

    brought = {file.name for file in program.rglob("*.so*")}
    libraries = (package for name, package in QT_LIBRARIES + WINDOW_LIBRARIES if name not in brought)
    return [RENAMED.get(package, package) for package in libraries]

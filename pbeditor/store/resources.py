"""Where the bundled data files are: forms, samples, icons, help, schema and the Word reference."""

import sys
from pathlib import Path

from pbeditor.model.errors import UnreadableError

SAMPLE = "示例单位2020.pbproj"  # of the samples, the one that shows everything


def resource(*parts: str) -> Path:
    """The path of a bundled file or folder, such as `resource("forms", "hebei-2020.toml")`; it need not exist.

    Found the same way from a checkout, an installed wheel and a frozen program. Raises UnreadableError when the
    program was installed without its resources.
    """
    for folder in _folders():
        if folder.is_dir():
            return folder.joinpath(*parts)
    raise UnreadableError("resources", "文件夹不存在：程序安装不完整，请重新安装。")


def _folders() -> tuple[Path, ...]:
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).resolve().parent
        return Path(getattr(sys, "_MEIPASS", beside)) / "resources", beside / "resources"
    package = Path(__file__).resolve().parents[1]
    return package / "resources", package.parent / "resources"

"""The list of what a built program consists of (an SBOM in CycloneDX's form), and the licences of all of it as text."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from setting_up import ROOT

LINE = "\n" + "=" * 78 + "\n"
# Qt comes inside PySide6's wheel, which holds no licence texts; Debian keeps them for all packages.
COMMON = tuple(Path("/usr/share/common-licenses", name) for name in ("LGPL-3", "GPL-3"))
QT = """Qt 6 与 PySide6（The Qt Company）按 LGPL-3.0 使用：以动态库随程序提供，可以换成自己编译的同版本库。
源码：https://download.qt.io/official_releases/ 。许可证正文：https://www.gnu.org/licenses/lgpl-3.0.txt ，
在 Debian 上制作时附在后面。"""
# Asks an environment for a package's version and licence texts; Python's own come first.
TEXTS = """
import json, sys
from importlib.metadata import distribution
from pathlib import Path
def texts(name):
    files = distribution(name).files or ()
    wanted = [f for f in files if f.parent.name.endswith((".dist-info", "licenses")) and "licen" in str(f).lower()]
    return [f.locate().read_text("utf-8", "replace") for f in wanted if f.locate().is_file()]
library = Path(sys.base_prefix)
own = [library / "LICENSE.txt", Path(json.__file__).parents[1] / "LICENSE.txt",
       Path("/usr/share/doc/python3.%d/copyright" % sys.version_info[1])]
found = {name: texts(name) for name in sys.argv[1:]}
found["CPython"] = [path.read_text("utf-8") for path in own if path.is_file()][:1]
print(json.dumps([sys.version.split()[0], found]))
"""


def write_parts_list(python: str, listed: Path, licences: Path) -> None:
    """Write the SBOM of what the program uses of `python`'s environment to `listed`, the licences to `licences`."""
    found = _environment(python)
    used = used_by_the_program(found)
    parts = [part for part in found["components"] if part["bom-ref"] in used]
    command = [python, "-c", TEXTS, *(part["name"] for part in parts)]
    version, texts = json.loads(subprocess.check_output(command, encoding="utf-8"))
    parts.insert(0, _python(version))
    found["components"] = parts
    found["dependencies"] = [link for link in found["dependencies"] if link["ref"] in used]
    listed.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    common = [path.read_text("utf-8") for path in COMMON if path.is_file()]
    each = ["\n\n".join([_head(part), *texts[part["name"]]]) for part in parts]
    licences.write_text(LINE.join([QT, *each, *common]), "utf-8")


def _environment(python: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name, "whole.json")
        options = ["--pyproject", "pyproject.toml", "--output-reproducible", "-o", str(whole)]
        subprocess.run([python, "-m", "cyclonedx_py", "environment", *options, python], cwd=ROOT, check=True)
        found: dict[str, Any] = json.loads(whole.read_bytes())
        return found


def used_by_the_program(found: dict[str, Any]) -> set[str]:
    """The parts that the program's own dependencies lead to; the build's tools lie in the same environment."""
    uses = {link["ref"]: link.get("dependsOn", []) for link in found["dependencies"]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    own = {_plain(re.split(r"[<>=!~ ]", wanted)[0]) for wanted in project["dependencies"]}
    waiting = [part["bom-ref"] for part in found["components"] if _plain(part["name"]) in own]
    used: set[str] = set()
    while waiting:
        part = waiting.pop()
        if part not in used:
            used.add(part)
            waiting.extend(uses.get(part, ()))
    return used


def _plain(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _python(version: str) -> dict[str, Any]:
    licences = [{"license": {"id": "PSF-2.0"}}]
    name = "CPython"
    return {
        "bom-ref": f"{name}=={version}",
        "type": "framework",
        "name": name,
        "version": version,
        "licenses": licences,
    }


def _head(part: dict[str, Any]) -> str:
    """A part's name, version and what it says of its licence."""
    kept = [entry.get("license", entry) for entry in part.get("licenses", ())]
    names = [entry.get("id") or entry.get("expression") or entry.get("name", "") for entry in kept]
    return f"{part['name']} {part['version']}\n{'，'.join(names)}"

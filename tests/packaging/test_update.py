"""An offline update is replacing the program's folder: nothing that a person keeps lies in it."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from setting_up import ROOT

WORK = """
from msgspec.structs import replace
from pbeditor.model.library import Entry
from pathlib import Path
from pbeditor.store import forms, library, project_file, recovery, settings
settings.save(replace(settings.load(), zoom=80))
kept = library.load_library()
library.save_library(replace(kept, entries=(*kept.entries, Entry(name="馆藏档案数字化页数"))))
own = settings.settings_folder() / "forms"
own.mkdir()
work = project_file.load(forms.resource("samples", "示例单位2021.pbproj"))
recovery.keep("unsaved", "未保存的文件", None, work)
built_in = next(iter(forms.load_forms()))
text = forms.resource("forms", f"{built_in}.toml").read_text("utf-8")
(own / "ours.toml").write_text(text.replace(f'id = "{built_in}"', 'id = "ours"'), "utf-8")
"""
SEEN = """
from pbeditor.store import forms, library, recovery, settings
print(settings.load().zoom, "ours" in forms.load_forms(), [entry.name for entry in library.load_library().entries][-1])
print([copy.name for copy in recovery.left_over()])
"""


def test_settings_library_own_forms_and_unsaved_work_outlive_the_programs_folder(tmp_path: Path) -> None:
    program, settings = tmp_path / "pbeditor", tmp_path / "own"
    install(program)
    before = digest(program)
    run(program, settings, WORK)
    assert digest(program) == before

    shutil.rmtree(program)
    install(program)

    assert run(program, settings, SEEN) == "80 True 馆藏档案数字化页数\n['未保存的文件']\n"


def install(program: Path) -> None:
    for part in ("pbeditor", "resources"):
        shutil.copytree(ROOT / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))


def run(program: Path, settings: Path, code: str) -> str:
    variables = {
        **os.environ,
        "PBEDITOR_SETTINGS": str(settings),
        "PYTHONPATH": str(program),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }
    return subprocess.check_output([sys.executable, "-c", code], encoding="utf-8", cwd=program, env=variables)


def digest(program: Path) -> str:
    files = sorted(path for path in program.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(str(file).encode() + file.read_bytes() for file in files)).hexdigest()

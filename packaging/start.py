"""Set up pbeditor and open it on the sample; without a screen, do the sample's whole job and say where the files are.

python3 packaging/start.py                 Windows: py packaging\\start.py
python3 packaging/start.py --no-screen     as on a machine without a screen
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from setting_up import ROOT, NotPossibleError, environment, say, why_no_paper, why_no_window

NAME = "示例单位2020"
SAMPLES = ROOT / "resources" / "samples"
OUT = ROOT / "out"


def main(arguments: list[str]) -> int:
    """The exit status: 0 all done, 1 a part could not be done, 2 nothing could."""
    try:
        python = environment("program")
    except NotPossibleError as error:
        say(str(error))
        return 2
    OUT.mkdir(exist_ok=True)
    obstacle = "命令行要求不打开窗口。" if "--no-screen" in arguments else why_no_window(python)
    return work_without_window(python, obstacle) if obstacle else open_window(python)


def open_window(python: str) -> int:
    """The editor on a copy of the sample, so that the sample itself stays as it is."""
    copy = OUT / f"{NAME}.pbproj"
    if not copy.exists():
        shutil.copyfile(SAMPLES / copy.name, copy)
    say(f"打开示例的副本 {copy}")
    return pbeditor(python, str(copy))


def work_without_window(python: str, obstacle: str) -> int:
    """Word in, checks, Word and PDF out; checks that find mistakes are what the sample is for."""
    say(f"不能打开窗口：{obstacle}\n改为不用窗口完成同样的工作：")
    project = str(OUT / f"{NAME}（导入）.pbproj")
    if pbeditor(python, "import", str(SAMPLES / f"{NAME}.docx"), "-o", project):
        return 2
    found = pbeditor(python, "check", project)
    exported = [pbeditor(python, "export", project, "-o", str(OUT / f"{NAME}.docx"))]
    no_paper = why_no_paper(python)
    if no_paper:
        say(f"没有写 PDF：{no_paper}\n装好后再运行一次本命令。")
    else:
        exported.append(pbeditor(python, "export", project, "-o", str(OUT / f"{NAME}.pdf")))
    say(f"文件在 {OUT}")
    return int(bool(no_paper) or any(exported) or found not in {0, 1})


def pbeditor(python: str, *arguments: str) -> int:
    """The exit status of one pbeditor command, shown as a person would type it."""
    say("\n> pbeditor " + " ".join(arguments))
    return subprocess.run([python, "-m", "pbeditor", *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

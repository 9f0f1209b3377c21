"""The recipes of the README, followed to the letter on a copy of the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.store import project_file
from pbeditor.store.resources import SAMPLE, resource

ROOT = Path(__file__).resolve().parents[1]
CODE = re.compile(r"```(?:toml|python|text)\n(.*?)```", re.DOTALL)
LONGEST = 10  # lines of a recipe


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program that a newcomer changes."""
    (tmp_path / "program").mkdir()
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "program" / "pyproject.toml")
    for part in ("pbeditor", "resources"):
        shutil.copytree(ROOT / part, tmp_path / "program" / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "program"


def recipe(heading: str) -> list[str]:
    """The pieces of code below a bold heading of the README, up to the next one."""
    text = (ROOT / "README.md").read_text("utf-8")
    part = text.partition(f"**{heading}**")[2]
    part = re.split(r"^(?:\*\*|## )", part, flags=re.MULTILINE)[0]
    return CODE.findall(part)


def run(program: Path, *arguments: str, fails: bool = False) -> str:
    variables = {**os.environ, "PYTHONPATH": str(program), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "pbeditor", *arguments]
    done = subprocess.run(command, cwd=program, env=variables, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1) or fails, done.stderr
    return done.stdout


def insert(file: Path, line: str, before: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, line + before), "utf-8")


def complaints(program: Path, *files: str) -> str:
    """What `packaging/checks.py format lint` says of changed files."""
    pytest.importorskip("ruff", reason="ruff is of the development environment: packaging/checks.py sets it up")
    said = ""
    for command in (["check"], ["format", "--diff"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--quiet", "--no-cache", *files]
        done = subprocess.run(ruff, cwd=program, capture_output=True, encoding="utf-8", check=False)
        said += done.stdout + done.stderr
    return said


@pytest.mark.parametrize("heading", ["加一个表样", "加一项检查", "加一种格式"])
def test_a_recipe_has_under_ten_lines(heading: str) -> None:
    lines = [line for code in recipe(heading) for line in code.splitlines() if line.strip()]
    assert 0 < len(lines) < LONGEST


def test_a_form_is_a_file_in_the_settings_folder(program: Path, settings_folder: Path) -> None:
    (lines,) = recipe("加一个表样")
    text = (program / "resources" / "forms" / "mof-2021.toml").read_text("utf-8")
    for line in lines.splitlines():
        key = line.partition(" =")[0]
        text = re.sub(rf"^{key} = .*$", line, text, count=1, flags=re.MULTILINE)
    (settings_folder / "forms").mkdir(parents=True)
    (settings_folder / "forms" / "ours.toml").write_text(text, "utf-8")

    assert "本市项目支出绩效目标表" in run(program, "forms")


def test_a_check_is_a_function_and_a_line(program: Path, tmp_path: Path) -> None:
    function, line = recipe("加一项检查")
    goals = program / "pbeditor" / "check" / "rules" / "goals.py"
    insert(goals, f"{function}\n\n", "RULES = (\n")
    goals.write_text(goals.read_text("utf-8").replace("RULES = (\n", f"RULES = (\n{line}"), "utf-8")
    sample = project_file.load(resource("samples", SAMPLE))
    branded = replace(sample.projects[0], purpose="购置指定品牌的扫描仪。")
    project_file.save(replace(sample, projects=(branded, *sample.projects[1:])), tmp_path / "a.pbproj")

    assert "用途指定品牌（1 处）" in run(program, "check", str(tmp_path / "a.pbproj"))
    assert complaints(program, "pbeditor/check/rules/goals.py") == ""


def test_a_format_is_a_reader_and_a_line(program: Path, tmp_path: Path) -> None:
    reader, line = recipe("加一种格式")
    exchange = program / "pbeditor" / "exchange"
    heads, dashes, row = "一级指标|二级指标|三级指标|指标值", "---|---|---|---", "产出指标|数量指标|培训人数|≥100人"
    lines = ("项目名称|培训经费", "---|---", "预算数|15.00", heads, dashes, row)
    for encoding in ("utf-8", "gb18030"):
        (tmp_path / f"{encoding}.md").write_text("".join(f"| {each} |\n" for each in lines), encoding)

    def imported(encoding: str) -> str:
        file = tmp_path / f"{encoding}.md"
        return run(program, "import", str(file), "-o", str(file.with_suffix(".pbproj")), fails=True)

    assert "1 条指标" not in imported("utf-8")
    (exchange / "markdown_in.py").write_text(reader, "utf-8")
    insert(exchange / "reading.py", line, "    Format(lambda _: True, _read_text")
    taken_in = "from pbeditor.exchange.markdown_in import read_markdown\n"
    assert taken_in.strip() in (ROOT / "README.md").read_text("utf-8")
    insert(exchange / "reading.py", taken_in, "from pbeditor.model.errors")
    assert "1 条指标" in imported("utf-8")
    assert "1 条指标" in imported("gb18030")
    assert complaints(program, "pbeditor/exchange/markdown_in.py", "pbeditor/exchange/reading.py") == ""

"""The law of imports and the sizes that keep the code readable."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "pbeditor").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
VAGUE_MODULES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
VAGUE_VERBS = ("handle_", "process_", "do_")


def kept(contract: str) -> bool:
    """Whether the contract of this id in pyproject.toml holds; what breaks it is printed."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", program, "--contract", contract, "--no-cache"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, kinds))


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def test_imports_point_down_only() -> None:
    assert kept("layers")


def test_only_the_window_knows_qt() -> None:
    assert kept("qt")


def test_only_exchange_knows_file_formats() -> None:
    assert kept("formats")


def test_the_core_and_the_formats_are_pure() -> None:
    assert kept("pure")


def test_nothing_reaches_for_the_network() -> None:
    assert kept("offline")
    imports = {ast.unparse(node): path.name for path, node in nodes(ast.Import, ast.ImportFrom)}
    assert {text: name for text, name in imports.items() if "QtNetwork" in text} == {
        "from PySide6.QtNetwork import QLocalServer, QLocalSocket": "only_one.py"
    }
    words = [path.name for path in SOURCES if "QtNetwork" in path.read_text("utf-8")]
    assert words == ["only_one.py"]


def test_only_store_opens_files() -> None:
    opened = [
        place(path, node)
        for path, node in nodes(ast.Call)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"open", "io.open", "os.open"}
        and "store" not in path.parts
    ]
    assert opened == []


def test_labels_are_made_where_they_are_told_to_show_text_as_it_is() -> None:
    """Left to itself, Qt guesses whether a text is markup, and opens the files that it names."""
    made = [
        place(path, node)
        for path, node in nodes(ast.Call)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QLabel" and path.name != "labels.py"
    ]
    assert made == []


def test_no_file_has_a_second_subject() -> None:
    assert [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE] == []


def test_no_function_has_a_second_subject() -> None:
    long = [
        f"{place(path, node)} {node.name}"
        for path, node in nodes(ast.FunctionDef)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_modules_and_functions_say_what_they_are_about() -> None:
    modules = [path for path in SOURCES if path.stem in VAGUE_MODULES]
    functions = [
        f"{place(path, node)} {node.name}"
        for path, node in nodes(ast.FunctionDef)
        if isinstance(node, ast.FunctionDef) and node.name.lstrip("_").startswith(VAGUE_VERBS)
    ]
    assert modules + functions == []


@pytest.mark.parametrize("package", ["PySide6", "docx", "openpyxl", "lxml"])
def test_the_command_line_loads_what_it_needs_when_it_needs_it(package: str) -> None:
    program = f"import sys, pbeditor.cli; sys.exit({package!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_the_window_comes_without_a_reader_or_a_writer_of_another_format() -> None:
    loaded = "{name for name in sys.modules if name.startswith('pbeditor.exchange.')} - {'pbeditor.exchange.limits'}"
    program = f"import sys, pbeditor.ui.app; sys.exit(', '.join({loaded}))"
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True)
    assert found.stderr.strip() == ""

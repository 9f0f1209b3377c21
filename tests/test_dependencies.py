"""What pyproject.toml asks for is what the program imports."""

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMPORTED_AS = {"pyside6-essentials": "PySide6", "python-docx": "docx"}
# openpyxl takes it by itself when it is installed.
NOT_IMPORTED = {"defusedxml"}
# It comes with PySide6 of the same version.
NOT_DECLARED = {"shiboken6"}


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split("[<>=]", line)[0].lower() for line in project["dependencies"]}
    return {IMPORTED_AS.get(name, name) for name in names - NOT_IMPORTED}


def imported() -> set[str]:
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "pbeditor").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[0] for module in modules} - set(sys.stdlib_module_names) - {"pbeditor"} - NOT_DECLARED


def test_every_dependency_is_declared_and_used() -> None:
    assert imported() == declared()

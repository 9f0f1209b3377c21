"""What the Markdown files point at exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(ROOT.glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_commands_lead_to_files(page: Path) -> None:
    text = page.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    scripts = [script.replace("\\", "/") for script in re.findall(r"packaging[/\\]\w+\.\w+", text)]

    assert [name for name in links + scripts if not (ROOT / name).exists()] == []


def test_the_places_named_by_the_architecture_exist() -> None:
    table = re.findall(r"^\|[^|]+\|([^|]+)\|$", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    named = [name for cell in table for name in re.findall(r"`([\w/.]+(?:/|\.py))`", cell)]

    assert len(named) > 10
    assert [name for name in named if not any((folder / name).exists() for folder in places())] == []


def places() -> tuple[Path, ...]:
    """Where a name in the table may lie: bare file names follow the folder named before them."""
    return (ROOT, ROOT / "pbeditor", ROOT / "pbeditor" / "model")


def test_every_command_of_the_command_line_is_in_the_readme() -> None:
    from pbeditor.cli.commands import COMMANDS

    text = (ROOT / "README.md").read_text("utf-8")
    assert [command.name for command in COMMANDS if f"pbeditor {command.name}" not in text] == []


def test_the_systems_of_the_matrix_are_those_that_the_builds_are_made_for() -> None:
    from locked import OLDEST_SYSTEMS

    readme = (ROOT / "README.md").read_text("utf-8")
    installer = (ROOT / "packaging" / "windows" / "pbeditor.iss").read_text("utf-8")
    wheels = dict(re.findall(r"==(\d+\.\d+)[\d.]* ; platform_machine (!=|==) 'aarch64'", "\n".join(OLDEST_SYSTEMS)))

    assert wheels == {"6.9": "!=", "6.8": "=="}
    assert "PySide6 6.8 至 6.9" in readme
    assert re.search(r"arm64 \| .*用 PySide6 6\.8（", readme)
    assert "Windows 10（1809 起）" in readme
    assert "MinVersion=10.0.17763" in installer  # which is 1809

"""Which choices of an export go together."""

import re

import pytest

from pbeditor.cli import main
from pbeditor.cli.commands import COMMANDS, option
from pbeditor.work.choices import CHOICES, can_follow


@pytest.mark.parametrize(
    ("name", "suffix", "chosen", "can"),
    [
        ("cover", ".docx", (), True),
        ("cover", ".xlsx", (), False),
        ("cover", ".docx", ("summary",), True),
        ("contents", ".docx", ("summary",), False),
        ("overwrite", ".pdf", (), False),
        ("overwrite", ".pdf", ("each",), True),
        ("draft", ".xlsx", ("summary",), True),
    ],
)
def test_a_choice_is_followed_or_not(name: str, suffix: str, chosen: tuple[str, ...], can: bool) -> None:
    assert can_follow(name, suffix, chosen) is can


def test_each_choice_is_an_option_of_the_command_line() -> None:
    export = next(command for command in COMMANDS if command.name == "export")
    options = {name.removeprefix("--").replace("-", "_") for each in export.arguments for name in each.names}
    told = {other for choice in CHOICES.values() for other in (*choice.apart, choice.needs) if other}
    assert {*CHOICES, *told} <= options


def test_the_help_of_the_summary_names_all_that_it_goes_without(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == 0
    told = re.sub(r"\s", "", capsys.readouterr().out)
    apart = [option(name) for name, choice in CHOICES.items() if "summary" in choice.apart]
    assert f"只导出项目汇总表，不能与{'、'.join(apart)}同用" in told

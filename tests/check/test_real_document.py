"""The rules on a real document: they find its mistakes and do not shout."""

from collections import Counter
from pathlib import Path

import pytest

from pbeditor.check.checked import Checked
from pbeditor.check.engine import check
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret

LINES_OF_THE_PANEL = 25


@pytest.fixture(scope="module")
def checked(real_folder: Path, hebei: Form) -> Checked:
    (source,) = real_folder.glob("*.txt")
    document, _ = interpret(read_sheet(source.read_bytes(), source.name), hebei)
    return check(document, hebei)


def test_the_amounts_agree(checked: Checked) -> None:
    assert not any("budget" in problem.path for problem in checked.problems)


def test_every_error_is_a_real_one(checked: Checked) -> None:
    errors = {(problem.rule, problem.path) for problem in checked.problems if problem.severity == "error"}
    differing = (
        "5/indicators/0",
        "5/indicators/2",
        "7/indicators/4",
        "7/indicators/5",
        "11/indicators/1",
        "11/indicators/3",
    )
    assert errors == {
        *(("number_and_words_agree", f"projects/{place}/target") for place in differing),
        *(
            ("one_name_has_one_value", f"projects/{place}/target")
            for place in ("5/indicators/2", "13/indicators/2", "13/indicators/3")
        ),
    }


def test_the_one_misused_cost_indicator_is_found(checked: Checked) -> None:
    found = [problem.path for problem in checked.problems if problem.rule == "costs_speak_of_money"]
    assert found == ["projects/0/indicators/1/level2"]


def test_the_panel_opens_with_few_lines(checked: Checked) -> None:
    assert len(checked.groups) <= LINES_OF_THE_PANEL
    assert Counter(group.severity for group in checked.groups)["error"] == 2

"""Each promise of the handbook is held by tests that exist."""

import re
from html import unescape
from pathlib import Path

from pbeditor.ui.handbook.contents import html

TESTS = Path(__file__).resolve().parent
FIGURE = r"\d(?:[\d,.]*\d)?"


def table() -> dict[str, list[str]]:
    """The tests of each promise, by its sentence."""
    lines = (TESTS / "results" / "promises.md").read_text("utf-8").splitlines()
    rows = (
        line.strip("| ").split(" | ") for line in lines if line.startswith("| ") and not line.startswith("| promise")
    )
    return {promise: re.findall(r"test_\w+", tests) for promise, tests in rows}


def test_every_promise_of_the_handbook_is_in_the_table_and_no_other() -> None:
    assert [unescape(text) for text in re.findall("<li>(.*?)</li>", html("promises"))] == [*table()]


def test_every_promise_is_held_by_tests_that_exist() -> None:
    known = {
        name for file in TESTS.rglob("test_*.py") for name in re.findall(r"def (test_\w+)", file.read_text("utf-8"))
    }
    assert {promise for promise, tests in table().items() if not tests} == set()
    assert {name for tests in table().values() for name in tests} - known == set()


def test_every_condition_of_saving_on_record_is_a_test() -> None:
    text = (TESTS / "results" / "saving.md").read_text("utf-8")
    rows = re.findall(r"\| (\d+) \| (test_\w+) \|", text)
    known = set(re.findall(r"def (test_\w+)", (TESTS / "ui" / "test_saving_faults.py").read_text("utf-8")))
    assert {name for _, name in rows} == known
    assert f"{sum(int(cases) for cases, _ in rows)} in all" in text


def test_every_figure_of_the_handbook_is_the_one_on_record() -> None:
    rows = re.findall(r"<tr><td>.*?（(\w+\.md)）</td><td>(.*?)</td></tr>", html("promises"))
    assert len(rows) == 8
    for record, said in rows:
        text = (TESTS / "results" / record).read_text("utf-8")
        rows_of_it = sum(line.startswith("| ") for line in text.splitlines()) - 1
        known = {*re.findall(FIGURE, text), str(rows_of_it)}
        assert [figure for figure in re.findall(FIGURE, said) if figure not in known] == []

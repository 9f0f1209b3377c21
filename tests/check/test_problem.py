"""Messages and orders of problems."""

import pytest

from pbeditor.check.problem import gravest, quoted, reading_order


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("党员", "“党员”"),
        ("甲\n乙", "“甲 乙”"),
        ("“双育”工程", "“‘双育’工程”"),
        ("一" * 30, "“" + "一" * 23 + "…”"),
    ],
)
def test_a_text_is_quoted_on_one_line(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("severities", "worst"),
    [((), ""), (("hint",), "hint"), (("hint", "error", "warning"), "error"), (("hint", "warning"), "warning")],
)
def test_the_gravest_severity_wins(severities: tuple[str, ...], worst: str) -> None:
    assert gravest(severities) == worst


def test_places_sort_as_they_are_read() -> None:
    paths = ["indicators/10/level1", "goals", "indicators/2/name", "plan/2", "", "budget/total", "purpose", "code"]
    read = ["", "code", "budget/total", "purpose", "plan/2", "goals", "indicators/2/name", "indicators/10/level1"]
    assert sorted(paths, key=reading_order) == read

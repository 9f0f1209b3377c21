"""Pages as people write them."""

import pytest

from pbeditor.ui.paper.page_range import ALL, EVEN, ODD, on_side, pages_meant


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5, 6)),
        ("2", (2,)),
        ("1-3,5", (1, 2, 3, 5)),
        ("１－３，５", (1, 2, 3, 5)),
        ("1—2、6", (1, 2, 6)),
        ("4-", (4, 5, 6)),
        ("-2", (1, 2)),
        ("3至4；1", (1, 3, 4)),
        ("1,1,2,3", (1, 2, 3)),
        ("1-3，2-4", (1, 2, 3, 4)),
        ("7", None),
        ("3-2", None),
        ("0", None),
        ("-", None),
        ("abc", None),
        ("1--2", None),
    ],
)
def test_pages_are_meant_as_they_are_written(text: str, pages: tuple[int, ...] | None) -> None:
    assert pages_meant(text, 6) == pages


def test_sides_are_those_of_a_sheet_of_paper() -> None:
    assert on_side((1, 2, 5), ODD) == (1, 5)
    assert on_side((1, 2, 5), EVEN) == (2,)
    assert on_side((1, 2, 5), ALL) == (1, 2, 5)

"""A change in a long text is shown with a little around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.ui.models.excerpts import BEFORE, BEHIND, differing


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("1、1.做好", "1、做好", ("1.", "")),
        ("反应水平", "反映水平", ("应", "映")),
        ("前前后", "前后", ("前", "")),
        ("（空）", "90", ("（空）", "90")),
        ("同", "同", ("", "")),
    ],
)
def test_only_what_differs_is_marked(old: str, new: str, parts: tuple[str, str]) -> None:
    assert tuple(part.text[part.start : part.end] for part in differing(old, new)) == parts


def test_a_change_deep_in_a_long_text_is_seen() -> None:
    old, new = differing("甲" * 500 + "." + "乙" * 500, "甲" * 500 + "。" + "乙" * 500)
    assert old.text == f"…{'甲' * BEFORE}.{'乙' * BEHIND}…"
    assert differing(old.text, new.text, behind=3)[1].text.endswith("。乙乙乙…")
    assert new.text[new.start : new.end] == "。"


@given(old=st.text("甲乙", max_size=40), new=st.text("甲乙", max_size=40))
def test_putting_the_marked_part_in_place_of_the_other_makes_the_other_text(old: str, new: str) -> None:
    one, other = differing(old, new)
    made = one.text[: one.start] + other.text[other.start : other.end] + one.text[one.end :]
    assert made == other.text

"""Names of files made of titles and names of projects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.work.file_names import safe_name


@given(text=st.text())
def test_any_text_makes_a_name_that_windows_takes(text: str) -> None:
    name = safe_name(text)
    assert not set(name) & set('\\/:*?"<>|\n\r\t')
    assert name == name.strip(" .")
    assert len(name) <= 61


def test_what_windows_refuses_becomes_a_space() -> None:
    assert safe_name('甲/乙:"丙"\n丁?. ') == "甲 乙 丙 丁"
    assert safe_name("2025/2026") == "2025 2026"


def test_a_long_name_is_cut_and_ends_in_a_sign() -> None:
    assert safe_name("长" * 100) == "长" * 60
    assert safe_name("一二 三", longest=3) == "一二"


@pytest.mark.parametrize(("text", "name"), [("CON", "CON_"), ("com1.x", "com1.x_"), ("控制", "控制")])
def test_names_that_windows_keeps_for_itself_are_changed(text: str, name: str) -> None:
    assert safe_name(text) == name

"""What is amiss in the punctuation of a Chinese text, and how it should be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.check.punctuation import SUSPECTS, tidied


@pytest.mark.parametrize(
    ("text", "new", "amiss"),
    [
        ("救助党员,支持企业(含个体)", "救助党员，支持企业（含个体）", ("半角标点",)),
        ("争取资金 , 惠及群众。", "争取资金，惠及群众。", ("半角标点", "多余的空格")),
        ("某财行[2020]6号文件", "某财行〔2020〕6号文件", ("不规范的文号括号",)),
        ("年度\\日常", "年度、日常", ("反斜杠",)),
        ("比例1:3，金额1,200.5元，Office 2016 软件。", "比例1:3，金额1,200.5元，Office 2016 软件。", ()),
    ],
)
def test_a_text_is_put_right_and_what_was_amiss_is_named(text: str, new: str, amiss: tuple[str, ...]) -> None:
    assert tidied(text) == (new, amiss)


@given(st.text("中文，,;:!?()（） \\[2020]〔〕第6号“”《》A1", max_size=40))
def test_what_is_tidy_stays_and_what_has_no_suspect_is_tidy(text: str) -> None:
    new, amiss = tidied(text)
    assert (new == text) == (not amiss)
    assert any(mark in text for mark in SUSPECTS) or not amiss

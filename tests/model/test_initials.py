"""Chinese words are found by the initials of their pinyin."""

import pytest

from pbeditor.model.initials import find_initials, has_initials


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("另存为", "lcw"),
        ("打开示例", "sl"),
        ("导出 Word 文档", "dc"),
        ("Word 文档", "word"),
        ("在下方插入行", "crh"),
        ("重做", "CZ"),
        ("阿波次德鹅发高和级卡拉妈那哦怕其然三他瓦西压杂", "abcdefghjklmnopqrstwxyz"),
        ("调整", "tz"),
        ("增长", "zz"),
    ],
)
def test_neighbouring_initials_are_recognised(text: str, letters: str) -> None:
    assert has_initials(text, letters)


@pytest.mark.parametrize(("text", "letters"), [("另存为", "lw"), ("另存为", ""), ("另存为", "lcwx"), ("，。", "d")])
def test_anything_else_is_not(text: str, letters: str) -> None:
    assert not has_initials(text, letters)


def test_the_place_of_initials_is_found() -> None:
    assert (find_initials("指标库", "zb"), find_initials("工作簿", "zb"), find_initials("库", "zb")) == (0, 1, -1)


def test_rare_characters_stand_for_themselves() -> None:
    assert has_initials("𠮷林", "𠮷l")

"""msgspec's findings in Chinese."""

import msgspec
import pytest

from pbeditor.store.faults import fault, place_of


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (msgspec.ValidationError("Expected `str`, got `date` - at `$.id`"), "id 处应为文字，却是date"),
        (msgspec.ValidationError("Expected `array`, got `object` - at `$[...].a[0]`"), "*/a/0 处应为列表，却是对象"),
        (msgspec.ValidationError("Expected `int` <= 63 - at `$.a`"), "a 处应不大于 63"),
        (msgspec.ValidationError("Expected `float` >= 0.5 - at `$.a`"), "a 处应不小于 0.5"),
        (msgspec.ValidationError("Expected `array` of length >= 1 - at `$.a`"), "a 处至少要有 1 项"),
        (msgspec.ValidationError("Expected `str` of length >= 1 - at `$.a[2]`"), "a/2 处不能为空"),
        (msgspec.ValidationError("Something new - at `$.id`"), "id 处有误（Something new）"),
        (msgspec.ValidationError("Object contains unknown field `a` - at `b`"), "有不认识的键“a` - at `b”"),
        (msgspec.DecodeError("Expected '=' after a key in a key/value pair (at end of document)"), "不合 TOML 语法"),
        (msgspec.DecodeError("Found invalid character '\n' (at line 1, column 2)"), "第 1 行第 2 列不合 TOML 语法"),
        (msgspec.DecodeError("Invalid value (at line 3, column 7)"), "第 3 行第 7 列不合 TOML 语法"),
    ],
)
def test_a_finding_is_said_with_its_place(error: Exception, sentence: str) -> None:
    assert fault(error, b"").startswith(sentence)


def test_lines_and_columns_count_from_one_in_characters() -> None:
    data = "一二\n三四".encode()
    assert [place_of(offset, data) for offset in (0, 3, 7, 10)] == [
        "第 1 行第 1 列",
        "第 1 行第 2 列",
        "第 2 行第 1 列",
        "第 2 行第 2 列",
    ]


def test_text_whose_fault_was_elsewhere_gets_no_place() -> None:
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "")
    assert fault(error, b"fine").startswith("不是 UTF-8")

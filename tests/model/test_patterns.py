"""Regular expressions compiled when they are asked."""

import re
from copy import copy

import pytest

from pbeditor.model.patterns import pattern


def test_it_is_asked_as_a_compiled_expression_is() -> None:
    number = pattern(r"(\d+)(?P<unit>元|万元)")
    found = number.search("共 12万元")
    assert found is not None
    assert (found.group(), found["unit"], number.sub("x", "1元2元")) == ("12万元", "万元", "xx")
    assert (number.pattern, number.groups) == (r"(\d+)(?P<unit>元|万元)", 2)


def test_it_is_compiled_only_then_and_with_its_flags(monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled(source: str, flags: int) -> re.Pattern[str]:
        asked.append((source, flags))
        return compile_(source, flags)

    asked: list[tuple[str, int]] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", compiled)
    abc = pattern("abc", re.IGNORECASE)
    assert asked == []
    assert abc.match("ABC") is not None
    assert asked == [("abc", re.IGNORECASE)]
    assert abc.match("ABC") is not None
    assert len(asked) == 1


def test_a_copy_is_asked_as_well() -> None:
    match = copy(pattern("a")).match("a")
    assert match is not None

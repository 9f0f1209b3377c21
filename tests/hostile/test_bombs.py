"""Small files that ask for very much are refused in a sentence, or read, with 300 MB and in seconds."""

import pytest

pytest.importorskip("resource", reason="limits of memory need POSIX")

from tests.hostile.attacks import bombs
from tests.hostile.child import in_child
from tests.hostile.trial import FAULT, opened


@pytest.mark.parametrize("name", sorted(bombs()))
def test_a_bomb_does_no_harm(name: str) -> None:
    data = bombs()[name]()
    outcome, _ = in_child(lambda: opened(data), 300)
    assert outcome.kind != FAULT, outcome.words
    assert "内存不够" not in outcome.words
    assert "1 分钟" not in outcome.words

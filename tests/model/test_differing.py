"""What has to be looked at again is told by identity."""

from pbeditor.model.differing import differing


def test_other_objects_are_told_though_they_are_equal() -> None:
    one, twin = [1], [1]
    assert differing((one, one), (one, twin)) == [1]


def test_what_lies_beyond_the_end_is_new_and_what_is_gone_is_not_told() -> None:
    assert differing(("a",), ("a", "b", "c")) == [1, 2]
    assert differing(("a", "b"), ("a",)) == []
    same = ("a", "b")
    assert differing(same, same) == []

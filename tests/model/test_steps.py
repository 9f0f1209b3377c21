"""Work in steps can be done in one go, or left between two of them."""

from collections.abc import Generator

import pytest

from pbeditor.model.steps import SOME, at_once, gathered


def test_all_steps_are_taken_and_their_outcome_returned() -> None:
    taken = []

    def steps() -> Generator[int, None, str]:
        for number in range(3):
            taken.append(number)
            yield number
        return "done"

    assert at_once(steps()) == "done"
    assert taken == [0, 1, 2]


@pytest.mark.parametrize(("items", "pauses"), [(0, 0), (1, 0), (SOME, 0), (SOME + 1, 1), (2 * SOME + 1, 2)])
def test_items_are_gathered_some_in_a_step(items: int, pauses: int) -> None:
    assert at_once(gathered(range(items))) == [*range(items)]
    assert len([*gathered(range(items))]) == pauses

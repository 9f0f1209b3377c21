"""Work in steps can be done in one go."""

from collections.abc import Generator

from pbeditor.model.steps import at_once


def test_all_steps_are_taken_and_their_outcome_returned() -> None:
    taken = []

    def steps() -> Generator[int, None, str]:
        for number in range(3):
            taken.append(number)
            yield number
        return "done"

    assert at_once(steps()) == "done"
    assert taken == [0, 1, 2]

"""A form with odd values is refused in one sentence or worked in: a short run of `python -m tests.hostile forms`."""

from functools import partial

import pytest

pytest.importorskip("resource", reason="limits of memory need POSIX")

from tests.hostile.odd_forms import IDS, odd_form, work_in
from tests.hostile.trial import FAULT, tried


@pytest.mark.parametrize("form_id", IDS)
def test_an_odd_form_is_refused_or_worked_in(form_id: str) -> None:
    outcomes = [tried(partial(work_in, odd_form(form_id, seed))) for seed in range(10)]
    assert [each.words for each in outcomes if each.kind == FAULT] == []

"""Older files become today's, one version at a time."""

from typing import Any

import pytest

from pbeditor.store.migrate import STEPS, VERSION, migrated


def add_tail(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "tail": ""}


def double_tail(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "tail": content["tail"] + "x"}


def test_every_step_between_is_taken_in_order() -> None:
    old = {"version": 1}
    assert migrated(old, {1: add_tail, 2: double_tail, 3: double_tail}, 4) == {"version": 4, "tail": "xx"}
    assert old == {"version": 1}


def test_a_file_of_today_is_left_alone() -> None:
    content = {"version": VERSION, "document": {}}
    assert migrated(content, STEPS) is content


def test_a_version_without_a_step_is_a_lookup_error() -> None:
    with pytest.raises(LookupError):
        migrated({"version": 1}, {2: add_tail}, 3)


def test_a_step_leads_from_every_version_before_this_one() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))

"""The indicator grid is edited by rows, cells and blocks."""

from collections.abc import Iterator
from itertools import count

import pytest

from pbeditor.edit.indicators import (
    FIELDS,
    cell_text,
    delete_indicators,
    duplicate_indicators,
    fill_down,
    insert_indicators,
    move_indicators,
    paste_block,
    set_cell,
    set_cells,
    shift_indicators,
    sort_indicators,
)
from pbeditor.model.document import Indicator, Project, Target
from pbeditor.model.form import Form

PROJECT = Project("p", indicators=tuple(Indicator(letter, name=letter) for letter in "abc"))


def new_ids() -> Iterator[str]:
    return (f"n{number}" for number in count(1))


def names(project: Project) -> str:
    return "".join(row.name for row in project.indicators)


def test_a_pasted_block_fills_cells_and_adds_the_rows_that_are_missing() -> None:
    pasted = paste_block(PROJECT, 2, [["甲", "描述", "≥9090%"], ["乙", "", ""]], new_ids(), fields=FIELDS[2:])
    assert names(pasted) == "ab甲乙"
    assert pasted.indicators[2].target == Target("≥", "90", "90%")
    assert pasted.indicators[3].id == "n1"


@pytest.mark.parametrize(
    ("twice", "target"), [(False, Target("≥", "33", "次")), (True, Target("≥", "3", "3次"))], ids=["once", "twice"]
)
def test_a_value_is_split_alike_in_one_cell_and_in_several(target: Target, *, twice: bool) -> None:
    pasted = paste_block(PROJECT, 0, [["≥33次"]], new_ids(), fields=FIELDS[4:], twice=twice)
    filled = set_cells(PROJECT, [(0, 4), (1, 4)], "≥33次", twice=twice)
    assert pasted.indicators[0].target == target
    assert [row.target for row in filled.indicators[:2]] == [target, target]


def test_a_value_typed_as_it_prints_is_split_into_its_parts() -> None:
    assert set_cell(PROJECT.indicators[0], "target", "≥90%").target == Target("≥", "90", "%")


def test_setting_the_text_a_cell_has_changes_nothing() -> None:
    row = Indicator("x", target=Target("≥", "9", "0%"), name="甲")
    assert set_cell(row, "target", "≥90%") is row
    assert set_cell(row, "name", "甲 ") is row


def test_clearing_a_selection_empties_only_its_cells() -> None:
    assert names(set_cells(PROJECT, [(0, 2), (2, 2)], "")) == "b"
    assert set_cells(PROJECT, [(0, 0)], "") is PROJECT


def test_a_cell_shows_its_value_as_it_prints() -> None:
    assert cell_text(Indicator("x", target=Target("≥", "90", "90%")), "target") == "≥9090%"


def test_rows_are_inserted_copied_moved_and_deleted() -> None:
    assert names(insert_indicators(PROJECT, 1, [Indicator("x", name="x")])) == "axbc"
    assert names(duplicate_indicators(PROJECT, ["a", "b"], new_ids())) == "ababc"
    assert names(move_indicators(PROJECT, ["c"], 0)) == "cab"
    assert names(shift_indicators(PROJECT, ["a"], 1)) == "bac"
    assert names(delete_indicators(PROJECT, ["a"])) == "bc"


def test_nothing_to_copy_or_to_shift_gives_the_same_project() -> None:
    assert duplicate_indicators(PROJECT, [], new_ids()) is PROJECT
    assert shift_indicators(PROJECT, ["a"], -1) is PROJECT


def test_rows_sort_by_the_order_of_the_form_and_unknown_ones_go_last(hebei: Form) -> None:
    rows = (
        ("其他", ""),
        ("满意度指标", "服务对象满意度指标"),
        ("产出指标", "质量指标"),
        ("产出指标", ""),
        ("产出", "数量"),
    )
    project = Project("p", indicators=tuple(Indicator(str(n), a, b) for n, (a, b) in enumerate(rows)))
    assert [row.id for row in sort_indicators(project, hebei).indicators] == ["4", "2", "3", "1", "0"]


def test_a_value_copied_with_its_parts_keeps_them() -> None:
    split = Target("≥", "90", "3次")
    assert set_cell(PROJECT.indicators[0], "target", split).target is split
    assert set_cell(PROJECT.indicators[0], "name", split).name == "≥903次"


def test_filling_down_repeats_the_topmost_cell_of_each_column() -> None:
    assert names(fill_down(PROJECT, [(0, 2), (1, 2), (2, 2)])) == "aaa"
    assert names(fill_down(PROJECT, [(2, 2)])) == "abb"
    assert fill_down(PROJECT, [(0, 2)]) is PROJECT


def test_cells_count_by_the_columns_of_the_grid() -> None:
    assert set_cells(PROJECT, [(0, 0)], "甲", fields=("basis", "name")).indicators[0].basis == "甲"
    assert paste_block(PROJECT, 0, [["甲", "多余"]], new_ids(), fields=("name",)).indicators[0].name == "甲"

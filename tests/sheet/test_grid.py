"""A label and its value in one text."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet import grid
from pbeditor.sheet.grid import Labels


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("资金总额：250万元", ("资金总额", "250万元")),
        ("项 目\n名 称：甲：乙", ("项 目\n名 称", "甲：乙")),
        ("项目名称：", None),
        ("某某：甲", None),
    ],
)
def test_a_text_announces_what_stands_behind_its_label(text: str, found: tuple[str, str] | None, hebei: Form) -> None:
    assert Labels(hebei).announced(text) == found


def test_of_a_text_with_many_colons_only_those_that_may_end_a_label_are_looked_at(
    hebei: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each was, with all that stands before it: a cell of half a megabyte took minutes."""
    looked: list[str] = []
    plain = grid.label_key
    labels = Labels(hebei)

    def looked_at(text: str) -> str:
        looked.append(text)
        return plain(text)

    monkeypatch.setattr(grid, "label_key", looked_at)
    assert labels.announced("项目名称：" + "甲：" * 50_000) == ("项目名称", "甲：" * 50_000)
    assert len(looked) < 200

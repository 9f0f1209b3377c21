"""Texts of cells with quotes around them: .csv files, and tab-separated ones that a spreadsheet saved."""

import pytest

from pbeditor.exchange import limits
from pbeditor.exchange.damage import ExcessError
from pbeditor.exchange.delimited import quoted_rows, read_commas
from pbeditor.exchange.reading import read_sheet
from tests.exchange.shown import seen


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('绩效目标\t"1、甲\n2、乙"\n', [["绩效目标", "1、甲\n2、乙"]]),
        ('目标\t"说""好"""\t"乙"', [["目标", '说"好"', '"乙"']]),
        ('\t"甲\n乙"', []),  # the layout of converters
        ('\n"甲\n乙"\t丙', []),
        ('目标\t"甲"', []),
        ('目标\t"没有结束\n\t乙', []),
        ("目标\t甲", []),
    ],
)
def test_quotes_show_that_a_spreadsheet_saved_a_text(text: str, rows: list[list[str]]) -> None:
    assert quoted_rows(text) == rows


def test_a_file_with_commas_is_read_as_a_worksheet() -> None:
    text = '标题,,\r\n\r\n"1,234.50",\'2.00,"甲\r\n乙"\r\n,"说""好""",\r\n'
    assert seen(read_commas(text).blocks) == [
        [[("标题", 0, 1, 1)]],
        [[("1,234.50", 0, 1, 1), ("2.00", 1, 1, 1), ("甲\n乙", 2, 1, 1)], [('说"好"', 1, 1, 1)]],
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-8"])
def test_commas_count_in_files_that_are_called_so(encoding: str) -> None:
    data = "一级指标,二级指标\n产出,数量\n".encode(encoding)
    assert seen(read_sheet(data, "甲.CSV").blocks) == [
        [[("一级指标", 0, 1, 1), ("二级指标", 1, 1, 1)], [("产出", 0, 1, 1), ("数量", 1, 1, 1)]]
    ]
    assert seen(read_sheet(data, "甲.txt").blocks) == ["一级指标,二级指标", "产出,数量"]
    assert seen(read_sheet("甲,乙\t\t丙\n".encode(), "甲.csv").blocks) == [
        [[("甲,乙", 0, 1, 1), ("", 1, 1, 1), ("丙", 2, 1, 1)]]
    ]


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", limits.Limit(3))
    with pytest.raises(ExcessError):
        read_commas("," * 4)


@pytest.mark.parametrize("line", ['"a""b\n', '"a\n', 'x\t"a""\n', '""\t', '"' * 9])
def test_quotes_that_never_end_cost_no_more_than_their_length(line: str) -> None:
    assert len(quoted_rows('甲\t"x\ny"\n' + line * 20_000)) > 1

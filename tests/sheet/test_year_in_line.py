"""Which year a title or a line tells."""

import pytest

from pbeditor.sheet.year_in_line import title_year, years_in_line


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2019年部门预算绩效信息", 2019),
        ("203002某某局2019年部门预算绩效信息", 2019),
        ("2030022019年部门预算绩效信息", 2019),
        ("二〇一九年部门预算绩效信息", 2019),
        ("二零一九部门预算绩效信息", 2019),
        ("２０１９年部门预算绩效信息", 2019),
        ("2019部门预算绩效信息", 2019),
        ("根据某财预〔2018〕20号编制2019年部门预算绩效信息", 2019),
        ("根据某发2018年20号编制2019年部门预算绩效信息", 2019),
        ("按2018年工作要点编制的2019年部门预算绩效信息", 2019),
        ("2018年12月编制的2019年部门预算绩效信息", 2019),
        ("2019-2021年部门预算绩效信息", 2019),
        ("部门预算绩效信息（2019）", 2019),
        ("部门预算绩效信息（2019年度）", 2019),
        ("部门预算绩效信息（19年）", 2019),
        ("19年部门预算绩效信息", 2019),
        ("部门绩效目标2019", 2019),
        ("绩效目标（2019年1月印）", 2019),
        ("203002某某局部门预算绩效信息", 0),
        ("绩效改革20年", 0),
        ("绩效目标（1998年）", 0),
        ("绩效目标（2018年修订）", 0),
        ("绩效目标文本", 0),
        ("", 0),
    ],
)
def test_the_year_of_a_title_is_that_of_the_budget(title: str, year: int) -> None:
    assert title_year(title) == year


@pytest.mark.parametrize(
    "text", ["（2019年度）", "(2019)", "2019年", "2019年度", "填报年度：2019", "年度:2019年", "二〇一九年度"]
)
def test_a_line_may_say_nothing_but_its_year(text: str) -> None:
    (year,) = years_in_line(text)
    assert year.is_alone
    assert year.year == 2019


@pytest.mark.parametrize("text", ["2019", "指标值（2019年）", "2019年12月", "上年：2019", "完成2019年"])
def test_other_years_do_not_stand_alone(text: str) -> None:
    assert not any(year.is_alone for year in years_in_line(text))

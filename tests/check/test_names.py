"""What a name tells."""

import pytest

from pbeditor.check.names import is_better_high, is_better_low, is_count, is_rate, is_satisfaction, is_works, kernel


@pytest.mark.parametrize("name", ["覆盖率", "覆盖率（%）", "所占比例", "群众满意度", "任务完成率情况"])
def test_a_rate_is_known_by_its_name(name: str) -> None:
    assert is_rate(name)


@pytest.mark.parametrize("name", ["检查频率", "工作效率", "率先垂范", "培训人数", ""])
def test_what_only_holds_the_word_is_no_rate(name: str) -> None:
    assert not is_rate(name)


def test_counts_end_in_what_they_count() -> None:
    assert is_count("培训人数（人）")
    assert not is_count("发放人数准确率")


def test_what_is_better_high_or_low_may_be_turned_round() -> None:
    assert is_better_high("产品合格率")
    assert not is_better_high("产品不合格率")
    assert is_better_low("群众投诉次数")
    assert not is_better_low("投诉办结率")


@pytest.mark.parametrize(
    ("name", "works"),
    [
        ("道路工程", True),
        ("人才工程", False),
        ("校舍维修", True),
        ("“安居工程”宣传", False),
        ("水利工程质量安全监督经费", False),
        ("工程验收（二期）", False),
        ("管理平台建设", True),
    ],
)
def test_works_are_built_of_bricks(name: str, works: bool) -> None:
    assert is_works(name) is works


@pytest.mark.parametrize("name", ["投诉渠道畅通率", "事故应急演练次数", "违规问题纠正率", "成本回收率"])
def test_what_is_done_about_bad_things_is_not_better_low(name: str) -> None:
    assert not is_better_low(name)


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("群众满意度", True),
        ("服务满意率测评结果", True),
        ("满意度调查份数", False),
        ("满意度问卷调查完成率", False),
        ("合格率", False),
    ],
)
def test_how_many_were_asked_is_no_satisfaction(name: str, asks: bool) -> None:
    assert is_satisfaction(name) is asks


def test_the_kernel_of_a_name_leaves_out_what_changes_nothing() -> None:
    assert kernel("培训的完成比例（%）") == kernel("培训完成率")
    assert kernel("培训完成率") != kernel("培训合格率")

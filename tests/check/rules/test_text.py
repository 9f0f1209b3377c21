"""Wording."""

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, Spoiled, places, problems

DESCRIPTION = "indicators/0/description"
SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("bases_are_given", {"projects/1/indicators/2/basis": ""}, ["projects/1/indicators/2/basis"]),
    ("descriptions_are_given", {DESCRIPTION: ""}, [DESCRIPTION]),
    ("descriptions_are_given", {DESCRIPTION: "略"}, [DESCRIPTION]),
    ("bases_are_given", {"projects/1/indicators/2/basis": "无"}, ["projects/1/indicators/2/basis"]),
    ("descriptions_say_more_than_the_name", {DESCRIPTION: "培训班举办次数。"}, [DESCRIPTION]),
    ("descriptions_say_more_than_the_name", {DESCRIPTION: "举办次数"}, [DESCRIPTION]),
    ("descriptions_reflect", {DESCRIPTION: "反应举办培训的情况"}, [DESCRIPTION]),
    ("characters_stand_once", {DESCRIPTION: "所有建国前前入党的党员"}, [DESCRIPTION]),
    ("characters_stand_once", {"overall/1/text": "办好培训班后后归档。"}, ["overall/1/text"]),
    ("marks_and_particles_stand_once", {"overall/1/text": "办好培训班。。"}, ["overall/1/text"]),
    ("marks_and_particles_stand_once", {"purpose": "用于困难的的党员。"}, ["purpose"]),
    ("punctuation_is_chinese", {"purpose": "救助党员,支持企业。"}, ["purpose"]),
    ("punctuation_is_chinese", {"name": "培训经费(含教材费）"}, ["name"]),
    ("punctuation_is_chinese", {"name": "培训 经费"}, ["name"]),
    ("punctuation_is_chinese", {"goals": "1、年度\\日常考核4次。"}, ["goals"]),
    ("punctuation_is_chinese", {"name": "培训经费（某财行[2020]136号）"}, ["name"]),
    ("punctuation_is_chinese", {"overall/0/text": "加强管理,提高水平。"}, ["overall/0/text"]),
    ("years_are_this_years", {"goals": "1、2019年举办培训班4次。"}, ["goals"]),
    ("years_are_this_years", {"goals": "1、２０１９年举办培训班4次。"}, ["goals"]),
    ("years_are_this_years", {"goals": "1、二〇一九年举办培训班4次。"}, ["goals"]),
    ("years_are_this_years", {"overall/0/text": "做好2021年培训工作。"}, ["overall/0/text"]),
    ("years_are_this_years", {"title": "2019年部门预算绩效信息"}, ["title"]),
    ("years_are_this_years", {"name": "关于提前下达2019年补助经费的通知"}, ["name"]),
    ("document_numbers_are_this_years", {"name": "培训补助（某财行〔2019〕136号）"}, ["name"]),
    ("names_stay_within_gb2312", {"name": "䶮镇培训经费"}, ["name"]),
    ("names_stay_within_gb2312", {"indicators/0/name": "㙍村培训次数"}, ["indicators/0/name"]),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("bases_are_given", {"rows": ["- - - - - -"]}),
    ("descriptions_are_given", {"rows": ["- - - - - -"]}),
    ("descriptions_say_more_than_the_name", {DESCRIPTION: "全年培训班举办次数"}),
    ("descriptions_say_more_than_the_name", {DESCRIPTION: "无", "indicators/0/name": "无事故月数"}),
    ("descriptions_reflect", {DESCRIPTION: "反应堆检修情况"}),
    ("descriptions_reflect", {DESCRIPTION: "群众反应的问题"}),
    ("characters_stand_once", {DESCRIPTION: "市市场监管局人人参与和和谐共建，以及及时办理"}),
    ("characters_stand_once", {DESCRIPTION: "目前前期工作可以以奖代补", "purpose": "现在在册党员及其其他家属。"}),
    ("marks_and_particles_stand_once", {DESCRIPTION: "以改革为目的的活动，为了了解需求"}),
    ("punctuation_is_chinese", {"name": "“不忘初心 牢记使命”主题教育经费"}),
    ("punctuation_is_chinese", {"purpose": "比例1:3，金额1,200.5元，Office 2016 软件（含2套）。"}),
    ("years_are_this_years", {"goals": "1、2019年12月至2020年6月培训4次。"}),
    ("years_are_this_years", {"goals": "1、巩固2019年以来的成果。", "purpose": "2035年远景目标。"}),
    ("years_are_this_years", {"purpose": "按2019年第5号公告发放，参照（2019）标准。"}),
    ("years_are_this_years", {"purpose": "按1949年的规定发放。"}),
    ("document_numbers_are_this_years", {"name": "关于提前下达2020年补助的通知（某财行〔2019〕136号）"}),
    ("document_numbers_are_this_years", {"name": "关于提前下达补助的通知（某财行〔2019〕136号）"}),
    ("document_numbers_are_this_years", {"indicators/0/basis": "某财行〔2019〕136号"}),
    ("document_numbers_are_this_years", {"purpose": "按国发〔2014〕45号执行。"}),
    ("names_stay_within_gb2312", {"name": "“双培养”工程——阿·里培训"}),
]
FIXES = [
    ("descriptions_reflect", {DESCRIPTION: "反应培训的情况"}, "反映培训的情况"),
    ("marks_and_particles_stand_once", {DESCRIPTION: "建国前入党，，登记的的党员"}, "建国前入党，登记的党员"),
    ("punctuation_is_chinese", {"purpose": "救助党员,支持企业(含个体)"}, "救助党员，支持企业（含个体）"),
    ("punctuation_is_chinese", {"purpose": "年度\\日常 考核，“甲 乙”"}, "年度、日常考核，“甲 乙”"),
    ("punctuation_is_chinese", {"purpose": "争取资金 , 惠及群众。"}, "争取资金，惠及群众。"),
    ("punctuation_is_chinese", {"name": "经费（6套)，(一期）"}, "经费（6套），（一期）"),
    ("punctuation_is_chinese", {"name": "A班 经B费"}, "A班经B费"),
    ("punctuation_is_chinese", {"name": "通知（某财行[2020]6号）"}, "通知（某财行〔2020〕6号）"),
    ("punctuation_is_chinese", {"name": "通知(某财行（2020）6号)"}, "通知（某财行〔2020〕6号）"),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


@pytest.mark.parametrize(("rule", "changes", "mended"), FIXES)
def test_a_fix_writes_what_is_meant(rule: str, changes: Spoiled, mended: str, hebei: Form) -> None:
    (problem,) = problems(rule, changes, hebei)
    assert [text for _, text in problem.fix] == [mended]


@pytest.mark.parametrize(
    ("rule", "wrong"), [("years_are_this_years", "2019年"), ("document_numbers_are_this_years", "〔2019〕136号")]
)
def test_a_finding_in_a_long_text_shows_its_place(rule: str, wrong: str, hebei: Form) -> None:
    (problem,) = problems(rule, {"purpose": "按照有关规定，" * 9 + f"依据{wrong}文件执行。"}, hebei)
    assert f"依据{wrong}文件执行。”里" in problem.message


@pytest.mark.parametrize(
    ("purpose", "shown"),
    [
        ("一二三四五六七八九前前甲乙丙丁戊己庚辛壬。", "二三四五六七八九前前甲乙丙丁戊己庚辛"),
        ("一前前甲。", "一前前甲。"),
    ],
)
def test_a_finding_shows_eight_characters_on_either_side(purpose: str, shown: str, hebei: Form) -> None:
    (problem,) = problems("characters_stand_once", {"purpose": purpose}, hebei)
    assert problem.message == f"“{shown}”里的“前前”重复了，请核对是否多写了字"


def test_what_may_be_meant_is_not_mended_by_itself(hebei: Form) -> None:
    (slip,) = problems("marks_and_particles_stand_once", {"purpose": "建国前前入党，，登记。"}, hebei)
    assert slip.message == "“建国前前入党，，登记。”里的“，，”重复了"
    assert [fix for _, fix in slip.fix] == ["建国前前入党，登记。"]
    (doubt,) = problems("characters_stand_once", {"purpose": "建国前前入党，，登记。"}, hebei)
    assert doubt.message == "“建国前前入党，，登记。”里的“前前”重复了，请核对是否多写了字"
    assert doubt.fix == ()


@pytest.mark.parametrize(
    ("purpose", "shown"),
    [
        ("用于培训。\n甲，，乙。\n丙丁。", "甲，，乙。"),
        ("用于。第一二三四五六，，乙。", "第一二三四五六，，乙。"),
        ("用于培训，第一二三四五六七，，乙。", "第一二三四五六七，，乙。"),
    ],
)
def test_a_finding_shows_one_line_from_the_beginning_of_words(purpose: str, shown: str, hebei: Form) -> None:
    (problem,) = problems("marks_and_particles_stand_once", {"purpose": purpose}, hebei)
    assert problem.message == f"“{shown}”里的“，，”重复了"


def test_missing_bases_are_one_finding(hebei: Form) -> None:
    changes: Spoiled = {f"projects/{number}/indicators/{row}/basis": "" for number in range(4) for row in range(5)}
    (problem,) = problems("bases_are_given", changes, hebei)
    assert (problem.project, problem.path) == ("", "projects/0/indicators/0/basis")
    assert problem.message == "共有20个指标没有填写指标值确定依据"


def test_a_form_without_these_columns_does_not_ask_for_them(hebei: Form) -> None:
    bare = tuple(replace(row, description="", basis="") for row in GOOD.projects[0].indicators)
    document = replace(GOOD, projects=(replace(GOOD.projects[0], indicators=bare),))
    narrow = replace(hebei, columns=tuple(c for c in hebei.columns if c.field not in ("description", "basis")))
    assert check(document, narrow).problems == ()

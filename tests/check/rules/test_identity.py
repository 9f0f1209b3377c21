"""Codes, names and units."""

import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.model.form import Form
from tests.check.samples import GOOD, Spoiled, places, problems

SPEAKS: list[tuple[str, Spoiled, list[str]]] = [
    ("code_is_given", {"code": ""}, ["code"]),
    ("code_is_given", {"code": "暂无"}, ["code"]),
    ("name_is_given", {"name": "……"}, ["name"]),
    ("code_is_plainly_written", {"code": "２03-0401-JBN-0000"}, ["code"]),
    ("code_is_plainly_written", {"code": "203-0401 -JBN-0000"}, ["code"]),
    ("code_is_plainly_written", {"code": "203—0401—JBN—0000"}, ["code"]),
    ("code_fits_the_pattern", {"code": "203-0401-JBN-00"}, ["code"]),
    ("name_is_given", {"name": ""}, ["name"]),
    ("codes_are_unique", {"code": "203-0401-JBN-0002"}, ["code", "projects/2/code"]),
    ("codes_are_unique", {"code": "203-0401-jbn-0002"}, ["code", "projects/2/code"]),
    ("names_are_unique", {"name": "第2类业务培训经费"}, ["name", "projects/1/name"]),
    ("department_parts_agree", {"code": "302-0401-JBN-0000"}, ["code"]),
    ("department_parts_agree", {"code": "302-0401-JBN-0000", "projects/3/code": ""}, ["code"]),
    ("unit_lines_agree", {"unit/name": "某某区教育"}, ["unit"]),
    ("unit_lines_agree", {"unit/code": "203020"}, ["unit"]),
    ("unit_lines_agree", {"unit/name": "", "unit/code": ""}, ["unit"]),
]
SILENT: list[tuple[str, Spoiled]] = [
    ("code_is_given", {"code": "A1"}),
    ("code_is_plainly_written", {"code": "待 补充"}),
    ("code_fits_the_pattern", {"code": "暂无"}),
    ("codes_are_unique", {"code": "无", "projects/1/code": "无"}),
    ("names_are_unique", {"name": "XXX", "projects/1/name": "XXX"}),
    ("code_is_plainly_written", {"code": "12000022P10000210006W"}),
    ("code_is_plainly_written", {"code": "203-0401-JBN-｟0｠"}),
    ("code_fits_the_pattern", {"code": ""}),
    ("code_fits_the_pattern", {"code": "203－0401－JBN－6X18"}),
    ("name_is_given", {"name": "某"}),
    ("codes_are_unique", {"code": "", "projects/1/code": ""}),
    ("names_are_unique", {"name": "", "projects/1/name": ""}),
    ("department_parts_agree", {"code": "302-0401-JBN-0000", "unit/code": "302001"}),
    ("department_parts_agree", {"code": "JBN-0000", "projects/1/unit/code": ""}),
    ("department_parts_agree", {"code": "302-0401-JBN-0000", "unit/code": "302", "projects/1/unit/code": "104"}),
    ("department_parts_agree", {"code": "", "projects/1/code": "302-0401-JBN-0001", "projects/1/unit/code": "302"}),
    ("department_parts_agree", {"code": "302-0401-JBN-0000", "projects/1/code": "302-0401-JBN-0001"}),
    (
        "department_parts_agree",
        {"code": "302-0401-JBN-0000", "projects/1/code": "302-0401-JBN-0001", "projects/2/unit/code": "104"},
    ),
    ("unit_lines_agree", {"unit/code": "203003", "unit/name": "某某区第一中学"}),
    ("unit_lines_agree", {"unit/code": "", "unit/name": "某某区第一中学"}),
    ("unit_lines_agree", {"unit/code": "203003", "unit/name": ""}),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), SPEAKS)
def test_a_rule_speaks(rule: str, changes: Spoiled, expected: list[str], hebei: Form) -> None:
    assert places(rule, changes, hebei) == expected


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_a_rule_is_silent(rule: str, changes: Spoiled, hebei: Form) -> None:
    assert places(rule, changes, hebei) == []


def test_a_code_is_mended_to_plain_characters(hebei: Form) -> None:
    (problem,) = problems("code_is_plainly_written", {"code": "２03—0401－JBN‐000 0"}, hebei)
    assert problem.fix == (("projects/0/code", "203-0401-JBN-0000"),)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (" 203-0401-JBN-0000", "项目编码“□203-0401-JBN-0000”里有空格（□处），应写作“203-0401-JBN-0000”"),
        ("203-0401-JBN-00\u3000 00", "项目编码“203-0401-JBN-00□□00”里有空格（□处），应写作“203-0401-JBN-0000”"),
        ("２03—0401-JBN-0000", "项目编码“２03—0401-JBN-0000”里有全角字符、不规范的横线，应写作“203-0401-JBN-0000”"),
    ],
)
def test_what_is_odd_about_a_code_can_be_seen(code: str, said: str, hebei: Form) -> None:
    document = replace(GOOD, projects=(replace(GOOD.projects[0], code=code), *GOOD.projects[1:]))
    found = [problem for problem in check(document, hebei).problems if problem.rule == "code_is_plainly_written"]
    assert [problem.message for problem in found] == [said]


def test_a_finding_between_projects_belongs_to_each_of_them(hebei: Form) -> None:
    found = problems("codes_are_unique", {"code": "203-0401-JBN-0002"}, hebei)
    assert [problem.project for problem in found] == ["project0", "project2"]
    assert "与项目“第3类业务培训经费”的编码相同" in found[0].message


@pytest.mark.parametrize(("code", "shown"), [("203-0401-JBN-0001", "203-0401-JBN-0001"), ("", "未填写")])
def test_a_name_that_two_projects_share_is_told_with_the_other_code(code: str, shown: str, hebei: Form) -> None:
    changes: Spoiled = {"name": "第2类业务培训经费", "projects/1/code": code}
    assert problems("names_are_unique", changes, hebei)[0].message == (
        f"项目名称“第2类业务培训经费”与编码为“{shown}”的项目相同，请区分名称或合并项目"
    )


def test_a_code_that_a_project_without_name_has_too_is_told(hebei: Form) -> None:
    found = problems("codes_are_unique", {"code": "203-0401-JBN-0002", "projects/2/name": ""}, hebei)
    assert found[0].message == "项目编码“203-0401-JBN-0002”与项目“未命名项目”的编码相同，请核对改正其中一个"

"""Colleagues' files are read one by one, and a bad one holds up no other."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.edit.merge_confirmed import NEW
from pbeditor.edit.merge_items import everything, likely, plan_of
from pbeditor.model.document import Budget, Confirmed, Document, Indicator, Muted, Project
from pbeditor.model.form import Form
from pbeditor.store.forms import form_called
from pbeditor.store.project_file import save
from pbeditor.work.merging import doubts, read_others
from tests.work.test_worksheets import SECOND, hiding_all, with_hidden

ROW = Indicator("r", "效果指标", "社会效益指标", "知晓率")
DOCUMENT = Document("hebei-2020", 2020, projects=(Project("a", name="宣传经费", indicators=(ROW,)),))


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_read(tmp_path: Path, hebei: Form) -> None:
    save(DOCUMENT, tmp_path / "甲.pbproj")
    (tmp_path / "扫描.pdf").write_bytes(b"%PDF-1.4")

    others = read_others([tmp_path / "甲.pbproj", tmp_path / "扫描.pdf", tmp_path / "没有.docx"], hebei, "万元")

    assert [other.name for other in others.read] == ["甲.pbproj"]
    assert ["PDF" in str(others.faults[0]), "没有.docx" in str(others.faults[1])] == [True, True]


def test_a_file_in_another_form_is_read_in_mine(tmp_path: Path) -> None:
    save(replace(DOCUMENT), tmp_path / "甲.pbproj")

    others = read_others([tmp_path / "甲.pbproj"], form_called("mof-2021"), "万元")

    assert others.read[0].document.form == "mof-2021"
    assert others.read[0].document.projects[0].indicators[0].level1 == "效益指标"


def test_amounts_in_another_unit_come_in_mine(tmp_path: Path, hebei: Form) -> None:
    project = Project("b", name="下乡经费", budget=Budget("30000", "约3万", ""))
    save(replace(DOCUMENT, money_unit="元", projects=(project,)), tmp_path / "甲.pbproj")

    others = read_others([tmp_path / "甲.pbproj"], hebei, "万元")

    assert others.read[0].document.projects[0].budget == Budget("3.00", "约3万", "")


@pytest.mark.parametrize("own", [True, False], ids=["ours", "foreign"])
def test_what_a_file_hides_stands_apart_at_the_end_and_is_not_proposed(
    tmp_path: Path, hebei: Form, *, own: bool
) -> None:
    (tmp_path / "甲.xlsx").write_bytes(with_hidden(own=own))
    save(DOCUMENT, tmp_path / "乙.pbproj")

    others = read_others([tmp_path / "甲.xlsx", tmp_path / "乙.pbproj"], hebei, "万元")

    assert [other.name for other in others.read] == ["甲.xlsx", "乙.pbproj", "甲.xlsx（隐藏的工作表）"]
    assert [len(other.document.projects) for other in others.read] == [11, 1, 1]
    assert others.left_out == {2}
    assert others.read[2].worksheets == (f"2.{SECOND}",)
    items = plan_of(DOCUMENT, [other.document for other in others.read])
    (hidden,) = (number for number, item in enumerate(items) if item.name == SECOND)
    assert (hidden, NEW) in likely(items)
    assert (hidden, NEW) not in likely(items, others.left_out) | everything(items, others.left_out)


def test_a_file_that_hides_every_project_is_read_as_any_and_told(tmp_path: Path, hebei: Form) -> None:
    (tmp_path / "甲.xlsx").write_bytes(hiding_all())
    others = read_others([tmp_path / "甲.xlsx"], hebei, "万元")
    assert [len(other.document.projects) for other in others.read] == [12]
    assert others.left_out == frozenset()
    (told,) = doubts(others, DOCUMENT, hebei)
    assert told.startswith("“甲.xlsx”的 12 个项目都来自隐藏的工作表")


def test_plans_by_other_periods_and_amounts_that_cannot_be_brought_into_mine_are_told(
    tmp_path: Path, hebei: Form
) -> None:
    project = Project("b", name="下乡经费", plan=("50", "100"))
    theirs = replace(DOCUMENT, projects=(project,), periods=("上半年", "下半年"), money_unit="美元")
    save(theirs, tmp_path / "甲.pbproj")
    save(replace(theirs, projects=(replace(project, plan=()),), money_unit="元"), tmp_path / "乙.pbproj")

    others = read_others([tmp_path / "甲.pbproj", tmp_path / "乙.pbproj"], hebei, "万元")

    assert [*doubts(others, DOCUMENT, hebei)] == [
        "“甲.pbproj”的支出计划按上半年、下半年填写，与我的时点不同，合并后请核对各期的百分比。",
        "“甲.pbproj”的金额单位是“美元”，不能换算成万元，合并后请核对金额。",
    ]


def test_of_what_a_colleague_confirmed_that_counts_which_is_still_so_in_my_form(tmp_path: Path, hebei: Form) -> None:
    holds = Confirmed("purpose_is_given", "projects/a/purpose", "资金用途没有填写", "另文下达")
    gone = Confirmed("purpose_is_given", "projects/a/purpose", "资金用途太短")
    save(replace(DOCUMENT, confirmed=(holds, gone)), tmp_path / "甲.pbproj")
    (other,) = read_others([tmp_path / "甲.pbproj"], hebei, "万元").read
    assert other.document.confirmed == (holds,)


def test_rules_that_a_colleague_has_muted_and_i_have_not_are_told(tmp_path: Path, hebei: Form) -> None:
    muted = (Muted("purpose_is_given"), Muted("goals_are_given"))
    save(replace(DOCUMENT, muted=muted), tmp_path / "甲.pbproj")
    others = read_others([tmp_path / "甲.pbproj"], hebei, "万元")
    (told,) = doubts(others, replace(DOCUMENT, muted=muted[:1]), hebei)
    assert told == "“甲.pbproj”静音了 1 类检查，不随内容带入，合并后照常提示。"
    assert [*doubts(others, replace(DOCUMENT, muted=muted), hebei)] == []

"""What two sides say is told in words."""

from msgspec.structs import replace

from pbeditor.edit.merge_items import plan_of
from pbeditor.edit.merge_texts import texts_of
from pbeditor.model.document import Budget, Project, Section, Unit
from tests.edit.merging import DOCUMENT, MINE, THERE, with_project


def test_both_sides_are_told_in_words() -> None:
    theirs = replace(MINE, unit=THERE, budget=Budget("12.00", "12.00"), plan=("25.00", ""))
    (item,) = plan_of(DOCUMENT, [with_project(theirs)])
    assert texts_of(item, "unit") == ("1 本级", "2 下属")
    assert texts_of(item, "budget") == ("10.00 / 空 / 空", "12.00 / 12.00 / 空")
    assert texts_of(item, "plan") == ("", "25.00、空")
    assert "培训人数：≥100100人" in texts_of(item, "indicators")[0]
    assert item.name == "培训经费"


def test_units_and_sections_are_told_in_words() -> None:
    theirs = replace(with_project(replace(MINE, unit=Unit("", "他局"))), overall=(Section("保障措施", "加强。"),))
    told = [texts_of(item, field) for item in plan_of(DOCUMENT, (theirs,)) for field in item.fields]
    assert told == [("", "加强。"), ("1 本级", "他局")]


def test_what_is_new_is_shown_with_its_amounts() -> None:
    (item,) = plan_of(DOCUMENT, (with_project(Project("z", name="新", budget=Budget("3.00", "3.00"))),))
    assert texts_of(item, "")[1].startswith("3.00 / 3.00 / 空")

"""Unknown layouts: what is found in them, the guesses, and the form that a person confirms."""

import pytest

from pbeditor.model.document import Budget, Target
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.mapped_form import kept_findings, mapped_form
from pbeditor.sheet.mapping import findings, left_out, sample
from pbeditor.sheet.mapping_findings import CATEGORY, COLUMN, LABEL, Findings, Found, with_choice
from pbeditor.sheet.recognise import likely_form
from pbeditor.sheet.sheet import Paragraph, Sheet
from pbeditor.store.forms import load_forms
from tests.sheet.test_interpret import table
from tests.sheet.unknown import GRID, HEAD, counties, plain_table, unknown_sheet
from tests.ui.conftest import shell_document


@pytest.fixture
def form() -> Form:
    return load_forms()["mof-2021"]


def named(found: Findings, text: str) -> Found:
    return next(each for each in found.found if each.text == text)


def test_every_column_label_and_category_gets_a_guess(form: Form) -> None:
    found = findings(unknown_sheet(), form)
    assert [(each.kind, each.text, each.guess) for each in found.found] == [
        (COLUMN, "大类", "level1"),
        (COLUMN, "小类", "level2"),
        (COLUMN, "考核要点", "name"),
        (COLUMN, "计算方法说明", "description"),
        (COLUMN, "方向", "operator"),
        (COLUMN, "甲县", "target"),
        (COLUMN, "乙县", ""),
        (COLUMN, "单位", "words"),
        (COLUMN, "佐证", "basis"),
        (LABEL, "项目全称", "name"),
        (LABEL, "项目识别号", "code"),
        (LABEL, "申请资金", "total"),
        (LABEL, "中央拨款", "fiscal"),
        (LABEL, "其他来源", "other"),
        (LABEL, "实施内容", "purpose"),
        (LABEL, "总体要求", "goals"),
        (CATEGORY, "数量类", "产出指标/数量指标"),
        (CATEGORY, "质量类", "产出指标/质量指标"),
        (CATEGORY, "社会影响", "效益指标/社会效益指标"),
    ]
    assert named(found, "甲县").samples == ("90", "95", "1000")


def test_the_confirmed_mapping_reads_the_layout(form: Form) -> None:
    sheet = unknown_sheet()
    document, notes = interpret(sheet, mapped_form(form, findings(sheet, form), {}))
    (project,) = document.projects
    assert (project.name, project.code, project.budget) == ("公园改造", "A001", Budget("20", "15", "5"))
    assert (project.purpose, project.goals) == ("改造公园。", "改好公园。")
    assert project.indicators[0].target == Target("≥", "90", "平方米")
    assert [row.level1 for row in project.indicators] == ["产出", "产出", "效益"]
    assert [note.original for note in notes] == ["附件说明：由项目处填写", "乙县：80 / 96 / 800"]


def test_another_value_column_is_chosen_and_the_first_stays_in_the_report(form: Form) -> None:
    sheet = unknown_sheet()
    found = findings(sheet, form)
    assert [each.text for each in found.rivals] == ["甲县", "乙县"]
    chosen = with_choice(found, {}, named(found, "乙县"), "target")
    document, notes = interpret(sheet, mapped_form(form, found, chosen))
    assert [row.target.number for row in document.projects[0].indicators] == ["80", "96", "800"]
    assert [note.original for note in notes][1:] == ["甲县：90 / 95 / 1000"]


def test_of_columns_for_several_years_that_one_is_proposed_which_is_read_without_a_mapping(hebei: Form) -> None:
    heads = ("一级指标", "二级指标", "三级指标", "2024年目标值", "2025年目标值", "依据")
    rows = (heads, ("产出指标", "数量指标", "次数", "≥3次", "≥5次", "计划"))
    sheet = Sheet((Paragraph("2025年部门预算绩效信息"), table(*rows)))
    found = findings(sheet, hebei)
    assert [each.guess for each in found.found] == ["level1", "level2", "name", "", "target", "basis"]
    for form in (hebei, mapped_form(hebei, found, {})):
        assert interpret(sheet, form)[0].projects[0].indicators[0].target.number == "5"


@pytest.mark.parametrize(("county", "numbers"), [("甲县", ["9", "95"]), ("乙县", ["8", "96"])])
def test_of_the_columns_below_a_common_head_one_is_the_value(form: Form, county: str, numbers: list[str]) -> None:
    found = findings(counties(), form)
    assert {each.text for each in found.rivals} == {"甲县", "乙县"}
    assert [each.text for each in found.found] == ["一级指标", "二级指标", "三级指标", "甲县", "乙县"]
    chosen = with_choice(found, {}, named(found, county), "target")
    document, notes = interpret(counties(), mapped_form(form, found, chosen))
    assert [row.target.number for row in document.projects[0].indicators] == numbers
    assert [note.original.count(" / ") + 1 for note in notes if note.kind == "ignored"] == [len(numbers)]


def test_without_a_mapping_the_first_county_is_the_value(form: Form) -> None:
    document, _ = interpret(counties(), form)
    assert [row.target.number for row in document.projects[0].indicators] == ["9", "95"]


def test_a_label_that_a_person_gives_no_field_is_not_read(form: Form) -> None:
    sheet = unknown_sheet()
    found = findings(sheet, form)
    document, notes = interpret(sheet, mapped_form(form, found, {named(found, "实施内容").key: ""}))
    assert document.projects[0].purpose == ""
    assert "改造公园。" in [note.original for note in notes]


def test_known_columns_can_be_exchanged(form: Form) -> None:
    sheet = unknown_sheet()
    known = plain_table(
        ("一级指标", "二级指标", "三级指标", "指标解释", "指标值"), ("产出指标", "数量指标", "甲", "乙", "≥5个")
    )
    found = findings(type(sheet)((known,)), form)
    assert all(each.is_known for each in found.found)
    chosen = with_choice(found, {}, named(found, "指标解释"), "name")
    chosen = with_choice(found, chosen, named(found, "三级指标"), "description")
    row = interpret(type(sheet)((known,)), mapped_form(form, found, chosen))[0].projects[0].indicators[0]
    assert (row.name, row.description) == ("乙", "甲")


def test_a_head_of_unknown_words_is_found_above_the_categories(form: Form) -> None:
    table = plain_table(
        ("甲栏", "乙栏", "丙栏", "丁栏"), ("产出指标", "数量指标", "改造面积", "≥90"), ("", "", "面积", "≥9")
    )
    found = findings(type(unknown_sheet())((table,)), form)
    assert [each.guess for each in found.found] == ["level1", "level2", "", "target"]


@pytest.mark.parametrize("form_id", ["hebei-2020", "mof-2015", "mof-2021"])
def test_our_own_paper_needs_no_mapping(form_id: str) -> None:
    form = load_forms()[form_id]
    found = findings(lay_out(shell_document(), form), form)
    assert not [each for each in found.found if each.guess and not each.is_known and each.kind != LABEL]
    assert not found.rivals


@pytest.mark.parametrize(
    ("head", "guesses", "rivals"),
    [
        (("一级指标", "二级指标", "三级指标", "指标值"), {}, []),
        (("一级指标", "二级指标", "三级指标", "指标值", "甲"), {}, []),
        (("一级指标", "二级指标", "三级指标", "指标值", "计算公式说明"), {"计算公式说明": "description"}, []),
        (("一级指标", "二级指标", "三级指标", "指标值", "目标值"), {}, ["指标值", "目标值"]),
    ],
)
def test_a_person_is_shown_a_column_that_seems_to_have_a_field_and_two_that_have_one(
    head: tuple[str, ...], guesses: dict[str, str], rivals: list[str], form: Form
) -> None:
    row = ("产出指标", "数量指标", "修路", "≥5个", "乙")
    found = findings(Sheet((plain_table(head, row[: len(head)]),)), form)
    assert {each.text: each.guess for each in found.found if each.guess and not each.is_known} == guesses
    assert [each.text for each in found.rivals] == rivals


def test_a_label_above_a_grid_is_told_though_nothing_is_known_of_it(form: Form) -> None:
    head, grid = (
        ("填表人", "张三"),
        (("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "甲", "≥5个")),
    )
    found = findings(Sheet((plain_table(head, *grid),)), form)
    assert (named(found, "填表人").kind, named(found, "填表人").guess) == (LABEL, "")
    apart = findings(Sheet((plain_table(head), plain_table(*grid))), form)
    assert "填表人" not in [each.text for each in apart.found]


def test_what_holds_a_number_is_no_label(form: Form) -> None:
    head = (*HEAD, ("3号楼", "维修"), ("楼号", "三"))
    found = [each.text for each in findings(Sheet((plain_table(*head), plain_table(*GRID))), form).found]
    assert ("楼号" in found, "3号楼" in found) == (True, False)


def test_a_saved_layout_is_known_again_by_its_marks_alone(form: Form) -> None:
    sheet = unknown_sheet()
    own = mapped_form(form, findings(sheet, form), {}, "own-甲", "甲")
    forms = (*load_forms().values(), own)
    assert likely_form(sheet, forms) is own
    assert likely_form(counties(), forms).base == ""


def test_a_layout_made_from_a_saved_one_is_based_on_the_same_form(form: Form) -> None:
    sheet = unknown_sheet()
    own = mapped_form(form, findings(sheet, form), {}, "own-甲", "甲")
    again = mapped_form(own, findings(sheet, own), {}, "own-乙")
    assert [(one.id, one.name, one.base) for one in (own, again)] == [
        ("own-甲", "甲", "mof-2021"),
        ("own-乙", "甲", "mof-2021"),
    ]


def test_the_sample_ends_with_the_first_tables() -> None:
    assert len(sample(unknown_sheet(500)).blocks) == 1 + 3
    assert sample(unknown_sheet()) == unknown_sheet()


def test_a_layout_that_comes_twice_is_told_once(form: Form) -> None:
    once, twice = findings(unknown_sheet(), form), findings(unknown_sheet(2), form)
    assert [each.key for each in twice.found] == [each.key for each in once.found]
    assert named(twice, "甲县").tables == 2


def test_giving_a_column_no_field_takes_none_from_the_others(form: Form) -> None:
    found = findings(unknown_sheet(), form)
    assert with_choice(found, {}, named(found, "甲县"), "") == {named(found, "甲县").key: ""}


def test_a_choice_takes_the_field_from_columns_of_the_same_grid_alone(form: Form) -> None:
    other = plain_table(("维度", "要点", "计划数"), ("产出", "修路", "9"), ("效益", "通车", "8"))
    found = findings(Sheet((plain_table(*GRID), other)), form)
    assert named(found, "计划数").guess == "target"
    after = with_choice(found, {}, named(found, "乙县"), "target")
    assert after == {named(found, "乙县").key: "target", named(found, "甲县").key: ""}


def test_a_field_that_one_grid_has_under_a_known_head_may_be_guessed_in_another(form: Form) -> None:
    known = plain_table(("一级指标", "二级指标", "三级指标", "指标值"), ("产出指标", "数量指标", "甲", "≥5个"))
    other = plain_table(("维度", "要点", "计划数"), ("产出", "修路", "9"))
    assert named(findings(Sheet((known, other)), form), "计划数").guess == "target"


def test_the_marks_of_a_layout_are_its_columns_and_the_labels_that_are_read(form: Form) -> None:
    found = findings(unknown_sheet(), form)
    marks = mapped_form(form, found, {named(found, "实施内容").key: ""}).marks
    assert {"大类", "乙县", "项目全称", "申请资金"} <= set(marks)
    assert {"实施内容", "数量类"}.isdisjoint(marks)


def test_a_long_column_is_known_by_its_beginning(form: Form) -> None:
    rows = [("", "", f"要点{n}", "", "≥", str(n), "1", "个", "") for n in range(100)]
    found = findings(Sheet((plain_table(GRID[0], *rows), plain_table(*GRID))), form)
    assert named(found, "考核要点").samples == ("要点0", "要点1", "要点2")


def test_a_label_that_looks_like_one_that_is_known_gives_way_to_it(form: Form) -> None:
    head = (("项目名称", "公园改造", "项目全称", "甲县公园改造"), *HEAD[1:])
    found = findings(Sheet((plain_table(*head), plain_table(*GRID))), form)
    assert (named(found, "项目名称").is_known, named(found, "项目全称").guess) == (True, "")


def test_a_kept_layout_tells_what_it_adds_to_its_form(form: Form) -> None:
    found = findings(unknown_sheet(), form)
    chosen = {named(found, "乙县").key: "", named(found, "佐证").key: ""}
    kept = kept_findings(mapped_form(form, found, chosen), form)
    told = {(each.kind, each.text, each.guess) for each in kept.found}
    assert {(COLUMN, "方向", "operator"), (COLUMN, "甲县", "target"), (LABEL, "项目全称", "name")} <= told
    assert (CATEGORY, "数量类", "产出指标/数量指标") in told
    assert {(COLUMN, "乙县", ""), (COLUMN, "佐证", "")} <= told
    assert kept_findings(form, form) == Findings()


def test_a_kept_layout_tells_its_names_of_the_first_level_too(form: Form) -> None:
    grid = (GRID[0], ("产出类", *GRID[1][1:]))
    found = findings(Sheet((plain_table(*HEAD), plain_table(*grid))), form)
    kept = kept_findings(mapped_form(form, found, {}), form)
    assert (CATEGORY, "产出类", "产出指标") in {(each.kind, each.text, each.guess) for each in kept.found}


def test_the_sample_begins_with_the_first_table_that_was_left_out_and_the_lines_above_it(form: Form) -> None:
    read = (plain_table(("项目名称", "甲"), ("项目编码", "A1")),)
    other = plain_table(("乙栏", "丙栏"), ("丁", "戊"))
    sheet = Sheet((Paragraph("前文"), *read * 5, Paragraph("附表"), other, Paragraph("后文")))
    _, notes = interpret(sheet, form)
    assert sample(sheet, left_out(sheet, notes)).blocks == (Paragraph("附表"), other, Paragraph("后文"))
    assert left_out(Sheet(read), interpret(Sheet(read), form)[1]) == 0

"""A block from a spreadsheet finds its columns by its heading, or by the signs and numbers in it."""

import pytest

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.sheet.pasted_block import Block, Laid, laid

FIELDS = ("level1", "level2", "name", "description", "target", "basis")
GIVEN = ("产出指标", "数量指标", "演出场次")
FIVE = Target("≥", "5", "场")


def block(*lines: str) -> list[list[str]]:
    return [line.split("|") for line in lines]


def test_a_plain_block_is_laid_where_it_is_put(hebei: Form) -> None:
    assert laid(block("a|b"), FIELDS[2:], hebei) == Laid(("name", "description"), (("a", "b"),))


def test_what_has_no_room_is_counted(hebei: Form) -> None:
    assert laid(block("a|b|c"), FIELDS[5:], hebei) == Laid(("basis",), (("a",),), beyond=2)


def test_cells_of_our_own_grid_stay_as_they_are(hebei: Form) -> None:
    rows: Block = [["≥", FIVE], ["一级指标", FIVE]]
    assert laid(rows, FIELDS, hebei) == Laid(("level1", "level2"), (("≥", FIVE), ("一级指标", FIVE)))


HEADS = ("一级指标|二级指标|三级指标|符号|数值|单位", "一级|二级|名称|计算符号|指标值|计量单位")


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("start", [0, 2, 5])
def test_a_heading_says_what_the_columns_are_wherever_the_block_is_put(hebei: Form, head: str, start: int) -> None:
    found = laid(block(head, "产出指标|数量指标|演出场次|≥|5|场"), FIELDS[start:], hebei)
    assert found == Laid(("level1", "level2", "name", "target"), ((*GIVEN, FIVE),), headed=True, composed=True)


def test_titles_above_a_heading_and_blank_rows_go_with_it(hebei: Form) -> None:
    found = laid(block("绩效指标|", "|", "三级指标|指标值", "|", "场次|≥5场"), FIELDS, hebei)
    assert found == Laid(("name", "target"), (("场次", "≥5场"),), headed=True)


def test_a_heading_of_two_rows_tells_the_parts_of_the_value(hebei: Form) -> None:
    found = laid(block("三级指标|指标值||", "|符号|数值|计量单位", "场次|≥|5|场"), FIELDS, hebei)
    assert found == Laid(("name", "target"), (("场次", FIVE),), headed=True, composed=True)


def test_a_heading_of_two_rows_may_have_other_heads_beside_the_parts(hebei: Form) -> None:
    found = laid(block("一级指标|三级指标|指标值||备注", "||符号|数值|说明", "产出指标|场次|≥|5|很好"), FIELDS, hebei)
    assert (found.rows, found.strange) == ((("产出指标", "场次", Target("≥", "5")),), ("说明",))


def test_heads_that_no_field_stands_for_are_named_where_something_stands_below(hebei: Form) -> None:
    found = laid(block("序号|三级指标|指标值|备注|单位", "1|场次|5场||场"), FIELDS, hebei)
    assert (found.strange, found.fields) == (("序号",), ("name", "target"))
    assert found.rows == (("场次", Target("", "5", "场")),)


def test_a_second_column_of_the_same_head_is_left_out_and_named(hebei: Form) -> None:
    found = laid(block("三级指标|指标值|三级指标", "甲|5|乙"), FIELDS, hebei)
    assert (found.rows, found.strange) == ((("甲", "5"),), ("三级指标",))


def test_a_unit_without_a_number_is_no_value(hebei: Form) -> None:
    found = laid(block("一级指标|三级指标|计量单位", "产出指标|甲|场"), FIELDS, hebei)
    assert (found.fields, found.strange) == (("level1", "name"), ("计量单位",))


def test_a_unit_in_the_head_belongs_to_each_value(hebei: Form) -> None:
    found = laid(block("三级指标|指标值（%）", "甲|≥95", "乙|", "丙|90%"), FIELDS, hebei)
    assert found.rows == (("甲", Target("≥", "95", "%")), ("乙", ""), ("丙", "90%"))
    assert found.doubts == ("表头里的单位“%”只加到了没有写单位的数值后面，请核对",)


@pytest.mark.parametrize(
    ("head", "value", "doubts"),
    [
        ("指标值（2023年）", "≥3次", 0),
        ("指标值（必填）", "≥3次", 0),
        ("指标值（%）", "优良", 0),
        ("指标值（万元）", "≥3次", 0),
        ("指标值（标台）", "3", 1),
    ],
)
def test_a_bracket_in_the_head_that_is_no_unit_of_the_value_leaves_it_alone(
    hebei: Form, head: str, value: str, doubts: int
) -> None:
    found = laid(block(f"三级指标|{head}", f"培训|{value}"), FIELDS, hebei)
    assert (found.rows, len(found.doubts)) == ((("培训", value),), doubts)


def test_the_unit_in_the_head_counts_beside_a_column_of_signs(hebei: Form) -> None:
    found = laid(block("三级指标|符号|指标值（%）", "甲|≥|95", "乙|定性|优良"), FIELDS, hebei)
    assert [row[1] for row in found.rows] == [Target("≥", "95", "%"), Target("定性", "", "优良")]


@pytest.mark.parametrize(
    "lines",
    [
        ("三级指标|指标值（2022年）|指标值（2023年）", "培训|1次|2次"),
        ("三级指标|指标值（2023年）|指标值（2022年）", "培训|2次|1次"),
        ("三级指标|指标值|", "三级指标|2022年|2023年", "培训|1次|2次"),
        ("三级指标|指标值|指标值", "|2022年|2023年", "培训|1次|2次"),
    ],
)
def test_of_several_years_the_nearest_is_taken_and_the_other_named(hebei: Form, lines: tuple[str, ...]) -> None:
    found = laid(block(*lines), FIELDS, hebei)
    assert (found.fields, found.rows) == (("name", "target"), (("培训", "2次"),))
    assert ["2022" in head for head in found.strange] == [True]
    assert ["2023" in doubt for doubt in found.doubts] == [True]


def test_values_below_a_heading_are_no_second_row_of_heads(hebei: Form) -> None:
    found = laid(block("三级指标|指标值|", "|5|场", "甲|6|次"), FIELDS, hebei)
    assert found.rows == (("", "5"), ("甲", "6"))


def test_a_number_beside_a_whole_value_is_read_as_in_a_file(hebei: Form) -> None:
    found = laid(block("三级指标|符号|数值|指标值", "甲|≥|90|90%"), FIELDS, hebei)
    assert found.rows == (("甲", Target("≥", "90", "90%")),)


@pytest.mark.parametrize("lines", [("三级指标|符号|数值|单位", "甲|＝|优良|{}"), ("甲|＝|5|次", "乙|定性|优良|{}")])
def test_a_unit_that_fits_no_value_is_told_and_a_filler_is_none(hebei: Form, lines: tuple[str, ...]) -> None:
    filler, unit = (laid(block(*"\n".join(lines).format(text).split("\n")), FIELDS[2:], hebei) for text in ("无", "个"))
    assert [found.rows[-1][1] for found in (filler, unit)] == [Target(lines[1].split("|")[1], "", "优良")] * 2
    assert (filler.doubts, unit.doubts) == ((), ("单位“个”与指标值不合，没有加到后面，请核对",))


def test_a_heading_alone_gives_no_rows(hebei: Form) -> None:
    assert laid(block("一级指标|二级指标|三级指标"), FIELDS, hebei).rows == ()


@pytest.mark.parametrize(("start", "headed"), [(2, True), (3, False)])
def test_the_head_of_one_column_counts_above_its_own(hebei: Form, start: int, headed: bool) -> None:
    found = laid(block("三级指标", "场次"), FIELDS[start:], hebei)
    assert (found.headed, len(found.rows)) == (headed, 2 - headed)


@pytest.mark.parametrize("line", ["符号", "名称|单位", "符号|演出", "数量指标|三级指标|演出", "三级指标|"])
def test_texts_that_only_sound_like_heads_are_none(hebei: Form, line: str) -> None:
    assert not laid(block(line), FIELDS[2:], hebei).headed


def test_signs_with_numbers_beside_them_become_values(hebei: Form) -> None:
    lines = block(
        "产出指标|数量指标|演出场次|≥|5|场", "产出指标|质量指标|合格率|大于等于|90%|", "效果指标||满意|定性|好|"
    )
    found = laid(lines, FIELDS, hebei)
    assert found.composed
    assert found.fields == ("level1", "level2", "name", "target")
    assert [row[3] for row in found.rows] == [FIVE, Target("大于等于", "90", "%"), Target("定性", "", "好")]


def test_what_follows_a_value_goes_where_our_own_list_has_it(hebei: Form) -> None:
    found = laid(block("演出场次|≥|5|场|反映演出|计划标准|多余"), FIELDS[2:], hebei)
    assert found == Laid(
        ("name", "target", "description", "basis"),
        (("演出场次", FIVE, "反映演出", "计划标准"),),
        composed=True,
        beyond=1,
    )


def test_a_value_in_parts_can_be_put_at_the_column_of_values(hebei: Form) -> None:
    assert laid(block("≥|90|90%及以上|计划标准"), FIELDS[4:], hebei).rows == (
        (Target("≥", "90", "90%及以上"), "计划标准"),
    )
    assert laid(block("≥|90|计划标准"), FIELDS[4:], hebei).rows == ((Target("≥", "90", ""), "计划标准"),)
    assert laid(block("≥|90"), FIELDS[4:], hebei).rows == ((Target("≥", "90", ""),),)


@pytest.mark.parametrize("line", ["≥|好", "约|5", "|5", "≥"])
def test_other_texts_are_no_parts_of_a_value(hebei: Form, line: str) -> None:
    assert not laid(block(line), FIELDS, hebei).composed


def test_signs_behind_the_column_of_values_are_left_alone(hebei: Form) -> None:
    assert not laid(block("≥|5"), FIELDS[5:], hebei).composed
    assert not laid(block("演出|≥|5"), FIELDS[4:], hebei).composed

"""Forms are written by hand: what the program cannot work with is said when a form is read, not met with later."""

import pytest
from msgspec.structs import replace

from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Box, Form
from pbeditor.store.form_faults import form_faults
from pbeditor.store.forms import load_forms, read_form
from pbeditor.store.own_forms import form_text
from pbeditor.store.resources import resource

SOURCE = resource("forms", "hebei-2020.toml").read_text("utf-8")
A, B = Box("甲"), Box(field="name")


@pytest.mark.parametrize("form_id", ["hebei-2020", "mof-2015", "mof-2021"])
def test_our_own_forms_have_none(form_id: str) -> None:
    assert [*form_faults(load_forms()[form_id])] == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("decimals = 2", "decimals = -1", "decimals 处应不小于 0"),
        ("decimals = 2", "decimals = 1000000", "decimals 处应不大于 8"),
        ("head_columns = 24", "head_columns = 100000", "layout/head_columns 处应不大于 63"),
        ("columns = 16, frame", "columns = 0, frame", "layout/head/0/0/columns 处应不小于 1"),
        ("columns = 16, frame", "columns = 15, frame", "layout.head 第 1 行没有排满 24 列"),
        ("columns = 16, frame", "columns = 17, frame", "layout.head 第 1 行超出 24 列，或与上面伸下来的格子重叠"),
        ("columns = 4, rows = 2", "columns = 4, rows = 3", "layout.head 第 5 行超出 24 列"),
        ('field = "goals", columns = 20', 'field = "goals", columns = 20, rows = 2', "伸到最后一行下面"),
        ('{ field = "purpose", columns', "{ columns", "要写 label 或 field，只写一个"),
        ('{ field = "purpose"', '{ label = "用途", field = "purpose"', "要写 label 或 field，只写一个"),
        ('field = "purpose"', 'field = "aim"', "layout/head/3/0/field 处的值 'aim' 不在允许的范围内"),
        ('align = "right"', 'align = "middle"', "layout/head/0/1/align 处的值 'middle' 不在允许的范围内"),
        ('expected = "error"', 'expected = "fatal"', "categories/0/expected 处的值 'fatal'"),
        ("width = 20.2", "width = nan", "columns/0/width 处应不小于 1"),
        ("width = 210", "width = 100", "layout.page 除去页边距后，宽和高都不能小于 60 毫米"),
        ("size = 22", "size = 0", "layout/texts/.*/size 处应不小于 4"),
        ("size = 22", "size = inf", "layout/texts/.*/size 处应不大于 72"),
        ('"方正小标宋简体", "方正小标宋_GBK", "华文中宋", "宋体", "SimSun", "Noto Serif CJK SC"', "", "至少要有 1 项"),
        ('fonts = ["方正小标宋简体"', 'fonts = [""', "不能为空"),
        ('money_unit = ["单位："]', "money_unit = []", "labels 缺少 money_unit，每项至少写一个名称"),
        ('name = ["项目名称"]', "", "labels 缺少 name，每项至少写一个名称"),
        ('name = ["项目名称"]', 'name = [" "]', "名称不能为空"),
        ("[value_parts]\noperator", "[value_parts]\nsign", "value_parts 只能有 number、operator、words"),
        ('title = "{year}年', 'title = "{name}年', "“{name}年部门预算绩效信息”中的花括号只能是 {year}"),
        ('"（{number}）{heading}', '"（{number:d}）{heading}', "中的花括号只能是 {number}、{heading}"),
        ('"（{number}）{heading}', '"（{number}）', "section_heading 里要有一个 {heading}"),
        (
            "编制单位：{department}",
            "编制单位：{department[0]}",
            "只能是 {title}、{department}、{code}、{year}",
        ),
        ('contents = "目  录"', 'contents = "目\\u0001录"', "里面有看不见的控制字符，请删去"),
        ('id = "hebei-2020"', 'id = "own"\nbase = "own"\nmarks = ["甲"]', "base 不能是表样自己的 id"),
        ("change_threshold = 30", 'base = "mof-2015"', "有 base 的表样必须有 marks"),
    ],
)
def test_what_the_program_cannot_work_with_is_named(old: str, new: str, sentence: str) -> None:
    assert old in SOURCE
    with pytest.raises(UnreadableError, match=sentence):
        read_form(SOURCE.replace(old, new, 1).encode(), "own.toml")


@pytest.mark.parametrize(
    "head",
    [
        ((A, replace(B, columns=2)),),
        ((replace(A, rows=2), B, B), (B, B)),
        ((A, replace(B, rows=2), B), (A, B)),
        ((replace(A, columns=3, rows=1),), (B, replace(B, columns=2))),
    ],
)
def test_a_head_whose_cells_cover_the_grid_once_is_none(head: tuple[tuple[Box, ...], ...], hebei: Form) -> None:
    assert [*form_faults(replace(hebei, layout=replace(hebei.layout, head_columns=3, head=head)))] == []


def test_a_layout_that_only_reads_may_have_given_all_labels_of_a_field_to_others(hebei: Form) -> None:
    own = replace(hebei, id="own", base=hebei.id, marks=("甲",), labels={**hebei.labels, "name": ()})
    assert read_form(form_text(own).encode(), "own.toml") == own


@pytest.mark.parametrize("row", [(A, B), (A, B, B, A)])
def test_of_a_head_whose_rows_do_not_fit_the_first_is_told(row: tuple[Box, ...], hebei: Form) -> None:
    layout = replace(hebei.layout, head_columns=3, head=(row, row))
    (sentence,) = form_faults(replace(hebei, layout=layout))
    assert sentence.startswith("layout.head 第 1 行")

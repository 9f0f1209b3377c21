"""The 2020 form prints as the real document has it."""

from hypothesis import given
from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Paragraph, Table
from pbeditor.store.forms import load_forms
from tests.builders import documents

FORM = load_forms()["hebei-2020"]

PROJECT = Project(
    "p",
    Unit("203002", "某某局"),
    "203-0401-JBN-0001",
    "甲项目",
    Budget("2.00", "2.00", ""),
    "用于甲事项。",
    ("25.00", "50.00", "75.00", "100.00"),
    "1、做好甲事项。",
    (
        Indicator("a", "产出指标", "数量指标", "次数", "开展次数", Target("≥", "3", "3次"), ""),
        Indicator("b", "产出指标", "成本指标", "费用", "", Target("", "", ""), ""),
        Indicator("c", "满意度指标", "服务对象满意度指标", "满意度", "", Target("≥", "95", "95%"), ""),
    ),
)
DOCUMENT = Document(
    "hebei-2020", 2020, "某某信息", overall=(Section("总体绩效目标", "甲\n乙"),), projects=(PROJECT, PROJECT)
)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def tables(document: Document, form: Form) -> list[Table]:
    return [block for block in lay_out(document, form).blocks if isinstance(block, Table)]


def paragraphs(document: Document, form: Form) -> list[Paragraph]:
    return [block for block in lay_out(document, form).blocks if isinstance(block, Paragraph)]


def test_the_head_prints_row_by_row_as_the_2020_form(hebei: Form) -> None:
    assert texts(tables(DOCUMENT, hebei)[0]) == [
        ["203002某某局", "单位：万元"],
        ["项目编码", "203-0401-JBN-0001", "项目名称", "甲项目"],
        ["预算规模及资金用途", "预算数", "2.00", "其中：财政资金", "2.00", "其他资金", ""],
        ["用于甲事项。"],
        ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"],
        ["25.00", "50.00", "75.00", "100.00"],
        ["绩效目标", "1、做好甲事项。"],
    ]


def test_the_grid_merges_equal_first_levels_and_glues_the_value(hebei: Form) -> None:
    assert texts(tables(DOCUMENT, hebei)[1])[1:] == [
        ["产出指标", "数量指标", "次数", "开展次数", "≥33次", ""],
        ["成本指标", "费用", "", "", ""],
        ["满意度指标", "服务对象满意度指标", "满意度", "", "≥9595%", ""],
    ]


def test_the_first_row_of_the_grid_is_repeated_on_every_page(hebei: Form) -> None:
    assert [row.header for row in tables(DOCUMENT, hebei)[1].rows] == [True, False, False, False]


def test_every_project_but_the_first_begins_a_page(hebei: Form) -> None:
    titles = [p for p in paragraphs(DOCUMENT, hebei) if p.role == "project"]
    assert [(p.text, p.page_before) for p in titles] == [("1、甲项目绩效目标表", False), ("2、甲项目绩效目标表", True)]


def test_every_entry_of_the_contents_leads_to_a_title(hebei: Form) -> None:
    blocks = paragraphs(DOCUMENT, hebei)
    entries = [p for p in blocks if p.role == "entry"]
    anchors = {p.anchor: p.text for p in blocks if p.anchor}
    assert len(entries) == 4
    assert all(anchors[entry.target] == entry.text for entry in entries)


def test_sections_are_numbered_and_their_lines_are_paragraphs(hebei: Form) -> None:
    running = [(p.role, p.text) for p in paragraphs(DOCUMENT, hebei) if p.role in ("section", "body")]
    assert running == [("section", "（一）总体绩效目标："), ("body", "甲"), ("body", "乙")]


def test_chosen_projects_print_alone_under_their_own_numbers(hebei: Form) -> None:
    document = Document("hebei-2020", 2020, "题", projects=(PROJECT, Project("q", name="乙")))
    blocks = lay_out(document, hebei, ["q"]).blocks
    assert isinstance(blocks[0], Paragraph)
    assert (blocks[0].text, blocks[0].page_before, len(blocks)) == ("2、乙绩效目标表", False, 4)


def test_where_a_plan_has_one_line_periods_beyond_its_width_share_the_last_cell(hebei: Form) -> None:
    *others, periods, plan, goals = hebei.layout.head
    form = replace(hebei, layout=replace(hebei.layout, head=(*others, periods, goals, plan)))
    project = Project("p", plan=tuple(str(number) for number in range(22)))
    row = texts(tables(Document("hebei-2020", 2020, projects=(project,)), form)[0])[-1]
    assert (len(row), row[-1]) == (20, "19、20、21")


def test_an_empty_document_prints_its_title_alone(hebei: Form) -> None:
    assert [p.text for p in paragraphs(Document("hebei-2020", 2020, "题"), hebei)] == ["题"]


@given(documents())
def test_tables_are_built_as_they_are_said_to_be(document: Document) -> None:
    for table in tables(document, FORM):
        assert table.build == Table(table.rows, table.widths).build


def test_projects_with_as_many_periods_and_rows_are_told_to_be_built_alike(hebei: Form) -> None:
    head, grid, other_head, other_grid = tables(DOCUMENT, hebei)
    assert (other_head.build, other_grid.build) == (head.build, grid.build)
    longer = replace(PROJECT, plan=(*PROJECT.plan, "100.00"), indicators=PROJECT.indicators[1:])
    _, _, longer_head, shorter_grid = tables(replace(DOCUMENT, projects=(PROJECT, longer)), hebei)
    assert longer_head.build != head.build
    assert shorter_grid.build != grid.build


def test_a_grid_without_the_column_of_categories_has_no_merged_cells() -> None:
    form = replace(FORM, columns=tuple(column for column in FORM.columns if column.field != "level1"))
    *_, grid = tables(replace(DOCUMENT, projects=(PROJECT,)), form)
    rows = [row for row in texts(grid) if row[0] in {"数量指标", "成本指标", "服务对象满意度指标"}]
    assert [row[0] for row in rows] == ["数量指标", "成本指标", "服务对象满意度指标"]
    assert {cell.rows for row in grid.rows for cell in row.cells} == {1}

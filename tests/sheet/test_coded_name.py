"""Code and name of a project in one cell."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.coded_name import coded_name
from tests.sheet.test_interpret import GRID, read, table

CODE = "12000022Y000000000001"


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        (f"{CODE}-图书采购", CODE, "图书采购"),
        (f"{CODE}图书采购", CODE, "图书采购"),
        ("12000022P10000210006W 图书采购", "12000022P10000210006W", "图书采购"),
        ("2024年图书采购", "", "2024年图书采购"),
        (CODE, "", CODE),
    ],
)
def test_a_code_of_21_signs_before_a_name_is_no_part_of_it(text: str, code: str, name: str) -> None:
    assert coded_name(text) == (code, name)


def test_a_project_gets_code_and_name_from_one_cell_unless_it_has_a_code_of_its_own(hebei: Form) -> None:
    name = ("项目名称", f"{CODE}-图书采购")
    document, notes = read(hebei, table((*name, "预算数", "2.00"), *GRID))
    (project,) = document.projects
    assert (project.code, project.name, notes) == (CODE, "图书采购", ())
    document, _ = read(hebei, table((*name, "项目编码", "A1"), *GRID))
    assert (document.projects[0].code, document.projects[0].name) == ("A1", name[1])

"""The findings become a Word list that other programs read."""

from pathlib import Path

from pbeditor.check.engine import check
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.document import Budget, Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Table
from pbeditor.work.problem_list import write_problem_list

DOCUMENT = Document(
    "hebei-2020", 2020, "某局2020年信息", projects=(Project("p", name="=甲<b>", budget=Budget("5", "2", "1")),)
)


def test_every_finding_has_a_row_with_its_place(tmp_path: Path, hebei: Form) -> None:
    checked = check(DOCUMENT, hebei)
    write_problem_list(checked, tmp_path / "清单.docx")
    table = next(
        b for b in read_sheet((tmp_path / "清单.docx").read_bytes(), "清单.docx").blocks if isinstance(b, Table)
    )
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["序号", "级别", "位置", "问题"]
    assert len(rows) == 1 + len(checked.problems)
    assert ["错误", "项目1“=甲<b>” 预算数"] in [row[1:3] for row in rows]


def test_the_gravest_findings_come_first(tmp_path: Path, hebei: Form) -> None:
    write_problem_list(check(DOCUMENT, hebei), tmp_path / "a.docx")
    table = next(b for b in read_sheet((tmp_path / "a.docx").read_bytes(), "a.docx").blocks if isinstance(b, Table))
    levels = [row.cells[1].text for row in table.rows[1:]]
    assert levels == sorted(levels, key=["错误", "警告", "提示"].index)


def test_a_clean_document_has_an_empty_list(tmp_path: Path, hebei: Form) -> None:
    write_problem_list(check(DOCUMENT, hebei, rules=()), tmp_path / "a.docx")
    table = next(b for b in read_sheet((tmp_path / "a.docx").read_bytes(), "a.docx").blocks if isinstance(b, Table))
    assert len(table.rows) == 1

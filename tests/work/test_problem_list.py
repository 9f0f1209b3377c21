"""The findings become a Word list that other programs read."""

import zipfile
from pathlib import Path

from lxml import etree

from pbeditor.check.engine import check
from pbeditor.exchange.markup import W
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


def test_the_list_begins_with_the_counts_and_has_air_around_its_texts(tmp_path: Path, hebei: Form) -> None:
    write_problem_list(check(DOCUMENT, hebei), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as file:
        root = etree.fromstring(file.read("word/document.xml"))
    texts = ["".join(map(str, one.itertext())) for one in root.iter(f"{W}p")]
    assert any(text.startswith("错误 ") and text.endswith("。") for text in texts[:3])
    cells = list(root.iter(f"{W}tc"))
    spacings = [cell.find(f"{W}p/{W}pPr/{W}spacing") for cell in cells]
    assert all(one is not None and int(one.get(f"{W}before", "0")) > 20 for one in spacings)
    centred = [cell.find(f"{W}p/{W}pPr/{W}jc") is not None for cell in cells]
    assert centred == [True] * 4 + [True, True, False, False] * (len(cells) // 4 - 1)


def test_the_widths_of_the_list_agree_and_its_rows_stay_whole(tmp_path: Path, hebei: Form) -> None:
    write_problem_list(check(DOCUMENT, hebei), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as file:
        root, styles = (etree.fromstring(file.read(f"word/{name}.xml")) for name in ("document", "styles"))
        footers = [etree.fromstring(file.read(name)) for name in file.namelist() if "footer" in name.casefold()]
    grid = [int(column.get(f"{W}w", "")) for column in root.iter(f"{W}gridCol")]
    assert len(set(grid)) == 4
    whole = root.find(f".//{W}tblW")
    assert whole is not None
    assert (whole.get(f"{W}type"), abs(int(whole.get(f"{W}w", "")) - sum(grid)) <= 4) == ("dxa", True)
    rows = list(root.iter(f"{W}tr"))
    for row in rows:
        assert [int(cell.get(f"{W}w", "")) for cell in row.iter(f"{W}tcW")] == grid
    assert [len(row.findall(f"{W}trPr/{W}cantSplit")) for row in rows] == [1] * len(rows)
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    named = {style.get(f"{W}val") for footer in footers for style in footer.iter(f"{W}pStyle")}
    assert named
    assert named <= known

"""`pbeditor export` and `pbeditor reference`: every choice of look."""

import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from pbeditor.cli import main
from pbeditor.model.document import Document, Indicator, Project, Section, Target, Unit
from pbeditor.store.project_file import save

# Exports ask Qt for fonts; an application made by one of them would stand in the way of the window's.
pytestmark = pytest.mark.usefixtures("qapp")

ROW = Indicator("", "产出指标", "数量指标", "观测点数量", "", Target("≥", "90", "90%及以上"), "")
PROJECTS = tuple(
    Project(
        code,
        Unit("318001", "青禾县水文站"),
        code,
        name,
        goals="1、按时观测。",
        indicators=(replace(ROW, id=f"r{code}"),),
    )
    for code, name in (("318-0101-JBN-AB12", "水位观测经费"), ("318-0102-JBN-AB13", "道路养护"))
)
DOCUMENT = Document(
    "hebei-2020", 2020, "2020年部门预算绩效信息", PROJECTS[0].unit, "万元", (Section("总体绩效目标", "甲"),), PROJECTS
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2020.pbproj"
    save(DOCUMENT, path)
    return path


def part(path: Path, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(path).read(name).decode()


def test_every_choice_of_look_is_an_option(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.docx"
    options = ["--plain", "--cover", "--no-contents", "--draft", "--markup", "lines", "--comments"]
    assert main(["export", str(file), "-o", str(out), *options]) == 0
    assert {"word/pbHeader.xml", "word/pbComments.xml"} <= set(zipfile.ZipFile(out).namelist())
    assert "w:lnNumType" in part(out)
    assert "编制单位：青禾县水文站" in part(out)
    assert "TOC" not in part(out)
    assert "及以上" not in part(out)
    capsys.readouterr()
    assert main(["export", str(file), "-o", str(out), "--markup", "x"]) == 2
    assert "参数 --markup 不能是 x" in capsys.readouterr().err


def test_a_file_for_each_project_and_none_is_written_over(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", str(file), "-o", str(tmp_path / "甲.docx"), "--each"]
    assert main(arguments) == 0
    assert "2 个文件" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["甲-01-水位观测经费.docx", "甲-02-道路养护.docx"]
    assert main(arguments) == 2
    assert "已存在，没有导出" in capsys.readouterr().err
    assert main([*arguments, "--overwrite"]) == 0


def test_only_the_summary_is_exported(file: Path, tmp_path: Path) -> None:
    assert main(["export", str(file), "-o", str(tmp_path / "a.docx"), "--summary"]) == 0
    assert "合计" in part(tmp_path / "a.docx")
    assert "一级指标" not in part(tmp_path / "a.docx")


def test_the_summary_alone_is_a_workbook_of_one_sheet(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    chosen = ["--project", PROJECTS[1].code]
    assert main(["export", str(file), "-o", str(out), "--summary", *chosen]) == 0
    book = load_workbook(out)
    assert book.sheetnames == ["汇总"]
    assert [cell.value for cell in book["汇总"]["E"]][2:] == ["项目名称", "道路养护", None]


def test_what_is_not_wanted_in_a_workbook_may_be_said(file: Path, tmp_path: Path) -> None:
    assert main(["export", str(file), "-o", str(tmp_path / "a.xlsx"), "--no-cover", "--no-contents"]) == 0


def test_the_built_in_reference_is_written_out_and_changes_nothing_as_it_is(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "版式.docx"
    assert main(["reference", "-o", str(own)]) == 0
    assert "可在 Word 或 WPS 中修改" in capsys.readouterr().out
    assert main(["export", str(file), "-o", str(tmp_path / "a.docx"), "--reference", str(own)]) == 0
    assert main(["export", str(file), "-o", str(tmp_path / "b.docx")]) == 0
    assert part(tmp_path / "a.docx") == part(tmp_path / "b.docx")
    assert main(["reference", "-o", str(tmp_path / "a.txt")]) == 2


def test_missing_fonts_are_named_with_what_stands_in_for_them(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pbeditor.store.forms import load_forms
    from pbeditor.ui.paper.pdf import told_of_missing_fonts

    assert main(["export", str(file), "-o", str(tmp_path / "a.docx")]) == 0
    assert told_of_missing_fonts(load_forms()["hebei-2020"].layout) in capsys.readouterr().out


def test_the_columns_of_the_list_are_chosen_by_their_heads(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.xlsx"
    assert main(["export", str(file), "-o", str(out), "--list-columns", "指标值，三级指标名称"]) == 0
    listed = load_workbook(out)["指标清单"]
    assert [cell.value for cell in listed[1]] == ["指标值", "三级指标名称"]
    assert main(["export", str(file), "-o", str(out), "--list-columns", "没有的列"]) == 2
    assert "可用的列" in capsys.readouterr().err

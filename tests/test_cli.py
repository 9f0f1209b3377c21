"""The command line from its arguments to its files, outputs and exit status."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec import json
from msgspec.structs import replace

import pbeditor.cli
from pbeditor.cli import main
from pbeditor.cli.arguments import parsed
from pbeditor.cli.commands import COMMANDS, WINDOW, Command
from pbeditor.cli.console import places
from pbeditor.edit.review import mute
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.errors import UnwritableError
from pbeditor.store import system
from pbeditor.store.project_file import load, save
from tests.work.test_worksheets import hiding_all, with_hidden

# Exports ask Qt for fonts; an application made by one of them would stand in the way of the window's.
pytestmark = pytest.mark.usefixtures("qapp")

ROWS = (
    Indicator("r1", "产出指标", "数量指标", "观测点数量", "反映设点数量", Target("≥", "12", "12个"), "计划标准"),
    Indicator("r2", "产出指标", "成本指标", "人均成本", "", Target("≤", "", "500元"), "计划标准"),
    Indicator("r3", "效果指标", "社会效益指标", "预报准确率", "", Target("≥", "95", "95%及以上"), ""),
)
WATER = Project(
    "p1",
    Unit("318001", "青禾县水文站"),
    "318-0101-JBN-AB12",
    "水位观测经费",
    Budget("12.50", "10.00", "2.50"),
    "购买观测设备。",
    ("25.00", "50.00", "75.00", "100.00"),
    "1、按时观测。",
    ROWS,
)
ROADS = replace(WATER, id="p2", code="318-0102-JBN-AB13", name="道路养护", indicators=())
SECTIONS = tuple(Section(heading, "一句话。") for heading in ("总体绩效目标", "分项绩效目标", "工作保障措施"))
DOCUMENT = Document("hebei-2020", 2020, "2020年部门预算绩效信息", WATER.unit, "万元", SECTIONS, (WATER, ROADS))
TABLE = """2020年部门预算绩效信息

第二部分  预算项目绩效目标
1、水位观测经费绩效目标表
\t318001青禾县水文站
\t单位：万元

\t项目编码
\t318-0101-JBN-AB12
\t项目名称
\t水位观测经费

\t预算规模及资金用途
\t预算数
\t12.50
\t其中：财政资金
\t12.50
\t其他资金
\t
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2020.pbproj"
    save(DOCUMENT, path)
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "2020.txt"
    path.write_text(TABLE, "utf-8")
    return path


def spoken(capsys: pytest.CaptureFixture[str]) -> str:
    """Standard output, with nothing on standard error."""
    out, err = capsys.readouterr()
    assert err == ""
    return out


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on standard error, with nothing on standard output."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.rstrip("\n")


def test_import_writes_a_project_file(text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(text), "-o", str(tmp_path / "a.pbproj")]) == 0
    assert "已导入 1 个项目、0 条指标" in spoken(capsys)
    project = load(tmp_path / "a.pbproj").projects[0]
    assert (project.code, project.budget) == ("318-0101-JBN-AB12", Budget("12.50", "12.50", ""))


def test_import_reports_as_json(text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text.write_text(TABLE + "\n\n\n落款：某某局办公室\n", "utf-8")
    assert main(["import", str(text), "-o", str(tmp_path / "a.pbproj"), "--json"]) == 0
    report = json.decode(spoken(capsys))
    assert [*report] == ["projects", "indicators", "notes"]
    assert (report["projects"], report["indicators"]) == (1, 0)
    note = next(note for note in report["notes"] if note["original"] == "落款：某某局办公室")
    assert [*note] == ["where", "kind", "message", "original"]
    assert note["kind"] == "ignored"


def test_import_lists_what_it_did_not_understand(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text.write_text(TABLE + "\n\n\n落款：某某局办公室\n", "utf-8")
    assert main(["import", str(text), "-o", str(tmp_path / "a.pbproj")]) == 0
    assert "落款：某某局办公室" in spoken(capsys)


def test_projects_of_hidden_sheets_are_left_out_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, target, other = tmp_path / "2020.xlsx", tmp_path / "2020.pbproj", tmp_path / "other.xlsx"
    path.write_bytes(with_hidden(own=False))
    other.write_bytes(path.read_bytes())
    merged = tmp_path / "merged.pbproj"
    for call, outcome in (
        (["import", str(path), "-o", str(target)], "没有读取"),
        (["check", str(path)], "没有读取"),
        (["diff", str(path), str(target)], "没有读取"),
        (["rollover", str(path), "-o", str(target)], "没有读取"),
        (["export", str(path), "-o", str(tmp_path / "甲.xlsx")], "没有读取"),
        (["merge", str(target), str(path), "-o", str(merged)], "没有合并"),
        (["merge", str(path), str(other), "-o", str(merged), "--prefer", "theirs"], "没有合并"),
    ):
        main(call)
        told = capsys.readouterr().err
        assert "有 1 个项目来自隐藏的工作表（2.档案库房消防设施改造）" in told
        assert outcome in told
    assert len(load(target).projects) == len(load(merged).projects) == 11


def test_import_in_a_named_form(text: Path, tmp_path: Path) -> None:
    assert main(["import", str(text), "-o", str(tmp_path / "a.pbproj"), "--form", "mof-2015"]) == 0
    assert load(tmp_path / "a.pbproj").form == "mof-2015"


def test_import_puts_a_project_file_into_another_form(file: Path, tmp_path: Path) -> None:
    assert main(["import", str(file), "-o", str(tmp_path / "a.pbproj"), "--form", "mof-2021"]) == 0
    document = load(tmp_path / "a.pbproj")
    assert document.form == "mof-2021"
    assert [row.level1 for row in document.projects[0].indicators] == ["产出指标", "成本指标", "效益指标"]


def test_check_reports_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(replace(DOCUMENT, projects=(replace(WATER, name=""),)), file)
    assert main(["check", str(file), "--json"]) == 1
    report = json.decode(spoken(capsys))
    assert [*report] == ["counts", "problems"]
    assert [*report["counts"]] == ["error", "warning", "hint"]
    assert sum(report["counts"].values()) == len(report["problems"])
    found = next(problem for problem in report["problems"] if problem["path"] == "projects/0/name")
    assert [*found] == ["rule", "severity", "path", "project", "message", "fix"]
    assert (found["severity"], found["project"], found["fix"]) == ("error", "318-0101-JBN-AB12", False)


def test_check_tells_a_person_what_is_wrong_and_where(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(replace(DOCUMENT, projects=(replace(WATER, plan=("25", "50", "40", "100")),)), file)
    assert main(["check", str(file)]) == 1
    report = spoken(capsys)
    assert "1 个项目，3 条指标；错误 " in report
    assert "项目1“水位观测经费” 资金支出计划（%） 10月底：" in report


def test_check_says_how_much_was_set_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(mute(DOCUMENT, "bases_are_given"), tmp_path / "a.pbproj")
    main(["check", str(tmp_path / "a.pbproj")])
    assert "另有 1 类检查已静音、0 处已核实" in spoken(capsys)


def test_check_of_a_document_without_errors_is_done(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(replace(DOCUMENT, projects=()), file)
    assert main(["check", str(file)]) == 0
    assert "错误 0" in spoken(capsys)


def test_export_to_word_reads_back_equal(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(file), "-o", str(tmp_path / "a.docx")]) == 0
    assert "已导出 2 个项目" in spoken(capsys)
    assert main(["diff", str(file), str(tmp_path / "a.docx")]) == 0


def test_export_to_excel_is_a_workbook(file: Path, tmp_path: Path) -> None:
    assert main(["export", str(file), "-o", str(tmp_path / "a.xlsx")]) == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_export_to_pdf_is_a_pdf(file: Path, tmp_path: Path) -> None:
    assert main(["export", str(file), "-o", str(tmp_path / "a.PDF")]) == 0
    assert (tmp_path / "a.PDF").read_bytes().startswith(b"%PDF-")


def test_export_says_how_many_errors_remain(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(file), "--json"]) == 1
    errors = json.decode(spoken(capsys))["counts"]["error"]
    assert main(["export", str(file), "-o", str(tmp_path / "a.docx")]) == 0
    assert f"还有 {errors} 处错误" in spoken(capsys)


def test_export_of_some_projects(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "a.docx")
    assert main(["export", str(file), "-o", out, "--project", ROADS.code]) == 0
    assert "已导出 1 个项目" in spoken(capsys)
    assert main(["import", out, "-o", str(tmp_path / "a.pbproj")]) == 0
    assert [project.code for project in load(tmp_path / "a.pbproj").projects] == [ROADS.code]


def test_a_draft_gives_the_same_document_back(file: Path, tmp_path: Path) -> None:
    assert main(["export", str(file), "-o", str(tmp_path / "a.docx"), "--draft"]) == 0
    assert main(["import", str(tmp_path / "a.docx"), "-o", str(tmp_path / "a.pbproj")]) == 0
    assert load(tmp_path / "a.pbproj").title == "2020年部门预算绩效信息"


def test_export_takes_the_users_own_reference(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(file), "-o", str(tmp_path / "a.docx")]) == 0
    capsys.readouterr()
    arguments = ["export", str(file), "-o", str(tmp_path / "b.docx"), "--reference"]
    assert main([*arguments, str(tmp_path / "a.docx")]) == 0
    assert main([*arguments, str(tmp_path / "no.docx")]) == 2
    assert "no.docx”不存在" in capsys.readouterr().err


def test_rollover_writes_next_years_draft(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rollover", str(file), "-o", str(tmp_path / "a.pbproj")]) == 0
    assert "2021 年草稿" in spoken(capsys)
    draft = load(tmp_path / "a.pbproj")
    assert (draft.year, draft.form, draft.title) == (2021, "hebei-2020", "2021年部门预算绩效信息")
    assert [project.budget for project in draft.projects] == [Budget(), Budget()]


def test_rollover_says_that_a_year_was_guessed_and_takes_the_right_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "甲.txt", tmp_path / "a.pbproj"
    source.write_text(
        "绩效目标\n第一部分 部门整体绩效目标\n（一）总体绩效目标：\n2018年完成，2018年和2019年做好。", "utf-8"
    )
    assert main(["rollover", str(source), "-o", str(out)]) == 0
    assert "不对时用 --from-year 写明" in spoken(capsys)
    assert load(out).year == 2019
    assert main(["rollover", str(source), "-o", str(out), "--from-year", "2019", "--all-years"]) == 0
    assert "--from-year" not in spoken(capsys)
    assert load(out).year == 2020
    assert "2019年和2020年" in load(out).overall[0].text


def test_rollover_to_another_year_and_form(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pbproj"
    assert main(["rollover", str(text), "-o", str(out), "--year", "2023", "--form", "mof-2021"]) == 0
    assert (load(out).year, load(out).form) == (2023, "mof-2021")


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """A file with years, a document number, amounts and a category that moves."""
    path = tmp_path / "dated.pbproj"
    goals = "1、完成2020年任务。2、自2020年起实行。3、依据某财〔2020〕5号。"
    save(replace(DOCUMENT, projects=(replace(WATER, goals=goals), ROADS)), path)
    return path


def test_rollover_tells_what_was_changed_and_what_is_left(
    dated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.pbproj"
    assert main(["rollover", str(dated), "-o", str(out), "--form", "mof-2021"]) == 0
    told = spoken(capsys)
    assert "改了 1 处年份、届次：\n  - 项目1“水位观测经费” 绩效目标：2020 → 2021（1、完成2020年任务。）" in told
    assert "另有 1 处可能要改" in told
    assert "有 1 处文号、版本，没有改" in told
    assert "产出指标、成本指标 → 成本指标（1 行）" in told
    assert "绩效指标第2行：原来是“产出指标、成本指标”，在新表样里属于成本指标，请选择二级指标" in told
    assert load(out).projects[0].goals == "1、完成2021年任务。2、自2020年起实行。3、依据某财〔2020〕5号。"


def test_rollover_carries_over_what_is_wanted(dated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.pbproj"
    arguments = ["rollover", str(dated), "-o", str(out), "--project", WATER.code, "--amounts", "scale=1.1"]
    assert main([*arguments, "--drop-plans", "--drop-values", "--drop-codes", "--all-years"]) == 0
    assert "1 个项目，金额为上年的110%" in spoken(capsys)
    (project,) = load(out).projects
    assert (project.budget, project.code, project.plan) == (Budget("13.75", "11.00", "2.75"), "", ("",) * 4)
    assert project.indicators[0].target == Target()
    assert "自2021年起" in project.goals


@pytest.mark.parametrize(("amounts", "total"), [("keep", "12.50"), ("scale=90%", "11.25"), ("clear", "")])
def test_rollover_keeps_clears_or_scales_amounts(amounts: str, total: str, dated: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pbproj"
    assert main(["rollover", str(dated), "-o", str(out), "--amounts", amounts, "--keep-years"]) == 0
    assert load(out).projects[0].budget.total == total
    assert "完成2020年任务" in load(out).projects[0].goals


def test_rollover_reports_as_json(dated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rollover", str(dated), "-o", str(tmp_path / "a.pbproj"), "--form", "mof-2021", "--json"]) == 0
    report = json.decode(spoken(capsys))
    assert [*report] == [
        "year",
        "from_year",
        "form",
        "projects",
        "changed",
        "possible",
        "marked",
        "mapped",
        "decisions",
    ]
    assert (report["year"], report["from_year"], report["form"], report["projects"]) == (2021, 2020, "mof-2021", 2)
    assert [[one["before"] for one in report[kind]] for kind in ("changed", "possible", "marked")] == [
        ["2020"],
        ["2020"],
        ["〔2020〕5号"],
    ]
    assert report["decisions"][0]["choices"][0] == ["成本指标", "经济成本指标"]


def test_diff_of_equal_documents_is_done(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(file), str(file)]) == 0
    assert spoken(capsys) == "没有不同。\n"


def test_diff_reports_as_json(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new.pbproj"
    save(replace(DOCUMENT, projects=(replace(WATER, id="other", name="水位"),)), new)
    assert main(["diff", str(file), str(new), "--json"]) == 1
    report = json.decode(spoken(capsys))
    assert report["changes"][0] == {
        "kind": "changed", "path": "projects/0/name", "before": "水位观测经费", "after": "水位",
    }  # fmt: skip
    assert [change["kind"] for change in report["changes"]] == ["changed", "removed"]
    assert report["changes"][1]["before"]["code"] == ROADS.code


def test_diff_tells_a_person_what_changed(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new.pbproj"
    rows = (replace(ROWS[0], target=Target("≥", "15", "15个")), *ROWS[1:], Indicator("r4", name="新指标"))
    save(replace(DOCUMENT, overall=SECTIONS[:2], projects=(replace(WATER, indicators=rows),)), new)
    assert main(["diff", str(file), str(new)]) == 1
    assert spoken(capsys).splitlines()[-6:] == [
        "[删除] 第一部分 部门整体绩效目标“工作保障措施”：工作保障措施",
        "[修改] 项目1“水位观测经费”绩效指标第1行 指标值 数值：“12” → “15”",
        "[修改] 项目1“水位观测经费”绩效指标第1行 指标值 文字：“12个” → “15个”",
        "[新增] 项目1“水位观测经费”绩效指标第4行：新指标",
        "[删除] 项目2“道路养护”：道路养护",
        "共 5 处不同。",
    ]


def test_diff_names_the_project_of_a_row_that_is_gone_by_where_it_stands_now(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.pbproj"
    save(replace(DOCUMENT, projects=(ROADS, replace(WATER, indicators=ROWS[:2]))), new)
    assert main(["diff", str(file), str(new)]) == 1
    assert "[删除] 项目2“水位观测经费”绩效指标第3行：预报准确率" in spoken(capsys)


def test_diff_shows_the_projects_as_a_table(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new.pbproj"
    save(replace(DOCUMENT, year=DOCUMENT.year + 1, projects=(replace(WATER, budget=Budget("20")),)), new)
    assert main(["diff", str(file), str(new)]) == 1
    head, first, second, counts, added, *_ = spoken(capsys).splitlines()
    assert head.split() == ["序号", "项目名称", "变化", "上年预算", "本年预算", "增减", "增减", "%", "指标变化"]
    assert first.split()[1:3] == [WATER.name, "调整"]
    assert second.split()[1:3] == [ROADS.name, "取消"]
    assert counts == "取消 1 个，有调整 1 个。"
    assert "本年合计 20.00" in added


def test_diff_of_one_file_compares_it_with_the_last_year_inside(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.pbproj"
    save(replace(DOCUMENT, title="新题", last_year=DOCUMENT), new)
    assert main(["diff", str(new), "--json"]) == 1
    assert [change["path"] for change in json.decode(spoken(capsys))["changes"]] == ["title"]
    assert main(["diff", str(file)]) == 2
    assert "里没有上年的内容" in complaint(capsys)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_diff_writes_a_file_for_the_leader(
    suffix: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, out = tmp_path / "new.pbproj", tmp_path / f"对比{suffix}"
    save(replace(DOCUMENT, projects=(WATER,)), new)
    assert main(["diff", str(file), str(new), "-o", str(out)]) == 1
    assert spoken(capsys) == f"共 1 处不同，对比表已写入 {out}。\n"
    assert out.read_bytes().startswith(b"PK")


def test_diff_overwrites_none_of_its_files(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["diff", str(file), str(file), "-o", str(file)]) == 2
    assert "同一个文件" in complaint(capsys)
    assert main(["diff", str(file), str(file), "-o", str(tmp_path / "a.txt")]) == 2
    assert "请改用 .docx 或 .xlsx" in complaint(capsys)
    assert file.read_bytes() == before


def test_forms_lists_built_in_and_own_forms(settings_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (settings_folder / "forms").mkdir(parents=True)
    (settings_folder / "forms" / "broken.toml").write_text("id =", "utf-8")
    assert main(["forms"]) == 0
    out, err = capsys.readouterr()
    assert [line.split("\t")[:2] for line in out.splitlines()] == [
        ["hebei-2020", "内置"],
        ["mof-2015", "内置"],
        ["mof-2021", "内置"],
    ]
    assert "broken.toml”不是可用的表样" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["import"], "缺少参数 来源、-o/--output"),
        (["import", "FILE", "-o"], "参数 -o/--output 后面要有一个值"),
        (["import", "FILE", "-o", "out.docx"], "后缀应为 .pbproj"),
        (["import", "FILE", "-o", "FILE"], "是同一个文件"),
        (["import", "missing.txt", "-o", "out.pbproj"], "missing.txt”不存在"),
        (["import", "FILE", "-o", "out.pbproj", "--form", "mars"], "“mars”这一表样本机没有"),
        (["import", "FILE", "-o", "no/out.pbproj"], "文件夹不存在"),
        (["check", "."], "文件夹"),
        (["check", ""], "参数 文件：要写一个文件名"),
        (["chekc", "FILE"], "没有“chekc”这个命令，是不是 check？"),
        (["export", "FILE", "-o", "out.docx", "--markup", "x"], "只能是 lines、margin"),
        (["export", "FILE", "-o", "out.pdf", "--reference", "FILE"], "不是 .docx 文件，不能用 --reference"),
        (["export", "FILE", "-o", "out.xlsx", "--comments"], "不是 .docx 文件，不能用 --comments"),
        (["export", "FILE", "-o", "out.docx", "--list-columns", "指标值"], "不是 .xlsx 文件，不能用 --list-columns"),
        (["export", "FILE", "-o", "out.xlsx", "--cover"], "不是 .docx 或 .pdf 文件，不能用 --cover"),
        (["export", "FILE", "-o", "out.xlsx", "--contents"], "不是 .docx 或 .pdf 文件，不能用 --contents"),
        (["export", "FILE", "-o", "out.xlsx", "--markup", "lines"], "不是 .docx 或 .pdf 文件，不能用 --markup"),
        (["export", "FILE", "-o", "out.docx", "--summary", "--contents"], "--contents 不能与 --summary 同用"),
        (["export", "FILE", "-o", "out.docx", "--summary", "--comments"], "--comments 不能与 --summary 同用"),
        (["export", "FILE", "-o", "out.docx", "--summary", "--each"], "--each 不能与 --summary 同用"),
        (["export", "FILE", "-o", "out.docx", "--overwrite"], "--overwrite 只能与 --each 同用"),
        (["export", "FILE", "-o", "out.docx", "--reference", "missing.docx"], "missing.docx”不存在"),
        (["export", "FILE", "-o", "out.docx", "--reference", "FILE"], "2020.pbproj”已损坏或不完整"),
        (["rollover", "FILE", "-o", "out.pbproj", "--keep-years", "--all-years"], "不能与 --keep-years 同用"),
        (["rollover", "FILE", "-o", "out.pbproj", "--year", "1999"], "--year 应晚于它"),
        (["reference", "-o", "out.doc"], "后缀应为 .docx"),
        (["reference", "-o", "out.docx", "--form", "mars"], "“mars”这一表样本机没有"),
        (["merge", "FILE", "-o", "out.pbproj"], "缺少参数 同事的文件"),
        (["merge", "FILE", "FILE", "-o", "FILE"], "是同一个文件"),
        (["diff", "FILE", "FILE", "-o", "out.pdf"], "请改用 .docx 或 .xlsx"),
        (["diff", "FILE"], "里没有上年的内容"),
        (["."], "是一个文件夹"),
        (["check", "empty.txt"], "没有内容"),
        (["check", "empty.pbproj"], "是空文件"),
        (["check", "FILE", "--jsom"], "不认识的参数 --jsom"),
        (["check", "FILE", "--json=1"], "不能带值"),
        (["check", "a\nb"], "a b”"),  # not there, or on Windows not a name
        (["export", "FILE", "-o", "out.odt"], "请改用 .docx、.xlsx、.pdf"),
        (["export", "FILE", "-o", "out.docx", "--project", "1"], "没有编码为“1”的项目"),
        (["export", "FILE", "-o", "FILE"], "是同一个文件"),
        (["rollover", "FILE", "-o", "FILE"], "是同一个文件"),
        (["rollover", "FILE", "-o", "out.pbproj", "--year", "20x1"], "年份应为四位数字"),
        (["rollover", "FILE", "-o", "out.pbproj", "--from-year", "2021", "--year", "2021"], "--year 应晚于它"),
        (["rollover", "FILE", "-o", "out.pbproj", "--amounts", "scale=x"], "应为 clear、keep、scale=1.05"),
        (["rollover", "FILE", "-o", "out.pbproj", "--project", "1"], "没有编码为“1”的项目"),
        (["diff", "FILE", "missing.pbproj"], "missing.pbproj”不存在"),
        (["missing.pbproj"], "missing.pbproj”不存在：既不是文件，也不是命令"),
        (["--wrong"], "不认识的参数 --wrong"),
    ],
)
def test_a_fault_is_one_line_on_standard_error(
    arguments: list[str],
    sentence: str,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "empty.pbproj").touch()
    before = sorted(tmp_path.iterdir())

    assert main([str(file) if each == "FILE" else each for each in arguments]) == 2

    assert sentence in complaint(capsys)
    assert sorted(tmp_path.iterdir()) == before
    assert load(file) == DOCUMENT


def test_a_fault_of_the_program_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr(pbeditor.cli, "_run", fail)
    assert main(["forms"]) == 2
    assert complaint(capsys) == "程序内部出错，没有完成：ZeroDivisionError: two lines"


def test_an_interruption_is_one_line_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pbeditor.cli, "_run", interrupt)
    assert main(["forms"]) == 2
    assert complaint(capsys) == "已中断。"


@pytest.mark.parametrize("command", [WINDOW, *COMMANDS], ids=lambda command: command.name or "window")
def test_every_help_is_chinese_with_examples_that_can_be_called(
    command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*filter(None, [command.name]), "--help"]) == 0
    text = spoken(capsys)
    assert text.startswith("用法：pbeditor")
    assert f"例：\n  pbeditor {command.name}" in text
    assert "\n参数：\n" in text
    assert "2 用法或文件有误" in text
    assert not {"usage", "options", "positional", "show this"} & set(text.split())
    assert set(re.findall(r"\b[A-Z]+\b", text)) <= {"WPS", "PDF", "JSON"}
    assert [line for line in text.splitlines() if places(line) > 80] == []
    for example in command.examples:
        assert parsed(example.split()[1:]).run in {each.run for each in (WINDOW, *COMMANDS)}


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert spoken(capsys) == f"pbeditor {pbeditor.__version__}\n"


@pytest.mark.parametrize(("arguments", "opened"), [([], []), (["FILE"], ["FILE"])])
def test_without_a_command_the_window_opens(
    arguments: list[str], opened: list[str], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def run(files: list[str]) -> int:
        seen.extend(files)
        return 0

    monkeypatch.setitem(sys.modules, "pbeditor.ui.app", SimpleNamespace(run=run))
    assert main([each.replace("FILE", str(file)) for each in arguments]) == 0
    assert seen == [each.replace("FILE", str(file)) for each in opened]


def test_without_qt_the_other_commands_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pbeditor.ui.app", None)
    assert main([]) == 2
    assert complaint(capsys).startswith("不能打开窗口：本机缺少 Qt 运行库")


def test_without_qt_a_pdf_is_refused_and_word_offered(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pbeditor.ui.paper.pdf", None)
    assert main(["export", str(file), "-o", str(tmp_path / "a.pdf")]) == 2
    assert "可以改为导出 .docx" in complaint(capsys)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pbeditor", *arguments],
        capture_output=True,
        check=False,
        cwd=Path(pbeditor.cli.__file__).parents[2],
        env={**os.environ, **environment},
    )


def test_what_is_wrong_is_shown_where_a_program_has_no_output_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows starts it by a double click."""
    shown: list[str] = []
    monkeypatch.setattr(system, "show_sentence", shown.append)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main([str(tmp_path / "不在.pbproj")]) == 2
    (sentence,) = shown
    assert sentence.endswith("不在.pbproj”不存在，请检查文件夹和文件名。")


def test_the_output_is_utf_8_on_a_console_of_any_encoding() -> None:
    done = run("forms", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "内置\t河北省".encode() in done.stdout


def test_a_fault_is_utf_8_on_a_console_of_any_encoding() -> None:
    done = run("check", "没有.pbproj", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "没有.pbproj”不存在".encode() in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_cannot_be_written_is_one_line() -> None:
    program = f"exec {sys.executable} -m pbeditor forms >/dev/full"
    done = subprocess.run(["/bin/sh", "-c", program], capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1


def test_what_could_not_be_kept_of_a_file_that_is_replaced_is_said(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UnwritableError("versions", "写不下。")

    target = tmp_path / "旧的.pbproj"
    save(replace(DOCUMENT, title="旧的"), target)
    monkeypatch.setattr("pbeditor.store.backup.keep", full)
    assert main(["rollover", str(file), "-o", str(target)]) == 0
    assert "旧的.pbproj：已写入，但原有的内容没有留作以前的版本：“versions”写不下。" in capsys.readouterr().err


def test_on_windows_a_star_stands_for_the_files_of_colleagues(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save(DOCUMENT, tmp_path / "自己.pbproj")
    (tmp_path / "同事").mkdir()
    for number, name in enumerate(("桥梁检测", "河道清淤"), 3):
        new = replace(ROADS, id=f"p{number}", code=f"318-010{number}-JBN-AB14", name=name)
        save(replace(DOCUMENT, overall=(), projects=(new,)), tmp_path / "同事" / f"{name}.pbproj")
    monkeypatch.setattr(pbeditor.cli, "sys", SimpleNamespace(platform="win32", stdout=sys.stdout))
    call = [
        "merge",
        str(tmp_path / "自己.pbproj"),
        str(tmp_path / "同事" / "*.pbproj"),
        "-o",
        str(tmp_path / "全.pbproj"),
    ]
    assert main(call) == 0
    assert [each.name for each in load(tmp_path / "全.pbproj").projects][2:] == ["桥梁检测", "河道清淤"]
    capsys.readouterr()
    assert main(["check", str(tmp_path / "没有*.pbproj")]) == 2
    assert "没有*.pbproj" in complaint(capsys)


def test_merge_takes_what_is_new_and_tells_of_conflicts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = replace(WATER, goals="1、每日观测。")
    save(DOCUMENT, tmp_path / "mine.pbproj")
    new = replace(ROADS, id="p3", code="318-0103-JBN-AB14", name="桥梁检测", purpose="检测桥梁。")
    save(replace(DOCUMENT, overall=(), projects=(theirs, new)), tmp_path / "theirs.pbproj")
    call = ["merge", str(tmp_path / "mine.pbproj"), str(tmp_path / "theirs.pbproj"), "-o", str(tmp_path / "all.pbproj")]

    assert main(call) == 1
    said = capsys.readouterr().out
    assert "新增 1 处" in said
    assert "水位观测经费（1 栏不同）" in said
    projects = load(tmp_path / "all.pbproj").projects
    assert [project.name for project in projects] == [
        "水位观测经费",
        "道路养护",
        "桥梁检测",
    ]
    assert projects[0].goals == WATER.goals
    assert main([*call, "--prefer", "theirs", "--json"]) == 1
    assert json.decode(capsys.readouterr().out)["items"][0]["fields"] == ["goals"]
    assert load(tmp_path / "all.pbproj").projects[0].goals == "1、每日观测。"


def test_merge_counts_and_lists_nothing_of_hidden_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, other, target = tmp_path / "自己.pbproj", tmp_path / "甲.xlsx", str(tmp_path / "合并.pbproj")
    save(replace(DOCUMENT, projects=()), mine)
    other.write_bytes(with_hidden(own=False))
    main(["merge", str(mine), str(other), "-o", target])
    told = capsys.readouterr().out
    assert "已合并 1 个文件" in told
    assert told.count("[新增] 甲.xlsx：") == told.count("[新增]") > 0
    main(["merge", str(mine), str(other), "-o", target, "--json"])
    assert {item["file"] for item in json.decode(capsys.readouterr().out)["items"]} == {"甲.xlsx"}


def test_merge_takes_a_file_that_hides_every_project_as_it_is_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other, target = tmp_path / "自己.pbproj", tmp_path / "甲.xlsx", tmp_path / "合并.pbproj"
    save(replace(DOCUMENT, projects=()), mine)
    other.write_bytes(hiding_all())
    main(["merge", str(mine), str(other), "-o", str(target)])
    assert "“甲.xlsx”的 12 个项目都来自隐藏的工作表" in capsys.readouterr().err
    assert len(load(target).projects) == 12


def test_merge_says_which_of_two_equal_additions_was_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, first, second = (tmp_path / f"{name}.pbproj" for name in ("自己", "甲", "乙"))
    save(replace(DOCUMENT, projects=()), mine)
    for path in (first, second):
        save(replace(DOCUMENT, projects=(WATER,)), path)
    main(["merge", str(mine), str(first), str(second), "-o", str(tmp_path / "合并.pbproj")])
    told = capsys.readouterr().out
    assert "新增 1 处" in told
    assert "[没有加入] 乙.pbproj：水位观测经费（前面的文件里也有，用了前面的）" in told


def test_merge_says_that_a_file_is_of_another_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, other = tmp_path / "自己.pbproj", tmp_path / "去年.pbproj"
    save(DOCUMENT, mine)
    save(replace(DOCUMENT, year=DOCUMENT.year - 1), other)
    assert main(["merge", str(mine), str(other), "-o", str(tmp_path / "合并.pbproj")]) == 0
    assert f"“去年.pbproj”是{DOCUMENT.year - 1}年的文件，请核对有没有选错。" in capsys.readouterr().err


def test_merge_of_equal_files_is_done_and_an_unreadable_one_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(DOCUMENT, tmp_path / "mine.pbproj")
    save(DOCUMENT, tmp_path / "twin.pbproj")
    mine, out = str(tmp_path / "mine.pbproj"), str(tmp_path / "all.pbproj")

    assert main(["merge", mine, str(tmp_path / "twin.pbproj"), "-o", out]) == 0
    capsys.readouterr()
    assert main(["merge", mine, str(tmp_path / "none.docx"), "-o", out]) == 2
    assert complaint(capsys).count("“") == 1

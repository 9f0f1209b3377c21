"""The real 2020 document, as text and as Word, against what a person read in it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec import json

from pbeditor.cli import main
from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.target import printed
from pbeditor.store.project_file import load

SOURCES = ("000_afdd2bb79f6936ce.txt", "2020.docx")


@pytest.fixture(scope="module", params=SOURCES)
def imported(request: pytest.FixtureRequest, real_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("real") / "2020.pbproj"
    assert main(["import", str(real_folder / request.param), "-o", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def expected(real_folder: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.decode((real_folder / "expected.json").read_bytes())
    return content


def as_read(project: Project) -> dict[str, Any]:
    """A project in the shape of expected.json."""
    return {
        "unit_code": project.unit.code,
        "unit_name": project.unit.name,
        "code": project.code,
        "name": project.name,
        "total": project.budget.total,
        "fiscal": project.budget.fiscal,
        "other": project.budget.other,
        "purpose": project.purpose,
        "plan": [*project.plan],
        "goals": project.goals,
        "indicators": [row_as_read(row) for row in project.indicators],
    }


def row_as_read(row: Indicator) -> dict[str, str]:
    return {
        "level1": row.level1,
        "level2": row.level2,
        "name": row.name,
        "description": row.description,
        "raw": printed(row.target),
        "operator": row.target.operator,
        "number": row.target.number,
        "text": row.target.text,
        "basis": row.basis,
    }


def test_every_field_is_as_expected(imported: Path, expected: list[dict[str, Any]]) -> None:
    assert [as_read(project) for project in load(imported).projects] == expected


def test_the_counts_and_the_sum_are_those_of_the_document(imported: Path) -> None:
    document = load(imported)
    assert len(document.projects) == 14
    assert sum(len(project.indicators) for project in document.projects) == 81
    assert sum(Decimal(project.budget.total) for project in document.projects) == Decimal("143.73")


def test_the_front_of_the_document_is_read(imported: Path) -> None:
    document = load(imported)
    assert (document.form, document.year, document.title) == ("hebei-2020", 2020, "2020年部门预算绩效信息")
    assert (document.department.code, document.money_unit) == ("203002", "万元")
    assert [section.heading for section in document.overall] == ["总体绩效目标", "分项绩效目标", "工作保障措施"]
    assert [section.text.count("\n") for section in document.overall] == [0, 0, 3]
    assert all(section.text for section in document.overall)


def test_four_values_are_put_to_the_user(real_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(real_folder / SOURCES[0]), "-o", str(tmp_path / "a.pbproj"), "--json"]) == 0
    report = json.decode(capsys.readouterr().out)
    assert (report["projects"], report["indicators"]) == (14, 81)
    assert [(note["kind"], note["original"]) for note in report["notes"]] == [
        ("guessed", "≥903次及以上"),
        ("guessed", "≥953次及以上"),
        ("guessed", "≥955个以上"),
        ("guessed", "≥955个以上"),
    ]


def test_text_and_word_are_the_same_document(real_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *(str(real_folder / source) for source in SOURCES)]) == 0
    assert capsys.readouterr().out == "没有不同。\n"


def test_exported_to_word_and_imported_again_it_is_equal(imported: Path, tmp_path: Path) -> None:
    again = reimported(imported, tmp_path / "again.docx")
    assert again == load(imported)


def reimported(project_file: Path, through: Path) -> Document:
    back = through.with_suffix(".pbproj")
    assert main(["export", str(project_file), "-o", str(through)]) == 0
    assert main(["import", str(through), "-o", str(back)]) == 0
    return load(back)


def test_the_known_mistakes_are_found(imported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(imported), "--json"]) == 1
    problems = json.decode(capsys.readouterr().out)["problems"]
    errors = {problem["path"] for problem in problems if problem["severity"] == "error"}
    wrong = {"≥903次及以上", "≥953次及以上", "≥955个以上", ">100大于90%", "≥100大于等于90%"}
    places = {
        f"projects/{n}/indicators/{m}/target"
        for n, project in enumerate(load(imported).projects)
        for m, row in enumerate(project.indicators)
        if printed(row.target) in wrong
    }
    assert len(places) == 6
    assert places <= errors
    assert not [problem for problem in problems if "budget" in problem["path"]]
    costs = [problem["path"] for problem in problems if "与成本无关" in problem["message"]]
    assert costs == ["projects/0/indicators/1/level2"]


def test_next_years_draft_keeps_all_but_the_amounts(imported: Path, tmp_path: Path) -> None:
    out = tmp_path / "2021.pbproj"
    assert main(["rollover", str(imported), "-o", str(out), "--form", "mof-2021"]) == 0
    old, new = load(imported), load(out)
    assert (new.year, new.title) == (2021, "2021年部门预算绩效信息")
    assert [project.goals for project in new.projects] == [project.goals for project in old.projects]
    assert {project.budget.total for project in new.projects} == {""}
    assert {row.level1 for project in new.projects for row in project.indicators} == {
        "产出指标",
        "成本指标",
        "效益指标",
        "满意度指标",
    }

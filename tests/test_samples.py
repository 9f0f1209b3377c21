"""The bundled samples are what the README and the set-up command promise."""

from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.edit.compare import pair_projects
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.store import project_file
from pbeditor.store.forms import form_of
from pbeditor.store.resources import resource
from pbeditor.work.opening import open_any

SAMPLES = sorted(resource("samples").glob("*.pbproj"))


@pytest.fixture
def sample() -> Document:
    return project_file.load(resource("samples", "示例单位2020.pbproj"))


def without_ids(document: Document) -> Document:
    projects = (
        replace(project, id="", indicators=tuple(replace(row, id="") for row in project.indicators))
        for project in document.projects
    )
    return replace(document, projects=tuple(projects), last_year=None)  # no paper holds the year before


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_s_word_file_holds_the_same_document(path: Path) -> None:
    opened = open_any(path.with_suffix(".docx"))

    assert without_ids(opened.document) == without_ids(project_file.load(path))
    assert opened.notes == ()


def test_another_library_reads_the_names_and_tables_of_the_sample_s_word_file(sample: Document) -> None:
    word = docx.Document(str(resource("samples", "示例单位2020.docx")))
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}

    assert len(word.tables) == 2 * len(sample.projects)
    assert {project.name for project in sample.projects} <= cells
    assert {row.description for project in sample.projects for row in project.indicators} <= cells


def test_the_sample_has_two_units_and_twelve_projects(sample: Document) -> None:
    assert len(sample.projects) == 12
    assert len({project.unit for project in sample.projects}) == 2


def test_the_sample_holds_last_years_which_lies_beside_it_too(sample: Document) -> None:
    assert sample.last_year == project_file.load(resource("samples", "示例单位2019.pbproj"))


def test_beside_last_year_the_sample_has_new_renamed_and_gone_projects(sample: Document) -> None:
    assert sample.last_year is not None
    pairs = pair_projects(sample.last_year.projects, sample.projects)
    assert len(pairs) < len(sample.projects)
    assert len(pairs) < len(sample.last_year.projects)
    assert any(pairs[each.id].name != each.name for each in sample.projects if each.id in pairs)


def test_the_other_sample_is_clean_and_in_the_form_of_2021() -> None:
    document = project_file.load(resource("samples", "示例单位2021.pbproj"))
    assert document.form == "mof-2021"
    assert check(document, form_of(document)).problems == ()


def test_the_sample_shows_every_category_of_its_form(sample: Document, hebei: Form) -> None:
    used = {(row.level1, row.level2) for project in sample.projects for row in project.indicators}
    assert used == {(parent.name, child.name) for parent in hebei.categories for child in parent.children}


def test_the_planted_mistakes_are_the_errors_found(sample: Document, hebei: Form) -> None:
    errors = {problem.path for problem in check(sample, hebei).problems if problem.severity == "error"}
    assert errors == {"projects/1/budget/total", "projects/2/plan/2", "projects/3/indicators/2/target"}

"""Last year's project is found by id, then code, then name."""

import pytest
from msgspec.structs import replace

from pbeditor.check.last_year import last_year_of, old_row
from pbeditor.model.document import Document, Indicator, Project, Section

ROWS = (Indicator("r1", name="次数"), Indicator("r2", name="人数"))
FIRST, SECOND = Project("1", code="A-1", name="甲", indicators=ROWS), Project("2", code="A-2", name="乙")
DOCUMENT = Document("f", 2020, last_year=Document("f", 2019, overall=(Section("总体"),), projects=(FIRST, SECOND)))


@pytest.mark.parametrize(
    ("project", "old"),
    [
        (Project("1", code="A-2", name="乙"), FIRST),
        (Project("x", code="Ａ-２", name="甲"), SECOND),
        (Project("x", code="B-9", name=" 甲"), FIRST),
        (Project("x"), None),
        (Project("x", code="B-9", name="丙"), None),
    ],
    ids=["id", "code", "name", "blank", "new"],
)
def test_a_project_is_found(project: Project, old: Project | None) -> None:
    last = last_year_of(DOCUMENT)
    assert last is not None
    assert last.project(project) is old


def test_a_section_is_found_by_its_heading() -> None:
    last = last_year_of(DOCUMENT)
    assert last is not None
    assert last.section(Section("总 体", "今年")) == Section("总体")
    assert last.section(Section("分项")) is None


def test_a_row_is_found_by_id_and_then_by_name() -> None:
    assert old_row(Indicator("r1", name="人数"), FIRST) is ROWS[0]
    assert old_row(Indicator("x", name="人 数"), FIRST) is ROWS[1]
    assert old_row(Indicator("x"), FIRST) is None


def test_a_document_alone_has_no_last_year() -> None:
    assert last_year_of(replace(DOCUMENT, last_year=None)) is None

"""LibreOffice opens what we write and shows all of it where it belongs."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.exchange.reading import read_sheet
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.document import Document, Indicator, Project, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Sheet, Table
from tests.exchange.libreoffice import converted, pages

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def real(real_folder: Path, hebei: Form) -> tuple[Sheet, Document]:
    read = read_sheet((real_folder / "2020.docx").read_bytes(), "2020.docx")
    return read, interpret(read, hebei)[0]


@pytest.fixture(scope="module")
def written(real: tuple[Sheet, Document], hebei: Form, reference: bytes) -> bytes:
    return word_bytes(lay_out(real[1], hebei), hebei.layout, reference)


def long_project(project_id: str, rows: int) -> Project:
    indicators = tuple(
        Indicator(
            f"{project_id}{number}", "产出指标", "数量指标", f"名称{number}", "说明文字" * 8, Target("≥", "9", "9次")
        )
        for number in range(rows)
    )
    goals = "\n".join(f"{number}、做好某事。" for number in range(1, 5))
    return Project(project_id, Unit("203", "某局"), "C-1", f"项目{project_id}", goals=goals, indicators=indicators)


def test_every_cell_and_section_of_the_real_document_is_shown_in_order(
    real: tuple[Sheet, Document], written: bytes, tmp_path: Path
) -> None:
    shown = converted(written, tmp_path, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    tables = (block for block in real[0].blocks if isinstance(block, Table))
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells if cell.text]
    place = 0
    for text in [section.text for section in real[1].overall] + cells:
        for line in text.split("\n"):
            place = shown.index(line, place) + len(line)
    assert len(cells) == 786


@pytest.mark.poppler
def test_each_project_of_the_real_document_begins_a_page(
    real: tuple[Sheet, Document], written: bytes, tmp_path: Path
) -> None:
    shown = pages(converted(written, tmp_path, "pdf"))
    codes = [project.code for project in real[1].projects]
    holders = [[number for number, page in enumerate(shown) if code in page] for code in codes]
    assert all(len(found) == 1 for found in holders)
    assert len({found[0] for found in holders}) == len(codes) == 14
    for project, (page,) in zip(real[1].projects[1:], holders[1:], strict=True):
        assert "".join(project.name.split()) in shown[page][:80]


@pytest.mark.poppler
def test_the_header_of_a_long_grid_is_repeated_and_no_indicator_is_lost(
    hebei: Form, reference: bytes, tmp_path: Path
) -> None:
    document = Document("hebei-2020", 2020, projects=(long_project("a", 60), long_project("b", 1)))
    shown = pages(converted(word_bytes(lay_out(document, hebei), hebei.layout, reference), tmp_path, "pdf"))
    first = next(number for number, page in enumerate(shown) if "项目a" in page and "一级指标" in page)
    last = next(number for number, page in enumerate(shown) if "项目b" in page and "一级指标" in page) - 1
    assert last - first >= 2
    assert all("三级指标" in page for page in shown[first : last + 1])
    assert all(f"名称{number}" in "".join(shown) for number in range(60))


@pytest.mark.poppler
def test_a_goal_longer_than_a_page_is_shown_to_its_end(hebei: Form, reference: bytes, tmp_path: Path) -> None:
    project = replace(long_project("a", 2), goals="甲" * 4000 + "完")
    document = Document("hebei-2020", 2020, projects=(project,))
    data = word_bytes(lay_out(document, hebei), hebei.layout, reference)
    assert "".join(pages(converted(data, tmp_path, "pdf"))).count("甲") >= 4000


def test_a_document_saved_again_by_libreoffice_reads_the_same(
    real: tuple[Sheet, Document], hebei: Form, written: bytes, tmp_path: Path
) -> None:
    saved = converted(written, tmp_path, "docx:MS Word 2007 XML").read_bytes()
    assert saved != written
    assert interpret(read_sheet(saved, "again.docx"), hebei)[0] == interpret(read_sheet(written, "2020.docx"), hebei)[0]

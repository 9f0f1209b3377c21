"""Word files as LibreOffice breaks them, beside our own pages."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import anchor, lay_out, project_title
from pbeditor.sheet.pages import page_numbers
from pbeditor.store import project_file
from pbeditor.store.resources import resource
from pbeditor.ui.paper.pdf import pdf_bytes
from pbeditor.work.exporting import exported
from pbeditor.work.opening import open_any
from tests.exchange.libreoffice import converted, pages

pytestmark = [pytest.mark.libreoffice, pytest.mark.poppler]

WORDS = "协调做好各级代表会议工作，进一步提高干部队伍整体素质；"


def long_document() -> Document:
    """Sixty indicators, goals of 3,000 characters, a name of 120, a unit name of 60."""
    rows = tuple(
        Indicator(str(number), level1, "数量指标", f"培训次数{number}", WORDS, Target("≥", "3", "3次以上"))
        for number, level1 in enumerate(["产出指标"] * 30 + ["效果指标"] * 29 + ["满意度指标"])
    )
    unit, plan = Unit("203002", (WORDS * 3)[:60]), ("25.00", "50.00", "75.00", "100.00")
    goals = "\n".join(f"{number}、{(WORDS * 4)[:98]}" for number in range(1, 31))
    long = Project("a", unit, "203-0401-JBN-6X18", (WORDS * 5)[:120], purpose=WORDS, plan=plan, goals=goals)
    short = replace(long, id="b", name="短项目", goals=WORDS, indicators=rows[:4])
    overall = (Section("总体绩效目标", "\n".join([WORDS * 20] * 6)), Section("分项绩效目标", WORDS))
    return Document(
        "hebei-2020", 2020, "2020年部门预算绩效信息", unit, "万元", overall, (replace(long, indicators=rows), short)
    )


def documents(real_folder: Path) -> dict[str, Document]:
    (source,) = real_folder.glob("*.txt")
    sample = project_file.load(resource("samples", "示例单位2020.pbproj"))
    return {"real": open_any(source).document, "sample": sample, "long": long_document()}


def pages_of_projects(found: list[str], document: Document, form: Form) -> list[int]:
    """The page of each project's title, the one after the contents."""
    titles = ("".join(project_title(n, project, form).split()) for n, project in enumerate(document.projects, 1))
    return [max(number for number, page in enumerate(found, 1) if title in page) for title in titles]


@pytest.mark.parametrize("name", ["real", "sample", "long"])
def test_word_and_pdf_break_alike_and_the_contents_say_where(
    qtbot: QtBot, real_folder: Path, tmp_path: Path, hebei: Form, name: str
) -> None:
    document = documents(real_folder)[name]
    word = exported(document, hebei, "甲.docx", pdf_bytes)
    own = tmp_path / "own.pdf"
    own.write_bytes(pdf_bytes(lay_out(document, hebei), hebei))
    theirs, ours = pages(converted(word, tmp_path, "pdf:writer_pdf_Export")), pages(own)
    numbers = page_numbers(lay_out(document, hebei), hebei.layout)
    said = [numbers[anchor(number)] for number in range(1, len(document.projects) + 1)]
    assert said == pages_of_projects(theirs, document, hebei) == pages_of_projects(ours, document, hebei)
    assert len(theirs) == len(ours)

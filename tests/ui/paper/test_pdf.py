"""The PDF that is written: its text is found, its fonts are in it, it is the same each time."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from pbeditor.model.document import Document, Indicator, Project, Section
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import Paragraph, Sheet
from pbeditor.store import project_file
from pbeditor.store.resources import resource
from pbeditor.ui.paper import faces
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.pdf import pages_as_pdf, pdf_bytes
from pbeditor.work.opening import open_any

ROOT = Path(__file__).resolve().parents[3]
# Signs whose glyphs Qt names wrongly, shares between characters or changes with their neighbours.
TRICKY = (
    "项目 目录 言语 长青 203-0401-JBN-6X18",
    "≥9090%及以上，“引号”（6X18）",
    "office fi ffi 第1次 A1目",
    "\U0002000b目甲",
    "e\u0301tude A\u030aB 葛\U000e0100城 abc a\u0308z",
    "9\ufe0f\u20e35街区，98%、95%",
    "office 目 a\u0308z ——",
)


@pytest.fixture
def sample() -> Document:
    return project_file.load(resource("samples", "示例单位2020.pbproj"))


def written(folder: Path, block_sheet: Sheet, form: Form) -> Path:
    path = folder / "甲.pdf"
    path.write_bytes(pdf_bytes(block_sheet, form))
    return path


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def text_in(path: Path) -> str:
    """The text of a PDF without blanks and page numbers, in the order in which it is drawn."""
    pages = run("pdftotext", "-raw", path, "-").split("\f")
    return "".join("".join(page.rpartition("—")[0].rpartition("—")[0].split()) for page in pages)


def texts_of(block_sheet: Sheet) -> set[str]:
    texts = {block.text for block in block_sheet.blocks if isinstance(block, Paragraph)}
    tables = [block for block in block_sheet.blocks if not isinstance(block, Paragraph)]
    texts |= {cell.text for table in tables for row in table.rows for cell in row.cells}
    return {"".join(text.split()) for text in texts} - {""}


def missing(path: Path, block_sheet: Sheet) -> list[str]:
    found = text_in(path)
    return sorted(text for text in texts_of(block_sheet) if text not in found)


@pytest.mark.poppler
def test_every_text_of_the_real_document_is_found(qtbot: QtBot, real_folder: Path, tmp_path: Path, hebei: Form) -> None:
    (source,) = real_folder.glob("*.txt")
    document = open_any(source).document
    block_sheet = lay_out(document, hebei)
    path = written(tmp_path, block_sheet, hebei)
    assert missing(path, block_sheet) == []
    assert all(project.code in text_in(path) for project in document.projects)


@pytest.mark.poppler
def test_every_text_of_the_sample_is_found(qtbot: QtBot, tmp_path: Path, sample: Document, hebei: Form) -> None:
    block_sheet = lay_out(sample, hebei)
    assert missing(written(tmp_path, block_sheet, hebei), block_sheet) == []


@pytest.mark.poppler
@pytest.mark.parametrize("words", TRICKY)
def test_signs_are_found_as_they_were_written(qtbot: QtBot, tmp_path: Path, hebei: Form, words: str) -> None:
    block_sheet = lay_out(Document("hebei-2020", 2020, overall=(Section("总体", f"甲{words}\n{words}"),)), hebei)
    path = written(tmp_path, block_sheet, hebei)
    assert text_in(path).count("".join(words.split())) == 2


@pytest.mark.poppler
def test_a_sign_with_marks_around_it_leaves_the_sign_itself_as_it_is(qtbot: QtBot, tmp_path: Path, hebei: Form) -> None:
    words = ("9\ufe0f\u20e35街区", "达到98%", "a\u0308xe\u0301 \u2611 b", "abxe", "éa\u0308")
    rows = tuple(Indicator(str(n), "产出指标", "数量指标", each) for n, each in enumerate(words))
    block_sheet = lay_out(Document("hebei-2020", 2020, projects=(Project("p", indicators=rows),)), hebei, ["p"])
    found = text_in(written(tmp_path, block_sheet, hebei))
    assert [each for each in words if "".join(each.split()) not in found] == []


@pytest.mark.poppler
def test_a_text_from_right_to_left_is_found(qtbot: QtBot, tmp_path: Path, hebei: Form) -> None:
    row = Indicator("a", name="a\u0308 العربية")
    block_sheet = lay_out(Document("hebei-2020", 2020, projects=(Project("p", indicators=(row,)),)), hebei, ["p"])
    assert "العربية" in text_in(written(tmp_path, block_sheet, hebei))


@pytest.mark.poppler
def test_a_text_divided_over_pages_is_found_on_both(qtbot: QtBot, tmp_path: Path, hebei: Form) -> None:
    goals = "".join(f"第{number}项：协调做好工作；" for number in range(400))
    block_sheet = lay_out(Document("hebei-2020", 2020, projects=(Project("p", goals=goals),)), hebei, ["p"])
    found = text_in(written(tmp_path, block_sheet, hebei))
    assert all(f"第{number}项：协调做好工作；" in found.replace("绩效目标", "") for number in range(400))


@pytest.mark.poppler
def test_fonts_are_embedded_as_subsets(qtbot: QtBot, tmp_path: Path, sample: Document, hebei: Form) -> None:
    rows = run("pdffonts", written(tmp_path, lay_out(sample, hebei), hebei)).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)
    assert len({row.split()[0] for row in rows}) == len(rows)


@pytest.mark.poppler
def test_the_file_says_its_title_and_paper_and_no_time(
    qtbot: QtBot, tmp_path: Path, sample: Document, hebei: Form
) -> None:
    said = run("pdfinfo", written(tmp_path, lay_out(sample, hebei), hebei))
    assert f"Title:           {sample.title}" in said
    assert "(A4)" in said
    assert "Date" not in said


@pytest.mark.poppler
def test_the_margins_are_those_of_the_form(qtbot: QtBot, tmp_path: Path, hebei: Form) -> None:
    rows = tuple(Indicator(str(number), "产出指标", description="述" * 40) for number in range(40))
    sheet = lay_out(Document("hebei-2020", 2020, projects=(Project("p", indicators=rows),)), hebei, ["p"])
    run("pdftoppm", "-r", "254", "-f", "2", "-l", "2", "-gray", "-png", written(tmp_path, sheet, hebei), tmp_path / "p")
    image = QImage(str(next(tmp_path.glob("p*.png"))))  # 10 dots a mm
    across = [x / 10 for x in range(image.width()) if image.pixelColor(x, 400).lightness() < 128]
    page = hebei.layout.page
    assert across[0] == pytest.approx(page.left, abs=0.5)
    assert across[-1] == pytest.approx(page.width - page.right, abs=0.5)
    down = next(y / 10 for y in range(image.height()) if image.pixelColor(900, y).lightness() < 128)
    assert down == pytest.approx(page.top, abs=0.5)


def test_the_same_sheet_gives_the_same_bytes(qtbot: QtBot, sample: Document, hebei: Form) -> None:
    block_sheet = lay_out(sample, hebei)
    assert pdf_bytes(block_sheet, hebei) == pdf_bytes(block_sheet, hebei)


def test_the_outline_names_parts_and_projects(qtbot: QtBot, sample: Document, hebei: Form) -> None:
    marks = outline(PdfReader(BytesIO(pdf_bytes(lay_out(sample, hebei), hebei))))
    titles = (
        hebei.project_title.format(number=number, name=project.name)
        for number, project in enumerate(sample.projects, 1)
    )
    assert [title for title, _, _ in marks] == [hebei.overall_part, hebei.projects_part, *titles]
    assert [level for _, level, _ in marks] == [0, 0, *[1] * len(sample.projects)]
    pages = [page for _, level, page in marks if level and page is not None]
    assert pages == sorted(set(pages))


def test_each_entry_of_the_contents_leads_to_its_page(qtbot: QtBot, sample: Document, hebei: Form) -> None:
    reader = PdfReader(BytesIO(pdf_bytes(lay_out(sample, hebei), hebei)))
    links = [annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())]
    targets = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links]
    assert targets == [page for _, _, page in outline(reader)]


def outline(reader: PdfReader) -> list[tuple[str, int, int | None]]:
    """Title, level and page of each line of the outline."""

    def marks(found: Any, level: int) -> Iterator[tuple[str, int, int | None]]:
        for mark in found:
            if isinstance(mark, list):
                yield from marks(mark, level + 1)
            else:
                yield mark["/Title"], level, reader.get_destination_page_number(mark)

    return list(marks(reader.outline, 0))


def test_a_draft_shows_a_watermark(qtbot: QtBot, sample: Document, hebei: Form) -> None:
    block_sheet = lay_out(sample, hebei)
    plain, draft = pdf_bytes(block_sheet, hebei), pdf_bytes(replace(block_sheet, draft=True), hebei)
    assert len(draft) > len(plain)
    assert len(PdfReader(BytesIO(draft)).pages) == len(PdfReader(BytesIO(plain)).pages)


def test_a_file_names_no_colour(qtbot: QtBot, sample: Document, hebei: Form) -> None:
    measure = QtMeasure()
    pages = paginate(lay_out(sample, hebei), hebei.layout, measure)[:2]
    reader = PdfReader(BytesIO(pages_as_pdf(pages, hebei.layout, measure, draft=True)))
    drawn = b"\n".join(content.get_data() for page in reader.pages if (content := page.get_contents()) is not None)
    operators = {word for word in drawn.split() if word.isalpha()}
    assert b"g" in operators  # the shade of the watermark
    assert operators.isdisjoint((b"rg", b"RG", b"k", b"K", b"sc", b"scn", b"SC", b"SCN", b"cs", b"CS"))


@pytest.mark.poppler
def test_a_face_that_no_file_may_hold_is_drawn_as_outlines(
    qtbot: QtBot, tmp_path: Path, sample: Document, hebei: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = shades(tmp_path, pdf_bytes(lay_out(sample, hebei), hebei))
    monkeypatch.setattr(faces, "_FILES", re.compile(b"none has one"))
    data = pdf_bytes(lay_out(sample, hebei), hebei)
    assert b"/FontFile2" not in data
    assert shades(tmp_path, data) == pytest.approx(usual, rel=0.05)


def shades(folder: Path, data: bytes) -> list[float]:
    """How dark each page is, in so fine a picture that hints for the shapes of glyphs matter little."""
    (folder / "乙.pdf").write_bytes(data)
    run("pdftoppm", "-r", "200", "-gray", folder / "乙.pdf", folder / "s")
    images = [QImage(str(file)) for file in sorted(folder.glob("s*.pgm"))]
    return [sum(255 * each.width() - sum(row) for row in rows(each)) for each in images]


def rows(image: QImage) -> Iterator[bytes]:
    """The pixels line by line, without the bytes to which Qt fills up each line and which hold anything."""
    pixels, step = bytes(image.constBits()), image.bytesPerLine()
    for line in range(image.height()):
        yield pixels[line * step : line * step + image.width()]


def test_an_empty_document_is_written(qtbot: QtBot, hebei: Form) -> None:
    data = pdf_bytes(lay_out(Document("hebei-2020", 2020), hebei), hebei)
    assert len(PdfReader(BytesIO(data)).pages) == 1


def test_landscape_paper_lies_on_its_side(qtbot: QtBot, sample: Document, hebei: Form) -> None:
    turned = replace(hebei, layout=replace(hebei.layout, page=replace(hebei.layout.page, landscape=True)))
    box = PdfReader(BytesIO(pdf_bytes(lay_out(sample, turned), turned))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_a_program_without_a_screen_writes_pdf() -> None:
    program = (
        "from pbeditor.store.forms import load_forms; from pbeditor.ui.paper.pdf import pdf_bytes\n"
        "from pbeditor.sheet.sheet import Paragraph, Sheet\n"
        "print(pdf_bytes(Sheet((Paragraph('甲', 'title'),)), load_forms()['hebei-2020'])[:5])"
    )
    gone = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {key: value for key, value in os.environ.items() if key not in gone}
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=env, check=True, capture_output=True, text=True
    ).stdout
    assert told.strip() == "b'%PDF-'"

"""A file for each project: names that every system takes, no two alike."""

from pathlib import Path

from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Sheet
from pbeditor.work.export_each import export_each, planned, present
from pbeditor.work.opening import open_any

NAMES = ("甲/乙", "甲乙", "", "长" * 200, "a:b*c?.")
DOCUMENT = Document(
    "hebei-2020", 2020, projects=tuple(Project(str(number), name=name) for number, name in enumerate(NAMES))
)


def no_pdf(_sheet: Sheet, _form: Form) -> bytes:
    raise AssertionError


def test_each_file_is_called_by_number_and_name() -> None:
    names = [each.path.name for each in planned(DOCUMENT, Path("x/绩效.docx"))]
    assert names == [
        "绩效-01-甲 乙.docx",
        "绩效-02-甲乙.docx",
        "绩效-03.docx",
        f"绩效-04-{'长' * 40}.docx",
        "绩效-05-a b c.docx",
    ]


def test_the_number_is_the_one_in_the_document() -> None:
    assert [each.path.name for each in planned(DOCUMENT, Path("绩效.pdf"), ["1"])] == ["绩效-02-甲乙.pdf"]
    many = replace(DOCUMENT, projects=tuple(Project(str(number)) for number in range(120)))
    assert planned(many, Path("a.pdf"))[0].path.name == "a-001.pdf"


def test_each_file_holds_its_project_and_what_is_there_is_known(tmp_path: Path, hebei: Form) -> None:
    files = planned(DOCUMENT, tmp_path / "绩效.docx", ["0", "1"])
    assert present(files) == ()
    heard: list[Path] = []
    export_each(DOCUMENT, hebei, files, no_pdf, done=heard.append)
    assert heard == list(present(files)) == [each.path for each in files]
    assert [open_any(path).document.projects[0].name for path in heard] == ["甲/乙", "甲乙"]

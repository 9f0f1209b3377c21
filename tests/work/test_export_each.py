"""A file for each project: names that every system takes, no two alike."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.model.errors import UnwritableError
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
    export_each(DOCUMENT, hebei, files, no_pdf)
    assert present(files) == tuple(each.path for each in files)
    assert [open_any(each.path).document.projects[0].name for each in files] == ["甲/乙", "甲乙"]


def test_where_one_file_cannot_be_written_it_is_said_how_many_are(tmp_path: Path, hebei: Form) -> None:
    files = planned(DOCUMENT, tmp_path / "绩效.docx", ["0", "1", "2"])
    files[1].path.mkdir()
    with pytest.raises(UnwritableError, match="前面的 1 个文件已经写好，共 3 个。"):
        export_each(DOCUMENT, hebei, files, no_pdf)
    assert files[0].path.is_file()
    assert not files[2].path.exists()


def test_a_name_that_the_disk_refuses_is_left_to_the_writing(tmp_path: Path, hebei: Form) -> None:
    files = planned(DOCUMENT, tmp_path / f"{'a' * 300}.docx", ["0"])
    assert present(files) == ()
    with pytest.raises(UnwritableError, match="路径无效或太长"):
        export_each(DOCUMENT, hebei, files, no_pdf)

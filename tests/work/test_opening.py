"""Opening anything: what a file is tells its content."""

from pathlib import Path

import pytest

from pbeditor.model.document import Document, Indicator, Project
from pbeditor.model.errors import UnreadableError
from pbeditor.store.project_file import encode, save
from pbeditor.work.opening import UnknownLayoutError, open_any, open_bytes
from tests.exchange.builders import NAMESPACES, RELATIONS, p, package, tbl, tc

DOCUMENT = Document("hebei-2020", 2020, projects=(Project("p", indicators=(Indicator("i", "效果指标", "社会效益"),)),))
OVERALL = "第一部分 部门整体绩效目标\n（一）总体绩效目标：\n做好工作。"


def test_a_project_file_is_opened_as_saved(tmp_path: Path) -> None:
    save(DOCUMENT, tmp_path / "a.pbproj")
    opened = open_any(tmp_path / "a.pbproj")
    assert (opened.document, opened.form.id, opened.notes, opened.is_project) == (DOCUMENT, "hebei-2020", (), True)


def test_a_project_file_is_known_by_its_content() -> None:
    assert open_bytes(b"\xef\xbb\xbf\n" + encode(DOCUMENT), "a.txt").is_project


def test_a_project_file_can_be_put_into_another_form() -> None:
    opened = open_bytes(encode(DOCUMENT), "a.pbproj", "mof-2015")
    assert (opened.form.id, opened.document.form) == ("mof-2015", "mof-2015")
    assert opened.document.projects[0].indicators[0].level1 == "效益指标"


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.pbproj", "是空文件"),
        (b"\0\0", "a.pbproj", "零字节"),
        (b"{}", "a.txt", "不是绩效信息项目文件"),
        (b"{\\rtf1 a}", "a.pbproj", "没有找到项目绩效目标表"),
        (b"PK\x03\x04", "a.pbproj", "已损坏"),
        (encode(Document("mars", 2020)), "a.pbproj", "这一表样本机没有"),
    ],
)
def test_what_cannot_be_opened_is_refused_for_what_it_is(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        open_bytes(data, name)
    assert sentence in str(caught.value)


def test_anything_else_is_imported_with_a_report() -> None:
    opened = open_bytes(f"落款：某某局办公室\n{OVERALL}".encode(), "a.txt")
    assert not opened.is_project
    assert ("ignored", "落款：某某局办公室") in [(note.kind, note.original) for note in opened.notes]


def test_an_import_takes_the_form_it_is_told() -> None:
    text = OVERALL.replace("总体绩效目标", "年度总体目标")
    assert open_bytes(text.encode(), "a.txt", "mof-2021").document.form == "mof-2021"


def test_a_text_about_something_else_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableError, match=r"“日记\.txt”里没有找到项目绩效目标表.*请检查"):
        open_bytes("今天天气很好。\n".encode(), "日记.txt")


def test_the_name_of_a_file_tells_the_year_that_the_file_does_not() -> None:
    assert open_bytes(OVERALL.encode(), "2019年预算.txt").document.year == 2019


def test_a_year_that_nothing_tells_is_put_to_the_user() -> None:
    opened = open_bytes(OVERALL.encode(), "甲.txt")
    (note,) = (note for note in opened.notes if note.place == "year")
    assert note.kind == "guessed"
    assert str(opened.document.year) in note.message


def with_picture(body: str) -> bytes:
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="a" Type="{types}/image" Target="media/a.png"/>'
    return package({
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
    })  # fmt: skip


def test_a_file_of_pictures_only_says_so() -> None:
    with pytest.raises(UnreadableError, match="可能是扫描件") as caught:
        open_bytes(with_picture(p("")), "扫描.docx")
    assert not isinstance(caught.value, UnknownLayoutError)
    with pytest.raises(UnknownLayoutError, match="没有找到项目绩效目标表"):
        open_bytes(with_picture(tbl(tc("甲"))), "甲.docx")


def test_what_the_reader_passed_over_stands_in_the_report() -> None:
    body = "".join(p(line) for line in OVERALL.split("\n"))
    assert [note.message for note in open_bytes(with_picture(body), "甲.docx").notes if "图片" in note.message] == [
        "有 1 张图片，图片里的文字无法读取"
    ]

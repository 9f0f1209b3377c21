"""Word files as a whole: what is read in which order, what is refused, and the real document."""

from pathlib import Path

import pytest

from pbeditor.exchange import limits
from pbeditor.exchange.reading import read_sheet
from pbeditor.model.errors import UnreadableError
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import About, Paragraph, Sheet, Table
from tests.exchange.builders import NAMESPACES, docx, grid, p, package, tbl, tc, texts


def read(body: str, styles: str = "", numbering: str = "") -> Sheet:
    return read_sheet(docx(body, styles, numbering), "甲.docx")


def cells(found: Sheet) -> list[str]:
    tables = (block for block in found.blocks if isinstance(block, Table))
    return [cell.text for table in tables for row in table.rows for cell in row.cells if cell.text]


def test_the_real_word_file_and_the_real_text_hold_the_same_cells(real_folder: Path) -> None:
    text = next(real_folder.glob("000_*.txt")).read_bytes()
    from_word = read_sheet((real_folder / "2020.docx").read_bytes(), "2020.docx")
    from_text = read_sheet(text, "2020.txt")
    assert len(cells(from_word)) == 786
    assert cells(from_word) == cells(from_text)
    assert [one for one in texts(from_word) if one] == [one for one in texts(from_text) if one]


def test_the_real_word_file_has_81_indicator_rows(real_folder: Path) -> None:
    found = read_sheet((real_folder / "2020.docx").read_bytes(), "2020.docx")
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert len(tables) == 28
    assert sum(len(table.rows) - 1 for table in tables if table.rows[0].cells[0].text == "一级指标") == 81


def test_paragraphs_and_tables_keep_their_order() -> None:
    assert [type(block) for block in read(p("甲") + tbl(tc("乙")) + p("")).blocks] == [Paragraph, Table, Paragraph]


def test_content_controls_are_entered() -> None:
    inner = f"<w:sdt><w:sdtContent>{p('乙')}</w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('甲')}{inner}</w:sdtContent></w:sdt>"
    assert texts(read(body + p("丙"))) == ["甲", "乙", "丙"]


def test_a_block_that_was_moved_away_is_left_out() -> None:
    assert texts(read(f"<w:moveFrom>{p('甲')}</w:moveFrom><w:moveTo>{p('乙')}</w:moveTo>")) == ["乙"]


def test_a_gallery_of_contents_holds_entries() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>{p('乙')}"
    assert [one.role for one in read(body).blocks if isinstance(one, Paragraph)] == [sheet.ENTRY, ""]


def test_a_bookmark_before_a_paragraph_names_it() -> None:
    body = f'{p("甲")}<w:bookmarkStart w:id="1" w:name="_Toc1"/>{p("乙")}{p("丙")}'
    assert [one.anchor for one in read(body).blocks if isinstance(one, Paragraph)] == ["", "_Toc1", ""]


def test_a_foreign_file_says_nothing_about_itself() -> None:
    assert read(p("甲")).about == About()


def test_a_file_in_the_strict_variant_reads_the_same() -> None:
    document = f"<w:document {NAMESPACES}><w:body>{p('甲')}</w:body></w:document>"
    strict = document.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read_sheet(package({"word/document.xml": strict}), "甲.docx")) == ["甲"]


@pytest.mark.parametrize("body", ["<w:p>", "<w:p></w:tbl>", "\x01", '<w:p w:x="'])
def test_broken_xml_is_told_in_one_sentence(body: str) -> None:
    with pytest.raises(UnreadableError, match=r"“甲\.docx”已损坏或不完整"):
        read(body)


def test_entities_are_refused() -> None:
    bomb = f'<!DOCTYPE w [<!ENTITY a "{"x" * 99}">]><w:document {NAMESPACES}><w:body>{p("&a;")}</w:body></w:document>'
    with pytest.raises(UnreadableError, match="已损坏"):
        read_sheet(package({"word/document.xml": bomb}), "甲.docx")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(UnreadableError, match="已损坏"):
        read("<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400)


def test_tables_in_tables_in_tables_are_all_read() -> None:
    table = tbl(tc(p("9")))
    for level in range(8, -1, -1):
        table = tbl(tc(p(str(level)) + table))
    assert [grid(block)[0][0][0] for block in read(table).blocks] == list("0123456789")


def test_more_cells_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", limits.Limit(100))
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read(p("甲") * 101)


def test_one_enormous_block_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BLOCK", limits.Limit(100_000))
    assert len(read((p("甲" * 1000) + tbl(tc("乙"))) * 200).blocks) == 400
    with pytest.raises(UnreadableError, match="为安全起见没有读取"):
        read(p("<w:r/>" * 50_000))

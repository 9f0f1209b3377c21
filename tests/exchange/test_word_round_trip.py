"""What we write to Word comes back the same."""

from hypothesis import given

from pbeditor.exchange.reading import read_sheet
from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Sheet
from tests.exchange.builders import sheets


@given(block_sheet=sheets())
def test_any_sheet_comes_back_from_word_the_same(block_sheet: Sheet, hebei: Form, reference: bytes) -> None:
    assert read_sheet(word_bytes(block_sheet, hebei.layout, reference), "x.docx") == block_sheet


@given(block_sheet=sheets())
def test_a_sheet_read_from_word_and_written_again_is_the_same_file(
    block_sheet: Sheet, hebei: Form, reference: bytes
) -> None:
    once = word_bytes(block_sheet, hebei.layout, reference)
    assert word_bytes(read_sheet(once, "x.docx"), hebei.layout, reference) == once

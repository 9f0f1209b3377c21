"""What stands beside the text is read or told of alike, whatever the format."""

import pytest

from pbeditor.exchange.reading import read_sheet
from tests.exchange.shown import BESIDE, BESIDE_NOTES, sample, seen


@pytest.mark.parametrize("kind", ["docx", "doc", "rtf", "odt"])
def test_footnotes_follow_the_text_and_what_is_left_out_is_told(kind: str) -> None:
    found = read_sheet(sample(f"beside.{kind}"), "甲")
    assert seen(found.blocks) == BESIDE
    assert [(note.message, note.original) for note in found.notes] == BESIDE_NOTES


def test_a_page_has_no_edges_nor_hidden_text_any_more() -> None:
    found = read_sheet(sample("beside.html"), "甲")
    assert [text for text in seen(found.blocks) if text not in ("", "单位：元")] == BESIDE
    assert [(note.message, note.original) for note in found.notes] == BESIDE_NOTES[:1]

"""Maps from glyphs to characters."""

from pbeditor.exchange.pdf_text import character_map, said_as


def entries(signs: tuple[str, ...]) -> list[str]:
    lines = character_map(signs).decode("ascii").splitlines()
    return [line for line in lines if line.startswith("<") and line != "<0000> <FFFF>"]


def test_glyphs_count_from_one() -> None:
    assert entries(("目", "A")) == ["<0001> <76EE>", "<0002> <0041>"]


def test_a_ligature_stands_for_several_characters() -> None:
    assert entries(("ffi",)) == ["<0001> <006600660069>"]


def test_a_character_beyond_the_basic_plane_is_a_pair() -> None:
    assert entries(("\U0002000b",)) == ["<0001> <D840DC0B>"]


def test_a_glyph_that_stands_for_nothing_has_no_entry() -> None:
    assert entries(("甲", "", "乙")) == ["<0001> <7532>", "<0003> <4E59>"]


def test_no_section_holds_more_than_a_hundred_entries() -> None:
    lines = character_map(("甲",) * 250).decode("ascii").splitlines()
    assert [line for line in lines if "beginbfchar" in line] == ["100 beginbfchar", "100 beginbfchar", "50 beginbfchar"]


def test_codes_are_read_as_another_text_in_the_middle_of_a_string() -> None:
    assert f"<0001{said_as('é', '0002')}0003>Tj" == ("<0001>Tj/Span<</ActualText<FEFF00E9>>>BDC<0002>Tj EMC<0003>Tj")

"""Where tables break, to the tenth of a line."""

import pytest
from msgspec.structs import replace

from pbeditor.model.form import Form, Layout
from pbeditor.sheet import sheet
from pbeditor.sheet.geometry import pitch, type_area
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.page import Page
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.sheet import Block, Cell, Paragraph, Row, Run, Sheet, Table


def group(*texts: str, label: str = "用途") -> Table:
    """Rows that one label announces, which stay together."""
    first, *others = (Cell((Run(text),), 1, role=sheet.VALUE) for text in texts)
    announced = Cell((Run(label),), rows=len(texts), role=sheet.LABEL)
    return Table((Row((announced, first)), *(Row((cell,)) for cell in others)), (20.0, 100.0))


def lines(sign: str, count: int) -> str:
    return "\n".join([sign] * count)


def pages_of(layout: Layout, *blocks: Block) -> tuple[Page, ...]:
    return paginate(Sheet(blocks), layout, EmMeasure())


def shown(pages: tuple[Page, ...], text: str) -> list[tuple[int, int, int]]:
    """Where lines of a text stand: page, first line, count."""
    return [(page.number, one.first, one.count) for page in pages for one in page.texts if one.text == text]


def with_height(layout: Layout, height: float) -> Layout:
    """The same paper with a type area so tall."""
    return replace(layout, page=replace(layout.page, height=layout.page.top + layout.page.bottom + height))


def test_a_row_of_a_group_taller_than_a_page_goes_to_the_next_page_whole(hebei: Form) -> None:
    most = type_area(hebei.layout.page)[1] / pitch(hebei.layout, sheet.VALUE)
    counts = [int(most * part) for part in (0.4, 0.4, 0.6, 0.6)]
    texts = [lines(sign, count) for sign, count in zip("甲乙丙丁", counts, strict=True)]
    pages = pages_of(hebei.layout, group(*texts))
    places = [[(page, 0, count)] for page, count in zip((1, 1, 2, 3), counts, strict=True)]
    assert [shown(pages, text) for text in texts] == places


@pytest.mark.parametrize(("more", "places"), [(0.0, [2, 2, 2]), (0.01, [2, 2, 2]), (-0.01, [1, 1, 2])])
@pytest.mark.parametrize("in_one", [True, False])
def test_a_group_as_tall_as_a_page_stands_on_one(more: float, places: list[int], in_one: bool, hebei: Form) -> None:
    texts = [lines(sign, 4) for sign in "甲乙丙"]
    (page,) = pages_of(hebei.layout, group(*texts))
    height = max(rule.y2 for rule in page.rules) - hebei.layout.page.top
    before = Row((Cell((Run("上"),)), Cell((Run("下"),), 1)))
    table = group(*texts)
    blocks = [replace(table, rows=(before, *table.rows))] if in_one else [Paragraph("上", sheet.BODY), table]
    pages = pages_of(with_height(hebei.layout, height + more), *blocks)
    assert [shown(pages, text) for text in texts] == [[(place, 0, 4)] for place in places]


def test_a_text_beside_several_rows_makes_the_last_of_them_taller(hebei: Form) -> None:
    count = int(type_area(hebei.layout.page)[1] * 0.7 / pitch(hebei.layout, sheet.VALUE))
    text = lines("高", count)
    tall, short = Cell((Run(text),), rows=2, role=sheet.VALUE), Cell((Run("低"),), 1, role=sheet.VALUE)
    pages = pages_of(hebei.layout, Table((Row((tall, short)), Row((short,)))))
    assert shown(pages, text) == [(1, 0, count)]
    levels = sorted({rule.y1 for rule in pages[0].rules if rule.y1 == rule.y2})
    assert levels[1] - levels[0] < 10
    assert levels[2] - levels[0] > count * pitch(hebei.layout, sheet.VALUE)


def test_a_text_beside_rows_that_go_over_pages_has_room_on_each(hebei: Form) -> None:
    height = pitch(hebei.layout, sheet.VALUE)
    short = Cell((Run("低"),), 1, role=sheet.VALUE)
    first, second = (Cell((Run(text),), rows=n, role=sheet.VALUE) for text, n in (("首", 5), (lines("类", 5), 9)))
    rows = (Row((first, short)), *[Row((short,))] * 4, Row((second, short)), *[Row((short,))] * 8)
    pages = pages_of(with_height(hebei.layout, 10 * height), Table(rows))
    assert shown(pages, "首") == [(1, 0, 1)]
    assert shown(pages, second.text) == [(2, 0, 5), (3, 0, 5)]
    for page in pages[1:]:
        (text,) = [one for one in page.texts if one.text == second.text]
        assert text.y + 5 * height <= max(rule.y2 for rule in page.rules)


@pytest.mark.parametrize(
    ("more", "parts"), [(0, [8]), (1, [7, 2]), (2, [8, 2]), (3, [8, 3]), (8, [8, 8]), (9, [8, 7, 2])]
)
def test_no_line_of_a_divided_row_stands_alone_after_a_break(more: int, parts: list[int], hebei: Form) -> None:
    text = lines("甲", 8 + more)
    table = Table((Row((Cell((Run(text),), role=sheet.VALUE),)),))
    pages = pages_of(with_height(hebei.layout, 8.5 * pitch(hebei.layout, sheet.VALUE)), table)
    assert [count for _, _, count in shown(pages, text)] == parts

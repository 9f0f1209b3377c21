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
    counts = [int(most * part) for part in (0.4, 0.4, 0.45, 0.45, 0.4)]
    texts = [lines(sign, count) for sign, count in zip("甲乙丙丁戊", counts, strict=True)]
    pages = pages_of(hebei.layout, group(*texts))
    places = [[(page, 0, count)] for page, count in zip((1, 1, 2, 2, 3), counts, strict=True)]
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


def headed(*texts: str) -> Table:
    """A grid: a header and rows of one cell each."""
    header = Row((Cell((Run("首"),), role=sheet.LABEL),), header=True)
    return Table((header, *(Row((Cell((Run(text),), role=sheet.VALUE),)) for text in texts)), (100.0,))


def fill(layout: Layout, lines_left: float) -> list[Paragraph]:
    """Paragraphs that leave room for so many lines of a cell."""
    em = pitch(layout, sheet.BODY)
    count = int((type_area(layout.page)[1] - lines_left * pitch(layout, sheet.VALUE)) / em)
    return [Paragraph("上", sheet.BODY)] * count


def test_a_row_taller_than_half_a_page_is_divided_rather_than_leave_its_room_blank(hebei: Form) -> None:
    most = int(type_area(hebei.layout.page)[1] / pitch(hebei.layout, sheet.VALUE))
    tall, low = lines("高", int(most * 0.6)), lines("低", int(most * 0.45))
    before = fill(hebei.layout, most * 0.3)
    assert [page for page, *_ in shown(pages_of(hebei.layout, *before, headed(tall)), tall)] == [1, 2]
    assert shown(pages_of(hebei.layout, *before, headed(low)), low) == [(2, 0, int(most * 0.45))]


@pytest.mark.parametrize("part", [0.4, 0.6, 0.9, 0.97, 1.5])
@pytest.mark.parametrize("left", range(1, 30))
def test_a_header_never_stands_alone_at_the_foot_of_a_page(left: int, part: float, hebei: Form) -> None:
    text = lines("字", int(type_area(hebei.layout.page)[1] / pitch(hebei.layout, sheet.VALUE) * part))
    pages = pages_of(hebei.layout, *fill(hebei.layout, left), headed(text, "后"))
    page, _, count = shown(pages, text)[0]
    assert page == shown(pages, "首")[0][0]
    assert count >= 3
    assert sum(count for _, _, count in shown(pages, text)) == text.count("\n") + 1


def test_a_title_goes_with_the_least_of_a_table_that_may_be_divided(hebei: Form) -> None:
    text = lines("字", 30)
    for left in range(1, 30):
        title = Paragraph("题", sheet.PROJECT)
        pages = pages_of(hebei.layout, *fill(hebei.layout, left), title, headed(text))
        assert shown(pages, "题")[0][0] == shown(pages, "首")[0][0] == shown(pages, text)[0][0]


def test_rows_of_a_group_before_a_tall_one_stay_with_its_beginning(hebei: Form) -> None:
    text = lines("高", 30)
    for left in range(1, 30):
        pages = pages_of(hebei.layout, *fill(hebei.layout, left), group("低", text, "后"))
        assert shown(pages, "低")[0][0] == shown(pages, text)[0][0]


def test_a_tall_row_of_a_group_lower_down_takes_the_room_that_is_left(hebei: Form) -> None:
    text = lines("高", 30)
    for left in range(8, 30):
        table = group("低", text)
        table = replace(table, rows=(Row((Cell((Run("先"),), columns=2),)), *table.rows))
        pages = pages_of(hebei.layout, *fill(hebei.layout, left), table)
        assert [shown(pages, each)[0][0] for each in ("先", "低", text)] in ([1, 1, 1], [1, 2, 2], [2, 2, 2])


def test_a_header_taller_than_half_a_page_is_not_repeated_and_nothing_is_lost(hebei: Form) -> None:
    head, text = lines("首", 30), lines("字", 20)
    table = headed(text)
    header = Row((Cell((Run(head),), role=sheet.LABEL),), header=True)
    pages = pages_of(hebei.layout, replace(table, rows=(header, *table.rows[1:])))
    assert shown(pages, head) == [(1, 0, 30)]
    assert shown(pages, text) == [(2, 0, 20)]


def test_a_tall_row_beside_a_text_that_goes_on_from_above_is_divided_with_it(hebei: Form) -> None:
    beside, text = lines("旁", 50), lines("字", 48)
    first = Row((Cell((Run(beside),), rows=2, role=sheet.VALUE), Cell((Run("低"),), 1, role=sheet.VALUE)))
    pages = pages_of(hebei.layout, Table((first, Row((Cell((Run(text),), 1, role=sheet.VALUE),)))))
    for each, count in ((beside, 50), (text, 48)):
        assert [page for page, *_ in shown(pages, each)] == [1, 2]
        assert sum(lines for *_, lines in shown(pages, each)) == count

"""Years, ordinals and document numbers are told apart in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.model.years import shifted, written_in, years_in

PIECES = st.sampled_from(
    (
        "2019",
        "２０１９",
        "二〇一九",
        "19",
        "年",
        "年度",
        "-",
        "—",
        "至",
        "第",
        "三",
        "十",
        "届",
        "次",
        "批",
        "〔",
        "〕",
        "(",
        "）",
        "12号",
        "号",
        "修正",
        "十三五",
        "”",
        "。",
        "\n",
        "A",
        "元",
        " ",
        "2020",
        "/",
        ".",
        "3",
        "月",
    )
)


def found(text: str) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(one.kind, text[one.start : one.end], one.numbers) for one in written_in(text)]


@pytest.mark.parametrize(
    ("text", "kind", "piece", "numbers"),
    [
        ("完成2019年任务", "year", "2019", (2019,)),
        ("2019 年度", "year", "2019", (2019,)),
        ("（2019年）", "year", "2019", (2019,)),
        ("２０１９年底", "year", "２０１９", (2019,)),
        ("二〇一九年", "year", "二〇一九", (2019,)),
        ("二○一九年", "year", "二○一九", (2019,)),
        ("二零一九年", "year", "二零一九", (2019,)),
        ("一九九八年", "year", "一九九八", (1998,)),
        ("19年底前", "short", "19", (2019,)),
        ("2019-12-31", "date", "2019", (2019,)),
        ("2019.3.15", "date", "2019", (2019,)),
        ("大赛2019", "bare", "2019", (2019,)),
        ("2019-2021年", "range", "2019-2021", (2019, 2021)),
        ("2019年至2021年", "range", "2019年至2021", (2019, 2021)),
        ("2019—21年", "range", "2019—21", (2019, 2021)),
        ("2019/2020学年", "range", "2019/2020", (2019, 2020)),
        ("某财预〔2019〕12号", "number", "〔2019〕12号", (2019,)),
        ("某财预[2019]第 12 号", "number", "[2019]第 12 号", (2019,)),
        ("某财预（2019）12号", "number", "（2019）12号", (2019,)),
        ("某办法（2019）", "number", "（2019）", (2019,)),
        ("公告2019年第12号", "number", "2019年第12号", (2019,)),
        ("某办发2019年12号", "number", "2019年12号", (2019,)),
        ("某财预2019-12号", "number", "2019-12号", (2019,)),
        ("2019年12号楼改造", "year", "2019", (2019,)),
        ("2019年3号线开通", "year", "2019", (2019,)),
        ("2019部门预算", "bare", "2019", (2019,)),
        ("2019项目支出", "bare", "2019", (2019,)),
        ("2019公用经费", "bare", "2019", (2019,)),
        ("2019本级", "bare", "2019", (2019,)),
        ("二零一九部门预算", "bare", "二零一九", (2019,)),
        ("2019.12", "month", "2019", (2019,)),
        ("2019-12完成", "month", "2019", (2019,)),
        ("2019/12前", "month", "2019", (2019,)),
        ("201901", "month", "2019", (2019,)),
        ("２０１９．１２", "month", "２０１９", (2019,)),
        ("某法（2018年修正）", "edition", "2018年修正", (2018,)),
        ("某标准2017版", "edition", "2017版", (2017,)),
        ("“十三五”规划", "plan", "十三五", (13,)),
        ("第十九届", "ordinal", "第十九届", (19,)),
        ("第3次", "ordinal", "第3次", (3,)),
    ],
)
def test_each_way_of_writing_is_known(text: str, kind: str, piece: str, numbers: tuple[int, ...]) -> None:
    assert found(text) == [(kind, piece, numbers)]


@pytest.mark.parametrize(
    "text",
    [
        "203-2019-JBN",
        "JBN2019年",
        "12019年",
        "2019人",
        "2019.50万元",
        "2,019元",
        "1120192020号",
        "项目编码A2019B",
        "近20年",
        "2019部",
        "2019项",
        "2019公里",
        "2019项目标",
        "2019.12万元",
        "2019.1 亩",
        "2019.12千瓦",
        "￥2019.12",
        "2019-13",
        "203-2019-12",
        "203-201912",
        "201913",
        "二零一九万人",
        "第二零一九",
    ],
)
def test_codes_counts_and_amounts_are_no_years(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("piece", "kind", "later"),
    [
        ("2019", "year", "2020"),
        ("２０１９", "year", "２０２０"),
        ("二〇一九", "year", "二〇二〇"),
        ("二零一九", "year", "二零二零"),
        ("19", "short", "20"),
        ("2019年至2021", "range", "2020年至2022"),
        ("2019—21", "range", "2020—22"),
        ("第九届", "ordinal", "第十届"),
        ("第十九届", "ordinal", "第二十届"),
        ("第九十九次", "ordinal", "第一百次"),
        ("第9次", "ordinal", "第10次"),
        ("第０９期", "ordinal", "第１０期"),
        ("十三五", "plan", "十四五"),
    ],
)
def test_a_piece_moves_on_in_its_own_digits(piece: str, kind: str, later: str) -> None:
    assert shifted(piece, kind, 1) == later


def test_the_years_of_document_numbers_are_not_those_of_the_text() -> None:
    assert years_in(written_in("依据〔2018〕3号，2019年完成2020年准备，参照2017年修订")) == {2019, 2020}


@given(st.lists(PIECES, max_size=8).map("".join))
def test_pieces_lie_in_the_text_apart_and_in_order(text: str) -> None:
    written = written_in(text)
    places = [place for one in written for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(one.start < one.end <= len(text) for one in written)


@given(st.integers(1950, 2090), st.sampled_from(("year", "short")), st.integers(-3, 5))
def test_a_year_moves_by_as_many_years(year: int, kind: str, step: int) -> None:
    piece = str(year) if kind == "year" else f"{year % 100:02}"
    assert shifted(piece, kind, step) == (str(year + step) if kind == "year" else f"{(year + step) % 100:02}")


@pytest.mark.parametrize(
    "text", ["2019.1—2019.12", "2019.1-2019.12", "2019-01至2019-12", "201901-201912", "2019/1～2019/12"]
)
def test_both_months_of_a_span_are_known(text: str) -> None:
    assert [(kind, numbers) for kind, _, numbers in found(text)] == [("month", (2019,))] * 2


def test_a_text_of_nothing_but_years_is_soon_read() -> None:
    assert len(written_in("2019年" * 20_000)) == 20_000  # each compared with all before it, it took minutes

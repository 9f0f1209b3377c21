"""Numbers as the cells of a spreadsheet show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pbeditor.exchange.number_formats import BUILT_IN, Shown, plain, shown

ACCOUNTS = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (2.0, "General", "2"),
        (0.1 + 0.2, "General", "0.3"),
        (1e15, "General", "1000000000000000"),
        (1e300, "General", "1e+300"),
        (-0.0, "", "0"),
        (2, "G/通用格式", "2"),
        (2, "0.00", "2.00"),
        (1.005, "0.00", "1.01"),
        (0.5, "#.##", ".5"),
        (5, "000", "005"),
        (1234.5, "#,##0.00", "1,234.50"),
        (12_345_678, "0,", "12346"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (95, '0"%"', "95%"),
        (0.955, '"≥"0.0%', "≥95.5%"),
        (3, '0"次"', "3次"),
        (3, "0\\次", "3次"),
        (3, 'G/通用格式"人"', "3人"),
        (2, "[$¥-804]#,##0.00", "2.00"),
        (2, "¥#,##0.00", "2.00"),
        (-3, "0", "-3"),
        (-3, "0;(0)", "(3)"),
        (-3, "[Red]0", "-3"),
        (0, "0;-0;零", "0"),
        (0, ACCOUNTS, "0"),
        (1234.5, ACCOUNTS, "1,234.50"),
        (5, ";;;", "5"),
        (3.14159, "0.00E+00", "3.14159"),
        (0.25, "# ?/?", "0.25"),
        (13912345678, "000-0000-0000", "13912345678"),
        (7, "@", "7"),
        (float("nan"), "0.00", ""),
        (float("inf"), "General", ""),
        (1e25, "0.00", "1e+25"),
    ],
)
def test_a_number_is_shown_in_its_format(value: float, code: str, text: str) -> None:
    assert shown(value, code).text == text


@pytest.mark.parametrize(
    ("value", "code", "text", "exact"),
    [
        (12_345.678, "#,##0", "12,346", "12,345.678"),
        (0.005, "0.00", "0.01", "0.005"),
        (0.056, "0%", "6%", "5.6%"),
        (2, "0.00", "2.00", ""),
        (1_234_567, '0!.0,"万元"', "123.5万元", "123.4567万元"),
        (1_234_567, '0\\.0,"万元"', "123.5万元", "123.4567万元"),
        (1_234_567, '0!.0000"万元"', "123.4567万元", ""),
        (1_234_567, "0.00,", "1234.57", "1234.567"),
        (123_456_789, '0.00,,"百万元"', "123.46百万元", "123.456789百万元"),
        (12_345_678, "#\\,##0", "12,345,678", ""),
        (20, '0.00"万元"', "20.00万元", ""),
        (0, '#,##0.0,"万"', "0", ""),
        (1_234_567, "0!.0!,0", "123456.70", ""),
    ],
)
def test_a_number_comes_with_the_digits_that_its_format_hides(value: float, code: str, text: str, exact: str) -> None:
    assert shown(value, code) == Shown(text, exact)


@pytest.mark.parametrize(
    ("value", "code", "text", "exact"),
    [
        (1_234_567, '#\\,##0.0,"万"', "1234567", "1234567"),
        (1_234_567, '# ?/?"万"', "1234567", "1234567"),
        (0, '# ?/?"万"', "0", ""),
        (1_234_567, "0-0,", "1234567", "1234567"),
        (13912345678, "000-0000-0000", "13912345678", ""),
    ],
)
def test_a_format_whose_unit_is_not_that_of_its_number_is_told(value: float, code: str, text: str, exact: str) -> None:
    """The number is there as it is, because nobody can know what was meant."""
    assert shown(value, code) == Shown(text, exact)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1_234_567, '[>=10000]0!.0,"万元";0"元"', "123.5万元"),
        (5_000, '[>=10000]0!.0,"万元";0"元"', "5000元"),
        (-5_000, '[>=10000]0!.0,"万元";0"元"', "-5000元"),
        (-3, "[<0](0);0", "(3)"),
        (-3, "[>5]0;0;零", "-3"),
        (-3, "[>5]0;-0;零", "-3"),
        (0, "[>5]0;-0;零", "0"),
        (0, '0.0;[=0]"-"0', "-0"),
        (7, '0.0;[=0]"-"0', "7.0"),
        (2, '[=1]"是";[=0]"否"', "2"),
        (2, "[<>3]0.0;0", "2.0"),
    ],
)
def test_a_section_is_for_the_numbers_that_its_condition_names(value: float, code: str, text: str) -> None:
    assert shown(value, code).text == text


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(alphabet='0#?.,%;"\\!<>=[]_*@eE+-/ymdhs年万 G', max_size=12),
)
def test_any_format_shows_something(value: float, code: str) -> None:
    assert shown(value, code).text


@given(st.decimals(0, 10**9, places=2))
def test_amounts_survive_without_a_format(amount: object) -> None:
    assert float(plain(float(str(amount)))) == float(str(amount))


def test_the_formats_that_every_file_knows_can_be_shown() -> None:
    assert {
        number: shown(43891.5, code).text for number, code in BUILT_IN.items() if number in (1, 10, 14, 22, 31, 46)
    } == {
        1: "43892",
        10: "4389150.00%",
        14: "2020/3/1",
        22: "2020/3/1 12:00",
        31: "2020年3月1日",
        46: "1053396:00:00",
    }

"""Numbers of automatic lists in the kinds of numerals that Word names."""

from collections.abc import Callable

from pbeditor.model.numerals import chinese

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CHINESE = 999
_CIRCLED = 20  # Unicode has ① to ⑳


def numeral(kind: str, count: int) -> str:
    """A number as this kind shows it; in plain digits for a kind that is not known."""
    return _NUMERALS.get(kind, str)(count)


def _chinese(count: int) -> str:
    return chinese(count) if 0 < count <= _CHINESE else str(count)


def _letter(count: int) -> str:
    """Letters to z, then aa to zz, as Word counts."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        parts.append(letters * (count // value))
        count %= value
    return "".join(parts)


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1) if 0 < count <= _CIRCLED else str(count)


def _full_width(count: int) -> str:
    return str(count).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


_NUMERALS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}

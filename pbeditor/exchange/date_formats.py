"""Dates and times of a spreadsheet, which are numbers of days, in the format of their cell."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

DATE_PART = r"AM/PM|A/P|上午/下午|y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|e+|b+"
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a spreadsheet knows no time zone
_DAYS_TO_1904 = 1_462
_FALSE_LEAP_DAY = 60  # Excel counts 29 February 1900
_LAST = 2_958_465  # 31 December 9999
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOON = 12
_PADDED, _SHORT = 2, 3  # letters of a token: 3, 03, Mar, 星期二
_WEEKDAYS = "一二三四五六日"
_HALF_DAYS = {"AM/PM": ("AM", "PM"), "A/P": ("A", "P"), "上午/下午": ("上午", "下午")}


class Part(NamedTuple):
    """A piece of a format: kind is words, percent, date, elapsed, digits, general or odd."""

    kind: str
    text: str


def shown_date(days: float, parts: Sequence[Part], *, from_1904: bool = False) -> str:
    """The date or time that a number of days is, "" where no calendar has it."""
    if not 0 <= days < _LAST:
        return ""
    moment = _moment(days, from_1904=from_1904)
    half = any(part.text.upper() in _HALF_DAYS for part in parts)
    texts: list[str] = []
    last = ""  # the last part of the date or time, because m after h and before s is a minute
    for place, part in enumerate(parts):
        if part.kind == "elapsed":
            texts.append(str(int(days * _UNITS[part.text[0].lower()])))
        elif part.kind == "date":
            texts.append(_shown(moment, _kind(part.text, last, parts[place + 1 :]), len(part.text), half=half))
        else:
            texts.append(part.text)
        last = part.text[:1].lower() if part.kind in ("date", "elapsed") else last
    return "".join(texts).strip()


def _moment(days: float, *, from_1904: bool) -> datetime:
    if from_1904:
        days += _DAYS_TO_1904
    elif days < _FALSE_LEAP_DAY:
        days += 1
    return _EPOCH + timedelta(seconds=round(days * 86_400))


def _kind(text: str, before: str, after: Sequence[Part]) -> str:
    """Which part of the moment a token names; "n" is the minute."""
    if text.upper() in _HALF_DAYS:
        return text.upper()
    following = next((part.text[:1].lower() for part in after if part.kind == "date"), "")
    return "n" if text[0] in "mM" and (before == "h" or following == "s") else text[0].lower()


def _shown(moment: datetime, kind: str, length: int, *, half: bool) -> str:
    if kind in _HALF_DAYS:
        return _HALF_DAYS[kind][moment.hour >= _NOON]
    return _SHOWN[kind](moment, length, half)


def _padded(number: int, length: int) -> str:
    return f"{number:02}" if length > 1 else str(number)


def _month(moment: datetime, length: int, _: bool) -> str:
    return _MONTHS[moment.month - 1] if length > _PADDED else _padded(moment.month, length)


def _weekday(moment: datetime, length: int, _: bool) -> str:
    return ("星期" if length > _SHORT else "") + _WEEKDAYS[moment.weekday()]


def _day(moment: datetime, length: int, half: bool) -> str:
    return _weekday(moment, length, half) if length > _PADDED else _padded(moment.day, length)


def _hour(moment: datetime, length: int, half: bool) -> str:
    return _padded((moment.hour - 1) % 12 + 1 if half else moment.hour, length)


_UNITS = {"h": 24, "m": 1_440, "s": 86_400}
_SHOWN: dict[str, Callable[[datetime, int, bool], str]] = {
    "y": lambda moment, length, _: f"{moment.year:04}" if length > _PADDED else f"{moment.year % 100:02}",
    "e": lambda moment, _, __: str(moment.year),
    "b": lambda moment, _, __: str(moment.year + 543),
    "m": _month,
    "d": _day,
    "a": _weekday,
    "h": _hour,
    "n": lambda moment, length, _: _padded(moment.minute, length),
    "s": lambda moment, length, _: _padded(moment.second, 2 if length > 1 else 1),
}

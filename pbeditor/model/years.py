"""Years, ordinals and document numbers (文号) as texts write them: the one place that says what is one.

The check asks which years are left over from another document, 结转 which are to be renewed; both read here.
"""

from collections.abc import Iterable

from msgspec import Struct

from pbeditor.model.numerals import chinese, number_of
from pbeditor.model.patterns import pattern

# How a year begins; one of these is in every text that names one.
CENTURIES = ("20", "19", "２０", "１９", "二〇", "二○", "二零", "一九")
_DIGIT = "[0-9０-９]"
_ZERO = "〇○零ΟО０"
_WESTERN = f"(?:19|20|１９|２０){_DIGIT}{{2}}"
_HAN_DIGITS = f"{_ZERO}一二三四五六七八九"
_HAN_YEAR = f"(?:一九|二[{_ZERO}])[{_HAN_DIGITS}]{{2}}"
_YEAR = f"(?:{_WESTERN}|{_HAN_YEAR})"
_APART = f"(?<![0-9０-９A-Za-z{_HAN_DIGITS}])"
_TO = r"\s*(?:年度?)?\s*[-－—–―~～至到]{1,2}\s*"
# Behind four digits these say that something is counted, unless they begin a word of budgets.
_COUNT = (
    r"(?!\s*(?:部门|项目(?!标)|公用|公共|公务|本级|人员经费|个人经费))"
    r"\s*[元万亿人次个户件项家名台套吨米公平亩里篇部场本张册份批例座处所辆间倍分秒%％‰]"
)
# Behind a number that may be a month as well as decimals, these too.
_MEASURE = r"\s*[元万亿人次个户件项家名台套吨米公平亩里篇部场张册份例座处所辆间倍分秒%％‰千百厘立升克斤瓦株头只艘美号]"
_MONTH = rf"(?:[1１][0-2０-２]|[0０]?[1-9１-９])(?![0-9０-９A-Za-z]|[./．]{_DIGIT}|{_MEASURE})"
# 2019.12, 2019-12, 201912: by themselves they may be amounts or codes as well.
_MONTHS = (
    rf"{_WESTERN}(?=[./．]{_MONTH})",
    rf"(?<!-){_WESTERN}(?=-{_MONTH}(?!-{_DIGIT}))",
    rf"(?:(?<!-)|(?<=[0-9]{{6}}-)){_WESTERN}(?=[01][0-9])(?={_MONTH})",
)
_BARE = rf"{_WESTERN}(?![0-9０-９A-Za-z.．,，%％‰_/-])|{_HAN_YEAR}(?![{_HAN_DIGITS}十百千万亿])"
# What 号 numbers in a street or a works: the year before it is no document's.
_THINGS = "[楼线院路街巷门房室机井桥库厂矿馆仓船台炉塔泵站场坝沟渠段标地车泊码]"
# One kind after the other; what one has found is not looked at again.
_KINDS = tuple(
    (kind, pattern(source))
    for kind, source in (
        # 文号: the year in brackets of its own, mostly with a number behind it, or 公告2019年第12号.
        ("number", rf"[\[［〔【﹝]\s*{_YEAR}\s*年?\s*[\]］〕】﹞](?:\s*第?\s*{_DIGIT}+\s*号)?"),
        ("number", rf"[(（]\s*{_YEAR}\s*(?:年?\s*[)）]\s*第?\s*{_DIGIT}+\s*号|[)）])"),
        ("number", rf"{_APART}{_YEAR}\s*(?:年?\s*第|[年\-－—–])\s*{_DIGIT}+\s*号(?!{_THINGS})"),
        # The version of a law or a standard.
        ("edition", rf"{_APART}{_YEAR}\s*年?(?:{_DIGIT}{{1,2}}月)?(?:第[一二三四五六七八九]次)?(?:修正|修订|修改|版)"),
        ("range", rf"{_APART}{_YEAR}{_TO}(?:{_YEAR}(?!{_DIGIT})|{_DIGIT}{{2}}(?=\s*年))"),
        ("range", rf"{_APART}{_YEAR}/(?:{_YEAR}|{_DIGIT}{{2}})(?=\s*(?:学年|年度))"),
        ("year", rf"{_APART}{_YEAR}(?=\s*年)"),
        ("date", rf"{_APART}(?<![.．,，]){_WESTERN}(?=([-./．])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?!\d))"),
        ("month", rf"{_APART}(?<![.．,，_/￥¥$])(?:{'|'.join(_MONTHS)})"),
        ("short", r"(?<![0-9０-９.．,，第近满逾超余达共约前后长期每续连隔十百-])[0-9]{2}(?=年)"),
        ("bare", rf"{_APART}(?<![-－—_/第.．,，])(?:{_BARE})(?!{_COUNT})"),
        ("plan", r"(?<![一二三四五六七八九])十[一二三四五六七八九]五(?=规划|时期|期间|末|以来|收官|开局|[”’\"」』])"),
        ("ordinal", rf"第\s*(?:{_DIGIT}{{1,3}}|[一二三四五六七八九十百零]{{1,5}})\s*[届次批期轮]"),
    )
)
# The kinds whose years are the text's own.
OF_YEARS = ("year", "short", "date", "month", "bare", "range")
# One of these is in every text that holds any of them.
_ANY = pattern(f"{_DIGIT}{{2}}|一九|二[{_ZERO}]|第|十[一二三四五六七八九]五")
_ONE = pattern(rf"{_YEAR}|{_DIGIT}{{2}}")
_ORDINAL = pattern(rf"{_DIGIT}+|[一二三四五六七八九十百零]+")
_PLAIN = str.maketrans(_HAN_DIGITS, "000000123456789")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN = "一二三四五六七八九"
_CENTURY = 100


class Written(Struct, frozen=True):
    """One year, span of years, ordinal or 文号: `text[start:end]`.

    `kind` is year (2019 before 年), short (19 before 年), date (2019-3-1), month (2019-3, which may be no date at all),
    bare (2019 alone), range (2019-2021), number (文号), edition (2018年修正), plan (十三五) or ordinal (第三届).
    `numbers` are the years that it names, first and last of a range; for a plan and an ordinal its own number.
    """

    kind: str
    start: int
    end: int
    numbers: tuple[int, ...]


def written_in(text: str) -> tuple[Written, ...]:
    """Everything of these kinds in a text, in the order of the text, none within another."""
    if not _ANY.search(text):
        return ()
    found: list[Written] = []
    taken = bytearray(len(text))  # 1 for each sign of a piece
    for kind, known in _KINDS:
        for match in known.finditer(text):
            start, end = match.span()
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                found.append(Written(kind, start, end, _numbers(kind, match.group())))
    return tuple(sorted(found, key=lambda one: one.start))


def years_in(written: Iterable[Written]) -> frozenset[int]:
    """The years that a text speaks of; those of 文号 and of versions of a law are not its own."""
    return frozenset(year for one in written if one.kind in OF_YEARS for year in one.numbers)


def shifted(piece: str, kind: str, years: int) -> str:
    """What `piece` becomes so many years later, in the same digits: ２０１９ → ２０２０, 第九届 → 第十届.

    A plan goes on to the next one.
    """
    if kind == "plan":
        return f"{chinese((number_of(piece[:-1]) or 0) + 1)}五"
    if kind == "ordinal":
        return _ORDINAL.sub(lambda match: _like(match.group(), (number_of(match.group()) or 0) + years), piece, count=1)
    return _ONE.sub(lambda match: _year_like(match.group(), years), piece)


def _numbers(kind: str, piece: str) -> tuple[int, ...]:
    if kind == "plan":
        return (number_of(piece[:-1]) or 0,)
    if kind == "ordinal":
        found = _ORDINAL.search(piece)
        return (number_of(found.group()) or 0,) if found else ()
    years = [int(match.group().translate(_PLAIN)) for match in _ONE.finditer(piece)]
    return tuple(year if year >= _CENTURY else 20 * _CENTURY + year for year in years[: 2 if kind == "range" else 1])


def _like(old: str, number: int) -> str:
    """A number written as another one is: in Chinese, in full-width or in plain digits, with its leading zeroes."""
    if not old.isdecimal():
        return chinese(number)
    return _as_wide(old, f"{number:0{len(old)}d}" if old.startswith(("0", "０")) else str(number))


def _year_like(old: str, years: int) -> str:
    number = int(old.translate(_PLAIN)) + years
    if old.isdecimal():
        return _as_wide(old, f"{number if int(old) >= _CENTURY else number % _CENTURY:02d}")
    zero = next((sign for sign in old if sign in _ZERO), "〇")
    return "".join(zero if digit == "0" else _HAN[int(digit) - 1] for digit in str(number))


def _as_wide(old: str, digits: str) -> str:
    return digits.translate(_FULL_WIDTH) if old[0] in "０１２３４５６７８９" else digits

"""Last year's years and ordinals in texts and names, proposed for change; 文号 are marked and never changed."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from pbeditor.edit.year_changes import Change
from pbeditor.edit.year_lists import Years, are_in_turn, lists_in
from pbeditor.model.document import Document
from pbeditor.model.patterns import pattern
from pbeditor.model.years import Written, shifted, written_in, years_in

MARKED = ("number", "edition")  # shown to be looked at, never changed
# Directly behind a year these tell of something that happened once; in front of it 自 does.
_HAPPENED = pattern(
    r"\s*年?度?\s*(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?\s*"
    r"(?:以来|起|开始|建成|成立|挂牌|印发|出台|颁布|发布|公布|下发|批复|立项|开工|竣工|启用|投入使用|施行|实施|"
    r"获得|获评|荣获|获批|被评|被授予|以前|之前|前)"
)
_SINCE = pattern(r"(?:自|从|始于|建于|成立于|建成于|源于)\s*$")
_IN_TIME = pattern(r"\s*年?\s*(?:[0-9]{1,2}月)?\s*(?:[0-9]{1,2}日|底|末)?\s*(?:之?前)")
# The year before last year is renewed without asking only where a year is compared with the one before it.
_COMPARED = pattern(r"(?:较|比|同比|对比|相比)\s*$")
_ACCOUNTED = pattern(r"\s*年?度?\s*(?:决算|结转|结余|实际|同期|全年|水平|基数)")
# What makes a year of what is written like a number, by kind.
_BEHIND = {
    "short": pattern(r"年\s*(?:度|底|初|末|[0-9]{1,2}月|上半年|下半年|全年)"),
    "bare": pattern(r"\s*(?:省级|市级|县级|区级|本级)?(?:部门|项目支出|公用经费|公共预算)"),
}
_SCHOOL_YEAR = pattern(r"\s*(?:学年|年度)")
# What is held every year, so that its number goes up by one; assemblies and boards go by terms of several years.
_YEARLY = pattern(
    r"[^，。；\n]{0,16}?(?:节|展览?会?|博览会|交易会|洽谈会|推介会|运动会|论坛|年会|大赛|比赛|竞赛|邀请赛|锦标赛|联赛|评选|书市)"
)
_FAR = 500  # signs around a piece that are looked at: a text of nothing but years would take an hour otherwise
_TERMS = pattern(r"[^，。；\n]{0,10}?(?:人大|人民代表|代表大会|委员会|政协|党代会|全会|理事会|董事会|党委|班子)")


def proposals(document: Document, year: int) -> tuple[Change, ...]:
    """Every piece that `year` makes out of date or doubtful, in reading order. The title is renewed anyway."""
    return tuple(change for place, text in texts_of(document) for change in _in_text(place, text, document.year, year))


def texts_of(document: Document) -> Iterator[tuple[str, str]]:
    """The texts that may speak of a year, with their lasting places: no codes, amounts or units among them."""
    for index, section in enumerate(document.overall):
        yield f"overall/{index}/heading", section.heading
        yield f"overall/{index}/text", section.text
    yield from ((f"periods/{index}", period) for index, period in enumerate(document.periods))
    for project in document.projects:
        place = f"projects/{project.id}"
        yield from ((f"{place}/{field}", getattr(project, field)) for field in ("name", "purpose", "goals"))
        for row in project.indicators:
            yield f"{place}/indicators/{row.id}/name", row.name
            yield f"{place}/indicators/{row.id}/description", row.description
            yield f"{place}/indicators/{row.id}/target/text", row.target.text
            yield f"{place}/indicators/{row.id}/basis", row.basis


def _in_text(place: str, text: str, old: int, new: int) -> Iterator[Change]:
    written = written_in(text) if old != new else ()
    lists, starts = lists_in(text, written), [one.start for one in written]
    for one in written:
        piece, together = text[one.start : one.end], lists.get(one, ())
        if one.kind in MARKED:
            after = ""
        elif _is_due(one, old, new) or (are_in_turn(together) and any(_is_due(each, old, new) for each in together)):
            after = shifted(piece, one.kind, new - old)
        else:
            continue
        start, end = _sentence(text, one)
        others = [other for other in written[bisect_left(starts, start) : bisect_left(starts, end)] if other is not one]
        likely = bool(after) and _is_likely(one, text, old) and _is_of_now(one, text[start:end], others, old, new)
        likely = likely and not (together and _is_list(text, together))
        yield Change(place, one.start, piece, after, one.kind, text[start:end], one.start - start, likely)


def _is_due(one: Written, old: int, new: int) -> bool:
    """Whether so many years later another year, ordinal or plan would stand there."""
    if one.kind == "ordinal":
        return one.numbers[0] + new - old > 0
    if one.kind == "plan":
        return _plan_of(old) == one.numbers[0] == _plan_of(new) - 1
    if one.kind == "range":
        return old in one.numbers
    return one.numbers[0] in (old, old - 1)


def _plan_of(year: int) -> int:
    """Which five-year plan a year belongs to: 2016 began the 13th."""
    return (year - 1951) // 5


def _is_likely(one: Written, text: str, old: int) -> bool:
    """Whether nobody would object: the year itself, spans of one school year, and what is held every year."""
    before, after = text[max(one.start - _FAR, 0) : one.start], text[one.end : one.end + _FAR]
    if one.kind == "ordinal":
        return text[one.end - 1] == "届" and bool(_YEARLY.match(after)) and not _TERMS.match(after)
    if one.kind == "range":
        return one.numbers == (old, old + 1) and bool(_SCHOOL_YEAR.match(after))
    if before.rfind("《") > before.rfind("》"):  # the name of a document that has that year
        return False
    if one.kind != "year":
        behind = _BEHIND.get(one.kind)
        return behind is not None and one.numbers[0] == old and bool(behind.match(after))
    if one.numbers[0] == old - 1:
        return bool(_COMPARED.search(before) or _ACCOUNTED.match(after))
    return bool(_IN_TIME.match(after)) or not (_HAPPENED.match(after) or _SINCE.search(before))


def _is_of_now(one: Written, sentence: str, others: Iterable[Written], old: int, new: int) -> bool:
    """Whether a sentence is neither a plan over several years nor, where it counts something, history."""
    years = years_in(others)
    is_past = one.kind == "ordinal" and ("以来" in sentence or any(year < old for year in years))
    return new not in years and not is_past


def _is_list(text: str, together: Years) -> bool:
    """Whether years that follow one another belong together, so that one alone is not renewed; not 较2018年，2019年."""
    return not _COMPARED.search(text[max(together[0].start - _FAR, 0) : together[0].start])


def _sentence(text: str, one: Written) -> tuple[int, int]:
    """From where to where the sentence around a piece goes, its full stop included; a very long one is cut."""
    first, last = max(one.start - _FAR, 0), min(one.end + _FAR, len(text))
    begin = max(max(text.rfind(sign, first, one.start) for sign in "。；\n") + 1, first)
    end = min(found if (found := text.find(sign, one.end, last)) >= 0 else last for sign in "。；\n")
    return begin, end + (text[end : end + 1] in ("。", "；"))

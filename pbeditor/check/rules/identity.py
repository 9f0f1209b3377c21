"""Codes, names and units of the projects."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pbeditor.check.facts import DocumentFacts, ProjectFacts
from pbeditor.check.placeholder import is_placeholder, is_unwritten, unwritten
from pbeditor.check.problem import Finding, quoted
from pbeditor.check.rule import Rule
from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.model.unnamed import UNNAMED_PROJECT

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣ー", "-"))
_PLAIN = {0xFF00 + code: 0x20 + code for code in range(1, 0x5F)} | _DASHES


def code_is_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A project needs its code."""
    if is_unwritten(facts.project.code):
        yield Finding("code", unwritten("项目编码", facts.project.code))


def code_is_plainly_written(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """Full-width characters, spaces and long dashes make a code that no system finds."""
    code = facts.project.code
    plain = _plain_code(code)
    if plain != code and not is_placeholder(code):
        message = f"项目编码{quoted(_with_seen_blanks(code))}里有{_oddities(code)}，应写作{quoted(plain)}"
        yield Finding("code", message, (("code", plain),))


def code_fits_the_pattern(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A code looks like one of the form's patterns."""
    plain = _plain_code(facts.project.code)
    if not is_unwritten(plain) and not form.is_usual_code(plain):
        yield Finding("code", f"项目编码{quoted(plain)}与本表常见的格式不同，请核对是否抄错")


def name_is_given(facts: ProjectFacts, form: Form) -> Iterator[Finding]:
    """A project needs its name."""
    if is_unwritten(facts.project.name):
        yield Finding("name", unwritten("项目名称", facts.project.name))


def codes_are_unique(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
    """No two projects share a code."""
    projects = facts.projects
    for same in _repeated([project.code_key for project in projects]):
        for index in same:
            other = projects[next(number for number in same if number != index)]
            code, name = quoted(projects[index].code), quoted(other.name or UNNAMED_PROJECT)
            message = f"项目编码{code}与项目{name}的编码相同，请核对改正其中一个"
            yield Finding("code", message, index=index)


def names_are_unique(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
    """No two projects share a name."""
    projects = facts.projects
    for same in _repeated([project.name_key for project in projects]):
        for index in same:
            other = projects[next(number for number in same if number != index)]
            name, code = quoted(projects[index].name), quoted(other.code or "未填写")
            yield Finding("name", f"项目名称{name}与编码为{code}的项目相同，请区分名称或合并项目", index=index)


def department_parts_agree(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
    """The codes of one department open with the same digits, unless the project's own unit has others."""
    parts = [project.department for project in facts.projects]
    counts = Counter(filter(None, parts))
    if len(counts) < 2:  # noqa: PLR2004 (two kinds)
        return
    usual, times = counts.most_common(1)[0]
    if times * 2 <= counts.total():  # a part is called mistaken only when most codes share another
        return
    for index, part in enumerate(parts):
        if part != usual and not facts.projects[index].unit.code.startswith(part):  # as every code does with a blank
            yield Finding("code", f"项目编码的部门代码是{part}，其他项目多为{usual}，请核对", index=index)


def unit_lines_agree(facts: DocumentFacts, form: Form) -> Iterator[Finding]:
    """One unit code always stands with one name, and one name with one code."""
    if len({project.unit_key for project in facts.projects}) < 2:  # noqa: PLR2004 (all the same)
        return
    units = [project.unit for project in facts.projects]
    names = _usual((unit.code, unit.name) for unit in units)
    codes = _usual((unit.name, unit.code) for unit in units)
    for index, unit in enumerate(units):
        if message := _differs(unit, names.get(unit.code, unit.name), codes.get(unit.name, unit.code)):
            yield Finding("unit", message, index=index)


@lru_cache(maxsize=8192)
def _plain_code(code: str) -> str:
    """The code with half-width characters, plain hyphens and no spaces."""
    return "".join(code.translate(_PLAIN).split())


def _oddities(code: str) -> str:
    """What makes a code other than plain."""
    blank = any(sign.isspace() for sign in code)
    dash = any(sign.translate(_DASHES) != sign for sign in code)
    wide = any(sign.translate(_PLAIN) != sign == sign.translate(_DASHES) and not sign.isspace() for sign in code)
    told = (("全角字符", wide), ("空格（□处）", blank), ("不规范的横线", dash))
    return "、".join(label for label, present in told if present)


def _with_seen_blanks(code: str) -> str:
    return "".join("□" if sign.isspace() else sign for sign in code)


def _repeated(keys: list[str]) -> Iterator[list[int]]:
    """The places of each key that stands more than once; blanks do not count."""
    if len(set(keys)) == len(keys):
        return
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        places.setdefault(key, []).append(index)
    yield from (same for key, same in places.items() if key and len(same) > 1)


def _usual(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What most often stands beside each key; blanks do not count."""
    usual: dict[str, str] = {}
    for (key, value), _ in Counter(filter(all, pairs)).most_common():
        usual.setdefault(key, value)
    return usual


def _differs(unit: Unit, name: str, code: str) -> str:
    """What is odd about a unit where `name` stands beside its code, and `code` beside its name; "" for nothing."""
    if not unit.code and not unit.name:
        return "单位没有填写，其他项目都填写了"
    if unit.name != name:
        return f"单位代码{quoted(unit.code)}在其他项目里的名称是{quoted(name)}，请统一"
    if unit.code != code:
        return f"单位{quoted(unit.name)}在其他项目里的代码是{quoted(code)}，请统一"
    return ""


RULES = (
    Rule(code_is_given, "缺少项目编码", "error", "没有编码，就无法与预算里的项目对应。"),
    Rule(
        codes_are_unique,
        "项目编码重复",
        "error",
        "一个编码只对应一个项目，重复了就分不清是哪一个。",
        "document",
        ("code_key", "code", "name"),
    ),
    Rule(name_is_given, "缺少项目名称", "error", "名称是表格标题和目录的来源。"),
    Rule(code_fits_the_pattern, "项目编码格式少见", "warning", "编码多一位或少一位，就对不上预算里的项目。"),
    Rule(code_is_plainly_written, "项目编码有全角字符或空格", "warning", "看上去相同的编码，电脑会当作不同的编码。"),
    Rule(
        department_parts_agree,
        "项目编码的部门代码不一致",
        "warning",
        "可能抄错，或混入了别的部门的项目。",
        "document",
        ("department", "unit"),
    ),
    Rule(
        names_are_unique,
        "项目名称重复",
        "warning",
        "同名项目容易混淆，也可能是重复申报。",
        "document",
        ("name_key", "name", "code"),
    ),
    Rule(
        unit_lines_agree,
        "单位名称或代码前后不一致",
        "warning",
        "同一单位在各表中的写法应当相同。",
        "document",
        ("unit_key", "unit"),
    ),
)

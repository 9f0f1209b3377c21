"""What msgspec finds wrong with JSON or TOML, said in Chinese with the place.

msgspec's sentences look like "Expected `str`, got `int` - at `$.document.projects[0].id`".
"""

import re

_KINDS = {
    "str": "文字",
    "int": "整数",
    "float": "小数",
    "bool": "真假值",
    "null": "空值",
    "array": "列表",
    "object": "对象",
}
_WAY_OUT = "可能已损坏或改错了字；请换用备份或更正后再试"
_SENTENCES = (
    (r"Input data was truncated", "内容不完整，可能保存或复制时中断；请换用备份或向来源重新索取"),
    (r"Object missing required field `(.*)`", f"缺少键“{{0}}”，{_WAY_OUT}"),
    (
        r"Object contains unknown field `(.*)`",
        "有不认识的键“{0}”，可能由更新的版本保存或改错了字；请升级本程序或更正后再试",
    ),
    (r"Expected `(.*)`, got `(.*)`", f"应为{{0}}，却是{{1}}，{_WAY_OUT}"),
    (r"Expected `(?:int|float)` >= (.*)", "应不小于 {0}"),
    (r"Expected `(?:int|float)` <= (.*)", "应不大于 {0}"),
    (r"Expected `array` of length >= (.*)", "至少要有 {0} 项"),
    (r"Expected `str` of length >= 1", "不能为空"),
    (r"Invalid enum value (.*)", f"的值 {{0}} 不在允许的范围内，{_WAY_OUT}"),
    (r"(?:Integer value|Number) out of range", f"的数太大，{_WAY_OUT}"),
    (r"JSON is malformed: .*", f"不合 JSON 语法，{_WAY_OUT}"),
    (r".* \(at .*\)", "不合 TOML 语法，请更正后再试"),
)
_PLACE = re.compile(r"(.*) - at `\$\.?(.*)`", re.DOTALL)


def fault(error: Exception, data: bytes) -> str:
    """The sentence without its full stop; `data` is what was decoded, for counting lines."""
    if isinstance(error, RecursionError):
        return "嵌套太深，不像是本程序的文件"
    if isinstance(error, UnicodeDecodeError):
        return f"{_undecodable(data)}不是 UTF-8 编码的文字；请用记事本另存为 UTF-8 后再试"
    found = _PLACE.fullmatch(str(error))
    what, place = (found[1], _path(found[2])) if found else (str(error), _line(str(error), data))
    return f"{place}{_translated(what)}"


def _translated(what: str) -> str:
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, what, re.DOTALL):
            return sentence.format(*(_KINDS.get(word, word) for word in found.groups()))
    return f"有误（{what}），{_WAY_OUT}"


def _path(place: str) -> str:
    """`document.projects[0].id` as the path that the command line uses."""
    path = re.sub(r"\[(\d+|\*)\]", r"/\1", place.replace("[...]", "[*]")).replace(".", "/").lstrip("/")
    return f"{path} 处" if path else ""


def _line(message: str, data: bytes) -> str:
    if found := re.search(r"\(byte (\d+)\)$", message):
        return place_of(int(found[1]), data)
    if found := re.search(r"\(at line (\d+), column (\d+)\)$", message):
        return f"第 {found[1]} 行第 {found[2]} 列"
    return ""


def place_of(offset: int, data: bytes) -> str:
    """Line and column, counted from 1 in characters, of a byte."""
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return f"第 {before.count(10) + 1} 行第 {column} 列"


def _undecodable(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return place_of(error.start, data)
    return ""

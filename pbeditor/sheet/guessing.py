"""Which field an unknown label or column of a foreign table is likely to be, by its words and what stands below it."""

import re
from collections.abc import Sequence

from pbeditor.model.form import Form
from pbeditor.model.measuring_units import is_unit
from pbeditor.model.patterns import pattern
from pbeditor.model.target import canonical_operator
from pbeditor.model.text import fold
from pbeditor.sheet.grid import label_key

# Words in the head of a column, the telling ones first.
_COLUMNS = (
    ("level1", r"一级|大类|指标类型|指标类别|指标维度|维度"),
    ("level2", r"二级|子类|小类|分类|类别|类型"),
    ("operator", r"符号|性质|运算|方向"),
    ("words", r"计量|单位|度量"),
    ("basis", r"依据|来源|标准$|参照"),
    ("description", r"解释|说明|描述|含义|内涵|公式|内容"),
    ("target", r"值$|值[(]|目标|预期|计划数"),
    ("number", r"数值|数额|数量$"),
    ("name", r"三级|四级|名称|指标$|事项|要点"),
)
# Words in a label of the head table.
_LABELS = (
    ("unit", r"(单位|部门|处室).*(名称|代码|编码)?$|主管"),
    ("code", r"编码|编号|代码|序列号|识别号|项目号"),
    ("plan", r"支出计划|支出进度|用款计划|资金进度"),
    ("fiscal", r"财政|拨款|一般公共预算"),
    ("other", r"其他|其它|自筹|单位资金"),
    ("total", r"总额|总计|合计|总投资|预算数|预算金额|预算资金|申请金额|申请资金|安排金额"),
    ("purpose", r"用途|概况|主要内容|建设内容|立项|必要性|内容"),
    ("goals", r"目标|总体要求|预期成效"),
    ("name", r"名称|项目名|全称"),
)
_NO_FIELD = pattern(r"序号|权重|分值|得分|备注|上年|完成")
_VALUE = pattern(r"[≥≤＞＜＝><=]*\s*[0-9０-９][0-9０-９.,]*\s*\D{0,8}")
_BASES = pattern(r".*(计划|行业|历史|支出)标准|.*(通知|意见|规划|方案|办法)》?")
_MOST = 0.6  # of the texts below a head that make evidence
_LIKE = 0.5  # how much of two labels' pairs of characters must be the same


def column_guess(text: str, samples: Sequence[str], form: Form) -> str:
    """The field of the grid: by words, else by what stands below, else by likeness to a known label; "" for none."""
    if _NO_FIELD.search(label_key(text)):
        return ""
    by_words, by_texts = _by_words(text, _COLUMNS), _by_texts(samples, form)
    if by_words in ("level1", "level2", "name") and by_texts in ("level1", "level2"):
        return by_texts
    known = {label: column.field for column in form.columns for label in (column.label, *column.synonyms)}
    return by_words or by_texts or _alike(text, known)


def label_guess(text: str, form: Form) -> str:
    """The field of the head table; "" for none."""
    known = {label: field for field, labels in form.labels.items() if field != "money_unit" for label in labels}
    return _alike(text, known, 0.75) or _by_words(text, _LABELS)


def category_guess(text: str, form: Form, *, is_level2: bool) -> str:
    """The name of the category that `text` most resembles; "" for none. A 二级 comes as 一级/二级."""
    if is_level2:
        known = {child.name: f"{each.name}/{child.name}" for each in form.categories for child in each.children}
    else:
        known = {each.name: each.name for each in form.categories}
    if "成本" not in text and "费" not in text:  # shares words with 效益, but is never meant without being said
        known = {name: value for name, value in known.items() if "成本" not in name}
    return _alike(text.replace("指标", ""), {name.replace("指标", ""): value for name, value in known.items()}, 0.3)


def names_column(text: str) -> str:
    """The field that the words of a head alone name; "" for none."""
    return _by_words(text, _COLUMNS)


def _by_words(text: str, patterns: Sequence[tuple[str, str]]) -> str:
    key = label_key(text)
    return next((field for field, pattern in patterns if re.search(pattern, key)), "")


def _by_texts(samples: Sequence[str], form: Form) -> str:
    """What most of the texts below a head are."""
    if not samples:
        return ""
    kinds = (
        ("level1", lambda text: form.level1(text) is not None and form.level2(text) is None),
        ("level2", lambda text: form.level2(text) is not None),
        ("operator", lambda text: canonical_operator(text) != ""),
        ("words", is_unit),
        ("target", lambda text: _VALUE.fullmatch(text) is not None),
        ("basis", lambda text: _BASES.fullmatch(text) is not None),
    )
    for field, holds in kinds:
        if sum(map(holds, samples)) >= _MOST * len(samples):
            return field
    return ""


def _alike(text: str, known: dict[str, str], least: float = _LIKE) -> str:
    """The field of the most similar known label, by the pairs of characters they share."""
    best, likeness = "", least
    for label, field in known.items():
        if (found := _likeness(fold(text), fold(label))) > likeness:
            best, likeness = field, found
    return best


def _likeness(one: str, other: str) -> float:
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if others else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))

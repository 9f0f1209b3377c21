"""Paths as a person reads them: 项目6“干部培训”绩效指标第1行 指标值."""

from pbeditor.model.document import Document
from pbeditor.model.form import Form

_DOCUMENT = {"form": "表样", "year": "年度", "title": "标题", "department": "部门", "money_unit": "金额单位"}
_OF_TOTAL = "其中："  # stands before a part of the amount on paper, where the amount stands before it
_ASIDE = {"muted": "已静音的检查", "confirmed": "已核实的问题"}
_PARTS = {"operator": "符号", "number": "数值", "text": "文字", "code": "代码", "heading": "标题"}


def place_name(document: Document, form: Form, path: str, longest: int = 0) -> str:
    """Where `path` leads in `document`, in the words of its form; "全文" for the document itself.

    What is there no more is told by its number. `longest`, if not 0, cuts names of projects to so many characters and
    leaves out what goes without saying.
    """
    first, *rest = path.split("/")
    if first == "projects" and rest:
        return _project(int(rest[0]), rest[1:], document, form, longest)
    if first == "overall" and rest:
        heading = "".join(section.heading for section in document.overall[int(rest[0]) :][:1])
        return _joined(f"{form.overall_part}“{heading}”", _PARTS.get(rest[1], "") if rest[1:] else "")
    if first == "periods":
        return _joined(f"{form.labels['plan'][0]}的期别", *(f"第{int(step) + 1}期" for step in rest))
    if first in _ASIDE:
        return _ASIDE[first]
    parts = [_PARTS.get(step, "名称") for step in rest]
    return _joined(_DOCUMENT.get(first, "全文"), *parts)


def _project(index: int, steps: list[str], document: Document, form: Form, longest: int) -> str:
    name = "".join(project.name or project.code for project in document.projects[index : index + 1])
    where = f"项目{index + 1}“{_cut(name, longest)}”"
    if steps[:1] == ["indicators"] and steps[1:]:
        labels = {column.field: column.label for column in form.columns}
        where, steps = f"{where}{' ' if longest else '绩效指标'}第{int(steps[1]) + 1}行", steps[2:]
        return _joined(where, *(labels.get(step) or _PARTS.get(step, "") for step in steps))
    if steps[:1] == ["plan"] and steps[1:]:
        return _joined(where, form.labels["plan"][0], form.period(int(steps[1])))
    if steps[:1] == ["unit"]:
        return _joined(where, form.labels["unit"][0], *(_PARTS.get(step, "名称") for step in steps[1:]))
    fields = {field: names[0].removeprefix(_OF_TOTAL) for field, names in form.labels.items()}
    labels = {"indicators": "绩效指标"} | fields
    return _joined(where, *(labels.get(step, "") for step in steps))


def _cut(name: str, longest: int) -> str:
    return f"{name[: longest - 1]}…" if 0 < longest < len(name) else name


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)

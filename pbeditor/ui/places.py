"""Places in a document as a person would name them: “3 党代表活动经费 · 第2行 指标值”."""

from pbeditor.model.document import Document
from pbeditor.model.form import Form

DOCUMENT_FIELDS = {
    "title": "标题",
    "year": "年度",
    "form": "表样",
    "money_unit": "金额单位",
    "department": "部门（单位）",
}
PROJECT_FIELDS = {
    "unit": "单位",
    "code": "项目编码",
    "name": "项目名称",
    "total": "预算数",
    "fiscal": "财政资金",
    "other": "其他资金",
    "budget": "预算",
    "purpose": "资金用途",
    "plan": "资金支出计划",
    "goals": "绩效目标",
    "indicators": "绩效指标",
}
INDICATOR_FIELDS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "description": "绩效指标描述",
    "target": "指标值",
    "basis": "指标值确定依据",
}


def place_name(document: Document, form: Form, path: str, longest: int = 0) -> str:
    """Where `path` leads, from the project or section down to the field; names cut to `longest` characters if not 0."""
    part, *rest = path.split("/")
    index = int(rest[0]) if rest and rest[0].isdecimal() else -1
    if part == "projects":
        found = 0 <= index < len(document.projects)
        owner = project_name(document, index, longest) if found else "预算项目"
        return " · ".join(filter(None, (owner, _in_project(form, rest[1:]))))
    if part == "overall":
        found = 0 <= index < len(document.overall)
        return f"部门整体绩效目标 · {document.overall[index].heading or '未命名部分'}" if found else "部门整体绩效目标"
    return f"文档信息 · {DOCUMENT_FIELDS.get(part, '')}".rstrip(" ·")


def project_name(document: Document, index: int, longest: int = 0) -> str:
    """A project's number on paper and its name, or its code where it has none."""
    project = document.projects[index]
    name = project.name or project.code or "未命名项目"
    return f"{index + 1} {f'{name[: longest - 1]}…' if 0 < longest < len(name) else name}"


def _in_project(form: Form, steps: list[str]) -> str:
    if not steps:
        return ""
    field, *rest = steps
    if field == "indicators" and rest:
        return f"第{int(rest[0]) + 1}行 {_column(form, rest[1])}" if len(rest) > 1 else f"第{int(rest[0]) + 1}行指标"
    if field == "plan" and rest:
        return f"{PROJECT_FIELDS['plan']} {form.period(int(rest[0]))}"
    if field == "budget" and rest:
        field = rest[0]
    return PROJECT_FIELDS.get(field, "")


def _column(form: Form, field: str) -> str:
    label = next((column.label for column in form.columns if column.field == field), "")
    return label or INDICATOR_FIELDS.get(field, "")

"""What the types of a form cannot say but the program relies on, in sentences for whoever wrote its file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from pbeditor.model.form import Box, Form, Layout
from pbeditor.sheet.geometry import type_area

_COLUMNS = {"level1", "level2", "name", "description", "target", "basis"}
_TEXTS = ("title", "contents", "part", "section", "body", "project", "label", "value", "page_number")
_LABELS = ("code", "name", "total", "fiscal", "other", "purpose", "plan", "goals", "unit", "money_unit")
_PARTS = {"operator", "number", "words"}
_LEAST = 60  # mm of the type area each way: less has no room for a table
# What braces are filled with: a text may be blank, and a cover may know no year.
_TITLE, _HEADING, _PROJECT = {"year": 2020}, {"number": "一", "heading": ""}, {"number": 1, "name": ""}
_COVER = {"title": "", "department": "", "code": "", "year": ""}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # no file format can hold them


def form_faults(form: Form) -> Iterator[str]:
    """A sentence without its full stop for each fault."""
    yield from _of_identity(form)
    yield from _of_patterns(form)
    yield from _of_names(form)
    yield from _of_layout(form.layout)
    if any(map(_CONTROL.search, _texts(msgspec.to_builtins(form)))):
        yield "里面有看不见的控制字符，请删去"


def _of_identity(form: Form) -> Iterator[str]:
    if not form.id.strip():
        yield "id 不能为空"
    if form.base and not form.marks:
        yield "有 base 的表样必须有 marks"
    if form.base == form.id:
        yield "base 不能是表样自己的 id"


def _of_patterns(form: Form) -> Iterator[str]:
    yield from _misfits((form.title,), _TITLE)
    yield from _misfits((form.section_heading,), _HEADING)
    yield from _misfits((form.project_title,), _PROJECT)
    yield from _misfits(form.layout.cover, _COVER)
    if form.section_heading.count("{heading}") != 1:  # by which the headings of our own files are read back
        yield "section_heading 里要有一个 {heading}"
    for pattern in form.code_patterns:
        if not _compiles(pattern):
            yield f"code_patterns 中的“{pattern}”不是正则表达式"


def _of_names(form: Form) -> Iterator[str]:
    """A layout that only reads may have given all labels of a field to others."""
    fields = [column.field for column in form.columns]
    if len(set(fields)) < len(fields) or not {"name"} <= set(fields) <= _COLUMNS:
        yield f"columns 的 field 只能是 {'、'.join(sorted(_COLUMNS))}，不能重复，必须有 name"
    if missing := [text for text in _TEXTS if text not in form.layout.texts]:
        yield f"layout.texts 缺少 {'、'.join(missing)}"
    if missing := [field for field in _LABELS if not form.base and not form.labels.get(field)]:
        yield f"labels 缺少 {'、'.join(missing)}，每项至少写一个名称"
    if not set(form.value_parts) <= _PARTS:
        yield f"value_parts 只能有 {'、'.join(sorted(_PARTS))}"
    named = (form.labels, form.value_parts, [[each.name, *each.aliases] for each in form.categories])
    if not all(text.strip() for text in _texts([*map(msgspec.to_builtins, named)])):
        yield "labels、value_parts 和 categories 里的名称不能为空"


def _of_layout(layout: Layout) -> Iterator[str]:
    if min(type_area(layout.page)) < _LEAST:
        yield f"layout.page 除去页边距后，宽和高都不能小于 {_LEAST} 毫米"
    if any(bool(box.label) == bool(box.field) for boxes in layout.head for box in boxes):
        yield "layout.head 的每一格要写 label 或 field，只写一个"
    yield from _of_head(layout.head, layout.head_columns)


def _of_head(head: Iterable[Iterable[Box]], columns: int) -> Iterator[str]:
    """Each row of the head covers all places of the grid, each of them once."""
    left = [0] * columns  # rows that each place is still covered from above
    for number, boxes in enumerate(head, 1):
        for box in boxes:
            place = next((place for place in range(columns) if not left[place]), columns)
            if any(left[place : place + box.columns]) or place + box.columns > columns:
                yield f"layout.head 第 {number} 行超出 {columns} 列，或与上面伸下来的格子重叠"
                return
            left[place : place + box.columns] = [box.rows] * box.columns
        if not all(left):
            yield f"layout.head 第 {number} 行没有排满 {columns} 列"
            return
        left = [rows - 1 for rows in left]
    if any(left):
        yield "layout.head 有格子伸到最后一行下面"


def _misfits(patterns: Iterable[str], known: Mapping[str, object]) -> Iterator[str]:
    """A sentence for each pattern with braces that nothing fills."""
    for pattern in patterns:
        if not _can_be_filled(pattern, known):
            yield f"“{pattern}”中的花括号只能是 {'、'.join(f'{{{name}}}' for name in known)}"


def _can_be_filled(pattern: str, known: Mapping[str, object]) -> bool:
    try:
        pattern.format(**known)
    except (LookupError, ValueError, TypeError, AttributeError):
        return False
    return True


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _texts(value: Any) -> Iterator[str]:
    """Every text in what TOML can hold, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)

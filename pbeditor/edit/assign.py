"""Text that an import had no place for, put where a person says: added to what is there, or instead of it."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.indicators import insert_indicators
from pbeditor.edit.place import get, put
from pbeditor.edit.projects import change_project
from pbeditor.edit.sections import insert_section
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document, Indicator, Section
from pbeditor.model.form import Form
from pbeditor.model.place import present_path

NEW = "overall/+"  # the place of a section that is not there yet
_PROJECT = (
    ("goals", "绩效目标", True),
    ("purpose", "资金用途", True),
    ("name", "项目名称", False),
    ("code", "项目编码", False),
    ("unit/code", "部门（单位）代码", False),
    ("unit/name", "部门（单位）名称", False),
    ("budget/total", "预算总额", False),
    ("budget/fiscal", "财政资金", False),
    ("budget/other", "其他资金", False),
)
_DOCUMENT = (
    ("title", "文档标题", False),
    ("department/code", "部门代码", False),
    ("department/name", "部门名称", False),
)


class Aim(Struct, frozen=True):
    """A place, with ids, that a text can go to; one that `is_long` takes several lines."""

    place: str
    label: str
    is_long: bool = False


def aims(document: Document, form: Form, project: str = "") -> tuple[Aim, ...]:
    """Where a text can go: in the project called so, or without one in the parts of the whole document."""
    return tuple(_in_project(form, project) if project else _in_document(document))


def present_text(document: Document, aim: Aim) -> str:
    """What stands there now; "" for what is new or gone."""
    if aim.place == NEW:
        return ""
    try:
        return str(get(document, present_path(document, aim.place)))
    except LookupError:
        return ""


def assign(document: Document, aim: Aim, text: str, *, replaces: bool) -> Document:
    """The document with `text` there, behind what is there already unless it `replaces` that.

    The first line of a new section is its heading. The same object where the place is gone.
    """
    if aim.place == NEW:
        return _with_section(document, text)
    try:
        path = present_path(document, aim.place)
        before = str(get(document, path))
    except LookupError:
        return document
    between = "\n" if aim.is_long else ""
    return put(document, path, text if replaces or not before else f"{before}{between}{text}")


def add_rows(document: Document, project: str, rows: Iterable[Indicator], ids: Iterator[str]) -> Document:
    """The document with `rows` behind the indicators of the project called so."""
    new = [cleaned(replace(row, id=next(ids))) for row in rows]
    return change_project(document, project, lambda each: insert_indicators(each, len(each.indicators), new))


def _in_document(document: Document) -> Iterator[Aim]:
    for number, section in enumerate(document.overall):
        yield Aim(f"overall/{number}/text", f"整体目标：{section.heading}", is_long=True)
    yield Aim(NEW, "新的部分（第一行作标题）", is_long=True)
    for place, label, is_long in _DOCUMENT:
        yield Aim(place, label, is_long)


def _in_project(form: Form, project: str) -> Iterator[Aim]:
    for field, label, is_long in _PROJECT:
        yield Aim(f"projects/{project}/{field}", label, is_long)
    for number, period in enumerate(form.periods):
        yield Aim(f"projects/{project}/plan/{number}", f"支出计划：{period}")


def _with_section(document: Document, text: str) -> Document:
    heading, _, rest = text.strip().partition("\n")
    section = cleaned(Section(re.sub(r"[：:]\s*$", "", heading), rest))
    return insert_section(document, len(document.overall), section)

"""Text that an import had no place for, put where a person says: added to what is there, or instead of it."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.indicators import insert_indicators
from pbeditor.edit.place import get, put
from pbeditor.edit.projects import change_project
from pbeditor.edit.sections import insert_section
from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document, Indicator, Section
from pbeditor.model.form import Form
from pbeditor.model.place import present_path

Holds = Literal["lines", "words", "value"]

NEW = "overall/+"  # the place of a section that is not there yet
_PROJECT: tuple[tuple[str, str, Holds], ...] = (
    ("goals", "绩效目标", "lines"),
    ("purpose", "资金用途", "lines"),
    ("name", "项目名称", "words"),
    ("code", "项目编码", "value"),
    ("unit/code", "部门（单位）代码", "value"),
    ("unit/name", "部门（单位）名称", "words"),
    *((f"budget/{part}", label, "value") for part, label in BUDGET_PARTS.items()),
)
_DOCUMENT: tuple[tuple[str, str, Holds], ...] = (
    ("title", "文档标题", "words"),
    ("department/code", "部门代码", "value"),
    ("department/name", "部门名称", "words"),
)


class Aim(Struct, frozen=True):
    """A place, with ids, that a text can go to.

    It holds several lines, the words of one line, or a value such as an amount, which nothing can be added to.
    """

    place: str
    label: str
    holds: Holds = "value"


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
    """The document with `text` there, behind what is there unless it `replaces` that or the place holds a value.

    The first line of a new section is its heading. The same object where the place is gone.
    """
    if aim.place == NEW:
        return _with_section(document, text)
    try:
        path = present_path(document, aim.place)
        before = str(get(document, path))
    except LookupError:
        return document
    between = "\n" if aim.holds == "lines" else ""
    alone = replaces or aim.holds == "value" or not before
    return put(document, path, text if alone else f"{before}{between}{text}")


def add_rows(document: Document, project: str, rows: Iterable[Indicator], ids: Iterator[str]) -> Document:
    """The document with `rows` behind the indicators of the project called so."""
    new = [cleaned(replace(row, id=next(ids))) for row in rows]
    return change_project(document, project, lambda each: insert_indicators(each, len(each.indicators), new))


def _in_document(document: Document) -> Iterator[Aim]:
    for number, section in enumerate(document.overall):
        yield Aim(f"overall/{number}/text", f"整体目标：{section.heading}", "lines")
    yield Aim(NEW, "新的部分（第一行作标题）", "lines")
    for place, label, holds in _DOCUMENT:
        yield Aim(place, label, holds)


def _in_project(form: Form, project: str) -> Iterator[Aim]:
    for field, label, holds in _PROJECT:
        yield Aim(f"projects/{project}/{field}", label, holds)
    for number, period in enumerate(form.periods):
        yield Aim(f"projects/{project}/plan/{number}", f"支出计划：{period}")


def _with_section(document: Document, text: str) -> Document:
    heading, _, rest = text.strip().partition("\n")
    section = cleaned(Section(re.sub(r"[：:]\s*$", "", heading), rest))
    return insert_section(document, len(document.overall), section)

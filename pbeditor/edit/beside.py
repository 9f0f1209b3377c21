"""Last year's text beside the one at a place, and its way into this year's document."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.compare import aligned, pair_indicators, pair_projects
from pbeditor.edit.money_units import converted
from pbeditor.edit.place import get, get_in, put, put_all
from pbeditor.model.document import Document, Project, Target
from pbeditor.model.target import shown
from pbeditor.model.text import fold

Pairs = Mapping[str, Project]  # last year's project by the id of this year's

NO_LAST_YEAR = "这份文件里没有上年的内容。"
NO_FIELD = "把光标放进要填写的地方，这里就显示上年对应的文字。"
NO_PROJECT = "这是今年新增的项目，上年没有。"
NO_ROW = "上年这个项目没有这条指标。"
NO_SECTION = "上年没有这个部分。"
BLANK = "上年这里没有填写。"
_ROW = 5  # steps of a path that leads to a part of a cell: projects, index, indicators, index, field


class Beside(Struct, frozen=True):
    """What stood at a place last year and what stands there now; `missing` says why there is nothing to show."""

    path: str = ""
    value: str | Target = ""
    now: str | Target = ""
    missing: str = ""

    @property
    def before(self) -> str:
        """Last year's text as it is printed."""
        return shown(self.value)

    @property
    def after(self) -> str:
        """The present text as it is printed."""
        return shown(self.now)


def pairs_with_last_year(document: Document) -> dict[str, Project]:
    """Which project of last year each of this year's was; nothing where the document holds no last year."""
    last = document.last_year
    return pair_projects(last.projects, document.projects, by_id=True) if last else {}


def beside(document: Document, path: str, pairs: Pairs) -> Beside:
    """Last year's text of the place at `path`, which may be a part of a cell."""
    if document.last_year is None:
        return Beside(path, missing=NO_LAST_YEAR)
    if not path:
        return Beside(missing=NO_FIELD)
    path = "/".join(path.split("/")[:_ROW])
    try:
        now = get(document, path)
        value = _last_value(document, document.last_year, path, pairs)
    except (LookupError, ValueError):
        return Beside(path, missing=NO_FIELD)
    if not isinstance(now, str | Target):
        return Beside(path, missing=NO_FIELD)
    if isinstance(value, Beside):
        return value
    return Beside(path, value, now, "" if shown(value) else BLANK)


def take_over(document: Document, found: Beside) -> Document:
    """The document with last year's text at the place; the same one where there is none."""
    if found.missing or not found.path:
        return document
    if isinstance(found.value, Target):
        fields = ("operator", "number", "text")
        return put_all(document, tuple((f"{found.path}/{field}", getattr(found.value, field)) for field in fields))
    return put(document, found.path, found.value)


def with_last_year(document: Document, last: Document) -> Document:
    """The document with `last` inside to compare with, its projects and rows under the ids they have here."""
    return replace(document, last_year=replace(aligned(document, last), last_year=None))


def _last_value(document: Document, last: Document, path: str, pairs: Pairs) -> str | Target | Beside:
    first, *steps = path.split("/")
    if first == "projects":
        return _in_project(document, path, steps, pairs)
    if first == "overall":
        return _in_section(document, last, path, steps)
    value = get(last, path)
    return value if isinstance(value, str) else str(value)


def _in_project(document: Document, path: str, steps: list[str], pairs: Pairs) -> str | Target | Beside:
    project = document.projects[int(steps[0])]
    old = pairs.get(project.id)
    if old is None:
        return Beside(path, missing=NO_PROJECT)
    if steps[1:2] != ["indicators"] or not steps[2:]:
        text, last = _text(old, "/".join(steps[1:])), document.last_year
        is_amount = last is not None and steps[1] == "budget"
        return converted(text, last.money_unit, document.money_unit) if last and is_amount else text
    row = project.indicators[int(steps[2])]
    old_row = pair_indicators(old.indicators, project.indicators, by_id=True).get(row.id)
    if old_row is None:
        return Beside(path, missing=NO_ROW)
    value: str | Target = getattr(old_row, steps[3])
    return value


def _text(project: Project, path: str) -> str:
    value = get_in(project, path)
    if not isinstance(value, str):
        raise LookupError(path)  # noqa: TRY004 - it is the place that is wrong
    return value


def _in_section(document: Document, last: Document, path: str, steps: list[str]) -> str | Beside:
    """The section with the same heading; one whose heading nobody has, in the same place."""
    place, field = int(steps[0]), steps[1]
    heading = fold(document.overall[place].heading)
    old = next((section for section in last.overall if fold(section.heading) == heading), None)
    if old is None and place < len(last.overall):
        present = {fold(section.heading) for section in document.overall}
        old = last.overall[place] if fold(last.overall[place].heading) not in present else None
    if old is None:
        return Beside(path, missing=NO_SECTION)
    text: str = getattr(old, field)
    return text

"""Two documents compared as a whole: what became of their parts and projects, and what the projects add up to."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from pbeditor.edit.changes import Kind, ProjectChange, RowKind, TextChange, changes_of
from pbeditor.edit.compare import pair_projects
from pbeditor.edit.place import get
from pbeditor.model.document import Document, Project, Section
from pbeditor.model.form import Form
from pbeditor.model.steps import Steps, at_once
from pbeditor.model.text import fold

KIND_NAMES: dict[Kind, str] = {"new": "新增", "gone": "取消", "renamed": "更名", "changed": "调整", "same": "未变"}
ROW_KINDS: dict[RowKind, str] = {"new": "新增", "gone": "取消", "changed": "修改"}
_DOCUMENT = {
    "title": "标题",
    "year": "年度",
    "form": "表样",
    "department/code": "部门（单位）代码",
    "department/name": "部门（单位）名称",
    "money_unit": "金额单位",
}


class PartChange(Struct, frozen=True):
    """A part beside the projects that differs: 文档信息, or one section; `path` leads there, "" where it is gone."""

    kind: Kind
    name: str
    path: str
    texts: tuple[TextChange, ...]


class Comparison(Struct, frozen=True):
    """What became of `before` on the way to `after`."""

    before: Document
    after: Document
    parts: tuple[PartChange, ...]
    projects: tuple[ProjectChange, ...]

    def count(self, kind: Kind) -> int:
        """How many projects are new, gone and so on."""
        return sum(change.kind == kind for change in self.projects)

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.parts and self.count("same") == len(self.projects)


class Sums(Struct, frozen=True):
    """What the amounts of some projects add up to, in the later document's money unit; `blank` have none yet."""

    before: Decimal
    after: Decimal
    blank: int = 0

    @property
    def difference(self) -> Decimal:
        """How much more it is now."""
        return self.after - self.before

    @property
    def percent(self) -> Decimal | None:
        """The difference in % of what it was, None where it was nothing."""
        return self.difference / self.before * 100 if self.before else None


def compare(before: Document, after: Document, *, by_id: bool = False) -> Comparison:
    """The two documents matched project by project; `by_id` as in `pair_projects`."""
    return at_once(comparing(before, after, by_id=by_id))


def comparing(
    before: Document, after: Document, *, by_id: bool = False, pairs: dict[str, Project] | None = None
) -> Steps[Comparison]:
    """`compare` in steps; `pairs` is what `pair_projects` answers, where that is known."""
    if pairs is None:
        pairs = pair_projects(before.projects, after.projects, by_id=by_id)
    changes = yield from changes_of(before, after, pairs, by_id=by_id)
    return Comparison(before, after, tuple(_parts(before, after)), changes)


def sums(changes: tuple[ProjectChange, ...]) -> Sums:
    """What some projects add up to; what is no number counts as 0."""
    before = sum((change.amount_before or Decimal(0) for change in changes), Decimal(0))
    after = sum((change.amount_after or Decimal(0) for change in changes), Decimal(0))
    return Sums(before, after, sum(change.after is not None and change.amount_after is None for change in changes))


def field_name(field: str, form: Form) -> str:
    """What the form calls a field of a project, the document or a section, given by its path there."""
    first, _, rest = field.partition("/")
    if first == "plan":
        return form.period(int(rest))
    names = form.labels.get(rest if first == "budget" else first, ())
    return _OTHERS.get(field) or (names[0].removeprefix("其中：") if names else field)


def field_name_in_row(field: str, form: Form) -> str:
    """What the form calls a column of the indicators; a project's name and an indicator's are called otherwise."""
    return next((column.label for column in form.columns if column.field == field), _OTHERS.get(field, field))


_OTHERS = {
    **_DOCUMENT,
    "unit/code": "单位代码",
    "unit/name": "单位名称",
    "heading": "标题",
    "text": "正文",
    "basis": "指标值确定依据",
}


def _parts(before: Document, after: Document) -> Iterator[PartChange]:
    texts = tuple(_texts(before, after))
    if texts:
        yield PartChange("changed", "文档信息", texts[0].field, texts)
    left = list(before.overall)
    for place, section in enumerate(after.overall):
        old = next((one for one in left if fold(one.heading) == fold(section.heading)), None)
        if old is None:
            yield PartChange("new", section.heading, f"overall/{place}", _of_section(Section(), section))
            continue
        left.remove(old)
        if old != section:
            yield PartChange("changed", section.heading, f"overall/{place}", _of_section(old, section))
    for section in left:
        yield PartChange("gone", section.heading, "", _of_section(section, Section()))


def _texts(before: Document, after: Document) -> Iterator[TextChange]:
    for field in _DOCUMENT:
        old, new = str(get(before, field)), str(get(after, field))
        if old != new:
            yield TextChange(field, old, new)


def _of_section(before: Section, after: Section) -> tuple[TextChange, ...]:
    pairs = ((field, getattr(before, field), getattr(after, field)) for field in ("heading", "text"))
    return tuple(TextChange(*each) for each in pairs if each[1] != each[2])

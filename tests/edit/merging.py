"""A document to merge into, and a colleague's of one project."""

from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from pbeditor.edit.merge import merged
from pbeditor.edit.merge_items import everything, likely, plan_of
from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit

HERE, THERE = Unit("1", "本级"), Unit("2", "下属")
ROW = Indicator("r1", "产出指标", "数量指标", "培训人数", "参加培训的人数", Target("≥", "100", "100人"))
MINE = Project("a", HERE, "X-1", "培训经费", Budget("10.00"), "用于培训。", goals="培训100人。", indicators=(ROW,))
OTHER = Project("b", THERE, "X-2", "会议经费", Budget("5.00"))
DOCUMENT = Document(
    "hebei-2020", 2020, overall=(Section("总体绩效目标", "做好工作。"), Section("保障措施")), projects=(MINE, OTHER)
)


def ids() -> Iterator[str]:
    """Ids that nothing has."""
    return (f"new{number}" for number in count())


def merge(document: Document, *others: Document, theirs: bool = False) -> Document:
    """All documents in one, with what is proposed or with all of theirs."""
    items = plan_of(document, others)
    return merged(document, items, everything(items) if theirs else likely(items), ids())


def with_project(project: Project) -> Document:
    """A colleague's document."""
    return replace(DOCUMENT, overall=(), projects=(project,))

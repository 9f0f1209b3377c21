"""Colleagues' files for 合并: each read by itself, so that one that cannot be read holds up no other."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.edit.merge_items import strangeness
from pbeditor.edit.money_units import in_money_unit
from pbeditor.edit.rollover import in_form
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.model.progress import Listener
from pbeditor.work.hidden import taken_at_first
from pbeditor.work.opening import Opened, open_any

HIDDEN = "{}（隐藏的工作表）"


class Other(Struct, frozen=True):
    """One colleague's file, read in the form of the document it is merged into.

    What its hidden `worksheets` hold is another one, left out at first: an old copy there must not stand for the
    project that one sees. Where the file shows no other project they are read as any, and named too.
    """

    name: str
    document: Document
    periods: tuple[str, ...] = ()  # of its plans
    worksheets: tuple[str, ...] = ()
    is_left_out: bool = False


class Others(Struct, frozen=True):
    """What could be read, and the fault of each file that could not."""

    read: tuple[Other, ...] = ()
    faults: tuple[UnreadableError, ...] = ()

    @property
    def left_out(self) -> frozenset[int]:
        """The numbers of those of hidden worksheets: they come last, and nothing of them is proposed."""
        return frozenset(number for number, other in enumerate(self.read) if other.is_left_out)


def read_others(paths: Iterable[Path], form: Form, money_unit: str, listener: Listener | None = None) -> Others:
    """Read every file, into the form and the money unit of mine. Raises nothing but the listener's CancelledError."""
    read: list[Other] = []
    faults: list[UnreadableError] = []
    for path in paths:
        try:
            opened = open_any(path, listener=listener)
        except UnreadableError as error:
            faults.append(error)
        else:
            document = in_money_unit(in_form(opened.document, form), money_unit)
            read += _parted(path.name, _with_what_holds(document, form), opened)
    return Others(tuple(sorted(read, key=lambda other: other.is_left_out)), tuple(faults))


def doubts(others: Others, mine: Document, form: Form) -> Iterator[str]:
    """What to look at before anything is taken into `mine`, which is in `form`: a sentence for each."""
    for other in others.read:
        if not other.is_left_out:
            yield from (f"“{other.name}”{doubt}" for doubt in _doubts_of(other, mine, form))


def _doubts_of(other: Other, mine: Document, form: Form) -> Iterator[str]:
    document, number = other.document, len(other.document.projects)
    if whose := strangeness(mine, document):
        yield f"是{whose}的文件，请核对有没有选错。"
    if other.worksheets:
        yield f"的 {number} 个项目都来自隐藏的工作表，可能是旧稿或备份，请核对。"
    if other.periods != form.periods and any(any(project.plan) for project in document.projects):
        yield f"的支出计划按{'、'.join(other.periods)}填写，与我的时点不同，合并后请核对各期的百分比。"
    if document.money_unit not in ("", mine.money_unit):  # those that are known were brought into mine
        yield f"的金额单位是“{document.money_unit}”，不能换算成{mine.money_unit}，合并后请核对金额。"
    if silenced := {one.rule for one in document.muted} - {one.rule for one in mine.muted}:
        yield f"静音了 {len(silenced)} 类检查，不随内容带入，合并后照常提示。"


def _with_what_holds(document: Document, form: Form) -> Document:
    """The document with those confirmations that are still about a finding of it."""
    if not document.confirmed:
        return document
    return replace(document, confirmed=tuple(each.record for each in check(document, form).confirmed))


def _parted(name: str, document: Document, opened: Opened) -> Iterator[Other]:
    """What one sees in a file, and what its hidden worksheets hold beside it."""
    periods, worksheets = opened.form.periods, tuple(dict.fromkeys(opened.hidden.values()))
    taken = taken_at_first(opened)
    seen = tuple(project for project in document.projects if project.id in taken)
    unseen = tuple(project for project in document.projects if project.id not in taken)
    yield Other(name, replace(document, projects=seen), periods, () if unseen else worksheets)
    if unseen:
        rest = replace(document, overall=(), projects=unseen)
        yield Other(HIDDEN.format(name), rest, periods, worksheets, is_left_out=True)

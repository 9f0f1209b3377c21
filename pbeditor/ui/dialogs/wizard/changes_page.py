"""Last year's years and ordinals in texts, proposed for change; 文号 are shown and never changed."""

from collections.abc import Hashable, Iterator

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from pbeditor.edit.place_name import place_name
from pbeditor.edit.proposals import proposals
from pbeditor.edit.year_changes import Change
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.model.place import present_path
from pbeditor.ui.dialogs.wizard.page import WizardPage
from pbeditor.ui.models.hit_table import Excerpt
from pbeditor.ui.models.tick_table import TickRow, TickTable
from pbeditor.ui.panels.hit_delegate import HitDelegate
from pbeditor.ui.widgets.tick_list import TickList
from pbeditor.work.importing import Import

HEADS = ("位置", "改为", "所在的句子")
WIDTHS = (330, 110, 0)  # px; 0 takes what is left
SENTENCE = 2
GROUPS = (
    ("建议修改的年份、届次", lambda one: one.likely),
    ("可能要改的，请看一看", lambda one: not one.likely and not one.is_marked),
    ("文号和文件版本，不会改动，请核对", lambda one: one.is_marked),
)


class ChangesPage(WizardPage):
    """Keys are the changes' places; a box that was ticked or unticked once stays so."""

    heading = "更新年份和届次"
    purpose = "勾选的会改成新一年的写法，空格键勾选；没有勾选的保持原样。"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model = TickTable(HEADS, marked=SENTENCE)
        self.list = TickList(model, "年份和届次", WIDTHS, self)
        self.list.view.setItemDelegateForColumn(SENTENCE, HitDelegate(model, self))
        self.column.addWidget(self.list, 1)
        model.ticked_changed.connect(self._remember)
        self._found: dict[Hashable, Change] = {}
        self._said: dict[Hashable, bool] = {}

    def is_needed(self, so_far: Import) -> bool:
        return so_far.carry is not None and bool(proposals(so_far.document, so_far.carry.year))

    def show_import(self, so_far: Import) -> None:
        document = so_far.document
        found = proposals(document, so_far.carry.year) if so_far.carry else ()
        self._found = {_key(one): one for one in found}
        ticked = frozenset(key for key, one in self._found.items() if self._said.get(key, one.likely))
        self.list.model.show_rows(tuple(_rows(found, document, so_far.opened.form)), ticked)
        self._sum_up()

    def chosen(self, so_far: Import) -> Import:
        if so_far.carry is None:
            return so_far
        wanted = tuple(one for key, one in self._found.items() if key in self.list.model.ticked)
        return replace(so_far, carry=replace(so_far.carry, changes=wanted))

    def take_focus(self) -> None:
        self.list.begin()

    def _remember(self) -> None:
        ticked = self.list.model.ticked
        self._said |= {key: key in ticked for key, one in self._found.items() if not one.is_marked}
        self._sum_up()

    def _sum_up(self) -> None:
        free = sum(not one.is_marked for one in self._found.values())
        self.list.summary.setText(f"将修改 {len(self.list.model.ticked)} 处，共找到 {free} 处。")


def _rows(found: tuple[Change, ...], document: Document, form: Form) -> Iterator[TickRow]:
    for title, belongs in GROUPS:
        some = [one for one in found if belongs(one)]
        if some:
            yield TickRow((f"{title}（{len(some)} 处）",), is_head=True, is_fixed=some[0].is_marked)
            yield from (_row(one, document, form) for one in some)


def _row(one: Change, document: Document, form: Form) -> TickRow:
    where = place_name(document, form, present_path(document, one.place), longest=14)
    line = one.line.replace("\n", " ")
    excerpt = Excerpt(line, one.line_start, one.line_start + len(one.before))
    after = "不改" if one.is_marked else f"{one.before} → {one.after}"
    return TickRow((f"    {where}", after, line), _key(one), is_fixed=one.is_marked, excerpt=excerpt)


def _key(one: Change) -> Hashable:
    return one.place, one.start, one.before, one.after

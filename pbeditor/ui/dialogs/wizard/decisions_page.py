"""What the form of another year leaves to a person: categories that it does not know."""

from collections.abc import Hashable

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from pbeditor.edit.decisions import Decided, Decision, Mapped, Pair, decisions, mapped
from pbeditor.edit.place_name import place_name
from pbeditor.model.place import present_path
from pbeditor.ui.dialogs.wizard.page import WizardPage
from pbeditor.ui.dialogs.wizard.question_list import SHOWN, QuestionList
from pbeditor.ui.models.choice_table import ChoiceRow, ChoiceTable
from pbeditor.ui.widgets.labels import aside
from pbeditor.work.importing import Import

WIDTHS = (300, 0, 240)  # px; 0 takes what is left
LATER = "不确认也可以继续，这些行保持原来的类别。"


class DecisionsPage(WizardPage):
    """Keys are the lasting places of rows; what is no row is only shown."""

    heading = "按新表样调整指标类别"
    purpose = "按数字键选一个类别，按回车接受最可能的一个。"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = aside()
        self.list = QuestionList(ChoiceTable(("位置", "说明", "改为")), "需要决定的类别", WIDTHS, LATER, self)
        self.column.addWidget(self.told)
        self.column.addWidget(self.list, 1)
        self._choices: dict[str, tuple[Pair, ...]] = {}

    def is_needed(self, so_far: Import) -> bool:
        return so_far.carry is not None and bool(_decisions(so_far) or mapped(so_far.document, so_far.form))

    def show_import(self, so_far: Import) -> None:
        found = _decisions(so_far)
        self._choices = {one.place: one.choices for one in found if one.choices}
        rows = tuple(_row(one, so_far) for one in found)
        known = so_far.carry.decided if so_far.carry else ()
        pairs = {one.place: (one.level1, one.level2) for one in known}
        chosen: dict[Hashable, int] = {
            place: choices.index(pairs[place])
            for place, choices in self._choices.items()
            if place in pairs and pairs[place] in choices
        }
        self.list.model.show_rows(rows, chosen)
        self.list.setVisible(bool(rows))
        self.told.setText(_summed_up(mapped(so_far.document, so_far.form)))

    def chosen(self, so_far: Import) -> Import:
        if so_far.carry is None:
            return so_far
        chosen = self.list.model.chosen.items()
        decided = tuple(Decided(str(place), *self._choices[str(place)][number]) for place, number in chosen)
        return replace(so_far, carry=replace(so_far.carry, decided=decided))

    def take_focus(self) -> None:
        self.list.begin()


def _decisions(so_far: Import) -> tuple[Decision, ...]:
    return decisions(so_far.document, so_far.form, so_far.opened.form)


def _row(one: Decision, so_far: Import) -> ChoiceRow:
    where = place_name(so_far.document, so_far.opened.form, present_path(so_far.document, one.place), longest=14)
    answers = tuple(map(_said, one.choices[:SHOWN]))
    return ChoiceRow(one.place, where, one.message, answers)


def _summed_up(found: tuple[Mapped, ...]) -> str:
    if not found:
        return ""
    each = "；".join(f"{_said(one.before)} → {_said(one.after)}（{one.rows} 行）" for one in found)
    return f"已自动换成新表样名称的类别：{each}。"


def _said(pair: Pair) -> str:
    return "·".join(filter(None, pair))

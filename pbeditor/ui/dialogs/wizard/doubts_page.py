"""The values that can be read in several ways: the original beside the reading, alternatives one key away."""

from collections.abc import Hashable

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from pbeditor.model.document import Target
from pbeditor.sheet.project_notes import spelt
from pbeditor.ui.dialogs.wizard.page import WizardPage
from pbeditor.ui.dialogs.wizard.question_list import QuestionList
from pbeditor.ui.models.choice_table import ChoiceRow, ChoiceTable
from pbeditor.work.importing import Import, doubts

WIDTHS = (330, 190, 0)  # px; 0 takes what is left
LATER = "不确认也可以继续，关闭文件以前可以用“文件 → 导入报告”处理。"


class DoubtsPage(WizardPage):
    """Keys are the lasting places of the values."""

    heading = "确认拿不准的指标值"
    purpose = "这些值印在一起，可以有几种读法。按数字键选一种，按回车接受最可能的一种。"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QuestionList(ChoiceTable(("位置", "原文", "读作")), "拿不准的指标值", WIDTHS, LATER, self)
        self.column.addWidget(self.list, 1)
        self._choices: dict[str, tuple[Target, ...]] = {}

    def is_needed(self, so_far: Import) -> bool:
        return bool(doubts(so_far))

    def show_import(self, so_far: Import) -> None:
        found = doubts(so_far)
        self._choices = {note.place: note.choices for note in found}
        rows = tuple(
            ChoiceRow(note.place, note.where, note.original, tuple(map(spelt, note.choices))) for note in found
        )
        chosen: dict[Hashable, int] = {
            place: self._choices[place].index(target)
            for place, target in so_far.readings.items()
            if place in self._choices
        }
        self.list.model.show_rows(rows, chosen)

    def chosen(self, so_far: Import) -> Import:
        readings = {place: self._choices[str(place)][number] for place, number in self.list.model.chosen.items()}
        return replace(so_far, readings={**so_far.readings, **{str(place): one for place, one in readings.items()}})

    def take_focus(self) -> None:
        self.list.begin()

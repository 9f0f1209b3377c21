"""What was found: the parts of the whole department, and the projects unit by unit, each with a box."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pbeditor.edit.amounts import total, with_commas
from pbeditor.edit.projects import indicator_count
from pbeditor.edit.units import by_unit, unit_name
from pbeditor.model.document import Project
from pbeditor.model.place import owner
from pbeditor.model.unnamed import UNNAMED_PROJECT, UNNAMED_SECTION
from pbeditor.ui.dialogs.wizard.page import WizardPage
from pbeditor.ui.models.tick_table import TickRow, TickTable
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.tick_list import TickList
from pbeditor.work.importing import Import, begun
from pbeditor.work.opening import Opened, understood

HEADS = ("内容", "编码", "预算数", "指标", "待核对")
WIDTHS = (0, 190, 110, 60, 70)  # px; 0 takes what is left
SECTION = "section"
TABLES_LEFT = "有 {} 张表没有导入。其中有项目的绩效表吗？"
SOMETHING_LEFT = "有的内容没有读到，或读错了？"


class FoundPage(WizardPage):
    """Keys are the ids of projects, and pairs for sections."""

    heading = "核对找到的内容"
    purpose = "勾选要带入的部分和项目，空格键勾选；没有勾选的不会进入草稿，原文件不受影响。"

    read = Signal(object)  # Import, when the file was read otherwise
    program_wanted = Signal()  # the office program of this machine is to read the file

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TickList(TickTable(HEADS, frozenset({2, 3, 4})), "找到的内容", WIDTHS, self)
        self.column.addWidget(self.list, 1)
        self.left = plain("", self)
        self.columns = QPushButton("重新对应栏目(&M)…", self)
        self.program = QPushButton(self)
        self._otherwise = QWidget(self)
        self._arrange()
        self.columns.clicked.connect(self._map)
        self.program.clicked.connect(self.program_wanted)
        self.list.model.ticked_changed.connect(self._sum_up)
        self.list.model.ticked_changed.connect(self.changed)
        self._shown: Import | None = None

    def show_import(self, so_far: Import) -> None:
        ticked = so_far.projects | {(SECTION, place) for place in so_far.sections}
        if self._shown is None or self._shown.opened is not so_far.opened:
            self.list.model.show_rows(tuple(_rows(so_far)), ticked)
        self._shown = so_far
        self._offer(so_far.opened)
        self._sum_up()

    def _arrange(self) -> None:
        otherwise = QHBoxLayout(self._otherwise)
        otherwise.setContentsMargins(0, 0, 0, 0)
        otherwise.addWidget(self.left)
        for button in (self.columns, self.program):
            button.setAutoDefault(False)
            otherwise.addWidget(button)
        otherwise.addStretch()
        self.column.addWidget(self._otherwise)

    def _map(self) -> None:
        """Let a person say what the columns are, and read the file so."""
        from pbeditor.ui.dialogs.mapping_dialog import ask_mapping

        opened = self._shown.opened if self._shown else None
        if self._shown and opened and opened.sheet and opened.read_as:
            form = ask_mapping(self, self._shown.name, opened.sheet, opened.read_as, opened.notes)
            if form:
                self.read.emit(begun(self._shown.name, understood(opened.sheet, form)))

    def _offer(self, opened: Opened) -> None:
        """What could read the file better."""
        is_left = opened.sheet is not None and any(note.kind == "ignored" for note in opened.notes)
        tables = sum(bool(note.rows) for note in opened.notes)
        self.left.setText(TABLES_LEFT.format(tables) if tables else SOMETHING_LEFT)
        self.columns.setVisible(is_left)
        self.program.setVisible(bool(opened.second_reader))
        self.program.setText(f"用 {opened.second_reader} 重新读取(&R)")
        self._otherwise.setVisible(is_left or bool(opened.second_reader))

    def chosen(self, so_far: Import) -> Import:
        ticked = self.list.model.ticked
        sections = {key[1] for key in ticked if isinstance(key, tuple)}
        return replace(
            so_far,
            projects=frozenset(key for key in ticked if isinstance(key, str)),
            sections=frozenset(sections),
        )

    @property
    def is_complete(self) -> bool:
        return bool(self.list.model.ticked)

    def take_focus(self) -> None:
        self.list.begin()

    def _sum_up(self) -> None:
        if self._shown is None:
            return
        opened, ticked = self._shown.opened, self.list.model.ticked
        document = opened.document
        projects = tuple(project for project in document.projects if project.id in ticked)
        amount = f"{with_commas(total(projects), opened.form.decimals)}{document.money_unit}"
        sections = len(ticked) - len(projects)
        rows = indicator_count(projects)
        hidden = len(opened.hidden.keys() - ticked)
        left = f"有 {hidden} 个来自隐藏的工作表，没有勾选。" if hidden else ""
        self.list.summary.setText(f"已选 {sections} 个部分、{len(projects)} 个项目（{amount}，{rows} 条指标）。{left}")


def _rows(found: Import) -> Iterator[TickRow]:
    document = found.opened.document
    if document.overall:
        yield TickRow((found.opened.form.overall_part,), is_head=True)
        for place, section in enumerate(document.overall):
            yield TickRow((f"    {section.heading or UNNAMED_SECTION}",), (SECTION, place))
    hidden = found.opened.hidden
    doubtful = Counter(owner(note.place) for note in found.opened.notes)
    for unit, projects in by_unit(document.projects).items():
        name, amount = unit_name(unit) or "预算项目", with_commas(total(projects), found.opened.form.decimals)
        yield TickRow((name, "", amount, str(indicator_count(projects))), is_head=True)
        for project in projects:
            yield _row(project, doubtful[project.id], hidden.get(project.id, ""))


def _row(project: Project, doubts: int, hidden: str) -> TickRow:
    amount = project.budget.total
    rows = str(len(project.indicators))
    name = f"    {project.name or UNNAMED_PROJECT}{f'（隐藏的工作表“{hidden}”）' if hidden else ''}"
    return TickRow((name, project.code, amount, rows, str(doubts) if doubts else ""), project.id)

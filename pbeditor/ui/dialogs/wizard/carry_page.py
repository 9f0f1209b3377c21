"""结转: whether this year's draft is made of what was read, and what goes into it."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pbeditor.edit.carry import AMOUNTS, Carry, percent_of
from pbeditor.sheet.document_year import PLACE as GUESSED
from pbeditor.store.forms import load_forms
from pbeditor.ui.dialogs.wizard.page import WizardPage
from pbeditor.ui.letters import wide
from pbeditor.ui.theme import L, M, S
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.work.importing import Import

YEARS = 1990, 2100
WAYS = ("作为新一年的草稿，上年的内容留在文件里供对照(&D)", "原样打开，不结转(&O)")
AMOUNT_NAMES = ("清空，重新填写(&C)", "沿用上年金额(&K)", "按上年金额的百分之几(&S)：")
# A field of Carry, its box, and what it means.
PARTS = (
    ("plans", "沿用支出计划(&L)"),
    ("values", "沿用指标值（符号、数值和文字）(&V)"),
    ("codes", "沿用项目编码(&M)"),
)
NO_PERCENT = "请填写 0 以上的百分数，例如 105。"
NOT_LATER = "应晚于上年文件的年度。"


class CarryPage(WizardPage):
    """What was chosen stays when one goes back and comes again."""

    heading = "选择结转的内容"
    purpose = "项目名称、用途、目标和指标都会带入；下面几项请按今年的要求选择，以后都可以再改。"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = _radios(self, WAYS)
        self.old_year, self.year, self.form = QSpinBox(self), QSpinBox(self), QComboBox(self)
        self.amounts = _radios(self, AMOUNT_NAMES)
        self.percent = QLineEdit("100", self)
        self.boxes = {field: QCheckBox(text, self) for field, text in PARTS}
        self._options, self._told, self._year_told, self.doubt = QWidget(self), aside(), aside(), aside()
        self._before: Carry | None = None
        self._arrange()
        self._listen()

    def show_import(self, so_far: Import) -> None:
        document = so_far.opened.document
        carry = so_far.carry or self._before or Carry(document.year + 1, document.form)
        self._show_old_year(so_far)
        self._before = carry
        self.ways.button(0 if so_far.carry is not None or self._before is None else 1).setChecked(True)
        self.year.setValue(_shown(carry.year))
        self.form.clear()
        for form in load_forms().values():
            self.form.addItem(form.name, form.id)
        self.form.setCurrentIndex(self.form.findData(carry.form or document.form))
        self.amounts.button(AMOUNTS.index(carry.amounts)).setChecked(True)
        self.percent.setText(carry.percent)
        for field, box in self.boxes.items():
            box.setChecked(getattr(carry, field))
        self._follow()

    def chosen(self, so_far: Import) -> Import:
        carry = self._carry(so_far)
        self._before = carry
        old_year = self.old_year.value() if self.is_draft else 0
        return replace(so_far, carry=carry if self.is_draft else None, year=old_year)

    @property
    def is_draft(self) -> bool:
        """Whether this year's draft is wanted."""
        return self.ways.checkedId() == 0

    @property
    def is_complete(self) -> bool:
        return not self.is_draft or (self._is_later and self._has_percent)

    @property
    def _is_later(self) -> bool:
        return self.year.value() > self.old_year.value()

    @property
    def _has_percent(self) -> bool:
        return not self.is_scaled or percent_of(self.percent.text()) is not None

    @property
    def is_scaled(self) -> bool:
        """Whether the amounts are a percentage of last year's."""
        return AMOUNTS[self.amounts.checkedId()] == "scale"

    def take_focus(self) -> None:
        self.ways.checkedButton().setFocus()

    def _carry(self, so_far: Import) -> Carry:
        old = self._before or Carry(so_far.opened.document.year + 1)
        parts = {field: box.isChecked() for field, box in self.boxes.items()}
        return replace(
            old,
            year=self.year.value(),
            form=self.form.currentData() or "",
            amounts=AMOUNTS[self.amounts.checkedId()],
            percent=self.percent.text(),
            **parts,
        )

    def _show_old_year(self, so_far: Import) -> None:
        """Last year's year, and why it is to be looked at where it was only guessed."""
        with QSignalBlocker(self.old_year):
            self.old_year.setValue(_shown(so_far.year or so_far.opened.document.year))
        self.doubt.setText("".join(note.message for note in so_far.opened.notes if note.place == GUESSED))

    def _follow_old_year(self, year: int) -> None:
        """The new file is of the year after."""
        self.year.setValue(year + 1)
        self._follow()

    def _follow(self) -> None:
        self._options.setEnabled(self.is_draft)
        self.percent.setEnabled(self.is_draft and self.is_scaled)
        self._told.setText(NO_PERCENT if self.is_draft and not self._has_percent else "")
        self._year_told.setText(NOT_LATER if self.is_draft and not self._is_later else "")
        self.changed.emit()

    def _listen(self) -> None:
        for group in (self.ways, self.amounts):
            group.idToggled.connect(lambda *_: self._follow())
        self.old_year.valueChanged.connect(self._follow_old_year)
        self.year.valueChanged.connect(lambda _: self._follow())
        self.percent.textChanged.connect(lambda _: self._follow())

    def _arrange(self) -> None:
        for box in (self.old_year, self.year):
            box.setRange(*YEARS)
            box.setFixedWidth(wide(100))
        self.old_year.setAccessibleDescription("文字里的年份按它更新")
        self.percent.setMaximumWidth(wide(80))
        self.percent.setAccessibleName("上年金额的百分之几")
        form = QFormLayout(self._options)
        form.setContentsMargins(L * 2, S, 0, 0)
        form.setSpacing(M)
        caption, old_year = plain("上年文件的年度(&U)："), QHBoxLayout()
        caption.setBuddy(self.old_year)
        old_year.addWidget(self.old_year)
        old_year.addWidget(self.doubt, 1)
        form.addRow(caption, old_year)
        caption_of_year, year = plain("新文件的年度(&Y)："), QHBoxLayout()
        caption_of_year.setBuddy(self.year)
        year.addWidget(self.year)
        year.addWidget(self._year_told, 1)
        form.addRow(caption_of_year, year)
        form.addRow("表样(&F)：", self.form)
        form.addRow("金额：", _column(self.amounts.buttons()[:2]))
        scaled = QHBoxLayout()
        scaled.addWidget(self.amounts.button(2))
        scaled.addWidget(self.percent)
        scaled.addWidget(self._told, 1)
        form.addRow("", scaled)
        form.addRow("其他：", _column(self.boxes.values()))
        draft, as_it_is = self.ways.buttons()
        for part in (draft, self._options, as_it_is):
            self.column.addWidget(part)
        self.column.addStretch(1)


def _radios(parent: QWidget, texts: Iterable[str]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for number, text in enumerate(texts):
        group.addButton(QRadioButton(text, parent), number)
    group.button(0).setChecked(True)
    return group


def _column(parts: Iterable[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(S)
    for part in parts:
        column.addWidget(part)
    return column


def _shown(year: int) -> int:
    """The year as the boxes can show it; a file may say any number."""
    return max(YEARS[0], min(year, YEARS[1]))

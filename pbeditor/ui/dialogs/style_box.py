"""The choices of how the paper looks: one box for export and print."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QWidget

from pbeditor.model.form import Form
from pbeditor.sheet.sheet import LINES, MARGIN
from pbeditor.sheet.style import PLAIN, PRINTED, Style, has_contents, has_cover
from pbeditor.ui.theme import L, S
from pbeditor.ui.widgets.calm import CalmComboBox


class Choice(Struct, frozen=True):
    """A line of a list and what it stands for."""

    label: str
    value: str


VALUES = (Choice("与原表一致，如 ≥9090%及以上", PRINTED), Choice("简明，如 ≥90%", PLAIN))
MARKUPS = (
    Choice("不需要", ""),
    Choice("加行号，便于说明是哪一行", LINES),
    Choice("留宽的右边距，便于手写", MARGIN),
)


class StyleRows(QObject):
    """Shows a style and lets it be changed; `has_pages` is false for a workbook, which has no cover and no contents."""

    changed = Signal()

    def __init__(self, form: Form, style: Style, parent: QWidget, *, has_pages: bool = True) -> None:
        super().__init__(parent)
        self._form, self._style = form, style
        self.values, self.markup = combo(VALUES, style.values, parent), combo(MARKUPS, style.markup, parent)
        self.cover, self.contents = QCheckBox("封面(&V)", parent), QCheckBox("目录(&T)", parent)
        self.draft = QCheckBox("草稿水印(&W)" if has_pages else "标明是草稿(&W)", parent)
        self._paged = (self.cover, self.contents)
        self._has_pages = has_pages
        self._fill()
        for box in (self.cover, self.contents, self.draft):
            box.toggled.connect(lambda _on: self.changed.emit())
        for choice in (self.values, self.markup):
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def style_chosen(self) -> Style:
        """The style as it is chosen; what the form says anyway is left to the form."""
        form, usual = self._form, Style()
        cover, contents = self.cover.isChecked(), self.contents.isChecked()
        return replace(
            self._style,
            values=self.values.currentData(),
            cover=None if cover == has_cover(form, usual) else cover,
            contents=None if contents == has_contents(form, usual) else contents,
            draft=self.draft.isChecked(),
            markup=self.markup.currentData(),
        )

    def enable_pages(self, on: bool) -> None:
        """Whether cover and contents can be chosen."""
        for box in self._paged:
            box.setEnabled(on)

    def _fill(self) -> None:
        self.cover.setChecked(has_cover(self._form, self._style))
        self.contents.setChecked(has_contents(self._form, self._style))
        self.draft.setChecked(self._style.draft)

    def add_to(self, rows: QFormLayout) -> None:
        """Put the choices below the rows that are there."""
        has_pages = self._has_pages
        rows.setSpacing(S)
        rows.addRow("指标值(&N)：", self.values)
        shown = (self.cover, self.contents, self.draft) if has_pages else (self.draft,)
        line = QHBoxLayout()
        line.setSpacing(L)
        for box in shown:
            line.addWidget(box)
        line.addStretch()
        rows.addRow("页面：" if has_pages else "标记：", line)
        rows.addRow("供批改(&M)：", self.markup)
        rows.setRowVisible(self.markup, has_pages)
        for box in self._paged:
            box.setVisible(has_pages)


def combo(choices: Sequence[Choice], value: str, parent: QWidget) -> CalmComboBox:
    """A list of choices with the one for `value` chosen, the first where there is none."""
    box = CalmComboBox(parent)
    for choice in choices:
        box.addItem(choice.label, choice.value)
    box.setCurrentIndex(max(box.findData(value), 0))
    return box

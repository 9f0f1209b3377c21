"""What an import was not sure of, left out or did not find: a list to work through, not to click away."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pbeditor.edit.projects import indicator_count
from pbeditor.exchange.delimited import tab_separated
from pbeditor.model.document import Document, Target
from pbeditor.sheet.project_notes import spelt
from pbeditor.sheet.sheet import NOTES, Note
from pbeditor.ui import letters
from pbeditor.ui.models.text_table import TextTable
from pbeditor.ui.theme import M
from pbeditor.ui.trying import tried
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.listing import dress_table, size_columns

HEADERS = ("位置", "类别", "说明", "原文")
WIDTHS = (250, 70, 0, 150)  # px; 0 takes what is left
MEASURED = 300
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class NoteModel(TextTable):
    """The notes of one import, a numbered row each."""

    def __init__(self, notes: Sequence[Note], parent: QObject | None = None) -> None:
        super().__init__(HEADERS, frozenset(), parent)
        self._kinds = [NOTES[note.kind] for note in notes]
        self.rows = [(note.where, NOTES[note.kind], note.message, note.original) for note in notes]

    def show_marks(self, marks: Sequence[str]) -> None:
        """Show what has been done about each row, "" for nothing yet."""
        for row, (kind, done) in enumerate(zip(self._kinds, marks, strict=True)):
            where, shown, message, original = self.rows[row]
            if shown != (done or kind):
                self.rows[row] = (where, done or kind, message, original)
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADERS) - 1))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _DISPLAY else None
        return super().headerData(section, orientation, role)


class ReadingBar(QWidget):
    """The ways to read the value of the line one is on, the likeliest first; a digit chooses one, as in the wizard."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Target, ...] = ()
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(plain("这个指标值读作（按数字键选）：", self))
        self._layout.addStretch()
        self.hide()

    def offer(self, choices: Sequence[Target]) -> None:
        """Show a button for each of `choices`; the buttons are kept, since one of them may just have been pressed."""
        self._choices = tuple(choices)
        while len(self._buttons) < len(choices):
            self._add_button(len(self._buttons))
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(choices))
            if number < len(choices):
                button.setText(f"{number + 1}  {spelt(choices[number]).replace('&', '&&')}")
        self.setVisible(bool(choices))

    def _add_button(self, number: int) -> None:
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(self._choices[number]))
        QShortcut(QKeySequence(f"{number + 1}"), button, button.click)
        self._layout.insertWidget(1 + number, button)
        self._buttons.append(button)


class ImportReport(QDialog):
    """Stays open beside the window while the user works through it."""

    place_requested = Signal(str)  # a lasting place
    reading_chosen = Signal(int, object)  # the line whose value is to be read so, and the Target
    assigning_requested = Signal(int)  # the line whose text is to be put somewhere

    def __init__(self, name: str, document: Document, notes: Sequence[Note], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = tuple(notes)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导入报告")
        letters.resize(self, 900, 420)
        self._model = NoteModel(notes, self)
        self._table = self._made_table()
        self._about = summed_up(name, document, notes)
        self.summary = plain(self._about, self)
        self.summary.setWordWrap(True)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        copy_all = buttons.addButton("复制全部(&A)", QDialogButtonBox.ButtonRole.ActionRole)
        copy_all.clicked.connect(self.copy)
        self.copy_line = buttons.addButton("复制原文(&C)", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_line.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_line.clicked.connect(self.copy_original)
        self.assign = buttons.addButton("放入(&P)…", QDialogButtonBox.ButtonRole.ActionRole)
        self.assign.clicked.connect(lambda: self.assigning_requested.emit(self._table.currentIndex().row()))
        buttons.rejected.connect(self.close)
        self.readings = ReadingBar(self)
        self.readings.chosen.connect(lambda read: self.reading_chosen.emit(self._table.currentIndex().row(), read))
        self._table.activated.connect(self._go_to)
        self._table.selectionModel().currentRowChanged.connect(self._offer)
        self._column = QVBoxLayout(self)
        for part in (self.summary, self._table, self.readings, buttons):
            self._column.addWidget(part)
        self.copy_line.setEnabled(False)
        self.assign.setEnabled(False)
        self._table.selectRow(0)

    def begin(self, marks: Sequence[str]) -> None:
        """Show what has been done already, and begin with the first line that is left."""
        self.show_marks(marks)
        self._table.selectRow(marks.index("") if "" in marks else 0)

    def show_marks(self, marks: Sequence[str]) -> None:
        """Show what has been done about each line, "" for nothing yet."""
        self._model.show_marks(marks)
        done = sum(map(bool, marks))
        self.summary.setText(f"{self._about[:-1]}，其中 {done} 处已处理：" if done else self._about)

    def offer(self, text: str, label: str, act: Callable[[], object], *, once: bool = True) -> None:
        """Tell quietly what else came of the import, with a button to change it; one that asks first works again."""
        button = QPushButton(label, self)
        button.setAutoDefault(False)
        button.clicked.connect((lambda: button.setEnabled(not tried(self, act))) if once else act)
        row = QHBoxLayout()
        row.addWidget(plain(text, self))
        row.addWidget(button)
        row.addStretch()
        self._column.insertLayout(self._column.count() - 1, row)

    def copy(self) -> None:
        """Put all notes on the clipboard as a table."""
        QApplication.clipboard().setText(tab_separated([HEADERS, *self._model.rows]))

    def copy_original(self) -> None:
        """Put the text of the line one is on on the clipboard; a table as one that can be pasted."""
        note = self._notes[self._table.currentIndex().row()]
        QApplication.clipboard().setText(tab_separated(note.rows) or note.original)

    def note(self, row: int) -> Note:
        """What the line says."""
        return self._notes[row]

    def go_on(self, row: int) -> None:
        """A line is settled: the next one is chosen."""
        self._table.selectRow(min(row + 1, self._model.rowCount() - 1))

    def _go_to(self, index: QModelIndex) -> None:
        if place := self._notes[index.row()].place:
            self.place_requested.emit(place)

    def _offer(self, index: QModelIndex) -> None:
        if index.isValid():  # it is not while the dialog is being destroyed, and then nothing may be touched
            note = self._notes[index.row()]
            self.readings.offer(note.choices)
            self.copy_line.setEnabled(bool(note.original or note.rows))
            self.assign.setEnabled(note.kind == "ignored" and bool(note.original or note.rows))

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        dress_table(table, "导入说明", is_wrapped=True)
        size_columns(table.horizontalHeader(), WIDTHS)
        return table

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Each row is measured, so very long reports keep their even rows and show the rest in tooltips.
        if self._model.rowCount() <= MEASURED:
            self._table.resizeRowsToContents()
            for row in range(self._model.rowCount()):
                self._table.setRowHeight(row, self._table.rowHeight(row) + M)


def summed_up(name: str, document: Document, notes: Sequence[Note]) -> str:
    """What was found, in one sentence."""
    indicators = indicator_count(document.projects)
    found = f"{len(document.overall)} 个部分、{len(document.projects)} 个项目、{indicators} 条绩效指标"
    doubts = f"有 {len(notes)} 处需要看一看：" if notes else "没有疑问。"
    return f"已从“{name}”导入 {found}。{doubts}"

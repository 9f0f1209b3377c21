"""Working through questions by the keyboard: a digit answers a line and goes on to the next open one."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QTreeView, QVBoxLayout, QWidget

from pbeditor.ui.models.choice_table import WHERE, ChoiceTable
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.labels import aside
from pbeditor.ui.widgets.listing import dress_list
from pbeditor.ui.widgets.place_text import PlaceDelegate

SHOWN = 9  # answers that a digit can give
ACROSS = 4  # answers side by side
LIKELY = "全部按最可能的处理(&A)"


class QuestionKeys(QTreeView):
    """Digits choose; Enter takes the likeliest answer, and what is chosen stays chosen."""

    answered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and "1" <= event.text() <= str(SHOWN):
            self.answered.emit(int(event.text()) - 1)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.answered.emit(-1)
        else:
            super().keyPressEvent(event)


class QuestionList(QWidget):
    """The questions, below them the answers of the line one is on, and a button for all likely ones."""

    changed = Signal()

    def __init__(
        self, model: ChoiceTable, name: str, widths: tuple[int, ...], later: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._later = later  # what becomes of questions that stay open
        self.model, self.view, self.summary = model, QuestionKeys(self), aside()
        model.setParent(self)
        dress_list(self.view, model, name, widths, is_in_dialog=True)
        self.view.setAlternatingRowColors(True)
        self.view.setItemDelegateForColumn(WHERE, PlaceDelegate(self.view))
        self.buttons: list[QPushButton] = []
        self.likely = QPushButton(LIKELY, self)
        self._answers = QGridLayout()
        self._arrange()
        self._listen()

    def begin(self) -> None:
        """Put the keyboard on the first open question."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self._go_to(self.model.next_open(-1) if self.model.open_count else 0)

    def _arrange(self) -> None:
        self.likely.setAutoDefault(False)
        self._answers.setSpacing(S)
        self._answers.setColumnStretch(ACROSS, 1)
        below = QHBoxLayout()
        below.addWidget(self.likely)
        below.addWidget(self.summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._answers)
        layout.addLayout(below)

    def _listen(self) -> None:
        self.likely.clicked.connect(self.model.choose_likely)
        self.model.chosen_changed.connect(self._sum_up)
        self.model.chosen_changed.connect(self.changed)
        self.model.modelReset.connect(self._sum_up)
        self.view.answered.connect(self._answer)
        self.view.selectionModel().currentChanged.connect(self._offer)

    def _answer(self, answer: int) -> None:
        """Give an answer, -1 for the one that is shown, and go on."""
        row = self.view.currentIndex().row()
        if row < 0:
            return
        shown = self.model.chosen.get(self.model.rows[row].key, 0)
        self.model.choose(row, shown if answer < 0 else answer)
        self._go_to(self.model.next_open(row) if self.model.open_count else min(row + 1, self.model.rowCount() - 1))

    def _go_to(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row, 0))

    def _offer(self, index: QModelIndex) -> None:
        """A button for each answer; the buttons are kept, since one of them may just have been pressed."""
        answers = self.model.rows[index.row()].answers[:SHOWN] if index.isValid() else ()
        while len(self.buttons) < len(answers):
            self._add_button(len(self.buttons))
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(answers))
            if number < len(answers):
                button.setText(f"{number + 1}  {answers[number].replace('&', '&&')}")

    def _add_button(self, number: int) -> None:
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._answer(number))
        self._answers.addWidget(button, *divmod(number, ACROSS))
        self.buttons.append(button)

    def _sum_up(self) -> None:
        questions = sum(bool(row.answers) for row in self.model.rows)
        left = self.model.open_count
        self.likely.setEnabled(left > 0)
        said = f"共 {questions} 处，还有 {left} 处待确认；{self._later}"
        self.summary.setText(said if left else f"共 {questions} 处，都已确认。")

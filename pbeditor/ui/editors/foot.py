"""The line below a field: sign, sentence, fix and counter. Its height is always kept, so that nothing jumps."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from pbeditor.check.problem import Problem, gravest
from pbeditor.ui import letters
from pbeditor.ui.editors.fixes import described, make_fix
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M, accent
from pbeditor.ui.widgets.labels import ElidedLabel, plain
from pbeditor.ui.widgets.signs import severity_color, sign_icon, tip

SIGN = 16  # px


class Foot(QWidget):
    """What is wrong with the field above, what would mend it, and how much is written."""

    told = Signal()  # something else than before

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._problem: Problem | None = None
        self._problems: tuple[Problem, ...] = ()
        self._sign, self._sentence, self._counter = plain(parent=self), ElidedLabel(self), plain(parent=self)
        self._fix = QToolButton(self)
        self._arrange()

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Show the gravest of `problems`, and offer its fix."""
        self._problems = problems
        severity = gravest(problem.severity for problem in problems)
        first = next((problem for problem in problems if problem.severity == severity), None)
        more = f"（共 {len(problems)} 条）" if len(problems) > 1 else ""
        self._sentence.say(first.message + more if first else "", "\n".join(each.message for each in problems))
        self._sign.setPixmap(sign_icon(severity, self.palette()).pixmap(letters.wide(SIGN)))
        colours = self.palette()
        if severity:
            colours.setColor(QPalette.ColorRole.WindowText, severity_color(severity, colours))
        self._sentence.setPalette(colours)
        self._offer(next((problem for problem in problems if problem.fix), None))
        self.told.emit()

    def hint(self, text: str) -> None:
        """Say something that is not about a problem; with nothing to say, the problems again."""
        if not text and self._problems:
            self.tell(self._problems)
            return
        self._sign.clear()
        self._offer(None)
        self._sentence.say(text)
        self._sentence.setPalette(self.palette())
        self.told.emit()

    def count(self, text: str) -> None:
        """Show how much is written."""
        self._counter.setText(text)
        self.told.emit()

    def has_sign(self) -> bool:
        """Whether the sign of a problem is shown."""
        return not self._sign.pixmap().isNull()

    def is_silent(self) -> bool:
        """Whether it says nothing."""
        return not (self._sentence.text() or self._counter.text())

    def wanted_width(self) -> int:
        """The width at which the whole sentence can be read."""
        hints = [self._sentence.fontMetrics().horizontalAdvance(self._sentence.text()) + 2, self._sign.width()]
        hints += [part.sizeHint().width() for part in (self._fix, self._counter) if part.isVisibleTo(self)]
        edges = self._row.contentsMargins()
        return sum(hints) + self._row.spacing() * len(hints) + edges.left() + edges.right()

    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()

    def ink(self) -> QColor:
        """The colour that the sentence is written in."""
        return self._sentence.palette().color(QPalette.ColorRole.WindowText)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_letters()
            self.told.emit()
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_fix()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._problems:
            self.tell(self._problems)

    def _fit_letters(self) -> None:
        self.setFixedHeight(QFontMetrics(self.font()).height() + 3)
        self._sign.setFixedWidth(letters.wide(SIGN))

    def _colour_fix(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.ButtonText, accent(colours))
        self._fix.setPalette(colours)

    def _offer(self, problem: Problem | None) -> None:
        self._problem = problem
        self._fix.setVisible(problem is not None)
        self._fix.setToolTip(tip(described(self._session, problem).replace("&&", "&")) if problem else "")

    def _make_fix(self) -> None:
        if self._problem is not None:
            make_fix(self._session, self._problem)

    def _arrange(self) -> None:
        letters.scale(self, 0.9)
        self._fit_letters()
        self._fix.setText("改正")
        self._colour_fix()
        self._fix.setAutoRaise(True)
        self._fix.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the context menu
        self._fix.clicked.connect(self._make_fix)
        self._fix.hide()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, M, 0)
        row.setSpacing(4)
        for part, stretch in ((self._sign, 0), (self._sentence, 1), (self._fix, 0), (self._counter, 0)):
            row.addWidget(part, stretch)

"""Looking at the open document for what is wrong with it, between what the user does."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pbeditor.check.checked import Checked, unchecked
from pbeditor.model.differing import differing
from pbeditor.model.document import Document
from pbeditor.model.form import Form

if TYPE_CHECKING:
    from pbeditor.model.steps import Steps

PAUSE = 20  # ms, so that what was opened is painted before it is checked
_COSTLY = 50  # projects that are looked at again: from so many on, both findings are kept for undo and redo


class Looking(QObject):
    """`checked` is what is known of the present document, `latest` of the one before while that is looked at.

    `found` tells that it was looked at meanwhile, `looked` that this was the first time since it was opened.
    """

    found = Signal()
    looked = Signal()

    checked: Checked
    _present: tuple[Document, Form]
    _latest: Checked
    _steps: "Steps[Checked] | None"  # looking that goes on
    _basis: Checked  # what it began with
    _kept: deque[Checked]  # findings about documents that undo and redo may bring back

    def __init__(self, document: Document, form: Form, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._go_on)
        self.begin(document, form)

    @property
    def latest(self) -> Checked:
        """What was found last."""
        return self.checked if self.checked.is_known else self._latest

    def begin(self, document: Document, form: Form) -> None:
        """Another document is open; it is looked at a moment later."""
        self._present = document, form
        self._kept = deque(maxlen=6)
        self._latest = self._basis = self.checked = unchecked(document, form)
        self._steps = None
        self._soon.stop()
        # The pause counts from when the window is free to paint: to open may itself take longer.
        QTimer.singleShot(0, self, self._rest)

    def finish(self) -> None:
        """Look at once at what is not looked at yet."""
        while not self.checked.is_known:
            self._go_on()

    def follow(self, document: Document, form: Form) -> None:
        """Look at what has changed; where that is much, `found` comes when all of it is looked at.

        A change of everything that is undone or redone finds what was known.
        """
        from pbeditor.check.engine import check_steps

        kept = (one for one in self._kept if one.document is document and one.form is form)
        self._basis = next(kept, self._latest)
        self._steps = check_steps(document, form, self._basis)
        self._present = document, form
        self._step()

    def _rest(self) -> None:
        if self._steps is None and not self.checked.is_known:
            self._soon.start(PAUSE)

    def _go_on(self) -> None:
        """Look at some more; to be done between what the user does."""
        if self._steps is None:
            self.follow(*self._present)
        else:
            self._step()
        if self.checked.is_known:
            self.found.emit()

    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration as end:
            self._soon.stop()
            self._steps = None
            self._know(end.value)
        else:
            self.checked = unchecked(*self._present)
            self._soon.start(0)

    def _know(self, checked: Checked) -> None:
        before, self._latest, self.checked = self._latest, checked, checked
        if not before.is_known:
            self.looked.emit()
        elif self._basis is before and self._looked_again_at(before) >= _COSTLY:
            self._kept += (before, checked)

    def _looked_again_at(self, before: Checked) -> int:
        """How many projects differ from those that `before` is about."""
        return len(differing(before.seen.looks, self.checked.seen.looks)) if before.seen and self.checked.seen else 0

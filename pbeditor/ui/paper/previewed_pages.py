"""The pages that the preview shows: set in slices, and dressed with what the user wants at head and foot."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QDateTime, QObject, Signal

from pbeditor.sheet.page import Page
from pbeditor.sheet.running import Running, with_running
from pbeditor.sheet.style import styled
from pbeditor.store.settings import PrintChoices
from pbeditor.ui.gradually import LARGE, Gradually
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.printout import Printout, printout_of, steps_of
from pbeditor.ui.session import Session

FIRST = 30  # ms in which the pages of most documents are set before the dialog shows


class PreviewedPages(QObject):
    """The pages of the whole document or of some of its projects, as both are when they are begun."""

    changed = Signal()  # there are other pages, or none yet
    paused = Signal(float)  # the share that is set; the window goes on meanwhile

    def __init__(self, session: Session, measure: QtMeasure, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._measure = session, measure
        self._wanted: Sequence[str] | None = None
        self._pages: tuple[Page, ...] = ()  # without what the user wants at head and foot
        self._setting = Gradually(self)
        self._setting.paused.connect(self._tell_share)
        self._setting.done.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether pages are still being set."""
        return self._setting.is_busy

    def begin(self, wanted: Sequence[str] | None) -> None:
        """Set the pages of the projects with these ids, None for the whole document; those before go."""
        self._wanted = wanted
        self.stop()
        self._take(())
        if wanted is None or wanted:
            self.paused.emit(0.0)
            first = FIRST if len(self._session.document.projects) < LARGE else None
            self._setting.begin(steps_of(self._session, self._measure, wanted), first)

    def stop(self) -> None:
        """Give up what is not set yet."""
        self._setting.stop()

    def printout(self, choices: PrintChoices, *, draft: bool) -> Printout:
        """The pages to be shown, printed or written."""
        session, layout = self._session, styled(self._session.form, self._session.style).layout
        unit = session.document.department.name if choices.unit else ""
        running = Running(unit, _now() if choices.time else "", choices.total)
        pages = with_running(self._pages, layout, self._measure, running)
        return replace(printout_of(session, self._measure, self._wanted, pages), draft=draft)

    def _take(self, pages: tuple[Page, ...]) -> None:
        self._pages = pages
        self.changed.emit()

    def _tell_share(self, at: tuple[int, int]) -> None:
        done, total = at
        self.paused.emit(done / total)


def _now() -> str:
    return QDateTime.currentDateTime().toString("yyyy年M月d日 HH:mm")

"""Undo as a list of documents. The history is a value too: the session holds the present one."""

from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.footprint import unshared
from pbeditor.model.document import Document

MEMORY = 64 * 1024 * 1024  # bytes that the past may take; a step shares all that it did not change
LIMIT = 10_000  # steps


class Step(Struct, frozen=True):
    """A document to go back (or forth) to, and what the step between is called. `run` joins keystrokes of one field.

    Of the bytes that the steps hold alone, `start` counts those of all earlier steps, and `end` this one's too.
    """

    label: str
    document: Document
    run: str = ""
    start: int = 0
    end: int = 0


class History(Struct, frozen=True):
    """The present document, and the steps before and after it, nearest last."""

    document: Document
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def push(self, label: str, document: Document, run: str = "") -> "History":
        """Go on to `document`. Steps of one `run` become one step; an edit that changed nothing is no step."""
        if document is self.document or document == self.document:
            return self
        if run and self.past and self.past[-1].run == run and not self.future:
            back = self.past[-1].document
            return History(back, self.past[:-1]) if document == back else replace(self, document=document)
        return History(document, self._with_step(label, document, run))

    def seal(self) -> "History":
        """End the present run, so that the next keystroke begins a step of its own."""
        if not self.past or not self.past[-1].run:
            return self
        return replace(self, past=(*self.past[:-1], replace(self.past[-1], run="")))

    def undo(self) -> "History":
        """Back by one step; the same history where there is none."""
        if not self.past:
            return self
        step = self.past[-1]
        return History(step.document, self.past[:-1], (*self.future, Step(step.label, self.document)))

    def redo(self) -> "History":
        """Forth by one step; the same history where there is none."""
        if not self.future:
            return self
        step = self.future[-1]
        return History(step.document, self._with_step(step.label, step.document), self.future[:-1])

    def _with_step(self, label: str, after: Document, run: str = "") -> tuple[Step, ...]:
        """The past with the present document, without the oldest steps where it would take too much memory."""
        start = self.past[-1].end if self.past else 0
        end = start + unshared(self.document, after)
        past = (*self.past, Step(label, self.document, run, start, end))[-LIMIT:]
        first = bisect_left(past, end - MEMORY, key=lambda step: step.start)
        return past[min(first, len(past) - 1) :]  # what was done last can be undone, whatever it takes

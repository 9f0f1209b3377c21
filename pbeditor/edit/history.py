"""Undo as a list of documents. The history is a value too: the session holds the present one."""

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.document import Document

LIMIT = 1000  # steps; a step shares all that it did not change


class Step(Struct, frozen=True):
    """A document to go back (or forth) to, and what the step between is called. `run` joins keystrokes of one field."""

    label: str
    document: Document
    run: str = ""


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
        past = (*self.past, Step(label, self.document, run))[-LIMIT:]
        return History(document, past)

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
        return History(step.document, (*self.past, Step(step.label, self.document)), self.future[:-1])

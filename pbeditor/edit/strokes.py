"""What a person would call one step of typing: typed on at one place, up to the end of the line."""

from msgspec import Struct

_TYPED = 20  # signs that a keyboard or an input method gives at once, at most; more was pasted


class Stroke(Struct, frozen=True):
    """One change of a text: from `start` on, so many signs were `removed`, and others `added`."""

    start: int
    removed: int
    added: str

    @property
    def end(self) -> int:
        """Where the next sign would be typed."""
        return self.start + len(self.added)

    def then(self, after: "Stroke") -> "Stroke | None":
        """Both as one, where the second goes on with the first or takes some of it back; else None."""
        if after.removed and after.added:
            return None
        if after.added:
            is_deletion = self.removed and not self.added
            goes_on = after.start == self.end and not is_deletion and "\n" not in self.added
            goes_on = goes_on and len(after.added) <= _TYPED
            return Stroke(self.start, self.removed, self.added + after.added) if goes_on else None
        if self.added:
            is_taken_back = self.start <= after.start and after.start + after.removed == self.end
            return Stroke(self.start, self.removed, self.added[: -after.removed or None]) if is_taken_back else None
        goes_on = after.start <= self.start <= after.start + after.removed
        return Stroke(after.start, self.removed + after.removed, "") if goes_on else None


def stroke(before: str, after: str) -> Stroke:
    """The one change that leads from one text to the other."""
    start, old_end, new_end = changed_span(before, after)
    return Stroke(start, old_end - start, after[start:new_end])


def changed_span(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts differ: the start in both, the end in the old one and the end in the new one."""
    shortest = min(len(old), len(new))
    start = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    tail = next((i for i in range(shortest - start) if old[-1 - i] != new[-1 - i]), shortest - start)
    return start, len(old) - tail, len(new) - tail

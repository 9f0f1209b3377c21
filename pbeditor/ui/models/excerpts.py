"""The part in which two texts differ, with a little around it, so that a change in a long text is seen at once."""

from pbeditor.ui.models.hit_table import Excerpt

BEFORE, BEHIND = 10, 60  # characters shown around the change


def differing(old: str, new: str, behind: int = BEHIND) -> tuple[Excerpt, Excerpt]:
    """The changed part of both texts, marked; `behind` characters are shown after it."""
    shorter = min(len(old), len(new))
    front = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - front
    same = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return _excerpt(old, front, len(old) - same, behind), _excerpt(new, front, len(new) - same, behind)


def _excerpt(text: str, front: int, end: int, behind: int) -> Excerpt:
    start, last = max(front - BEFORE, 0), end + behind
    lead = "…" if start else ""
    shown = f"{lead}{text[start:last]}{'…' if last < len(text) else ''}"
    return Excerpt(shown, len(lead) + front - start, len(lead) + end - start)

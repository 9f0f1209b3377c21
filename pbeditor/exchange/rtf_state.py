"""What an RTF file has said that holds for what follows: the open group, the row being defined."""

from pbeditor.exchange.edges import Edge


class Group:
    """What holds until the next closing brace."""

    def __init__(self) -> None:
        self.skipped = self.deleted = False
        self.hidden = self.struck = False  # text that is left out, but told of
        self.nested = False  # defines a row of an inner table
        self.label = False  # the number of a list
        self.fonts = False  # the font table
        self.story = ""  # the kind of a story that begins here: a text box, a footnote, or what is only told of
        self.level = 0  # tables around the paragraph
        self.font = 0
        self.fallbacks = 1  # characters after a code number for readers that do not know it


class RowDefinition:
    """Gathers the ends of a row's cells in twips."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
        self.begin()

    def begin(self) -> None:
        """Forget the last row."""
        self.edges.clear()
        self._left = 0
        self._across, self._down = False, ""

    def set_left(self, twips: int) -> None:
        """Where the first cell begins."""
        self._left = twips

    def set_across(self) -> None:
        """The next cell goes on with the one at its left."""
        self._across = True

    def set_down(self, kind: str) -> None:
        """The next cell begins or goes on with one over several rows."""
        self._down = kind

    def end_cell(self, right: int) -> None:
        """The right end of the next cell."""
        left = self.edges[-1].right if self.edges else min(self._left, right)
        self.edges.append(Edge(left, max(right, left), self._across, self._down))
        self._across, self._down = False, ""

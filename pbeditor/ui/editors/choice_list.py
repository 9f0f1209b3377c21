"""The list that drops down from a cell: what the form offers, narrowed as one types."""

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget


class ChoiceList(QCompleter):
    """Offers texts for `editor`, which stays free to hold any other."""

    def __init__(self, texts: tuple[str, ...], editor: QWidget) -> None:
        super().__init__(editor)
        self.texts = texts
        self.setModel(QStringListModel(list(texts), self))
        self.setWidget(editor)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(12)
        self.popup().setAccessibleName("可选的内容")

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self.popup().isVisible()

    def narrow(self, typed: str, *, is_closed: bool = True) -> None:
        """Show what holds `typed`; nothing where nothing does, or where one of a closed list is written out."""
        self.setCompletionPrefix(typed)
        if typed and self.completionCount() and not (is_closed and typed in self.texts):
            self._drop()
        else:
            self.popup().hide()

    def show_all(self, present: str) -> None:
        """Show everything, with `present` chosen if it is there."""
        if not self.texts:
            return
        self.setCompletionPrefix("")
        self._drop()
        if present in self.texts:
            self.popup().setCurrentIndex(self.completionModel().index(self.texts.index(present), 0))

    def chosen(self) -> str | None:
        """The text that the keyboard has reached in the open list."""
        index = self.popup().currentIndex()
        return str(index.data()) if self.is_open and index.isValid() else None

    def _drop(self) -> None:
        widget = self.widget()
        wanted = self.popup().sizeHintForColumn(0) + 2 * self.popup().frameWidth() + 16
        self.complete(QRect(0, 0, max(widget.width(), wanted), widget.height()))

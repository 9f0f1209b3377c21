"""A row of a form that leaves the columns of the rows above it where they are too wide for its window."""

from PySide6.QtWidgets import QGridLayout


class LooseRow:
    """Holds what stands in one row of a grid behind its first column: captions and fields by turns."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self._grid, self._row = grid, row
        items = (grid.itemAtPosition(row, column) for column in range(1, grid.columnCount()))
        self._parts = [item.widget() for item in items if item]
        self._own: QGridLayout | None = None  # while the row is loose
        self._needs = 0  # px, of the grid while the row keeps to its columns

    def fit(self, width: int, *, anew: bool = False) -> None:
        """Keep to the columns of the grid where it needs no more than `width` px, else share the row evenly.

        `anew`: its letters have changed, and with them what it needs.
        """
        if anew or not self._own:
            self._keep()
            self._needs = self._grid.minimumSize().width()
        if self._needs > width:
            self._loosen()
        else:
            self._keep()

    def _loosen(self) -> None:
        if self._own:
            return
        self._own = QGridLayout()
        self._own.setHorizontalSpacing(self._grid.horizontalSpacing())
        for place, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            self._own.addWidget(part, 0, place)
            self._own.setColumnStretch(place, 1 - place % 2)
        self._grid.addLayout(self._own, self._row, 1, 1, len(self._parts))

    def _keep(self) -> None:
        if not self._own:
            return
        for place, part in enumerate(self._parts, 1):
            self._own.removeWidget(part)
            self._grid.addWidget(part, self._row, place)
        self._grid.removeItem(self._own)
        self._own.deleteLater()
        self._own = None

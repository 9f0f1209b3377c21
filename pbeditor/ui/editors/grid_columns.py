"""Columns of the grid: widths as on paper until the user sets his own, and columns he does not want to see."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from pbeditor.store.settings import ColumnState
from pbeditor.ui.models.indicator_table import IndicatorTable

NAME = "name"  # the column that cannot be hidden
_BESIDE = 8  # px around a label
_FEWEST = 6  # full-width characters that a column is wide at least: a name of four, its margins and its mark
_LONGER = {NAME: 10, "description": 10}  # in columns of longer texts


class GridColumns(QObject):
    """`settled` tells that widths have changed, by the user or with the window; `chosen` that the user did it.

    `hidden`: other columns are hidden than before.
    """

    settled = Signal()
    chosen = Signal()
    hidden = Signal()

    def __init__(self, view: QTableView, table: IndicatorTable) -> None:
        super().__init__(view)
        self._view, self._table = view, table
        self._is_sharing, self._are_own = False, False
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self.fit_head)
        self._pause.timeout.connect(self.settled)
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(QFontMetrics(view.font()).horizontalAdvance("中") * 2)
        header.sectionResized.connect(self._note)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)

    def visible(self) -> list[int]:
        """The columns on the screen, from left to right."""
        return [column for column in range(len(self._table.columns)) if not self._view.isColumnHidden(column)]

    def share(self) -> None:
        """Give each column its share of the view, in the proportions of the form."""
        if self._are_own or not self._table.columns:
            return
        letter, places = QFontMetrics(self._view.font()).horizontalAdvance("中"), self.visible()
        columns = [self._table.columns[place] for place in places]
        least = [letter * _LONGER.get(column.field, _FEWEST) for column in columns]
        widths = shared(self._view.viewport().width(), [column.width for column in columns], least)
        self._is_sharing = True
        for place, width in zip(places, widths, strict=True):
            self._view.setColumnWidth(place, width)
        self._is_sharing = False

    def fit_head(self) -> None:
        """Make the head as high as its longest label needs in its column."""
        header, metrics = self._view.horizontalHeader(), QFontMetrics(self._view.font())
        rooms = ((self._table.columns[column].label, self._view.columnWidth(column)) for column in self.visible())
        high = max((_height(metrics, label, width - _BESIDE) for label, width in rooms), default=metrics.height())
        before = header.height()
        header.setFixedHeight(high + _BESIDE)
        if header.height() != before:
            header.geometriesChanged.emit()  # else Qt leaves a higher head over the first row

    def hide(self, column: int, *, hidden: bool) -> None:
        """Take a column off the screen, or bring it back; files and paper keep it."""
        self._is_sharing = True  # Qt calls hiding a resize
        self._view.setColumnHidden(column, hidden and self._table.columns[column].field != NAME)
        self._is_sharing = False
        self.share()
        self._pause.start()
        self.hidden.emit()
        self.chosen.emit()

    def reset(self) -> None:
        """All columns in the proportions of the form."""
        self._is_sharing = True
        for column in range(len(self._table.columns)):
            self._view.setColumnHidden(column, False)
        self._is_sharing = self._are_own = False
        self.share()
        self.chosen.emit()

    def states(self) -> tuple[ColumnState, ...]:
        """What is to be remembered: widths only where the user set them."""
        width = self._view.columnWidth if self._are_own else lambda _: 0
        return tuple(
            ColumnState(column.field, width(place), self._view.isColumnHidden(place))
            for place, column in enumerate(self._table.columns)
        )

    def restore(self, states: tuple[ColumnState, ...]) -> None:
        """Show the columns as `states` says; columns it does not know stay."""
        places = {column.field: place for place, column in enumerate(self._table.columns)}
        self._are_own = any(state.width for state in states)
        self._is_sharing = True
        for state in states:
            if (place := places.get(state.field)) is not None:
                self._view.setColumnHidden(place, state.hidden and state.field != NAME)
                if state.width:
                    self._view.setColumnWidth(place, state.width)
        self._is_sharing = False
        self.share()
        self.hidden.emit()

    def menu(self) -> QMenu:
        """An entry for each column to show or hide it, and one to have all back."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._table.columns):
            entry = menu.addAction(column.label)
            entry.setCheckable(True)
            entry.setChecked(not self._view.isColumnHidden(place))
            entry.setEnabled(column.field != NAME)
            entry.toggled.connect(lambda shown, place=place: self.hide(place, hidden=not shown))
        menu.addSeparator()
        menu.addAction("恢复默认列宽").triggered.connect(self.reset)
        return menu

    def _open_menu(self, point: QPoint) -> None:
        self.menu().popup(self._view.horizontalHeader().mapToGlobal(point))

    def _note(self) -> None:
        self._pause.start()
        if not self._is_sharing:
            self._are_own = True
            self.chosen.emit()


def shared(room: int, shares: Sequence[float], least: Sequence[int]) -> list[int]:
    """Widths in px that fill `room` in proportion to `shares`, none under its `least`; more than `room` if need be."""
    widths = [0] * len(shares)
    rest, whole = max(room, sum(least)), sum(shares) or 1
    # Those come first whose proportion gives them the least of what they need: what they lack the others give.
    for place in sorted(range(len(shares)), key=lambda place: shares[place] / (least[place] or 1)):
        widths[place] = max(int(rest * shares[place] / whole + 0.5), least[place])
        rest, whole = rest - widths[place], (whole - shares[place]) or 1
    return widths


def _height(metrics: QFontMetrics, label: str, width: int) -> int:
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 0), flags, label).height()
